public import Features
internal import Wording

/// What offers say of their places is looked up here: by id, or by a name that only one place has.
public struct PlaceDirectory: Sendable {
    private let rows: [String: Int32]
    private let names: [String: Int32]
    private let ids: [String]

    /// A directory of the places of a table.
    public init(_ places: PlaceTable) {
        ids = places.ids
        var rows: [String: Int32] = [:]
        var names: [String: Int32] = [:]
        for (row, id) in places.ids.enumerated() { rows[id] = Int32(truncatingIfNeeded: row) }
        for (row, name) in places.names.enumerated() {
            let key = Folding.key(name)
            // A name that two places have says nothing.
            if !key.isEmpty { names[key] = names[key] == nil ? Int32(truncatingIfNeeded: row) : -1 }
        }
        self.rows = rows
        self.names = names.filter { $0.value >= 0 }
    }

    func row(_ text: String) -> Int32? { rows[text] ?? names[Folding.key(text)] }

    /// The arguments of a finding about a place that there is not. With many places only the nearest is named.
    func hint(_ text: String) -> [String: String] {
        var arguments = Wording.hint(for: text, among: ids)
        if ids.count > 20 { arguments["allowed"] = (ids.prefix(20) + ["…"]).joined(separator: ", ") }
        return arguments
    }
}

extension OfferTable {
    /// Appends the offers of a table and returns what was found wrong with them. What cannot be read counts as not
    /// recorded.
    ///
    /// - Parameters:
    ///   - columns: the names of the columns with a meaning.
    ///   - places: the places that offers name.
    ///   - number: the number of the table among those with offers, for ids that two tables share.
    ///   - periodStart: the first day of the period; funding that ended before is reported.
    public mutating func append(
        _ layer: Layer, columns: [OfferColumn: String], places: PlaceDirectory, number: Int = 0,
        periodStart: CalendarDate? = nil
    ) -> [Diagnostic] {
        let (rows, idFindings) = layer.uniqueIDs(column: columns[.id])
        var reader = OfferRowReader(layer, columns, places, periodStart)
        var used = Set(ids)
        for row in 0..<layer.count {
            var id = rows[row]
            while !used.insert(id).inserted { id = "\(number + 1):\(id)" }
            reader.begin(row, id: rows[row])
            ids.append(id)
            append(reader: &reader)
        }
        return idFindings + reader.findings
    }

    private mutating func append(reader: inout OfferRowReader) {
        let name = reader.text(.name)
        if name == nil { reader.report(.nameMissing) }
        names.append(name ?? "")
        kinds.append(reader.text(.kind))
        let sites = reader.sites()
        placeIndexes += sites.places
        placeEnds.append(Int32(truncatingIfNeeded: placeIndexes.count))
        isMobile.append(sites.isMobile)
        isStaffPost.append(sites.isStaffPost)
        hours.append(reader.hours())
        targetGroups.append(reader.list(.targetGroups))
        languages.append(reader.list(.languages))
        operators.append(reader.text(.operator))
        operatorKinds.append(reader.value(.operatorKind, OperatorKind.words) ?? .notRecorded)
        let work = reader.work()
        staff.append(work.staff)
        volunteers.append(work.volunteers)
        funding.append(reader.funding())
        deciders.append(reader.deciders())
        successionSecured.append(reader.value(.succession, Answer.words) ?? .notRecorded)
        isOpenToNewcomers.append(reader.value(.newcomers, Answer.words) ?? .notRecorded)
        hasBacking.append(reader.value(.backing, Answer.words) ?? .notRecorded)
        sources.append(reader.text(.source))
        dates.append(reader.day(.date).day)
    }
}
