/// Guesses what the rows of a table are from its columns, where no geometry tells.
enum TableGuess {
    /// The kind of a table; nil where it is none that a project knows.
    ///
    /// - Parameter hasAddresses: Whether other files have house numbers by which rows with an address are placed. Without
    ///   them a list of places is one all the same, residents are not: then a census may say where they live.
    static func kind(_ layer: LayerDescription, _ hasAddresses: Bool) -> LayerEntry.Kind? {
        guard layer.census == nil else { return nil }
        if layer.format == .asciiGrid { return .heights }
        if isSchoolHolidays(layer) { return .schoolHolidays }
        let position = position(layer)
        if position == nil, isParticipation(layer) { return .participation }
        if position == nil, isRoomSlots(layer) { return .roomSlots }
        if position == nil, isOffers(layer) { return .offers }
        if position == .coordinates {
            if isStops(layer) { return .stops }
            if isAddressList(layer) { return .addresses }
        }
        let isPlaced = position == .coordinates || position == .address && hasAddresses
        if isPlaced, isPopulation(layer) { return .population }
        if !layer.quarterColumns.isEmpty, !ColumnGuess.counts(in: layer, .wholeNumbers).isEmpty, layer.category == nil {
            return .quarterTable
        }
        return isPlaced || position == .address && isPlaces(layer) ? .places : nil
    }

    /// What says where the rows of a table lie.
    private enum Position {
        case coordinates, address
    }

    private static func position(_ layer: LayerDescription) -> Position? {
        guard layer.format.isTabular else { return nil }
        let roles = ColumnGuess.roles(of: layer, as: .places)
        if roles[.x] != nil, roles[.y] != nil { return .coordinates }
        return roles[.street] == nil ? nil : .address
    }

    /// Whether the rows have addresses alone, and nothing says where these lie.
    static func lacksHouseNumbers(_ layer: LayerDescription, _ hasAddresses: Bool) -> Bool {
        !hasAddresses && position(layer) == .address && (isPlaces(layer) || isPopulation(layer))
    }

    /// Something with a name and a category, wherever it may be.
    private static func isPlaces(_ layer: LayerDescription) -> Bool {
        let roles = ColumnGuess.roles(of: layer, as: .places)
        return roles[.name] != nil && (roles[.category] != nil || layer.category != nil)
    }

    /// Residents of addresses or positions: with a column for all of them, and none of names, which schools and their
    /// pupils have.
    private static func isPopulation(_ layer: LayerDescription) -> Bool {
        layer.category == nil && !ColumnGuess.groups(of: layer).isEmpty
            && ColumnGuess.roles(of: layer, as: .places)[.name] == nil
    }

    /// Stops: called so, or with departures; a column for each weekday holds opening hours.
    static func isStops(_ layer: LayerDescription) -> Bool {
        let roles = ColumnGuess.roles(of: layer, as: .stops)
        let departures: [LayerEntry.Role] = [.departuresWeekday, .departuresSaturday, .departuresSunday]
        let hasWeekdays = ColumnGuess.roles(of: layer, as: .places)[.tuesday] != nil
        return layer.isNamed(.stops) || !hasWeekdays && departures.contains { roles[$0] != nil }
    }

    /// House numbers and nothing else of interest: called so, or without names, categories and counts.
    static func isAddressList(_ layer: LayerDescription) -> Bool {
        let roles = ColumnGuess.roles(of: layer, as: .addresses)
        guard roles[.street] != nil, ColumnGuess.groups(of: layer).isEmpty else { return false }
        if layer.format.isTabular, roles[.x] == nil || roles[.y] == nil { return false }
        let places = ColumnGuess.roles(of: layer, as: .places)
        let telling: [LayerEntry.Role] = [.name, .category, .hours, .operator, .capacity]
        return layer.isNamed(.addresses)
            || roles[.houseNumber] != nil && layer.category == nil && !telling.contains { places[$0] != nil }
    }

    private static func isOffers(_ layer: LayerDescription) -> Bool {
        let roles = ColumnGuess.roles(of: layer, as: .offers)
        let telling: [LayerEntry.Role] = [.funding, .fundedUntil, .decidedBy, .targetGroups, .places]
        return layer.isNamed(.offers) || telling.count { roles[$0] != nil } > 1
    }

    /// What became of something, with when it was answered or in what form people were asked.
    private static func isParticipation(_ layer: LayerDescription) -> Bool {
        let roles = ColumnGuess.roles(of: layer, as: .participation)
        let telling: [LayerEntry.Role] = [.outcome, .answeredOn, .format, .result]
        let count = telling.count { roles[$0] != nil }
        return layer.isNamed(.participation) ? count > 0 : count > 2
    }

    /// Hours of a place with who has the key, or for a room and a time. What has a name of its own is an offer or a place,
    /// whose key is an id.
    private static func isRoomSlots(_ layer: LayerDescription) -> Bool {
        let roles = ColumnGuess.roles(of: layer, as: .roomSlots)
        guard let place = roles[.place], roles[.hours] != nil else { return false }
        let name = ColumnGuess.roles(of: layer, as: .offers)[.name]
        if layer.isNamed(.roomSlots) || roles[.keyHolder] != nil && (name ?? place) == place { return true }
        return roles[.room] != nil && (roles[.agreement] != nil || roles[.validUntil] != nil)
    }

    /// First and last days, of a file or a column that is called after holidays, or with nothing but a name beside them.
    private static func isSchoolHolidays(_ layer: LayerDescription) -> Bool {
        let names = layer.columns.map(\.name)
        let days = Set(layer.columns.filter { $0.values == .days }.map(\.name))
        guard let first = CalendarEntry.HolidayColumn.first.found(in: names),
            let last = CalendarEntry.HolidayColumn.last.found(in: names), days.isSuperset(of: [first, last])
        else { return false }
        return layer.isNamed(.schoolHolidays) || layer.columns.contains { ColumnGuess.speaksOfHolidays($0.name) }
            || layer.columns.count == 2
    }
}
