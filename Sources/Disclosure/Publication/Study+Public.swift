internal import Indicators
internal import Overlay
internal import Town

extension Study {
    /// The study with everything taken out that is never public, whatever its size.
    var withoutSecrets: Study {
        var result = self
        result.dropInternalGroups()
        result.dropSensitivePlaces()
        result.memory = memory.published(withoutPlaces: Set(places.ids).subtracting(result.places.ids))
        result.hidePersons()
        result.dropComputedFocusAreas()
        // Figures of groups by quarter and year, which no page of the edition tells.
        (result.statusFigures, result.quarterSeries) = (nil, nil)
        return result
    }

    /// The targets of reach that count an organised meeting place, alone or with others.
    var organisedTargets: Set<String> {
        let categories = places.categories
        func isOrganised(_ category: PlaceTable.Category) -> Bool {
            category.kind == .meetingPlace && category.encounter == .organised
        }
        return Set(
            ReachTarget.all(of: places).filter { target in
                target.categories.contains { categories[checked: Int($0)].map(isOrganised) ?? false }
            }.map(\.id))
    }

    /// The indexes of focus areas that only a computation points to.
    var computedFocusAreas: [Int] {
        guard let focusAreas else { return [] }
        return focusAreas.grounds.indices.filter { focusAreas.grounds[$0].basis == .computed }
    }

    /// The study as it is published: people only where the door lets them through, and those as exactly as they may be
    /// told; nothing of groups below the quarters.
    func published(_ hidden: HiddenValues) -> Study {
        var result = self
        if let counts = population?.counts.prefix(1) { result.population?.counts = Array(counts) }
        if let spreads = population?.spreads.prefix(1) { result.population?.spreads = Array(spreads) }
        let outside = overlay.residentsOutside.first.map { PublishedNumber.rounded($0, unit: "persons") }
        result.overlay.residentsOutside = hidden.outside == nil ? outside.map { [$0] } ?? [] : []
        result.overlay.residentsOutsideRanges =
            hidden.outside == nil ? overlay.residentsOutsideRanges.prefix(1).map { $0?.outwardPersons } : []
        for piece in overlay.focusPieces.indices {
            result.overlay.focusPieces[piece].publish(hidden.pieces[checked: 0]?[checked: piece] ?? nil)
        }
        for layer in overlay.otherPieces.indices {
            for piece in overlay.otherPieces[layer].indices {
                result.overlay.otherPieces[layer][piece].publish(
                    hidden.pieces[checked: layer + 1]?[checked: piece] ?? nil)
            }
        }
        return result
    }

    /// The study as it is published where counts are rounded or noisy: without the ranges of the true ones.
    func published(_ printed: PrintedPeople) -> Study {
        var result = self
        if let counts = population?.counts.prefix(1) { result.population?.counts = Array(counts) }
        if let spreads = population?.spreads.prefix(1) { result.population?.spreads = Array(spreads) }
        result.overlay.residentsOutside = printed.outside.map { [$0] } ?? []
        result.overlay.residentsOutsideRanges = []
        for piece in overlay.focusPieces.indices {
            result.overlay.focusPieces[piece].publish(printed.pieces[checked: 0]?[checked: piece])
        }
        for layer in overlay.otherPieces.indices {
            for piece in overlay.otherPieces[layer].indices {
                result.overlay.otherPieces[layer][piece].publish(printed.pieces[checked: layer + 1]?[checked: piece])
            }
        }
        return result
    }

    /// Takes out the groups whose figures never leave the town hall; all residents are never one of them.
    private mutating func dropInternalGroups() {
        let kept = groups.indices.filter { $0 == 0 || !groups[$0].isInternal }
        guard kept.count < groups.count else { return }
        groups = groups.taking(kept)
        if let people = population {
            population?.counts = people.counts.taking(kept)
            population?.spreads = people.spreads.isEmpty ? [] : people.spreads.taking(kept)
        }
    }

    private mutating func dropSensitivePlaces() {
        let old = places
        let kept = old.ids.indices.filter { !(old.category(ofPlace: $0)?.isSensitive ?? false) }
        guard kept.count < old.count || old.categories.contains(where: \.isSensitive) else { return }
        let categories = old.categories.indices.filter { !old.categories[$0].isSensitive }
        var newIndexes: [Int: Int32] = [:]
        for (new, category) in categories.enumerated() { newIndexes[category] = Int32(new) }
        places = old.taking(kept)
        places.categories = categories.map { old.categories[$0] }
        places.categoryIndexes = places.categoryIndexes.map { newIndexes[Int($0)] ?? -1 }
        overlay.placeAssignments = overlay.placeAssignments.taking(kept)
        var newPlaces: [Int32: Int32] = [:]
        for (new, place) in kept.enumerated() { newPlaces[Int32(place)] = Int32(new) }
        offers = offers?.keepingPlaces(newPlaces)
        rooms = rooms?.keepingPlaces(Set(places.ids))
        overlay.placesByFocusArea = overlay.placesByFocusArea.map { $0.compactMap { newPlaces[$0] } }
        overlay.placesByOtherArea = overlay.placesByOtherArea.map { $0.map { $0.compactMap { newPlaces[$0] } } }
    }

    /// Takes out the internal fields of offers, and who runs a place or an offer where that is a person or looks so.
    private mutating func hidePersons() {
        offers = offers?.withoutInternals
        rooms = rooms?.withoutPersons
        let shown = places.ids.indices.map(places.shownOperator)
        places.operators = shown.map(\.name)
        places.operatorKinds = shown.map(\.kind)
    }

    private mutating func dropComputedFocusAreas() {
        let dropped = Set(computedFocusAreas)
        guard !dropped.isEmpty, let old = focusAreas else { return }
        let kept = old.areas.ids.indices.filter { !dropped.contains($0) }
        var newIndexes: [Int32: Int32] = [:]
        for (new, area) in kept.enumerated() { newIndexes[Int32(area)] = Int32(new) }
        focusAreas = FocusAreaTable(
            areas: AreaTable(
                title: old.areas.title, ids: old.areas.ids.taking(kept), names: old.areas.names.taking(kept),
                geometries: old.areas.geometries.taking(kept)),
            grounds: old.grounds.taking(kept))
        overlay.focusPieces = overlay.focusPieces.compactMap { piece in
            guard let area = newIndexes[piece.area] else { return nil }
            var piece = piece
            piece.area = area
            return piece
        }
        var membership = AreaMembership()
        for area in kept where area < overlay.focusMembership.areaCount {
            let entries = overlay.focusMembership.entries(ofArea: area)
            membership.appendArea(
                origins: Array(overlay.focusMembership.origins[entries]),
                weights: Array(overlay.focusMembership.weights[entries]))
        }
        overlay.focusMembership = membership
        overlay.placesByFocusArea = overlay.placesByFocusArea.taking(kept)
    }
}

extension OverlayPiece {
    fileprivate mutating func publish(_ count: Double?) {
        residents = residents.isEmpty ? [] : count.map { [$0] } ?? []
        residentRanges = []
    }

    fileprivate mutating func publish(_ reason: HidingReason?) {
        isSuppressed = reason != nil && !residents.isEmpty
        residents = isSuppressed ? [] : residents.prefix(1).map { PublishedNumber.rounded($0, unit: "persons") }
        residentRanges = isSuppressed ? [] : residentRanges.prefix(1).map { $0?.outwardPersons }
    }
}

extension ClosedRange<Double> {
    /// The range of a number of people as it is published.
    fileprivate var outwardPersons: ClosedRange<Double> {
        let (low, high) = PublishedNumber.outward(lowerBound, upperBound, unit: "persons")
        return (low ?? lowerBound)...Swift.max(low ?? lowerBound, high ?? upperBound)
    }
}
