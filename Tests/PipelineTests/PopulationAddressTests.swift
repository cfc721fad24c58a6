import Features
import Overlay
import TestSupport
import Testing
import Town

@testable import Pipeline

/// Residents in lists of addresses and of positions.
@Suite struct PopulationAddressTests {
    private static let book =
        #"{ kind: addresses, file: book.csv, crs: "EPSG:3035", "#
        + "columns: { x: x, y: y, street: Strasse, house_number: Nr } }"
    private static let list =
        "{ kind: population, file: list.csv, columns: { street: Str, house_number: Hausnummer } }"

    private static func town() -> PeopleTown {
        var town = PeopleTown()
        town.files["book.csv"] =
            "Strasse;Nr;x;y\nHauptstraße;1;4310100;3380100\nHauptstraße;3;4311500;3380100\nAm Markt;2a;4310940;3380500\n"
        town.files["list.csv"] =
            "Str;Hausnummer;Einwohner\nHauptstr.;1;12\nHauptstraße;3;30\nAm Markt;2 a;7\nNirgends;1;99\n"
        return town
    }

    @Test func addressesArePlacedByTheAddressLayerInAnyOrder() throws {
        var town = Self.town()
        for layers in [[Self.book, Self.list], [Self.list, Self.book]] {
            town.layers = layers
            let assembly = try town.assemble()
            #expect(assembly.study.population?.areCells == false)
            #expect(try assembly.people(0) == 19)
            #expect(try assembly.people(1) == 30)
            // A street that the book does not have is told of, and its people are nowhere.
            #expect(assembly.has(.addressUnknown))
            #expect(assembly.study.population?.counts[0].reduce(0, +) == 49)
            #expect(assembly.noise == nil)
        }
    }

    @Test func positionsThatAreNoNumbersAreFindings() throws {
        var town = PeopleTown()
        town.files["list.csv"] = "x;y;Einwohner\n4310100;3380100;5\nhier;3380100;7\n4311500;3380100;9\n"
        town.layers = [#"{ kind: population, file: list.csv, crs: "EPSG:3035", columns: { x: x, y: y } }"#]
        let assembly = try town.assemble()
        #expect(try assembly.people(0) == 5 && assembly.people(1) == 9)
        let finding = try #require(assembly.findings.first { $0.code == .valueNotNumeric })
        #expect(finding.arguments["column"] == "x" && finding.location?.line == 3)
    }

    @Test func pointsCountBesideCells() throws {
        var town = PopulationCensusTests.town()
        town.files["list.csv"] = "x;y;Auslaender\n4310100;3380600;5\n4311500;3380100;9\n"
        town.groups.append(#"{ id: "foreign", column: "Auslaender", name: { de: "Ausländische" } }"#)
        let points = #"{ kind: population, file: list.csv, crs: "EPSG:3035", columns: { x: x, y: y } }"#
        for layers in [town.layers + [points], [points] + town.layers] {
            var town = town
            town.layers = layers
            let assembly = try town.assemble()
            // A point has no area, and its people count all the same.
            #expect(try agree(assembly.people(0), 180) && agree(assembly.people(1), 220))
            #expect(try assembly.people(0, group: 1) == 5 && assembly.people(1, group: 1) == 9)
            #expect(assembly.study.overlay.residentsOutside.allSatisfy { agree($0, 0) })
            let membership = assembly.study.overlay.quarterMembership
            for area in 0..<2 {
                let origins = Array(membership.origins[membership.entries(ofArea: area)])
                #expect(origins == origins.sorted())
            }
        }
    }
}
