/// Collects what the texts of a publication say about counts of persons: from columns of records, tables of pages,
/// running text, colours of maps, and JSON. Tables of indicators are read apart, row by row.
struct Readings {
    /// The counts that are told.
    var all: [Reading] = []
    /// Counts of persons of some part of an area, which nobody can tell: only their size matters.
    var parts: [Reading] = []
    /// Values that stand in place of hidden ones and are no numbers (`NaN`).
    var misspelt: [Reading] = []
    /// Figures of groups below the quarter.
    var belowQuarter: [Reading] = []
    /// Cells that a column of statuses says to be hidden.
    var hidden: [(cell: AuditCell, file: String, line: Int?)] = []
    /// What texts call areas and groups.
    var gazetteer: Gazetteer

    let period: String

    /// Nothing is read.
    init(period: String, gazetteer: Gazetteer) {
        self.period = period
        self.gazetteer = gazetteer
    }

    /// Reads everything beside the tables of indicators.
    init(_ folder: PublishedFolder) {
        self.init(period: folder.period, gazetteer: Gazetteer(folder.rows))
        for shape in folder.files.flatMap(\.shapes) {
            guard let area = shape.values["area_id"], let level = shape.values["layer"] else { continue }
            gazetteer.add(.init(id: area, name: shape.values["area_name"] ?? "", level: level))
        }
        let pages = folder.files.flatMap(\.tables).filter { $0.form == .page }
        learnGroups(from: pages, folder.rows)
        for file in folder.files {
            for table in file.tables {
                if table.form == .page {
                    read(page: table)
                } else if !table.isOfIndicators {
                    read(records: table)
                }
            }
            for fragment in file.fragments { read(fragment) }
            read(coloursOf: file)
            if let json = file.json { read(json, file: file.file, path: [], names: []) }
        }
    }

    // MARK: what all of them need

    func cell(_ area: Gazetteer.Area, group: String, indicator: String = "residents") -> AuditCell {
        AuditCell(
            period: period, level: area.level, area: area.id, areaName: area.name, group: group, indicator: indicator)
    }

    /// The part of an area in a quarter.
    static func piece(_ area: Gazetteer.Area, in quarter: Gazetteer.Area, group: String, period: String) -> AuditCell {
        AuditCell(
            period: period, level: "piece", area: area.id, areaName: "\(area.name) ∩ \(quarter.name)", group: group,
            category: quarter.id, indicator: "residents", parameters: area.level)
    }

    /// Whether a text stands in place of a number and is none.
    static func isMisspelt(_ text: String) -> Bool {
        ["nan", "inf", "-inf", "infinity", "-nan"].contains(text.lowercased())
    }
}
