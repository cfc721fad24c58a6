import Testing
import Wording

@testable import Project

/// What tables are by their columns, and what the years in columns and the words in file names say.
@Suite struct TableGuessTests {
    private func table(
        _ file: String, _ columns: String, whole: String = "", days: String = "", quarter: String? = nil
    ) -> LayerDescription {
        func names(_ text: String) -> [String] { text.split(separator: ";").map(String.init) }
        var layer = LayerDescription(
            file: file, shapes: [], count: 3,
            columns: names(columns).map { .init(name: $0, distinctCount: 3) }
                + names(whole).map { .init(name: $0, values: .wholeNumbers, distinctCount: 3) }
                + names(days).map { .init(name: $0, values: .days, distinctCount: 3) })
        if let quarter { layer.quarterColumns = [.id: quarter] }
        return layer
    }

    @Test(arguments: [
        ("a.csv", "Ort;Raum;Zeiten;Schlüssel", LayerEntry.Kind.roomSlots),
        ("raumbelegung.xlsx", "Ort;Zeiten", .roomSlots), ("a.csv", "Ort;Raum;Zeiten;Vereinbarung", .roomSlots),
        ("a.csv", "Angebot;Ort;Zeiten;Zielgruppe", .offers), ("angebote.csv", "Titel;Wochentag", .offers),
        ("a.csv", "Name;lon;lat", .places), ("a.csv", "Name;Kategorie;Straße;Hausnummer", .places),
        ("a.csv", "place;room;hours;key_holder", .roomSlots),
        ("a.csv", "Schlüssel;Titel;Ort;Zeiten;Zielgruppe", .offers),
        ("a.csv", "Name;lon;lat;Dienstag;Samstag;Sonntag", .places),
        ("a.csv", "Name;lon;lat;Werktag;Samstag", .stops), ("stops.txt", "stop_id;stop_name;stop_lat;stop_lon", .stops),
        ("a.csv", "Straße;Hausnummer;PLZ;Ostwert;Nordwert", .addresses),
        ("hauskoordinaten.csv", "Strasse;Hnr;x;y", .addresses), ("dgm.asc", "", .heights),
    ]) func columnsTellTheKind(_ file: String, _ columns: String, _ kind: LayerEntry.Kind) {
        #expect(TableGuess.kind(table(file, columns), false) == kind)
    }

    @Test(arguments: ["Datum;Quartier;Ort;Art;Text;Sichtbar;Quelle", "Straße;Länge", "Name;Ort", ""])
    func otherTablesAreNothing(_ columns: String) {
        #expect(TableGuess.kind(table("a.csv", columns), true) != .offers)
        #expect(TableGuess.kind(table("a.csv", columns), false) == nil)
    }

    @Test func schoolHolidaysAreDays() {
        func kind(_ file: String, _ columns: String, _ days: String) -> LayerEntry.Kind? {
            TableGuess.kind(table(file, columns, days: days), false)
        }
        #expect(kind("schulferien.csv", "Name", "von;bis") == .schoolHolidays)
        #expect(kind("a.csv", "Ferien", "Beginn;Ende") == .schoolHolidays)
        #expect(kind("a.csv", "", "von;bis") == .schoolHolidays)
        #expect(kind("a.csv", "Maßnahme", "von;bis") == nil)
        #expect(TableGuess.kind(table("ferien.csv", "Name;von;bis"), false) == nil)
    }

    @Test func residentsOfAddressesNeedHouseNumbers() {
        let register = table("a.csv", "Straße;Hausnummer", whole: "Einwohner;Ausländer")
        #expect(TableGuess.kind(register, true) == .population)
        #expect(TableGuess.kind(register, false) == nil && TableGuess.lacksHouseNumbers(register, false))
        // Schools count, too.
        let schools = table("a.csv", "Name;Straße", whole: "insgesamt")
        #expect(TableGuess.kind(schools, true) == .places)
        #expect(TableGuess.kind(table("kitas.csv", "Straße", whole: "insgesamt"), true) == .places)
    }

    @Test func aPlacedRegisterGoesBeforeFiguresPerQuarter() {
        let both = table("a.csv", "Stadtteil;Straße;Hausnummer", whole: "Einwohner", quarter: "Stadtteil")
        #expect(TableGuess.kind(both, true) == .population)
        #expect(TableGuess.kind(both, false) == .quarterTable)
    }

    @Test func coordinatesThatNobodyFilledInPlaceNothing() {
        var places = table("orte.csv", "Name;Straße;Kategorie;x;y")
        #expect(ColumnGuess.roles(of: places, as: .places)[.x] == "x")
        places.columns[3].distinctCount = 0
        #expect(ColumnGuess.roles(of: places, as: .places)[.x] == nil)
        #expect(TableGuess.lacksHouseNumbers(places, false) && !TableGuess.lacksHouseNumbers(places, true))
    }

    // MARK: Years

    @Test func yearsInColumnsAreGroupsAndYears() throws {
        let layer = table(
            "a.csv", "Stadtteil", whole: "EW 2020;Ausländer 2021;EW2021;Fläche", quarter: "Stadtteil")
        let years = try #require(YearColumns(layer))
        #expect(years.years == [2020, 2021] && years.subject == nil)
        #expect(years.groups.map(\.name) == ["EW", "Ausländer"])
        #expect(ColumnGuess.counts(in: layer, .wholeNumbers) == ["all": "EW", "foreign": "Ausländer"])
    }

    @Test func nothingButYearsAskTheFileOfWhom() {
        func subject(_ file: String, _ sheet: String? = nil) -> String? {
            var layer = table(file, "Stadtteil", whole: "2020;2021", quarter: "Stadtteil")
            layer.table = sheet
            return YearColumns(layer)?.subject
        }
        #expect(subject("Einwohner_Stadtteile.csv") == "Einwohner")
        #expect(subject("reihen.xlsx", "Ausländer") == "Ausländer")
        #expect(subject("geburten.csv") == nil)
        let births = table("geburten.csv", "Stadtteil", whole: "2020;2021", quarter: "Stadtteil")
        #expect(YearColumns(births) == nil && TableGuess.kind(births, true) == nil)
    }

    @Test func elsewhereTheNewestYearCounts() {
        let layer = LayerDescription(
            file: "zellen.geojson", shapes: [.polygons], count: 3,
            columns: ["einwohner_2020", "einwohner_2022", "einwohner_2021"].map {
                .init(name: $0, values: .wholeNumbers, distinctCount: 3)
            })
        #expect(ColumnGuess.groups(of: layer).map(\.column) == ["einwohner_2022"])
        #expect(YearColumns(layer) == nil)
    }

    // MARK: Towns

    @Test func mostFilesAreCalledAfterTheTown() {
        func name(_ files: String...) -> String? {
            TownGuess.name(inFileNames: files.map { LayerDescription(file: $0, shapes: [], count: nil, columns: []) })
        }
        #expect(name("stadtteile_flensburg.geojson", "kitas-Flensburg.csv", "zensus.csv") == "Flensburg")
        #expect(name("bad_nauheim_kitas.csv", "bad_nauheim_wege.gpkg") == "Bad Nauheim")
        #expect(name("stadtteile_2024.geojson", "kitas_2024.csv", "einwohner_2024.csv") == nil)
        #expect(name("flensburg.geojson") == nil)
        #expect(name("a_kiel.csv", "b_bonn.csv", "c_kiel.csv", "d_bonn.csv") == nil)
    }

    @Test func whatNamesTheTownIsSaid() {
        let guess = TownGuess(
            name: "Bonn", basis: .column, arguments: ["file": "a\nb.csv", "column": "Ort", "count": "3", "total": "4"],
            municipalKey: "05314000")
        let text = ProjectDraft(layers: [], town: guess, period: "2024", language: .english).text
        #expect(
            text.contains(
                "  name: \"Bonn\"  # guessed: stands in 3 of 4 rows of the column \"Ort\" of \"a\\u000ab.csv\"\n"))
        #expect(text.contains("  ags: \"05314000\"  # guessed\n"))
    }

    /// Places out of OpenStreetMap count once: in the map.
    @Test func whatComesFromTheMapIsLeftToTheMap() {
        let pharmacies = LayerDescription(
            file: "apotheken.geojson", shapes: [.points], count: 3, columns: [.init(name: "@id", distinctCount: 3)])
        let map = LayerDescription(file: "karte.osm.pbf", shapes: [], count: nil, columns: [])
        func files(_ layers: [LayerDescription]) -> Set<String> { Set(LayerGuess.all(layers).map(\.layer.file)) }
        #expect(files([pharmacies]) == ["apotheken.geojson"])
        #expect(files([pharmacies, map]) == ["karte.osm.pbf"])
    }
}
