public import Features

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
