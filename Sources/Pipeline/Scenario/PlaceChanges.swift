internal import Features
internal import Project
internal import ReferenceSystems
internal import Town
internal import Wording

/// The changes of a file, placed in the system of a town: what they make of its places and offers.
struct PlaceChanges {
    private let items: [ChangeFile.Item]
    private let categories: PlaceCategoryTable
    /// Where the new places are, by the number of the item.
    private let positions: [Int: (x: Double, y: Double)]

    /// Places the changes.
    ///
    /// - Throws: `Failure` where a position has no place in the system of the project.
    init(_ file: ChangeFile, of inputs: TownInputs, missingGrid: MissingGridPolicy) throws(Failure) {
        items = file.items
        categories = PlaceCategoryTable(overrides: inputs.project.categories)
        var positions: [Int: (x: Double, y: Double)] = [:]
        for (number, item) in file.items.enumerated() {
            guard case .newPlace(let place) = item.change else { continue }
            switch place.position {
            case .projected(let x, let y): positions[number] = (x, y)
            case .geographic(let at):
                var (xs, ys) = ([at.longitude], [at.latitude])
                do {
                    let transform = try CoordinateTransform(
                        from: .wgs84, to: inputs.referenceSystem, missingGrid: missingGrid)
                    _ = transform.apply(xs: &xs, ys: &ys)
                } catch {
                    throw Failure(.malformedData, MetricLayer.diagnostic(for: error, item.location))
                }
                positions[number] = (xs[0], ys[0])
            }
            guard let found = positions[number], found.x.isFinite, found.y.isFinite else {
                throw Failure(
                    .malformedData,
                    Diagnostic(
                        .valueInvalid, at: item.location,
                        ["key": "changes[\(number + 1)].lon", "reason": "expected_position", "hint": "value"]))
            }
        }
        self.positions = positions
    }

    /// Where a place comes from.
    enum Origin: Equatable {
        /// From the recorded places, of this row.
        case recorded(Int)
        /// From the change file.
        case added(SourceLocation)
    }

    /// The places after the changes.
    struct Places {
        var places: PlaceTable
        /// Where each comes from.
        var origins: [Origin]
    }

    /// The recorded places after the changes, one after the other.
    ///
    /// - Throws: `Failure` where a change names a place or a category that there is not.
    func places(_ recorded: PlaceTable) throws(Failure) -> Places {
        var result = Places(places: recorded, origins: recorded.ids.indices.map { .recorded($0) })
        for (number, item) in items.enumerated() {
            switch item.change {
            case .hoursOfPlace(let name, let hours):
                result.places.hours[try row(name, in: result.places, item, number)] = hours
            case .placeCloses(let name):
                let closed = try row(name, in: result.places, item, number)
                let kept = result.places.ids.indices.filter { $0 != closed }
                result.places = result.places.taking(kept)
                result.origins.remove(at: closed)
            case .newPlace(let place):
                try add(place, number, item, to: &result)
            case .hoursOfOffer, .offerEnds: break
            }
        }
        return result
    }

    private func row(
        _ name: String, in places: PlaceTable, _ item: ChangeFile.Item, _ number: Int
    ) throws(Failure) -> Int {
        let directory = PlaceDirectory(places)
        guard let row = directory.row(name) else {
            throw unknown(name, "changes[\(number + 1)].place", at: item, directory.hint(name))
        }
        return Int(row)
    }

    private func unknown(
        _ name: String, _ key: String, at item: ChangeFile.Item, _ hint: [String: String]
    ) -> Failure {
        Failure(
            .malformedData,
            Diagnostic(.changeTargetUnknown, at: item.location, hint.merging(["value": name, "key": key]) { $1 }))
    }

    private func add(
        _ place: ChangeFile.NewPlace, _ number: Int, _ item: ChangeFile.Item, to result: inout Places
    ) throws(Failure) {
        guard let category = categories.category(for: place.category)?.category else {
            var arguments = hint(for: place.category, among: categories.ids)
            arguments["allowed"] = (categories.ids.prefix(20) + ["…"]).joined(separator: ", ")
            throw unknown(place.category, "changes[\(number + 1)].category", at: item, arguments)
        }
        guard let position = positions[number] else { return }
        var id = "new-\(number + 1)"
        while result.places.ids.contains(id) { id += "'" }
        result.places.append(id: id, name: place.name, category: category, at: position, hours: place.hours)
        result.origins.append(.added(item.location))
    }

    /// The offers after the changes: without those that end, and those whose places closed.
    ///
    /// - Parameter recorded: the offers at the recorded places; nil where nobody recorded any.
    /// - Throws: `Failure` where a change names an offer that there is not.
    func offers(
        _ recorded: OfferTable?, at places: Places, findings: inout [Diagnostic]
    ) throws(Failure) -> OfferTable? {
        var result = recorded ?? OfferTable()
        for (number, item) in items.enumerated() {
            let name: String
            switch item.change {
            case .hoursOfOffer(let offer, _), .offerEnds(let offer): name = offer
            default: continue
            }
            let directory = PlaceDirectory(offers: result)
            guard let row = directory.row(name).map(Int.init) else {
                throw unknown(name, "changes[\(number + 1)].offer", at: item, directory.hint(name))
            }
            if case .hoursOfOffer(_, let hours) = item.change {
                result.setHours(hours, ofOffer: row)
                if let place = placeWithOwnHours(ofOffer: row, in: result, places) {
                    findings.append(
                        Diagnostic(.changeWithoutConsequence, at: item.location, ["offer": name, "place": place]))
                }
            } else {
                result = result.taking(result.ids.indices.filter { $0 != row })
            }
        }
        guard recorded != nil else { return nil }
        var newRows: [Int32: Int32] = [:]
        for (row, origin) in places.origins.enumerated() {
            if case .recorded(let old) = origin { newRows[Int32(old)] = Int32(row) }
        }
        return result.keepingPlaces(newRows)
    }

    /// The first place of an offer that has hours of its own, which count instead of those of the offer.
    private func placeWithOwnHours(ofOffer offer: Int, in offers: OfferTable, _ places: Places) -> String? {
        for old in offers.places(ofOffer: offer) {
            guard let row = places.origins.firstIndex(of: .recorded(Int(old))) else { continue }
            if places.places.hours[row] != nil { return places.places.names[row] }
        }
        return nil
    }
}

extension PlaceTable {
    /// Adds a place of which only what a plan says is known; a category that is new to the table keeps the order by id.
    fileprivate mutating func append(
        id: String, name: String, category: Category, at position: (x: Double, y: Double), hours text: String?
    ) {
        var index = categories.firstIndex { $0.id == category.id }
        if index == nil {
            let place = categories.firstIndex { $0.id > category.id } ?? categories.count
            categories.insert(category, at: place)
            categoryIndexes = categoryIndexes.map { Int($0) >= place ? $0 + 1 : $0 }
            index = place
        }
        ids.append(id)
        names.append(name)
        categoryIndexes.append(Int32(index ?? 0))
        xs.append(position.x)
        ys.append(position.y)
        capacities.append(nil)
        roomAreas.append(nil)
        hours.append(text)
        operators.append(nil)
        operatorKinds.append(.notRecorded)
        languages.append([])
        wheelchair.append(.unknown)
        fundedUntil.append(nil)
        sources.append(nil)
        dates.append(nil)
        if !entranceEnds.isEmpty { entranceEnds.append(Int32(truncatingIfNeeded: entranceXs.count)) }
    }
}
