import Features
import TestSupport
import Testing
import Wording

@testable import Travel

/// What the report says of drawn streets.
@Suite struct NetworkReportTests {
    static let text = """
        A-----B-----C   M-N
        |     |     |
        |     |     |
        D-----E-----F   O-P

        ABC highway=residential
        DEF highway=footway
        AD  highway=motorway
        CF  highway=residential access=private
        MN  highway=path
        """

    static func report(_ text: String = text, _ profile: TravelProfile = .walking, step: Double = 100) throws
        -> NetworkReport
    {
        StreetNetwork.make(try StreetSketch(text, step: step).ways, profile: profile).report
    }

    @Test func lengthsByKindAndReason() throws {
        let report = try Self.report()
        #expect(report.profile == "walking" && report.wayCount == 7 && report.usedWayCount == 5)
        #expect(report.kinds.map(\.name) == ["residential", "footway", "path"])
        #expect(report.kinds.map(\.metres) == [1_700, 1_200, 200])
        #expect(report.metres == 3_100 && report.droppedMetres == 600)
        #expect(report.dropped.map(\.reason) == [.kind, .private] && report.dropped.map(\.metres) == [300, 300])
        #expect(report.dropped.map(\.kind) == ["motorway", "residential"])
        #expect(report.oneWayMetres == 0 && report.trap == nil)
    }

    @Test func islandsAreMarkedAndKept() throws {
        let report = try Self.report()
        #expect(report.components.map(\.metres) == [2_700, 200, 200])
        #expect(report.components.map(\.isIsland) == [false, true, true])
        #expect(report.components.map(\.nodeCount) == [6, 2, 2] && report.components.map(\.edgeCount) == [5, 1, 1])
        #expect(report.islands.count == 2)
        #expect(report.islands.map(\.place.x) == [1_600, 1_600])
        #expect(report.islands.map(\.place.y).sorted() == [0, 300])
    }

    @Test func aSecondTownIsNoIsland() throws {
        let report = try Self.report("A------B  C------D", step: 100)
        #expect(report.components.map(\.isIsland) == [false, false])
        // Long, but less than a hundredth of the whole.
        let long = try Self.report(
            "A\n|\n\(String(repeating: "|\n", count: 200))B\n\nAB highway=path\nAB highway=path", step: 1)
        #expect(long.components.count == 1)
        let far = try Self.report("A" + String(repeating: "-", count: 200) + "B C-D", step: 400)
        #expect(far.components.map(\.metres) == [80_400, 800] && far.components.map(\.isIsland) == [false, true])
    }

    @Test func theLongestEdgeIsNamed() throws {
        let longest = try #require(try Self.report().longestEdge)
        #expect(longest.metres == 600 && ["ABC", "DEF"].contains(longest.way))
    }

    @Test func trapsOfOneWays() throws {
        let text = """
            A---B---C---D
            |   |
            E---F

            BC highway=residential oneway=yes
            """
        let trap = try #require(try Self.report(text, .bicycle).trap)
        #expect(trap.nodeCount == 2 && trap.metres == 400)
        #expect([800, 1_200].contains(trap.place.x))
        #expect(try Self.report(text, .bicycle).oneWayMetres == 400)
        #expect(try Self.report(text, .walking).trap == nil)
        // One way round a block is no trap.
        #expect(try Self.report("A---B\n|   |\nC---D\n\nABDCA highway=residential oneway=yes", .bicycle).trap == nil)
    }

    @Test func whatIsAssumedForWheelchairs() throws {
        let text = """
            A-----B-----C

            AB highway=footway surface=asphalt width=2 incline=0%
            BC highway=footway
            """
        let report = try Self.report(text, .wheelchair)
        #expect(report.metres == 1_200 && report.assumedMetres == 600)
        #expect(try Self.report(text, .walking).assumedMetres == 0)
    }

    @Test func findingsSayWhatIsApartAndWhatIsLeftOut() throws {
        let findings = try Self.report().diagnostics(at: SourceLocation(file: "streets.osm")) { place in
            LongitudeLatitude(longitude: place.x / 1_000, latitude: place.y / 1_000)
        }
        #expect(findings.map(\.code) == [.networkComponents, .streetsDropped])
        #expect(findings[0].longitudeLatitude?.longitude == 1.6)
        #expect(
            findings[0].message(.english)
                == "The street network (\"On foot\") lies in 3 parts that no street joins; 400 m lie outside the largest one; "
                + "small islands: 2.")
        #expect(
            findings[1].message(.german)
                == "600 m Straßen und Wege gehören nicht zum Wegenetz („Zu Fuß“); am meisten motorway, 300 m: "
                + "Art der Straße.")
        let whole = try Self.report("A-B").diagnostics(at: SourceLocation(file: "-")) { _ in nil }
        #expect(whole.isEmpty)
        let empty = try Self.report("A-B\n\nAB highway=motorway", .bicycle).diagnostics(at: SourceLocation(file: "-")) {
            _ in nil
        }
        #expect(empty.map(\.code) == [.networkEmpty] && empty[0].severity == .warning)
        #expect(empty[0].message(.english).contains("Of 1 streets and paths none") == true)
    }

    @Test(arguments: TravelProfile.all.map(\.id), [Language.german, .english])
    func everyProfileAndReasonHasAName(_ profile: String, _ language: Language) {
        let catalogue = Catalogue.of(language)
        #expect(catalogue.template("profile.\(profile).name") != nil)
        for reason in Passage.Refusal.allCases {
            #expect(catalogue.template("refusal.\(reason.rawValue)") != nil)
        }
    }

    @Test func lengthsInWords() {
        #expect(NetworkReport.lengthText(0.4) == "0 m" && NetworkReport.lengthText(9_999.4) == "9999 m")
        #expect(NetworkReport.lengthText(9_999.5) == "10 km" && NetworkReport.lengthText(123_456) == "123 km")
    }
}
