import Foundation
import Testing
import Wording

@testable import ReferenceSystems

@Suite("The choice of operation")
struct OperationChoiceTests {
    private func operation(
        _ from: String, _ to: String, area: GeographicArea? = nil, missingGrid: MissingGridPolicy = .refuse
    ) throws -> TransformOperation {
        try CoordinateTransform(
            from: CoordinateReferenceSystem(from), to: CoordinateReferenceSystem(to), area: area,
            missingGrid: missingGrid
        ).operation
    }

    private func refusal(_ from: String, _ to: String) throws -> ReferenceSystemError? {
        let systems = try (CoordinateReferenceSystem(from), CoordinateReferenceSystem(to))
        return #expect(throws: ReferenceSystemError.self) {
            try CoordinateTransform(from: systems.0, to: systems.1)
        }
    }

    /// Boxes in Flensburg, Aachen, the Black Forest, Frankfurt, Berlin, and all of Germany.
    private static let areas: [GeographicArea?] = [
        nil, GeographicArea(west: 9.3, south: 54.7, east: 9.5, north: 54.9),
        GeographicArea(west: 5.9, south: 50.7, east: 6.2, north: 50.9),
        GeographicArea(west: 8, south: 47.8, east: 8.4, north: 48.2),
        GeographicArea(west: 8.4, south: 50, east: 8.9, north: 50.3),
        GeographicArea(west: 13.3, south: 52.4, east: 13.5, north: 52.6),
        GeographicArea(west: 5.8, south: 47.2, east: 15.1, north: 55.1),
    ]

    @Test(
        "DHDN goes through BETA2007, whatever the direction, the target and the place",
        arguments: ["EPSG:31466", "EPSG:31467", "EPSG:31468", "EPSG:31469", "EPSG:4314"])
    func beta2007(code: String) throws {
        for target in ["EPSG:25832", "EPSG:25833", "EPSG:4258", "EPSG:4326", "OGC:CRS84", "EPSG:3035", "EPSG:4647"] {
            for area in Self.areas {
                for (from, to) in [(code, target), (target, code)] {
                    let operation = try operation(from, to, area: area)
                    #expect(operation.grids == [.init(name: "BETA2007.gsb", isAvailable: true)], "\(from) → \(to)")
                    #expect(!operation.usesFallback && !operation.isBallpark)
                    let accuracy = try #require(operation.accuracyMetres)
                    #expect(accuracy == 0.9 || accuracy == 1)
                }
            }
        }
    }

    @Test("a finer grid of one state that is not installed is named beside BETA2007")
    func finerGrid() throws {
        let operation = try operation(
            "EPSG:31467", "EPSG:25832", area: GeographicArea(west: 9, south: 48, east: 9.5, north: 48.5))
        #expect(operation.missingGrids.count == 1)
        #expect(operation.missingGrids.first?.contains("BWTA2017") == true)
    }

    @Test(
        "WGS 84 and ETRS89 are the same within a metre and need nothing",
        arguments: [
            ("EPSG:4326", "EPSG:4258"), ("EPSG:4258", "EPSG:4326"), ("OGC:CRS84", "EPSG:25832"),
            ("EPSG:25833", "EPSG:4326"), ("EPSG:3035", "OGC:CRS84"),
        ])
    func nullTransformation(from: String, to: String) throws {
        let operation = try operation(from, to)
        #expect(operation.accuracyMetres == 1)
        #expect(operation.grids.isEmpty && operation.missingGrids.isEmpty)
        #expect(!operation.isBallpark && !operation.usesFallback)
    }

    @Test(
        "zones of one datum differ by map projections only, to the millimetre",
        arguments: [
            ("EPSG:31467", "EPSG:31468"), ("EPSG:4647", "EPSG:25832"), ("EPSG:5650", "EPSG:25833"),
            ("EPSG:25832", "EPSG:3035"),
        ])
    func sameDatum(from: String, to: String) throws {
        let operation = try operation(from, to)
        #expect(operation.accuracyMetres == 0)
        #expect(operation.grids.isEmpty)
    }

    @Test(
        "a datum shift whose grid is not installed is refused with the grid's name",
        arguments: [
            ("EPSG:28992", "EPSG:25832", "rdtrans2018"), ("EPSG:4258", "EPSG:28992", "rdtrans2018"),
            ("EPSG:27700", "EPSG:4258", "OSTN15"),
        ])
    func missingGrid(from: String, to: String, grid: String) throws {
        let error = try #require(try refusal(from, to))
        #expect(error.kind == .gridMissing)
        #expect(error.detail.contains(grid))
        #expect(error.description(.german).contains("proj-data") && error.description.contains("proj-data"))
    }

    @Test("on request the next best is done and marked with its accuracy")
    func fallback() throws {
        let dutch = try operation("EPSG:28992", "EPSG:25832", missingGrid: .allowLessAccurate)
        #expect(dutch.usesFallback && !dutch.isBallpark && dutch.accuracyMetres == 0.25)
        #expect(dutch.missingGrids.count == 1)
        let british = try operation("EPSG:27700", "EPSG:4258", missingGrid: .allowLessAccurate)
        #expect(british.usesFallback && british.isBallpark && british.accuracyMetres == nil)
    }

    @Test("where no datum shift is known at all it is refused, and done on request as a ballpark")
    func ballpark() throws {
        let text = """
            GEOGCS["Somewhere",DATUM["Nobody knows",SPHEROID["Bessel 1841",6377397.155,299.1528128]],\
            PRIMEM["Greenwich",0],UNIT["degree",0.0174532925199433]]
            """
        let error = try #require(try refusal(text, "EPSG:25832"))
        #expect(error.kind == .ballpark)
        let operation = try operation(text, "EPSG:25832", missingGrid: .allowLessAccurate)
        #expect(operation.isBallpark && operation.usesFallback && operation.accuracyMetres == nil)
    }

    @Test("between two celestial bodies there is no way")
    func noOperation() throws {
        let moon = """
            GEOGCS["Moon",DATUM["D_Moon",SPHEROID["Moon",1737400,0]],PRIMEM["Reference_Meridian",0],\
            UNIT["degree",0.0174532925199433]]
            """
        #expect(try refusal(moon, "EPSG:25832")?.kind == .noOperation)
    }

    @Test("an area that is no area is not handed on")
    func unsoundArea() throws {
        let area = GeographicArea(west: .nan, south: 1e300, east: .infinity, north: -5)
        #expect(try operation("EPSG:31467", "EPSG:25832", area: area).grids.map(\.name) == ["BETA2007.gsb"])
    }

    /// The database of PROJ, where one of the folders that PROJ searches has it.
    private static var database: URL? {
        let environment = ProcessInfo.processInfo.environment
        let named = [environment["PROJ_DATA"], environment["PROJ_LIB"]].compactMap(\.self)
        let folders = named.flatMap { $0.split(separator: ":").map(String.init) }
        return (folders + ["/usr/share/proj", "/usr/local/share/proj", "/opt/homebrew/share/proj"])
            .map { URL(filePath: $0).appending(path: "proj.db") }
            .first { FileManager.default.fileExists(atPath: $0.path) }
    }

    /// Runs in a process of its own, since PROJ reads the folder of its data from the environment.
    @Test(
        "without the file of BETA2007 the shift is refused, on request a formula of 3 m stands in and says so",
        .enabled(if: database != nil, "proj.db is in none of the usual folders; name its folder in PROJ_DATA"))
    func withoutBeta2007() async {
        await #expect(processExitsWith: .success) {
            let folder = FileManager.default.temporaryDirectory.appending(path: "quartier-proj-\(getpid())")
            try FileManager.default.createDirectory(at: folder, withIntermediateDirectories: true)
            defer { try? FileManager.default.removeItem(at: folder) }
            let database = try #require(OperationChoiceTests.database)
            try FileManager.default.createSymbolicLink(
                at: folder.appending(path: "proj.db"), withDestinationURL: database)
            setenv("PROJ_DATA", folder.path, 1)
            setenv("PROJ_NETWORK", "ON", 1)
            let systems = try (CoordinateReferenceSystem("EPSG:31467"), CoordinateReferenceSystem("EPSG:25832"))
            let error = #expect(throws: ReferenceSystemError.self) {
                try CoordinateTransform(from: systems.0, to: systems.1)
            }
            #expect(error?.kind == .gridMissing && error?.detail.contains("BETA2007") == true)
            let transform = try CoordinateTransform(
                from: systems.0, to: systems.1, missingGrid: .allowLessAccurate)
            #expect(transform.operation.usesFallback && transform.operation.accuracyMetres == 3)
            #expect(transform.operation.missingGrids.first?.contains("BETA2007") == true)
            #expect(transform.apply(x: 3_500_000, y: 5_500_000) != nil)
        }
    }
}
