import Features
import Wording
import Foundation
import Overlay
import ReferenceSystems
import TestSupport
import Testing
import Town

@testable import Pipeline

/// The layers laid over each other, on a town that can be worked out by hand.
@Suite struct StudyAssemblyTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func assemble(_ town: TinyTown) throws -> StudyAssembly {
        let inputs = try TownInputs.read(town.write(to: scratch), missingGrid: .refuse, progress: .silent)
        return try StudyAssembly(inputs, progress: .silent)
    }

    private func codes(_ assembly: StudyAssembly) -> [DiagnosticCode] { assembly.findings.map(\.code).sorted() }

    private func residents(_ study: Study, _ quarter: Int, group: Int = 0) throws -> Double {
        study.overlay.quarterMembership.sum(try #require(study.population).counts[group], area: quarter)
    }

    @Test func cellsAreDividedByArea() throws {
        let assembly = try assemble(TinyTown())
        let study = assembly.study
        #expect(study.population?.areCells == true)
        // West: 100 + 50 + half of 40; East: 200 + the other half.
        #expect(abs(try residents(study, 0) - 170) < 1e-9)
        #expect(abs(try residents(study, 1) - 220) < 1e-9)
        #expect(abs(try residents(study, 0, group: 1) - 24) < 1e-9)
        #expect(study.overlay.quarterMembership.isEstimated(area: 0))
        #expect(study.overlay.residentsOutside == [0, 0])
        #expect(codes(assembly) == [.chapterDropped, .cellsCut])
    }

    @Test func pointsAreCountedWhole() throws {
        var town = TinyTown()
        town.population = [
            TinyTown.residents("p1", (10, 1010), all: 5, foreign: 1),
            // On the common border: counted once, in the first quarter.
            TinyTown.residents("p2", (1000, 1500), all: 7, foreign: 2),
            TinyTown.residents("p3", (1999, 1999), all: 11, foreign: 0),
        ]
        let assembly = try assemble(town)
        #expect(assembly.study.population?.areCells == false)
        #expect(try residents(assembly.study, 0) == 12)
        #expect(try residents(assembly.study, 1) == 11)
        #expect(!assembly.study.overlay.quarterMembership.isEstimated(area: 0))
        #expect(!codes(assembly).contains(.cellsCut))
    }

    @Test func focusAreasAreCutByQuarters() throws {
        let study = try assemble(TinyTown()).study
        let pieces = study.overlay.focusPieces
        #expect(pieces.map(\.quarter) == [0, 1])
        for piece in pieces {
            #expect(abs(piece.squareMetres - 500_000) < 1e-3)
            #expect(abs(piece.shareOfQuarter - 0.5) < 1e-9)
            #expect(abs(piece.shareOfArea - 0.5) < 1e-9)
            // Only the cell on the quarters' border lies in the area, half in each quarter.
            #expect(abs(piece.residents[0] - 20) < 1e-9)
            #expect(piece.isEstimated)
        }
        #expect(study.focusAreas?.grounds.map(\.basis) == [.councilDecision])
        #expect(study.overlay.placesByFocusArea == [[]])
    }

    @Test func focusAreaOutsideEveryQuarterIsReportedAndKept() throws {
        var town = TinyTown()
        let basis = #","basis":"computed""#
        town.focusAreas.append(TinyTown.area("X", "Fern", box: (2500, 1000, 2600, 1100), more: basis))
        let assembly = try assemble(town)
        let finding = try #require(assembly.findings.first { $0.code == .focusOutside })
        #expect(finding.location?.feature == 1)
        #expect(finding.location?.featureID == "X")
        #expect(assembly.study.focusAreas?.areas.ids == ["F", "X"])
        #expect(assembly.study.overlay.focusPieces.map(\.area) == [0, 0])
    }

    @Test func otherAreasAreLaidOverTheQuartersToo() throws {
        var town = TinyTown()
        town.otherAreas = [TinyTown.area("A", "Zentrum", box: (0, 1000, 1000, 1600))]
        let study = try assemble(town).study
        #expect(study.otherAreas.map(\.title) == ["Sonstige"])
        let pieces = try #require(study.overlay.otherPieces.first)
        #expect(pieces.map(\.quarter) == [0])
        #expect(abs(pieces[0].shareOfQuarter - 0.6) < 1e-9)
        // The library lies inside.
        #expect(study.overlay.placesByOtherArea == [[[0]]])
        // c1 and c2 wholly, c4 by half.
        #expect(abs(pieces[0].residents[0] - 170) < 1e-9)
    }

    @Test func placesAreInsideNearABorderOrOutside() throws {
        var town = TinyTown()
        town.places = [
            TinyTown.place("in", "a", "library", (999, 1500)), TinyTown.place("on", "b", "library", (1000, 1500)),
            TinyTown.place("near", "c", "library", (2049, 1500)), TinyTown.place("out", "d", "library", (2051, 1500)),
        ]
        let assembly = try assemble(town)
        let assignments = assembly.study.overlay.placeAssignments
        #expect(assignments.map(\.situation) == [.inside, .inside, .nearBorder, .outside])
        #expect(assignments.map(\.quarter) == [0, 0, 1, -1])
        let near = try #require(assembly.findings.first { $0.code == .placeNearBorder })
        #expect(near.location?.feature == 2)
        #expect(near.arguments["quarter"] == "East")
        #expect(assembly.findings.first { $0.code == .placeOutside }?.location?.feature == 3)
    }

    @Test func residentsOutsideAreCountedApart() throws {
        var town = TinyTown()
        town.population.append(TinyTown.cell("far", (3000, 1500), all: 33, foreign: 3))
        let assembly = try assemble(town)
        #expect(assembly.study.overlay.residentsOutside == [33, 3])
        let finding = try #require(assembly.findings.first { $0.code == .residentsOutside })
        #expect(finding.arguments == ["count": "1", "residents": "33"])
        #expect(finding.location?.feature == 4)
    }

    @Test func missingLayersDropChapters() throws {
        var town = TinyTown()
        town.population = []
        town.focusAreas = []
        let assembly = try assemble(town)
        #expect(assembly.study.population == nil)
        #expect(assembly.study.focusAreas == nil)
        let dropped = assembly.findings.filter { $0.code == .chapterDropped }
        #expect(Set(dropped.compactMap { $0.arguments["kind"] }) == ["focus_areas", "population", "streets"])
        for finding in dropped {
            // The message names the chapter and the file that would open it, in words.
            #expect(!finding.message(.german).contains("chapter."))
            #expect(!finding.remedy(.english).contains("chapter."))
        }
    }

    @Test func placesRecordedTwiceAreSuspected() throws {
        var town = TinyTown()
        town.places += [
            TinyTown.place("L2", "Bücherei", "library", (460, 1550)),
            // The same name far away, and another category at the same spot, are other places.
            TinyTown.place("L3", "Bücherei", "library", (900, 1900)),
            TinyTown.place("C", "Bücherei", "cafe", (450, 1550)),
        ]
        let findings = try assemble(town).findings.filter { $0.code == .placeDuplicate }
        #expect(findings.map { $0.location?.feature } == [2])
        #expect(findings.first?.arguments["other"] == "L")
    }

    @Test func layersOfSeveralFilesKeepIDsApart() throws {
        var town = TinyTown()
        town.more = ""
        let project = try town.write(to: scratch)
        let text = try String(contentsOf: URL(filePath: project), encoding: .utf8)
        let layer =
            "  - kind: places\n    file: \"places.geojson\"\n    crs: \"EPSG:25832\"\n"
            + "    columns: { id: id, name: name, category: category }\n"
        try scratch.write(text.replacing(layer, with: layer + layer), to: "town/quartier.yaml")
        let study = try StudyAssembly(
            TownInputs.read(project, missingGrid: .refuse, progress: .silent), progress: .silent
        ).study
        #expect(study.places.ids == ["L", "S", "2:L", "2:S"])
    }

    @Test func quartersWithoutAnyAreaEndTheRun() throws {
        var town = TinyTown()
        town.quarters = [TinyTown.place("W", "West", "x", (1, 1))]
        #expect(throws: Failure.self) { try assemble(town) }
        do {
            _ = try assemble(town)
        } catch let failure as Failure {
            #expect(failure.kind == .malformedData)
            #expect(failure.diagnostics.first?.code == .layerEmpty)
            #expect(failure.diagnostics.contains { $0.code == .wrongKind && $0.location?.feature == 0 })
        }
    }
}
