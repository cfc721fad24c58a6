import Features
import TestSupport
import Testing
import Town

@testable import Pipeline

/// What is said of counts that cannot be right, and of sources that do not go together.
@Suite struct PopulationFindingTests {
    private static let foreign = #"{ id: "foreign", column: "Auslaender", name: { de: "Ausländische" } }"#
    private static let table = "{ kind: quarter_table, file: register.csv, columns: { id: id } }"

    private static func town(_ register: String) -> PeopleTown {
        var town = PeopleTown()
        town.files["register.csv"] = register
        town.layers = [table]
        town.groups.append(foreign)
        return town
    }

    private static func found(_ assembly: StudyAssembly, _ code: DiagnosticCode) -> [Diagnostic] {
        assembly.findings.filter { $0.code == code }
    }

    // MARK: - Two censuses

    @Test(arguments: [false, true])
    func aSecondCensusIsLeftOut(isTurned: Bool) throws {
        var town = PopulationCensusTests.town()
        town.files["old.csv"] =
            "Gitter_ID_100m;x_mp_100m;y_mp_100m;Einwohner;Auslaender\n"
            + PeopleTown.cell(0, 0, "90;20") + PeopleTown.cell(15, 5, "150;30")
        town.layers.append("{ kind: population, file: old.csv }")
        if isTurned { town.layers.reverse() }
        let assembly = try town.assemble()
        let finding = try #require(Self.found(assembly, .otherCensus).first)
        #expect(finding.severity == .warning)
        #expect(finding.arguments == (isTurned ? ["year": "2022", "used": "2011"] : ["year": "2011", "used": "2022"]))
        #expect(finding.location?.file.hasSuffix(isTurned ? "people.csv" : "old.csv") == true)
        #expect(agree(try assembly.people(0), isTurned ? 90.0 : 180))
        // A group that only the other census knows is missing, not mixed in.
        town.groups.append(Self.foreign)
        let mixed = try town.assemble()
        #expect(agree(try mixed.people(0, group: 1), isTurned ? 20.0 : 0))
        #expect(mixed.has(.columnMissing) != isTurned)
    }

    @Test func theCensusIsThatOfAllResidents() throws {
        var town = PopulationCensusTests.town()
        town.files["old.csv"] = "Gitter_ID_100m;x_mp_100m;y_mp_100m;Auslaender\n" + PeopleTown.cell(0, 0, "20")
        town.layers = ["{ kind: population, file: old.csv }"] + town.layers
        town.groups.append(Self.foreign)
        let assembly = try town.assemble()
        #expect(Self.found(assembly, .otherCensus).map(\.arguments) == [["year": "2011", "used": "2022"]])
        #expect(agree(try assembly.people(0), 180))
        // One census alone is no reason for a finding, be it in layers of two sizes.
        town.layers.removeFirst()
        #expect(!(try town.assemble()).has(.otherCensus))
    }

    // MARK: - Tables that know nobody

    @Test func aTableThatKnowsNoGroupIsSaid() throws {
        let assembly = try Self.town("id;Haushalte\nW;80\nE;100\n").assemble()
        #expect(assembly.study.population == nil)
        let missing = Self.found(assembly, .columnMissing)
        #expect(missing.map { $0.arguments["column"] } == ["Einwohner", "Auslaender"])
        #expect(missing.allSatisfy { $0.location?.file.hasSuffix("register.csv") == true && $0.severity == .error })
        // A table that knows one of them is asked for the other.
        let half = try Self.town("id;Einwohner\nW;80\nE;100\n").assemble()
        #expect(Self.found(half, .columnMissing).map { $0.arguments["column"] } == ["Auslaender"])
    }

    // MARK: - Counts that cannot be

    @Test func negativeFiguresAreMissing() throws {
        let assembly = try Self.town("id;Einwohner;Auslaender\nW;173;-9\nE;-1;8\n").assemble()
        let negative = Self.found(assembly, .valueNegative)
        #expect(negative.map { $0.arguments["column"] } == ["Einwohner", "Auslaender"])
        #expect(negative.map { $0.location?.line } == [3, 2])
        // Nobody knows how many: at most everybody, and of everybody no bound.
        let west = try #require(try assembly.interval(0, group: 1))
        let east = try #require(try assembly.interval(1))
        #expect(west.lower == 0 && agree(west.upper, 173) && !east.isBounded)
    }

    @Test func aGroupLargerThanAllIsSaidOfItsRow() throws {
        let assembly = try Self.town("id;Einwohner;Auslaender\nW;173;21\nE;219;220\n").assemble()
        let found = Self.found(assembly, .groupExceedsAll)
        #expect(found.map { $0.location?.line } == [3])
        #expect(found[0].arguments == ["group": "foreign", "column": "Auslaender"])
        #expect(Self.found(assembly, .groupExceedsResidents).isEmpty)
        let fine = try Self.town("id;Einwohner;Auslaender\nW;173;21\nE;219;219\n").assemble()
        #expect(Self.found(fine, .groupExceedsAll).isEmpty)
    }

    @Test func sharesAboveAllAreSaid() throws {
        var town = Self.town("id;Einwohner;Anteil\nW;200;112,5\nE;100;10,0\n")
        town.groups[1] = #"{ id: "foreign", share: "Anteil", name: { de: "Ausländische" } }"#
        let assembly = try town.assemble()
        #expect(Self.found(assembly, .groupExceedsAll).map { $0.location?.line } == [2])
        #expect(agree(try assembly.people(0, group: 1), 200))
        var cells = PeopleTown()
        cells.groups = [cells.groups[0], town.groups[1]]
        cells.files["cells.geojson"] = PeopleTown.collection([
            PeopleTown.box("a", [0, 0, 90, 90], more: #","Einwohner":10,"Anteil":140"#)
        ])
        cells.layers = [#"{ kind: population, file: cells.geojson, crs: "EPSG:3035", columns: { id: id } }"#]
        let shown = try cells.assemble()
        #expect(Self.found(shown, .groupExceedsAll).count == 1)
        #expect(agree(try shown.people(0, group: 1), 10))
    }

    @Test func fractionsInARegisterAreSaidOnce() throws {
        let assembly = try Self.town("id;Einwohner;Auslaender\nW;173,5;21\nE;219,25;8\n").assemble()
        #expect(Self.found(assembly, .valueNotWhole).map { $0.arguments["count"] } == ["2"])
    }

    @Test func groupsOfAnotherSourceAreComparedPerQuarter() throws {
        var town = Self.town("id;Einwohner\nW;30\nE;400\n")
        town.files["census.csv"] =
            PeopleTown.header2022 + "Auslaender\n" + PeopleTown.cell(3, 3, "90") + PeopleTown.cell(15, 5, "40")
        town.layers.append("{ kind: population, file: census.csv }")
        let assembly = try town.assemble()
        let found = Self.found(assembly, .groupExceedsResidents)
        #expect(found.map(\.arguments) == [["group": "foreign", "name": "Quartier W"]])
        // Noise may make a group a little larger than all: 90 ± 2.8 and 88.
        town.files["register.csv"] = "id;Einwohner\nW;88\nE;400\n"
        #expect(Self.found(try town.assemble(), .groupExceedsResidents).isEmpty)
    }

    @Test func negativeAndImpossibleCountsOfCellsAreSaid() throws {
        var town = PeopleTown()
        town.groups.append(Self.foreign)
        town.files["cells.geojson"] = PeopleTown.collection([
            PeopleTown.box("a", [0, 0, 90, 90], more: #","Einwohner":10,"Auslaender":12"#),
            PeopleTown.box("b", [100, 0, 190, 90], more: #","Einwohner":-9,"Auslaender":1e400"#),
        ])
        town.layers = [#"{ kind: population, file: cells.geojson, crs: "EPSG:3035", columns: { id: id } }"#]
        let assembly = try town.assemble()
        #expect(Self.found(assembly, .groupExceedsAll).map { $0.location?.featureID } == ["a"])
        #expect(Self.found(assembly, .valueNegative).map { $0.location?.featureID } == ["b"])
        #expect(assembly.has(.valueNotNumeric) || assembly.has(.numberOutOfRange))
        var census = PopulationCensusTests.town()
        census.files["people.csv"] = PeopleTown.header2022 + "Einwohner;Auslaender\n" + PeopleTown.cell(0, 0, "10;12")
        census.groups.append(Self.foreign)
        #expect(Self.found(try census.assemble(), .groupExceedsAll).count == 1)
    }
}
