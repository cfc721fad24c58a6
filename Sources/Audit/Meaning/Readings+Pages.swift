/// Counts in the tables of pages, and in the attributes of their cells.
extension Readings {
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

    func area(near: [Gazetteer.Mention], all: [Gazetteer.Mention], group: String) -> AuditCell? {
        let isTown = near.contains { $0.isTown && !$0.areas.contains { $0.level == "quarter" } }
        if isTown, let town = gazetteer.town { return cell(town, group: group) }
        let areas = all.flatMap(\.areas)
        let quarter = areas.first { $0.level == "quarter" }
        let other = areas.first { $0.level != "quarter" && $0.level != "town" }
        if let quarter, let other { return Readings.piece(other, in: quarter, group: group, period: period) }
        return (other ?? quarter ?? gazetteer.town).map { cell($0, group: group) }
    }

    mutating func read(page table: PublishedTable) {
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
}
