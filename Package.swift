// swift-tools-version: 6.2
import PackageDescription

/// Every target is compiled alike: Swift 6, explicit existentials, imports that do not leak, warnings are errors.
let strict: [SwiftSetting] = [
    .swiftLanguageMode(.v6),
    .enableUpcomingFeature("ExistentialAny"),
    .enableUpcomingFeature("InternalImportsByDefault"),
    .enableUpcomingFeature("MemberImportVisibility"),
    .treatAllWarnings(as: .error),
]

/// A library target with the common settings.
func library(_ name: String, _ dependencies: [Target.Dependency] = [], wrapsC: Bool = false) -> Target {
    .target(
        name: name, dependencies: dependencies, swiftSettings: wrapsC ? strict + [.strictMemorySafety()] : strict)
}

/// The test target of a library target.
func tests(_ name: String, _ dependencies: [Target.Dependency] = [], resources: [Resource]? = nil) -> Target {
    .testTarget(
        name: name + "Tests", dependencies: [.byName(name: name)] + dependencies, resources: resources,
        swiftSettings: strict)
}

/// The program that `Scripts/bench` measures; built only on request, with QUARTIER_BENCH=1 in the environment.
let isBenchmarkWanted = Context.environment["QUARTIER_BENCH"] != nil
let benchmarkProducts: [Product] =
    isBenchmarkWanted ? [.executable(name: "quartier-bench", targets: ["QuartierBench"])] : []
let benchmarkTargets: [Target] =
    isBenchmarkWanted
    ? [
        .executableTarget(
            name: "QuartierBench", dependencies: ["Workloads", "History", "CMemory"], swiftSettings: strict)
    ] : []

let package = Package(
    name: "Quartier",
    products: [
        .executable(name: "quartier", targets: ["QuartierTool"])
    ] + benchmarkProducts,
    dependencies: [
        .package(url: "https://github.com/apple/swift-argument-parser", from: "1.8.2"),
        .package(url: "https://github.com/jpsim/Yams", from: "6.2.2"),
        .package(url: "https://github.com/groue/GRDB.swift", from: "7.10.0"),
        .package(url: "https://github.com/hummingbird-project/swift-mustache", from: "2.1.1"),
        .package(url: "https://github.com/apple/swift-log", from: "1.14.0"),
        .package(url: "https://github.com/swift-server/swift-service-lifecycle", from: "2.13.0"),
    ],
    targets: [
        // 0: system libraries
        .systemLibrary(name: "CGEOS", pkgConfig: "geos", providers: [.apt(["libgeos-dev"])]),
        .systemLibrary(name: "COpenSSL", pkgConfig: "libcrypto", providers: [.apt(["libssl-dev"])]),
        .systemLibrary(name: "CZip", pkgConfig: "libzip", providers: [.apt(["libzip-dev"])]),
        .systemLibrary(name: "CShapelib", pkgConfig: "shapelib", providers: [.apt(["libshp-dev"])]),
        .systemLibrary(name: "CXlsxwriter", pkgConfig: "xlsxwriter", providers: [.apt(["libxlsxwriter-dev"])]),
        // libosmium is headers only: compiled here, behind a C face. Its assertions would end the process on broken files;
        // what they guard is checked in the face.
        .target(
            name: "COsmium", cxxSettings: [.define("OSMIUM_WITH_LZ4"), .define("NDEBUG")],
            linkerSettings: ["z", "deflate", "bz2", "expat", "lz4"].map { .linkedLibrary($0) }),
        // PROJ, of which the headers are needed to build (libproj-dev); loaded when first used.
        .target(name: "CPROJ"),
        // COIN-OR CLP, of which the headers are needed to build (coinor-libclp-dev); loaded when first used.
        .target(name: "CClp"),
        // What the C library offers and Swift does not see: settings of the allocator, for programs only.
        .target(name: "CMemory"),
        // The one step in which two folders change places.
        .target(name: "CFiles"),
        // 1: pure Swift, no C, no Foundation
        library("Parallel"),
        library("Planar", ["Parallel"]),
        library("Wording"),
        library("Scheduling"),
        // 2: the wrappers
        library("Topology", ["Planar", "Parallel", "CGEOS"], wrapsC: true),
        library("ReferenceSystems", ["Parallel", "Wording", "CPROJ"], wrapsC: true),
        library("LinearProgramming", ["CClp"], wrapsC: true),
        // 3: what a file said, and what of it holds
        library("Features", ["Planar", "Parallel", "Wording", "Topology", "ReferenceSystems"]),
        // 4: archives; formats in and out; overlay; travel
        library("Archives", ["Features", "CZip"], wrapsC: true),
        library("Formats", ["Archives", "Features", "Planar", "Parallel", "ReferenceSystems", "COpenSSL"]),
        library(
            "GeoPackage",
            [
                "Features", "Formats", "Planar", "ReferenceSystems", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        library("Shapefile", ["Features", "Formats", "Planar", "ReferenceSystems", "CShapelib"], wrapsC: true),
        library("Spreadsheets", ["Formats", "Archives", "Features", "CXlsxwriter"], wrapsC: true),
        library("Overlay", ["Features", "Planar", "Parallel", "Topology"]),
        library("Travel", ["Features", "Planar", "Parallel", "ReferenceSystems", "Topology"]),
        library(
            "OpenStreetMap", ["Travel", "Features", "Formats", "Planar", "Parallel", "Wording", "COsmium"],
            wrapsC: true),
        library("Hours", ["Features", "Wording"]),
        // 5–6: the domain and its indicators
        library("Town", ["Features", "Hours", "Overlay", "Travel", "Planar", "Wording"]),
        library("Indicators", ["Town", "Features", "Hours", "Overlay", "Parallel", "Planar", "Travel", "Wording"]),
        // 7: what may be said of it in public
        library(
            "Disclosure", ["LinearProgramming", "Indicators", "Town", "Overlay", "Features", "Parallel", "Wording"]),
        library(
            "Project",
            [
                "Disclosure", "Town", "Hours", "Scheduling", "Features", "Wording",
                .product(name: "Yams", package: "Yams"),
            ]),
        // 7: what an outsider can work out from a publication; knows nothing of how it was made
        library(
            "Audit",
            [
                "GeoPackage", "Spreadsheets", "Formats", "Features", "LinearProgramming", "Parallel", "Planar",
                "Topology", "Wording",
            ]),
        // 8: what was computed over the years
        library(
            "History",
            [
                "Features", "Formats", .product(name: "GRDB", package: "GRDB.swift"),
                .product(name: "GRDBSQLite", package: "GRDB.swift"),
            ]),
        // 8–9: reports and the pipeline
        library(
            "Reports",
            [
                "Disclosure", "Indicators", "Town", "Hours", "Overlay", "Formats", "Features", "Planar", "Wording",
                .product(name: "Mustache", package: "swift-mustache"),
            ]),
        library(
            "Pipeline",
            [
                "Archives", "Reports", "History", "Scheduling", "Disclosure", "Indicators", "Town", "Hours", "Overlay",
                "Travel",
                "OpenStreetMap", "GeoPackage",
                "Shapefile", "Spreadsheets", "Formats", "Features", "Topology", "ReferenceSystems", "Planar",
                "Parallel", "Wording", "Project", "Audit", "CFiles",
            ]),
        // 9: what the benchmark measures
        library(
            "Workloads",
            [
                "History", "Reports", "Disclosure", "Indicators", "Town", "Travel", "OpenStreetMap", "Overlay",
                "Formats",
                "Features", "Topology", "ReferenceSystems", "Planar", "Parallel",
            ]),
        // 11: the command
        .executableTarget(
            name: "QuartierTool",
            dependencies: [
                "Pipeline", "History", "Reports", "Scheduling", "Audit", "Indicators", "Town", "Travel",
                "OpenStreetMap", "Formats", "Features",
                "Topology", "ReferenceSystems", "Planar", "Wording", "CMemory",
                .product(name: "ArgumentParser", package: "swift-argument-parser"),
                .product(name: "Logging", package: "swift-log"),
                .product(name: "ServiceLifecycle", package: "swift-service-lifecycle"),
                .product(name: "UnixSignals", package: "swift-service-lifecycle"),
            ],
            swiftSettings: strict),
        // tests, one target for each, and what several of them use
        .target(
            name: "TestSupport", dependencies: ["Features", "Formats", "Planar", "Travel", "Wording"],
            path: "Tests/TestSupport",
            swiftSettings: strict),
        tests("Parallel", ["TestSupport"]),
        tests("Planar"),
        tests("Wording", ["TestSupport"]),
        tests("Scheduling", resources: [.copy("Fixtures")]),
        tests("LinearProgramming", ["TestSupport"]),
        tests("Topology", ["Planar"], resources: [.copy("Fixtures")]),
        tests("ReferenceSystems", ["TestSupport", "Wording"], resources: [.copy("Fixtures")]),
        tests("Formats", ["Archives", "Features", "Planar", "TestSupport", "Wording"], resources: [.copy("Fixtures")]),
        tests("Archives", ["Features", "Wording"]),
        tests(
            "Spreadsheets", ["Archives", "Features", "Formats", "TestSupport", "Wording"],
            resources: [.copy("Fixtures")]),
        tests(
            "GeoPackage",
            [
                "Features", "Formats", "Planar", "ReferenceSystems", "TestSupport", "Wording",
                .product(name: "GRDB", package: "GRDB.swift"),
            ], resources: [.copy("Fixtures")]),
        tests(
            "Shapefile", ["Features", "Formats", "Planar", "ReferenceSystems", "TestSupport", "Wording"],
            resources: [.copy("Fixtures")]),
        tests(
            "Features", ["Planar", "ReferenceSystems", "TestSupport", "Topology", "Wording"],
            resources: [.copy("Fixtures")]),
        tests("Overlay", ["Planar", "TestSupport", "Topology"], resources: [.copy("Fixtures")]),
        tests(
            "Travel", ["Features", "Planar", "ReferenceSystems", "TestSupport", "Topology", "Wording"],
            resources: [.copy("Fixtures")]),
        tests(
            "OpenStreetMap",
            ["Features", "Formats", "Planar", "ReferenceSystems", "TestSupport", "Town", "Travel", "Wording"],
            resources: [.copy("Fixtures")]),
        tests("Hours", ["Features", "TestSupport", "Wording"], resources: [.copy("Fixtures")]),
        tests(
            "Indicators", ["Features", "Hours", "Overlay", "Planar", "TestSupport", "Town", "Travel", "Wording"],
            resources: [.copy("Fixtures")]),
        tests("Town", ["Features", "Hours", "Overlay", "Planar", "ReferenceSystems", "TestSupport", "Wording"]),
        tests(
            "Audit",
            [
                "Features", "Formats", "LinearProgramming", "TestSupport", "Wording",
                .product(name: "GRDB", package: "GRDB.swift"),
            ]),
        tests("History", ["Features", "Wording", .product(name: "GRDB", package: "GRDB.swift")]),
        tests(
            "Project", ["Disclosure", "Features", "Hours", "Scheduling", "TestSupport", "Town", "Wording"],
            resources: [.copy("Fixtures")]),
        tests(
            "Disclosure",
            [
                "Audit", "Formats", "Indicators", "LinearProgramming", "Overlay", "Planar", "TestSupport", "Town",
                "Wording",
            ]),
        tests(
            "Reports",
            [
                "Disclosure", "Indicators", "Town", "Overlay", "Travel", "Formats", "Features", "Planar", "TestSupport",
                "Wording",
            ],
            resources: [.copy("Golden")]),
        tests(
            "Pipeline",
            [
                "Archives", "Disclosure", "Spreadsheets", "GeoPackage", "Features", "Formats", "History", "Indicators",
                "Overlay", "Parallel", "Planar", "Scheduling",
                "Project", "ReferenceSystems", "Reports", "TestSupport", "Town", "Travel", "Wording",
            ],
            resources: [.copy("Golden")]),
        tests("Workloads", ["Features", "Formats", "Pipeline", "Planar", "TestSupport", "Travel"]),
        // The command is built with its tests and run as a process.
        tests("QuartierTool", ["Formats", "TestSupport"]),
    ] + benchmarkTargets,
    cxxLanguageStandard: .cxx17
)
