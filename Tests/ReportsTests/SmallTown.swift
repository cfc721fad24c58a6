import Disclosure
import Features
import Indicators
import Overlay
import Planar
import Synchronization
import Town
import Travel
import Wording

@testable import Reports

/// A town of three squares side by side, 1 km each: Altstadt with most people, Neustadt with some, Hafen with none.
/// A council's focus area lies across the first border, a computed one outside the town.
struct SmallTown {
    var townName = "Kleinstadt"
    var quarterNames = ["Altstadt", "Neustadt", "Hafen"]
    /// How many of the quarters the town has, from the first one on.
    var quarterCount = 3
    var placeNames = ["Treff am Markt", "Stadtpark", "Rathaus", "Haus am Wald", "Bootshaus", "Hofladen"]
    var hasPopulation = true
    var hasGroups = true
    /// Whether the counts are those of a protected table: noise of variance 50 on every count, and of the second home
    /// only a range is known: 250 to 350 people, 30 to 80 of the group.
    var isUncertain = false
    var hasFocusAreas = true
    var hasStreets = true
    var hasOtherAreas = false
    /// Whether reach is measured along a street from west to east, 180 m north of the home in the south of Altstadt, and
    /// there are stops.
    var isTimed = false
    /// The table of offers: name, places, operator, its kind, funding, who decides; nil for none.
    var offers: [[String]]?
    /// The room slots; nil for none.
    var rooms: RoomSlots?
    /// Notes and participation.
    var memory = TownMemory()
    /// The period.
    var period = "2024"
    var language = Language.german
    var edition = Edition.internal
    var confirmation: PlacesConfirmation? = PlacesConfirmation(on: "2024-11-30", by: "Stadtplanung")
    var understanding = SmallTown.understanding
    var sources = [
        SourceNote(
            name: "Stadt Kleinstadt", licence: "CC0-1.0", date: "2024-12-31", attribution: "© Stadt Kleinstadt",
            address: "https://kleinstadt.example/daten")
    ]

    static let understanding = Understanding(
        text: "Alle, die hier leben, gehören dazu.\n\nWir treffen uns.", adoptedBy: "Stadtrat",
        adoptedOn: "2023-05-11",
        goals: [
            Understanding.Goal(
                id: "treffpunkt", text: "Ein Treffpunkt in der Nähe, für alle.", indicators: ["coverage_share"]),
            Understanding.Goal(id: "sprache", text: "Sprache lernen.", indicators: []),
        ])

    func square(_ x: Double, _ y: Double, _ size: Double) throws -> Geometry {
        try Geometry(
            kind: .polygon, xs: [x, x + size, x + size, x, x], ys: [y, y, y + size, y + size, y], ringEnds: [5])
    }

    private var places: PlaceTable {
        var places = PlaceTable()
        places.categories = [
            PlaceTable.Category(
                id: "community_centre", names: [.german: "Gemeinschaftshaus", .english: "Community centre"],
                kind: .meetingPlace, encounter: .organised),
            PlaceTable.Category(
                id: "library", names: [.german: "Bibliothek", .english: "Library"], kind: .meetingPlace,
                encounter: .everyday),
            PlaceTable.Category(
                id: "park", names: [.german: "Park", .english: "Park"], kind: .meetingPlace, encounter: .everyday),
            PlaceTable.Category(
                id: "refugee_accommodation", names: [.german: "Unterkunft", .english: "Accommodation"],
                kind: .service, encounter: .everyday, isSensitive: true),
            PlaceTable.Category(
                id: "town_hall", names: [.german: "Rathaus", .english: "Town hall"], kind: .service,
                encounter: .everyday),
        ]
        places.ids = ["p1", "p2", "p3", "p4", "p5", "p6"]
        places.names = placeNames
        places.categoryIndexes = [0, 2, 4, 3, 0, 4]
        places.xs = [200, 400, 1500, 1600, 2500, 5000]
        places.ys = [500, 500, 500, 800, 1030, 5000]
        places.capacities = [60, nil, nil, nil, nil, nil]
        places.hours = ["Mo-Fr 10:00-18:00", nil, "Mo-Fr 08:00-12:00", nil, nil, nil]
        places.operators = ["Verein Miteinander e. V.", "Stadt", "Stadt", nil, nil, nil]
        places.languages = [["de", "ar"], [], ["de"], [], [], []]
        places.wheelchair = [.yes, .unknown, .limited, .unknown, .no, .unknown]
        places.fundedUntil = ["2025-12-31", nil, nil, nil, "bald", nil]
        return places
    }

    /// A school district that is half of Altstadt, and one outside the town.
    private func otherAreas() throws -> [AreaTable] {
        hasOtherAreas
            ? [
                AreaTable(
                    title: "Schulbezirke", ids: ["s1", "s2"], names: ["Bezirk West", "Bezirk Fern"],
                    geometries: [try square(0, 0, 500), try square(9000, 9000, 500)])
            ] : []
    }

    private func otherPieces() throws -> [[OverlayPiece]] {
        hasOtherAreas
            ? [
                [
                    OverlayPiece(
                        quarter: 0, area: 0, geometry: try square(0, 0, 500), squareMetres: 250_000,
                        shareOfQuarter: 0.25, shareOfArea: 1, residents: [400, 40], isEstimated: false)
                ]
            ] : []
    }

    func study() throws -> Study {
        let quarters = AreaTable(
            title: "Quartiere", ids: Array(["q1", "q2", "q3"].prefix(quarterCount)),
            names: Array(quarterNames.prefix(quarterCount)),
            geometries: try [0, 1000, 2000].prefix(quarterCount).map { try square($0, 0, 1000) })
        let focus = FocusAreaTable(
            areas: AreaTable(
                title: "Schwerpunktbereiche", ids: ["f1", "f2"], names: ["Am Bahnhof", "Rechenfeld"],
                geometries: [try square(800, 100, 400), try square(100, 2000, 300)]),
            grounds: [
                FocusAreaTable.Ground(
                    basis: .councilDecision, role: "Stadtplanung", date: "2023-05-11", reason: "Viele kommen hier an.",
                    review: "2026-05-11"),
                FocusAreaTable.Ground(basis: .computed, role: nil, date: nil, reason: nil, review: nil),
            ])
        let population = PopulationTable(
            xs: [250, 700, 900, 1400], ys: [500, 500, 300, 500],
            counts: [[400, 300, 200, 334], [40, 60, 90, 50]], areCells: false)
        let groups = [
            PopulationGroup(
                id: "all", names: [.german: "Alle Einwohnerinnen und Einwohner", .english: "All residents"]),
            PopulationGroup(
                id: "foreign",
                names: [
                    .german: "Menschen mit ausländischer Staatsangehörigkeit",
                    .english: "People with foreign citizenship",
                ]),
        ]
        let places = self.places
        let membership = ArealTransfer.membership(
            xs: population.xs, ys: population.ys, areas: quarters.geometries, isCoverage: true)
        var pieces = [
            OverlayPiece(
                quarter: 0, area: 0, geometry: try square(800, 100, 200), squareMetres: 80_000, shareOfQuarter: 0.08,
                shareOfArea: 0.5, residents: [200, 90], isEstimated: true),
            OverlayPiece(
                quarter: 1, area: 0, geometry: try square(1000, 100, 200), squareMetres: 80_000, shareOfQuarter: 0.08,
                shareOfArea: 0.5, residents: [0, 0], isEstimated: false),
        ].filter { $0.quarter < quarterCount }
        if !hasPopulation {
            for index in pieces.indices { pieces[index].residents = [] }
        }
        return Study(
            townName: townName, municipalKey: "01999000", period: period, referenceSystem: "EPSG:25832",
            quarters: quarters, focusAreas: hasFocusAreas ? focus : nil, otherAreas: try otherAreas(), places: places,
            population: hasPopulation
                ? PopulationTable(
                    xs: population.xs, ys: population.ys,
                    counts: hasGroups ? population.counts : [population.counts[0]],
                    spreads: isUncertain ? spreads(population) : [], areCells: false) : nil,
            groups: hasGroups ? groups : [groups[0]],
            streets: hasStreets
                ? [try Geometry(kind: .lineString, xs: [0, 1500, 3000], ys: [450, 520, 450])] : [],
            barriers: isTimed ? [try Geometry(kind: .lineString, xs: [0, 3000], ys: [700, 720])] : [],
            stops: isTimed ? stops : nil, offers: offers.map(offerTable), rooms: rooms, memory: memory,
            overlay: TownOverlay(
                placeAssignments: QuarterAssignment.assign(
                    xs: places.xs, ys: places.ys, quarters: quarters.geometries, borderTolerance: 50),
                quarterMembership: hasPopulation ? membership : AreaMembership(),
                focusMembership: hasPopulation && hasFocusAreas
                    ? ArealTransfer.membership(
                        xs: population.xs, ys: population.ys, areas: focus.areas.geometries, isCoverage: false)
                    : AreaMembership(), otherMemberships: hasOtherAreas ? [AreaMembership()] : [],
                focusPieces: hasFocusAreas ? pieces : [],
                otherPieces: try otherPieces(), placesByFocusArea: hasFocusAreas ? [[], []] : [],
                placesByOtherArea: hasOtherAreas ? [[[], []]] : [],
                residentsOutside: hasPopulation ? (hasGroups ? [120, 20] : [120]) : [],
                stopAssignments: isTimed
                    ? QuarterAssignment.assign(
                        xs: stops.xs, ys: stops.ys, quarters: quarters.geometries, borderTolerance: 50) : []))
    }

    func input() throws -> UnprotectedInput {
        let study = try study()
        let context =
            try isTimed
            ? IndicatorContext(study: study, requests: requests(study))
            : IndicatorContext(study: study, measure: StraightLine(), limits: [300, 500, 1000])
        return UnprotectedInput(
            language: language, edition: edition, study: study, indicators: IndicatorCatalogue.evaluate(context),
            diagnostics: [
                Diagnostic(.placeOutside, at: SourceLocation(file: "orte.geojson", feature: 5)),
                Diagnostic(
                    .quarterWithoutResidents, at: SourceLocation(file: "quartiere.geojson", feature: 2),
                    ["name": "Hafen"]),
            ], confirmation: confirmation, understanding: understanding, sources: sources,
            thresholds: Thresholds(distances: [300, 500, 1000], border: 50),
            travel: isTimed
                ? TravelNote(
                    profiles: [
                        TravelNote.Profile(
                            id: "walking", speed: 4, metres: 12_340,
                            dropped: [
                                TravelNote.DroppedStreets(reason: "private", metres: 1240),
                                TravelNote.DroppedStreets(reason: "kind", metres: 30),
                            ]),
                        TravelNote.Profile(id: "bicycle", speed: 15, metres: 3000),
                    ], minutes: [5, 10, 15], band: [3, 4.8], snapping: 150) : nil,
            reachedLand: isTimed ? try reachedLand() : [],
            provenance: Provenance(
                toolVersion: "0.0-test", operations: ["UTM zone 32N"],
                inputs: [Provenance.InputFile(name: "orte.geojson", checksum: "sha256:00ff")]))
    }

    private func spreads(_ population: PopulationTable) -> [CountSpread] {
        let ranges: [(Double, Double)] = [(250, 350), (30, 80)]
        return zip(population.counts, ranges).prefix(hasGroups ? 2 : 1).map { counts, range in
            var (lowest, highest) = (counts, counts)
            (lowest[1], highest[1]) = range
            return CountSpread(of: counts, noise: CountNoise(variance: 50), lowest: lowest, highest: highest)
        }
    }

    private func offerTable(_ rows: [[String]]) -> OfferTable {
        let roles: [OfferColumn] = [.name, .places, .operator, .operatorKind, .funding, .decidedBy]
        let columns = roles.enumerated().map { index, role in
            var arena = TextArena()
            for row in rows { arena.append(row[index].utf8) }
            return Column(name: role.rawValue, storage: .texts(arena))
        }
        var table = OfferTable()
        _ = table.append(
            Layer(
                name: "offers", source: SourceFile(path: "angebote.csv"),
                geometries: GeometryColumn([Geometry?](repeating: nil, count: rows.count)), columns: columns),
            columns: Dictionary(uniqueKeysWithValues: roles.map { ($0, $0.rawValue) }), places: PlaceDirectory(places))
        return table
    }

    private var stops: StopTable {
        var stops = StopTable()
        stops.ids = ["h1", "h2"]
        stops.names = ["Markt", ""]
        stops.modes = [[.bus], []]
        stops.xs = [300, 2900]
        stops.ys = [480, 480]
        stops.weekdayDepartures = [1, nil]
        stops.saturdayDepartures = [nil, nil]
        stops.sundayDepartures = [nil, nil]
        return stops
    }

    /// Squares about the meeting place and the park, larger for each time; those of the meeting place have a hole of
    /// 60 m, as a pond has.
    private func reachedLand() throws -> [ReachedLand] {
        try [("organised_places", 200.0), ("everyday_places", 400)].flatMap { target, x in
            try [5.0, 10, 15].map { minutes in
                let size = minutes * 60
                let ring = { (half: Double) -> [(Double, Double)] in
                    [(-half, -half), (half, -half), (half, half), (-half, half), (-half, -half)]
                }
                let positions = ring(size) + (target == "organised_places" ? ring(30) : [])
                let geometry = try Geometry(
                    kind: .polygon, xs: positions.map { x + $0.0 }, ys: positions.map { 500 + $0.1 },
                    ringEnds: positions.count == 5 ? [5] : [5, 10])
                return ReachedLand(target: target, minutes: minutes, step: 10, geometry: geometry)
            }
        }
    }

    private func requests(_ study: Study) -> [ReachRequest] {
        var ways = StreetWays()
        ways.ids = ["w1"]
        ways.nodeEnds = [2]
        ways.nodeIndexes = [0, 1]
        ways.wayTags = [0]
        ways.tagSets = [TagSet([("highway", "residential")])]
        ways.xs = [0, 3000]
        ways.ys = [480, 480]
        return [TravelProfile.walking, .bicycle].map { profile in
            let travel = NetworkTravel(
                network: StreetNetwork.make(ways, profile: profile).network, profileID: profile.id, barriers: [])
            let isWalking = profile.id == "walking"
            // All homes but the one at (900, 300) are at most 150 m from the street.
            return ReachRequest(
                profile: profile.id, measure: travel, minutes: [5, 10, 15], speed: profile.speed,
                band: isWalking ? [3, 4.8] : [], connected: [true, true, false, true], stops: isWalking ? 10 : nil)
        }
    }

    /// Pages that were written before: many tests look at the same town.
    private static let known = Mutex<[String: [ReportSet.Page]]>([:])

    func pages() throws -> [ReportSet.Page] {
        let key = "\(self)"
        if let pages = SmallTown.known.withLock({ $0[key] }) { return pages }
        let pages = try ReportSet.render(input())
        SmallTown.known.withLock { $0[key] = pages }
        return pages
    }

    func page(_ path: String) throws -> String {
        try pages().first { $0.path == path }?.text ?? ""
    }

    /// A page as the tests look at it.
    func read(_ path: String) throws -> MarkupReader.Element {
        try MarkupReader.read(page(path))
    }
}

extension PagePath {
    /// The pages of the small town with its three quarters.
    static let smallTown =
        ["index.html", "quarter-01.html", "quarter-02.html", "quarter-03.html", "kurzfassung.html"] + guides
        + ["annex.html"]
    static let guides = ["leitfaden.html", "leitfaden-01.html", "leitfaden-02.html", "leitfaden-03.html"]
}
