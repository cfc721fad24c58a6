internal import Formats

/// Collects what the texts of a publication say about counts of persons: from columns of records, tables of pages,
/// running text, and JSON. Tables of indicators are read apart, row by row.
struct Readings {
    /// The counts that are told.
    private(set) var all: [Reading] = []
    /// Counts of persons of some part of an area, which nobody can tell: only their size matters.
    private(set) var parts: [Reading] = []
    /// Values that stand in place of hidden ones and are no numbers (`NaN`).
    private(set) var misspelt: [Reading] = []
    /// Figures of groups below the quarter.
    private(set) var belowQuarter: [Reading] = []
    /// Cells that a column of statuses says to be hidden.
    private(set) var hidden: [(cell: AuditCell, file: String, line: Int?)] = []
    /// What texts call areas and groups.
    private(set) var gazetteer: Gazetteer

    private let period: String

    /// Reads everything beside the tables of indicators.
    init(_ folder: PublishedFolder) {
        period = folder.period
        gazetteer = Gazetteer(folder.rows)
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
            if let json = file.json { read(json, file: file.file, path: [], names: []) }
        }
    }

    // MARK: cells

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

    // MARK: records

    private mutating func read(records table: PublishedTable) {
        let measures = table.columns.map { Measure($0, gazetteer) }
        guard measures.contains(where: { $0 != nil }) else { return }
        let quarterColumn = table.column("quarter_id")
        let areaColumn = table.column("area_id")
        let layerColumn = table.column("layer", "level")
        let (id, name) = (table.column("id"), table.column("name", "area_name", "quarter_name"))
        for row in table.rows.indices {
            let quarter = gazetteer.area(table.text(row, quarterColumn), levels: ["quarter"])
            let layer = table.text(row, layerColumn)
            var area = gazetteer.area(table.text(row, areaColumn), levels: layer.isEmpty ? [] : [layer])
            if area == nil, let known = gazetteer.area(table.text(row, id)),
                Vocabulary.folded(known.name) == Vocabulary.folded(table.text(row, name))
                    || table.text(row, name).isEmpty
            {
                area = known
            }
            if area == nil, quarterColumn == nil || id == nil { area = quarter }
            for (column, measure) in measures.enumerated() {
                guard let measure else { continue }
                let text = table.text(row, column)
                let group = measure.group
                var place = table.columns[column]
                if !table.name.isEmpty { place = table.name + "." + place }
                let subject: AuditCell
                if let area, let quarter, area.level != "quarter", area.id != quarter.id || area.level != quarter.level
                {
                    subject = Readings.piece(area, in: quarter, group: group, period: period)
                } else if let area {
                    subject = cell(area, group: group)
                } else {
                    // A place or a cell: figures of groups have no business here.
                    let number = Double(text)
                    if group != gazetteer.all, number != nil {
                        let known = Gazetteer.Area(
                            id: table.text(row, id), name: table.text(row, name), level: table.name)
                        belowQuarter.append(
                            Reading(
                                cell: cell(known, group: group, indicator: table.columns[column]), range: 0...0,
                                file: table.file, line: table.line(row), place: place))
                    }
                    continue
                }
                let status = table.text(row, table.column(table.columns[column].lowercased() + "_status"))
                take(text, measure, of: subject, status, table.file, table.line(row), place)
            }
        }
    }

    private mutating func take(
        _ text: String, _ measure: Measure, of residents: AuditCell, _ status: String, _ file: String, _ line: Int?,
        _ place: String
    ) {
        var cell = residents
        switch measure.kind {
        case .residents: break
        case .groupShare: cell.indicator = "group_share"
        case .coverage(let category, let minutes):
            cell.indicator = "coverage_share"
            cell.category = category
            cell.parameters = "minutes=\(minutes)"
        case .other: cell.indicator = place
        }
        if status == "suppressed" { hidden.append((cell, file, line)) }
        if measure.group != gazetteer.all, ["focus_area", "area", "piece"].contains(cell.level), Double(text) != nil {
            belowQuarter.append(Reading(cell: cell, range: 0...0, file: file, line: line, place: place))
        }
        guard !text.isEmpty, measure.kind != .other else { return }
        if let number = PrintedNumber(plain: text) {
            all.append(Reading(cell: cell, range: number.range, file: file, line: line, place: place))
        } else if Readings.isMisspelt(text) {
            misspelt.append(Reading(cell: cell, range: 0...0, file: file, line: line, place: place))
        }
    }

    private static func isMisspelt(_ text: String) -> Bool {
        ["nan", "inf", "-inf", "infinity", "-nan"].contains(text.lowercased())
    }

    // MARK: tables of pages

    /// Where in a page's table a number stands, in terms of areas and groups; nil where it is no count of persons.
    private mutating func subject(
        of table: PublishedTable, row: Int, column: Int
    ) -> (cell: AuditCell, isShare: Bool, isPart: Bool)? {
        let near = [table.rowHeaders[row], table.columns[column]]
        var texts = near + [table.name] + table.headings
        texts.removeAll(where: \.isEmpty)
        let mentions = texts.map { gazetteer.mention($0) }
        let nearMentions = near.map { gazetteer.mention($0) }
        let group = mentions.lazy.flatMap(\.groups).first ?? gazetteer.all
        let (folded, bare) = (nearMentions.map(\.folded), nearMentions.map(\.bare))
        // The group stands beside the number itself; a heading above says less.
        let isShare =
            bare.contains { Vocabulary.mentions($0, Vocabulary.shares) || $0.contains("%") }
            && nearMentions.contains { !$0.groups.isEmpty }
        // Shares of anything else than the residents of the area are no counts.
        let isPersons: Bool
        if Vocabulary.contains(bare[0], Vocabulary.otherMeasures) || Vocabulary.mentions(bare[1], ["anteil", "share"])
            || Vocabulary.contains(bare[1], Vocabulary.otherMeasures)
        {
            isPersons = false
        } else if folded.contains(where: { Vocabulary.contains($0, ["personen", "persons"]) }) {
            isPersons = true
        } else if folded.contains(where: { Vocabulary.mentionsPersons($0) }) {
            // Names of groups above the columns, what is measured in the caption.
            let caption = gazetteer.mention(table.name).folded
            isPersons =
                !caption.contains("%") && !Vocabulary.contains(caption, Vocabulary.otherMeasures)
                && !Vocabulary.mentions(caption, Vocabulary.shares)
        } else {
            // A caption that ends in the unit, as in "residents – persons".
            let words = Vocabulary.words(gazetteer.mention(table.name).folded)
            isPersons =
                ["personen", "persons", "einwohner", "residents"].contains(words.last ?? "")
                && !words.contains { Vocabulary.otherMeasures.contains(String($0)) }
        }
        guard isPersons || isShare else { return nil }
        guard let cell = area(near: nearMentions, all: mentions, group: group) else { return nil }
        let isReach = folded.contains { $0.contains("min") && $0.contains(where: \.isNumber) }
        return (cell, isShare && !isPersons, isReach)
    }

    private func area(near: [Gazetteer.Mention], all: [Gazetteer.Mention], group: String) -> AuditCell? {
        let isTown = near.contains { $0.isTown && !$0.areas.contains { $0.level == "quarter" } }
        if isTown, let town = gazetteer.town { return cell(town, group: group) }
        let areas = all.flatMap(\.areas)
        let quarter = areas.first { $0.level == "quarter" }
        let other = areas.first { $0.level != "quarter" && $0.level != "town" }
        if let quarter, let other { return Readings.piece(other, in: quarter, group: group, period: period) }
        return (other ?? quarter ?? gazetteer.town).map { cell($0, group: group) }
    }

    private mutating func read(page table: PublishedTable) {
        guard table.rowHeaders.count == table.rows.count else { return }
        for row in table.rows.indices {
            for (column, value) in table.rows[row].enumerated() {
                let texts = [("", value.text)] + value.attributes.map { ($0.name, $0.text) }
                guard texts.contains(where: { $0.1.contains(where: \.isNumber) || Readings.isMisspelt($0.1) }),
                    value.text != table.rowHeaders[row], let subject = subject(of: table, row: row, column: column)
                else { continue }
                // What stands beside a share, such as the number of a bar, is the same share.
                guard subject.isShare || !value.text.contains("%") else { continue }
                for (attribute, text) in texts {
                    let place = attribute.isEmpty ? table.columns[column] : attribute
                    take(
                        text, subject.cell, subject.isShare, subject.isPart, table.file, table.line(row), place,
                        isCell: attribute.isEmpty)
                }
            }
        }
    }

    private mutating func take(
        _ text: String, _ cell: AuditCell, _ isShare: Bool, _ isPart: Bool, _ file: String, _ line: Int?,
        _ place: String,
        isCell: Bool
    ) {
        if Readings.isMisspelt(text) {
            misspelt.append(Reading(cell: cell, range: 0...0, file: file, line: line, place: place))
        }
        let shown = text.drop { !($0.isNumber || "<>≤≥".contains($0)) }
        guard let number = PrintedNumber(String(shown)) ?? Readings.only(numberIn: text, isCell: isCell) else {
            return
        }
        guard number.isPercent == isShare else { return }
        var cell = cell
        var range = number.range
        if isShare {
            cell.indicator = "group_share"
            let half = number.decimals == 0 && range.lowerBound == range.upperBound ? 0.5 : 0
            range = max(0, (range.lowerBound - half) / 100)...max(0, (range.upperBound + half) / 100)
        }
        let reading = Reading(cell: cell, range: range, file: file, line: line, place: place)
        // A count that is shown is whole; a number with decimals is a mean or a rate.
        guard isShare || number.decimals == 0 else { return }
        if isPart { parts.append(reading) } else { all.append(reading) }
    }

    /// A cell with more text than this holds a sentence.
    private static let longestMark = 40

    /// The only number in an attribute, or in a cell of few words; of a longer one only a number of persons.
    private static func only(numberIn text: String, isCell: Bool) -> PrintedNumber? {
        let numbers = Sentence(text).numbers
        guard numbers.count == 1, let number = numbers.first, !number.isPercent else { return nil }
        guard number.countsPersons || number.isBare && text.count <= longestMark && !isCell else { return nil }
        return number.value
    }

    // MARK: texts

    private mutating func read(_ fragment: TextFragment) {
        guard fragment.text.utf8.count < 200_000 else { return }
        let isLoose = fragment.kind == .script || fragment.kind == .comment || fragment.kind == .attribute
        let pieces =
            fragment.kind == .script ? fragment.text.split { "{};\n".contains($0) }.map(String.init) : [fragment.text]
        let above = fragment.headings.map { gazetteer.mention($0) }
        for piece in pieces where piece.utf8.count < 20_000 {
            for part in Sentence.sentences(piece) {
                let mention = gazetteer.mention(part)
                let group = mention.groups.first ?? above.lazy.flatMap(\.groups).first ?? gazetteer.all
                let known = mention.areas.isEmpty && !mention.isTown ? identified(part) : nil
                let subject =
                    known.map { cell($0, group: group) } ?? area(near: [mention], all: [mention] + above, group: group)
                guard let subject else { continue }
                // The id of an area is no count.
                let told = known.map { Readings.without($0.id, part) } ?? part
                let sentence = Sentence(gazetteer.withoutNames(Vocabulary.folded(told)))
                let isPart = Vocabulary.mentions(Vocabulary.folded(part), Readings.reach)
                for number in sentence.numbers where !number.isPercent {
                    let isNamed = !mention.groups.isEmpty && (known != nil || !mention.areas.isEmpty || mention.isTown)
                    guard number.countsPersons || isLoose && isNamed && !isPart && number.isBare else { continue }
                    let reading = Reading(
                        cell: subject, range: number.value.range, file: fragment.file, line: fragment.line,
                        place: fragment.kind.rawValue)
                    if isPart { parts.append(reading) } else { all.append(reading) }
                }
            }
        }
    }

    /// Words of sentences that are about a part of the people of an area.
    private static let reach = [
        "minute", "meter", "metre", "erreich", "reach", "umkreis", "within", "fussweg", "plaetze",
    ]

    /// The area whose id stands in a text as a word of its own, such as `data-area=03`.
    private func identified(_ text: String) -> Gazetteer.Area? {
        let words = text.split { !$0.isLetter && !$0.isNumber && $0 != "_" && $0 != "-" }
        return gazetteer.areas.first { area in area.id.count > 1 && words.contains { $0 == area.id } }
    }

    /// A text without a word.
    private static func without(_ word: String, _ text: String) -> String {
        var result = ""
        var rest = text[...]
        while let first = rest.first {
            let isWord = first.isLetter || first.isNumber
            let run = rest.prefix {
                ($0.isLetter || $0.isNumber || $0 == "_" || $0 == "-") == isWord || isWord && $0 == "-"
            }
            let taken = run.isEmpty ? rest.prefix(1) : run
            if taken != word { result += taken }
            rest = rest[taken.endIndex...]
        }
        return result
    }

    // MARK: JSON

    private static let mostNesting = 64

    private mutating func read(_ value: JSONValue, file: String, path: [String], names: [String]) {
        guard path.count < Readings.mostNesting else { return }
        switch value {
        case .object(let members):
            let named = names + members.compactMap { $0.value.string }.filter { $0.count < 100 }
            for member in members { read(member.value, file: file, path: path + [member.key], names: named) }
        case .array(let elements):
            for element in elements { read(element, file: file, path: path, names: names) }
        case .integer, .number:
            guard let number = value.double else { return }
            let words = (path + names)
            let folded = path.map(Vocabulary.folded)
            let group =
                gazetteer.groups.first { $0 != gazetteer.all && words.contains($0) }
                ?? words.lazy.compactMap { [gazetteer] word -> String? in
                    var gazetteer = gazetteer
                    return gazetteer.mention(word).groups.first
                }.first
            let isCount = folded.contains { word in
                ["residents", "population", "persons", "einwohner", "totals", "groups", "people", "counts"].contains(
                    word)
            }
            guard isCount, !folded.contains("disclosure"), !folded.contains("inputs"), !folded.contains("diagnostics"),
                group != nil || folded.contains("residents") || folded.contains("einwohner")
            else { return }
            let area =
                words.lazy.compactMap { [gazetteer] word in
                    gazetteer.areas.first { $0.id == word || $0.name == word && !$0.name.isEmpty }
                }.first { $0.level != "town" } ?? gazetteer.town
            guard let area else { return }
            all.append(
                Reading(
                    cell: cell(area, group: group ?? gazetteer.all), range: number...number, file: file, line: nil,
                    place: path.joined(separator: ".")))
        case .string, .boolean, .null: break
        }
    }

    // MARK: names of groups

    /// Learns what the pages call the groups: the words above or beside numbers that a group's published counts have.
    private mutating func learnGroups(from tables: [PublishedTable], _ rows: [PublishedRow]) {
        var counts: [AuditCell: Double] = [:]
        for row in rows where row.cell.indicator == "residents" {
            guard let number = row.number else { continue }
            counts[
                AuditCell(period: "", level: row.cell.level, area: row.cell.area, group: row.cell.group, indicator: "")] =
                number.rounded()
        }
        var votes: [String: [String: Int]] = [:]
        for table in tables where table.rowHeaders.count == table.rows.count {
            for row in table.rows.indices {
                for (column, value) in table.rows[row].enumerated() {
                    let label = table.rowHeaders[row]
                    guard label.count > 3, label.count < 120, gazetteer.mention(label).areas.isEmpty,
                        gazetteer.mention(label).groups.isEmpty,
                        Vocabulary.mentions(
                            Vocabulary.folded(table.columns[column]), ["person", "resident", "einwohner"]),
                        let number = PrintedNumber(String(value.text.drop { !$0.isNumber })), !number.isPercent
                    else { continue }
                    let texts = ([table.name] + table.headings).map { gazetteer.mention($0) }
                    guard let cell = area(near: [], all: texts, group: "") else { continue }
                    for group in gazetteer.groups {
                        let key = AuditCell(period: "", level: cell.level, area: cell.area, group: group, indicator: "")
                        if counts[key] == number.range.lowerBound, number.range.lowerBound >= 5 {
                            votes[label, default: [:]][group, default: 0] += 1
                        }
                    }
                }
            }
        }
        for (label, groups) in votes.sorted(by: { $0.key < $1.key }) {
            guard let best = groups.max(by: { ($0.value, $1.key) < ($1.value, $0.key) }), best.key != gazetteer.all,
                groups.filter({ $0.value == best.value }).count == 1
            else { continue }
            gazetteer.add(label: Vocabulary.folded(label), of: best.key)
        }
    }
}

extension PrintedNumber {
    /// A number of a record: as programs write it, or as people do.
    init?(plain text: String) {
        if let value = Double(text), value.isFinite {
            self.init(exactly: value)
        } else {
            self.init(text)
        }
    }

    private init(exactly value: Double) {
        self.init(range: value...value)
    }

    private init(range: ClosedRange<Double>) {
        self.range = range
    }
}
