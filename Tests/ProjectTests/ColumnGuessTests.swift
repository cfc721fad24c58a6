import Testing

@testable import Project

@Suite struct ColumnGuessTests {
    private func role(_ column: String, in kind: LayerEntry.Kind) -> LayerEntry.Role? {
        let layer = LayerDescription(
            file: "x", shapes: [.points], count: 3, columns: [.init(name: column, distinctCount: 3)])
        return ColumnGuess.roles(of: layer, as: kind).first?.key
    }

    @Test(arguments: [
        ("id", LayerEntry.Role.id), ("AREA_ID", .id), ("Kennung", .id), ("Schlüssel", .id), ("quartier_nr", .id),
        ("objectid", .id), ("slug", .id),
        ("Name", .name), ("AREA_NAME", .name), ("Bezeichnung", .name), ("facility", .name), ("Einrichtung", .name),
        ("place", .name), ("Schulname", .name),
        ("Kategorie", .category), ("Art", .category), ("amenity", .category), ("art_der_einrichtung", .name),
        ("Plätze", .capacity), ("plaetze", .capacity), ("childcare_places", .capacity), ("anzahlPlätze", .capacity),
        ("opening_hours", .hours), ("Öffnungszeiten", .hours), ("zeiten", .hours),
        ("Träger", .operator), ("institution", .operator), ("Schulträger", .operator), ("operator", .operator),
        ("Sprachen", .languages), ("languages", .languages),
        ("Rollstuhl", .wheelchair), ("wheelchair", .wheelchair), ("barrierefrei", .wheelchair),
        ("gefoerdert_bis", .fundedUntil), ("funded_until", .fundedUntil), ("Förderende", .fundedUntil),
        ("Adresse", .address), ("address", .address), ("Anschrift", .address), ("Straße", .address),
    ]) func columnsOfPlaces(_ column: String, _ expected: LayerEntry.Role) {
        #expect(role(column, in: .places) == expected)
    }

    @Test(arguments: [
        ("Grundlage", LayerEntry.Role.basis), ("Rolle", .role), ("Datum", .date), ("Begründung", .reason),
        ("Prüfung", .review), ("review", .review), ("reason", .reason),
    ]) func columnsOfFocusAreas(_ column: String, _ expected: LayerEntry.Role) {
        #expect(role(column, in: .focusAreas) == expected)
        // A role that a kind of layer cannot have is not guessed for it.
        #expect(role(column, in: .quarters) == nil)
    }

    @Test(arguments: ["details", "lunch_offer", "group_6_14", "", "nameless", "ideal"])
    func otherColumnsMeanNothing(_ column: String) {
        #expect(role(column, in: .focusAreas) == nil)
    }

    @Test func anIdIsDifferentForEachFeature() {
        let layer = LayerDescription(
            file: "x", shapes: [.polygons], count: 3,
            columns: [
                .init(name: "id", distinctCount: 2), .init(name: "code", distinctCount: 3),
                .init(name: "name", distinctCount: 1),
            ])
        #expect(ColumnGuess.roles(of: layer, as: .quarters) == [.id: "code", .name: "name"])
    }

    @Test func aColumnHasOneRole() {
        let layer = LayerDescription(
            file: "x", shapes: [.points], count: 1, columns: [.init(name: "name_id", distinctCount: 1)])
        #expect(ColumnGuess.roles(of: layer, as: .places) == [.id: "name_id"])
    }

    @Test(arguments: [
        ("Einwohner", "all"), ("residents", "all"), ("EW", "all"), ("pop_2024", "all"), ("insgesamt", "all"),
        ("Bevölkerung", "all"),
    ]) func allResidents(_ column: String, _ group: String) {
        #expect(groups([column]) == ["\(group)=\(column)"])
    }

    @Test func otherGroupsNeedAllResidents() {
        #expect(groups(["auslaender"]) == [])
        #expect(
            groups(["ab65", "u18", "foreign", "pop"]) == ["all=pop", "foreign=foreign", "under18=u18", "65plus=ab65"])
        #expect(groups(["Einwohner", "Ausländer_A", "frauen"]) == ["all=Einwohner", "foreign=Ausländer_A"])
    }

    /// A word in a name never takes a column that is the whole name of another group.
    @Test func foreignBornAreNoForeignCitizens() {
        #expect(groups(["foreign_born", "residents"]) == ["all=residents", "foreign_born=foreign_born"])
        #expect(
            groups(["residents", "foreign_born", "foreign_citizenship", "migration_background"]) == [
                "all=residents", "foreign=foreign_citizenship", "foreign_born=foreign_born",
                "migration_background=migration_background",
            ])
        #expect(groups(["Jahr", "Einwohner"]) == ["all=Einwohner"])
    }

    /// A table is placed by its street, which other layers only show.
    @Test func theStreetOfATablePlacesIt() {
        let table = LayerDescription(
            file: "x.csv", shapes: [], count: 3, columns: [.init(name: "Straße", distinctCount: 3)])
        #expect(ColumnGuess.roles(of: table, as: .places) == [.street: "Straße"])
    }

    @Test func sharesAreNoCounts() {
        let layer = LayerDescription(
            file: "x", shapes: [.points], count: 3, columns: [.init(name: "einwohner", distinctCount: 3)])
        #expect(ColumnGuess.groups(of: layer).isEmpty)
    }

    private func groups(_ columns: [String]) -> [String] {
        let layer = LayerDescription(
            file: "x", shapes: [.points], count: 3,
            columns: columns.map { .init(name: $0, values: .wholeNumbers, distinctCount: 3) })
        return ColumnGuess.groups(of: layer).map { "\($0.id)=\($0.column)" }
    }
}
