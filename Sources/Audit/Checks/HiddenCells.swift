/// The figures that a publication hides, and what other places of it say about them.
struct HiddenCells {
    /// A hidden figure and where it is hidden.
    struct Place {
        var file: String
        var line: Int?
    }

    /// The hidden figures; of several places the first.
    private(set) var places: [AuditCell: Place] = [:]
    /// The short forms of hidden shares of people in reach: without travel and measure, which columns of maps do not name.
    private var short: [AuditCell: AuditCell] = [:]

    /// Nothing is hidden.
    init() {}

    /// Takes the hidden rows, and what columns of statuses say to be hidden.
    init(_ rows: [PublishedRow], _ readings: Readings) {
        for row in rows where row.isHidden { add(row.cell, row.file, row.line) }
        for hidden in readings.hidden where self[hidden.cell] == nil { add(hidden.cell, hidden.file, hidden.line) }
    }

    private mutating func add(_ cell: AuditCell, _ file: String, _ line: Int?) {
        let key = HiddenCells.key(cell)
        guard places[key] == nil else { return }
        places[key] = Place(file: file, line: line)
        if cell.indicator == "coverage_share" {
            var brief = key
            let parts = cell.parameters.split(separator: ";")
            // Other paces and ways to get about stand in no column of a map.
            let isPlain = parts.allSatisfy { $0.hasPrefix("minutes=") || $0 == "measure=walking" }
            guard isPlain else { return }
            brief.parameters = parts.first { $0.hasPrefix("minutes=") }.map(String.init) ?? ""
            short[brief] = key
        }
    }

    /// Takes what another publication hides.
    mutating func merge(_ other: HiddenCells) {
        places.merge(other.places) { mine, _ in mine }
        short.merge(other.short) { mine, _ in mine }
    }

    /// Forgets figures.
    mutating func remove(where isShown: (AuditCell) -> Bool) {
        places = places.filter { !isShown($0.key) }
    }

    /// The figure without its name for people.
    static func key(_ cell: AuditCell) -> AuditCell {
        var key = cell
        key.areaName = ""
        return key
    }

    /// The hidden figure that is meant.
    subscript(cell: AuditCell) -> (cell: AuditCell, place: Place)? {
        let key = HiddenCells.key(cell)
        if let place = places[key] { return (key, place) }
        guard let long = short[key], let place = places[long] else { return nil }
        return (long, place)
    }
}
