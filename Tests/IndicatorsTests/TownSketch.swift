import Features
import Indicators
import Overlay
import Planar
import TestSupport
import Testing
@testable import Town
import Travel
import Wording

/// A town drawn with few strokes, laid over each other by the same code as a real one.
struct TownSketch {
    /// People at a point, or in a cell that is measured from its middle.
    struct Home {
        var x: Double
        var y: Double
        /// One count for each group.
        var counts: [Double]
        /// The cell around the point; nil for a point.
        var cell: Geometry?
    }

    struct Place {
        var x: Double
        var y: Double
        var category: String
        /// The id; by its number where empty.
        var id = ""
        /// Seats, where recorded.
        var seats: Double?
        /// Opening hours as recorded.
        var hours: String?
        var operatorName: String?
        var fundedUntil: String?
        var wheelchair = PlaceTable.Wheelchair.unknown
    }

    /// An offer at some places.
    struct Offer {
        /// The ids of the places.
        var places: [String]
        var funding = Funding.permanent
        var hours: String?
        var operatorName: String?
        /// The share of volunteers among those who do the work.
        var volunteers: Double?
        var languages: [String] = []
        var targetGroups: [String] = []
    }

    /// A weekly slot of a room.
    struct Slot {
        /// The id of the place.
        var place: String
        var hours: String
        /// Who holds the key, in the words of the table.
        var keyHolder: String
        var validFrom = ""
        var validUntil = ""
        var room = ""
    }

    struct Stop {
        var x: Double
        var y: Double
        /// Departures per hour on a weekday; nil where nobody recorded them.
        var departures: Double?
    }

    /// The ids of the quarters and their shapes.
    var quarters: [(id: String, shape: Geometry)]
    var homes: [Home] = []
    var places: [Place] = []
    /// Bus stops; nil without such a layer.
    var stops: [Stop]?
    /// Offers at places; nil without such a table.
    var offers: [Offer]?
    /// Weekly slots of rooms; nil without such a table.
    var rooms: [Slot]?
    /// Which homes reach the streets; nil for all.
    var connected: [Bool]?
    var focusAreas: [(id: String, shape: Geometry)]?
    var otherAreas: [[(id: String, shape: Geometry)]] = []
    var groupIDs = ["all", "foreign"]
    /// By year and id of the quarter what tables say of each group; nil without such tables.
    var figures: [Int: [String: [Double?]]]?
    /// What is not exactly known of each group; empty for nothing.
    var spreads: [CountSpread] = []
    /// Without a population layer there are no homes, not even nobody.
    var hasPopulation = true
    var limits: [Double] = [300, 500, 1_000]

    static let categories: [PlaceTable.Category] = [
        category("cafe", .meetingPlace), category("library", .meetingPlace, .organised),
        category("market", .meetingPlace),
        category("school", .service), category("shelter", .service, isSensitive: true),
    ]

    static func category(
        _ id: String, _ kind: PlaceTable.Category.Kind, _ encounter: PlaceTable.Category.Encounter = .everyday,
        isSensitive: Bool = false
    ) -> PlaceTable.Category {
        PlaceTable.Category(id: id, names: [:], kind: kind, encounter: encounter, isSensitive: isSensitive)
    }

    /// Four quarters of 1 km², the town's south-west corner at 0, 0.
    static func grid() throws -> TownSketch {
        TownSketch(quarters: [
            ("sw", try rectangle(0, 0, 1_000, 1_000)), ("se", try rectangle(1_000, 0, 2_000, 1_000)),
            ("nw", try rectangle(0, 1_000, 1_000, 2_000)), ("ne", try rectangle(1_000, 1_000, 2_000, 2_000)),
        ])
    }

    /// The worked example: nobody in the north-east, one home outside, a place outside, no market, one shelter.
    static func example() throws -> TownSketch {
        var town = try grid()
        town.homes = [
            home(100, 100, 10, 2), home(900, 100, 30, 6), home(1_500, 500, 40, 20), home(500, 1_500, 20, 0),
            home(5_000, 5_000, 7, 7),
        ]
        town.places = [
            Place(x: 100, y: 400, category: "library"), Place(x: 1_500, y: 900, category: "cafe"),
            Place(x: 1_500, y: 1_500, category: "library"), Place(x: 500, y: 1_100, category: "school"),
            Place(x: 100, y: 100, category: "shelter"), Place(x: 3_000, y: 500, category: "cafe"),
        ]
        town.figures = [
            2020: ["sw": [400, 60], "se": [380, 190], "nw": [200, 20], "ne": [0, 0]],
            2024: ["sw": [420, 80], "se": [400, 180], "nw": [250, 40], "ne": [0, 0]],
        ]
        town.stops = [Stop(x: 100, y: 200, departures: 1), Stop(x: 1_500, y: 400, departures: 4)]
        town.numberPlaces()
        town.places[0].hours = "Mo-Fr 10:00-18:00"
        town.places[0].seats = 40
        town.places[0].wheelchair = .yes
        town.places[0].operatorName = "Stadt"
        town.places[1].hours = "Mo-Su 09:00-22:00"
        town.places[2].hours = "Tu 15:00-17:00"
        town.offers = [
            Offer(
                places: ["p0"], hours: "Tu 15:00-18:00", operatorName: "Stadt", volunteers: 0, languages: ["de", "ar"]),
            Offer(
                places: ["p0", "p2"], funding: .limited(until: CalendarDate(iso: "2024-12-31")),
                hours: "Fr 18:00-21:00",
                operatorName: "Verein", volunteers: 1, targetGroups: ["alle"]),
            Offer(places: ["p1"], funding: .notRecorded),
        ]
        town.rooms = [
            Slot(place: "p0", hours: "Mo-Fr 10:00-18:00", keyHolder: "offen"),
            Slot(place: "p0", hours: "Sa 10:00-14:00", keyHolder: "eine Gruppe", validUntil: "2025-06-30"),
            Slot(place: "p2", hours: "We 18:00-22:00", keyHolder: "mehrere Gruppen"),
        ]
        return town
    }

    /// Gives places the ids p0, p1, …, which they keep wherever they stand in the table.
    mutating func numberPlaces() {
        for number in places.indices { places[number].id = "p\(number)" }
    }

    /// The town whose people nobody told apart.
    mutating func keepAllResidentsOnly() {
        groupIDs = Array(groupIDs.prefix(1))
        for home in homes.indices { homes[home].counts = Array(homes[home].counts.prefix(1)) }
        spreads = Array(spreads.prefix(1))
    }

    static func home(_ x: Double, _ y: Double, _ counts: Double...) -> Home { Home(x: x, y: y, counts: counts) }

    static func cell(_ x: Double, _ y: Double, size: Double, _ counts: Double...) throws -> Home {
        let half = size / 2
        return Home(x: x, y: y, counts: counts, cell: try rectangle(x - half, y - half, x + half, y + half))
    }

    /// A town of random homes (cells where `areCells`) and places over a random coverage.
    static func random(seed: UInt64, areCells: Bool) throws -> TownSketch {
        var generator = SeededGenerator(seed: seed)
        let shapes = try randomCoverage(columns: 3, rows: 3, spacing: 700, using: &generator)
        var town = TownSketch(quarters: shapes.enumerated().map { ("q\($0.offset)", $0.element) })
        town.homes = try (0..<120).map { _ in
            let all = Double(Int.random(in: 0...60, using: &generator))
            let foreign = Double(Int.random(in: 0...Int(all), using: &generator))
            let x = Double.random(in: -100...2_200, using: &generator)
            let y = Double.random(in: -100...2_200, using: &generator)
            return areCells ? try cell(x, y, size: 100, all, foreign) : home(x, y, all, foreign)
        }
        town.places = (0..<25).map { _ in
            Place(
                x: Double.random(in: -200...2_300, using: &generator),
                y: Double.random(in: -200...2_300, using: &generator),
                category: ["cafe", "library", "school", "shelter"].randomElement(using: &generator) ?? "cafe")
        }
        town.numberPlaces()
        for place in town.places.indices {
            town.places[place].hours =
                ["Mo-Fr 09:00-17:00", "Sa,Su 10:00-20:00", "Mo-Su 18:00-22:00", nil].randomElement(
                    using: &generator) ?? nil
            town.places[place].seats =
                Bool.random(using: &generator) ? Double(Int.random(in: 5...80, using: &generator)) : nil
        }
        town.offers = (0..<12).map { number in
            Offer(
                places: ["p\(number * 2)"],
                funding: [.permanent, .notRecorded, .limited(until: CalendarDate(iso: "2025-0\(number % 9 + 1)-01"))]
                    .randomElement(using: &generator) ?? .permanent,
                hours: number % 3 == 0 ? nil : "Tu 15:00-18:00", operatorName: ["Stadt", "Verein", nil][number % 3],
                volunteers: [0, 0.5, 1, nil][number % 4])
        }
        town.rooms = (0..<6).map { number in
            Slot(
                place: "p\(number * 3)", hours: "Mo-We 1\(number):00-20:00",
                keyHolder: ["offen", "eine Gruppe", "mehrere Gruppen", ""][number % 4])
        }
        town.stops = (0..<6).map { number in
            Stop(
                x: Double.random(in: 0...2_100, using: &generator), y: Double.random(in: 0...2_100, using: &generator),
                departures: number == 0 ? nil : Double(number) / 2)
        }
        town.figures = [:]
        for year in 2022...2024 {
            var counts: [String: [Double?]] = [:]
            for quarter in shapes.indices {
                let all = Double(Int.random(in: 200...900, using: &generator))
                counts["q\(quarter)"] = [all, (all * Double.random(in: 0...0.8, using: &generator)).rounded()]
            }
            town.figures?[year] = counts
        }
        town.focusAreas = [
            ("f1", try rectangle(300, 300, 900, 1_100)), ("f2", try rectangle(1_800, 1_500, 2_600, 2_500)),
        ]
        return town
    }

    /// The town with noise of a variance on all counts.
    func noisy(_ variance: Double) -> TownSketch {
        var town = self
        town.spreads = groupIDs.indices.map { group in
            CountSpread(of: homes.map { $0.counts[group] }, noise: CountNoise(variance: variance))
        }
        return town
    }

    // MARK: - Study

    func study() throws -> Study {
        let shapes = quarters.map(\.shape)
        var table = PlaceTable()
        table.categories = TownSketch.categories
        for (number, place) in places.enumerated() {
            table.ids.append(place.id.isEmpty ? "p\(number)" : place.id)
            table.capacities.append(place.seats)
            table.roomAreas.append(nil)
            table.hours.append(place.hours)
            table.operators.append(place.operatorName)
            table.operatorKinds.append(.notRecorded)
            table.languages.append([])
            table.wheelchair.append(place.wheelchair)
            table.fundedUntil.append(place.fundedUntil)
            table.sources.append(nil)
            table.dates.append(nil)
            table.names.append("")
            table.categoryIndexes.append(
                Int32(try #require(TownSketch.categories.firstIndex { $0.id == place.category })))
            table.xs.append(place.x)
            table.ys.append(place.y)
        }
        let population = PopulationTable(
            xs: homes.map(\.x), ys: homes.map(\.y),
            counts: groupIDs.indices.map { group in homes.map { $0.counts[group] } }, spreads: spreads,
            areCells: homes.contains { $0.cell != nil })
        let focusShapes = focusAreas?.map(\.shape) ?? []
        return Study(
            townName: "Town", municipalKey: "01001000", period: "2024", referenceSystem: "EPSG:25832",
            quarters: TownSketch.table(quarters),
            focusAreas: focusAreas.map { areas in
                FocusAreaTable(
                    areas: TownSketch.table(areas),
                    grounds: areas.map { _ in
                        FocusAreaTable.Ground(basis: .unknown, role: nil, date: nil, reason: nil, review: nil)
                    })
            },
            otherAreas: otherAreas.map(TownSketch.table), places: table,
            population: hasPopulation ? population : nil,
            groups: groupIDs.map { PopulationGroup(id: $0, names: [:]) }, streets: [],
            stops: stops.map(TownSketch.table), offers: offers.map { TownSketch.table($0, placeIDs: table.ids) },
            rooms: try rooms.map { slots in
                RoomSlots(
                    try slots.map {
                        try RoomSlot(
                            placeID: $0.place, room: $0.room, hours: $0.hours, keyHolder: $0.keyHolder,
                            validFrom: $0.validFrom, validUntil: $0.validUntil, agreement: "")
                    })
            },
            quarterSeries: figures.map { figures in
                let years = figures.keys.sorted()
                return QuarterSeries(
                    years: years,
                    counts: years.map { year in
                        groupIDs.indices.map { group in quarters.map { figures[year]?[$0.id]?[group] ?? nil } }
                    })
            },
            overlay: TownOverlay(
                placeAssignments: QuarterAssignment.assign(
                    xs: table.xs, ys: table.ys, quarters: shapes, borderTolerance: 50),
                quarterMembership: try membership(shapes, isCoverage: true),
                focusMembership: try membership(focusShapes, isCoverage: false),
                otherMemberships: try otherAreas.map { try membership($0.map(\.shape), isCoverage: false) },
                focusPieces: [], otherPieces: otherAreas.map { _ in [] }, placesByFocusArea: placesIn(focusShapes),
                placesByOtherArea: otherAreas.map { placesIn($0.map(\.shape)) }, residentsOutside: []))
    }

    private static func table(_ areas: [(id: String, shape: Geometry)]) -> AreaTable {
        AreaTable(
            title: "", ids: areas.map(\.id), names: areas.map { "Name of \($0.id)" }, geometries: areas.map(\.shape))
    }

    private static func table(_ offers: [Offer], placeIDs: [String]) -> OfferTable {
        var table = OfferTable()
        for (number, offer) in offers.enumerated() {
            table.ids.append("o\(number)")
            table.names.append("Offer \(number)")
            table.kinds.append(nil)
            table.placeIndexes += offer.places.compactMap { id in placeIDs.firstIndex(of: id).map { Int32($0) } }
                .sorted()
            table.placeEnds.append(Int32(table.placeIndexes.count))
            table.isMobile.append(false)
            table.isStaffPost.append(false)
            table.hours.append(offer.hours)
            table.targetGroups.append(offer.targetGroups)
            table.languages.append(offer.languages)
            table.operators.append(offer.operatorName)
            table.operatorKinds.append(.notRecorded)
            table.staff.append(nil)
            table.volunteers.append(offer.volunteers.map { .share($0) })
            table.funding.append(offer.funding)
            table.deciders.append([])
            table.successionSecured.append(.notRecorded)
            table.isOpenToNewcomers.append(.notRecorded)
            table.hasBacking.append(.notRecorded)
            table.sources.append(nil)
            table.dates.append(nil)
        }
        return table
    }

    private static func table(_ stops: [Stop]) -> StopTable {
        var table = StopTable()
        table.ids = stops.indices.map { "s\($0)" }
        table.xs = stops.map(\.x)
        table.ys = stops.map(\.y)
        table.weekdayDepartures = stops.map(\.departures)
        return table
    }

    private func membership(_ areas: [Geometry], isCoverage: Bool) throws -> AreaMembership {
        guard hasPopulation else { return AreaMembership() }
        let cells = homes.compactMap(\.cell)
        guard cells.isEmpty else { return try ArealTransfer.membership(cells: cells, areas: areas) }
        return ArealTransfer.membership(xs: homes.map(\.x), ys: homes.map(\.y), areas: areas, isCoverage: isCoverage)
    }

    private func placesIn(_ areas: [Geometry]) -> [[Int32]] {
        let membership = ArealTransfer.membership(
            xs: places.map(\.x), ys: places.map(\.y), areas: areas, isCoverage: false)
        return areas.indices.map { Array(membership.origins[membership.entries(ofArea: $0)]) }
    }

    // MARK: - Values

    /// The whole catalogue, with few draws where the defaults are for a town once a year.
    static let settings = fewDraws(IndicatorSettings.everything)

    /// Settings with few draws where nobody chose how many.
    private static func fewDraws(_ settings: IndicatorSettings) -> IndicatorSettings {
        var settings = settings
        settings.parameters["encounter_gain"] = ["draws": [39]]
        for id in [
            "neighbour_likeness", "local_likeness", "neighbourhood_surplus", "computed_focus_area",
            "focus_area_agreement",
        ] {
            settings.parameters[id] = ["permutations": [999], "draws": [9]]
        }
        return settings
    }

    /// Straight lines, and as times on foot the same lines at 4 km/h: what both measure can be told from each other.
    func context(settings: IndicatorSettings = TownSketch.settings) throws -> IndicatorContext {
        try IndicatorContext(
            study: study(),
            requests: [
                ReachRequest(straightLine: StraightLine(), distances: limits),
                ReachRequest(
                    profile: "walking", measure: TimedLine(), minutes: [5, 10], speed: 4, band: [3, 4.8],
                    connected: connected ?? homes.map { _ in true }, stops: 10),
            ], settings: settings)
    }

    /// The table of the usual indicators, and of some more.
    func table(also ids: Set<String> = []) throws -> IndicatorTable {
        IndicatorCatalogue.evaluate(try context(settings: TownSketch.fewDraws(IndicatorSettings(also: ids))))
    }

    /// The table of some indicators.
    func table(only ids: Set<String>) throws -> IndicatorTable {
        IndicatorCatalogue.evaluate(try context(settings: TownSketch.fewDraws(IndicatorSettings(only: ids))))
    }
}

extension IndicatorSettings {
    /// Some indicators and no other.
    init(only ids: Set<String>) {
        self.init(also: ids, without: Set(IndicatorCatalogue.all.map(\.descriptor.id)).subtracting(ids))
    }
}

extension IndicatorTable {
    /// The value of an indicator; distances and thresholds are measured in a straight line unless `parameters` says
    /// otherwise.
    func find(
        _ indicator: String, _ area: String, group: String? = nil, category: String? = nil, metres: Int? = nil,
        parameters other: String? = nil
    ) -> IndicatorValue? {
        let level: AreaLevel = area == "town" ? .town : area.hasPrefix("f") ? .focusArea : .quarter
        let isReach = ["nearest_distance", "coverage_share", "places_within"].contains(indicator)
        var parameters = isReach ? "measure=straight_line" : ""
        if let metres { parameters += ";metres=\(metres)" }
        return self[
            IndicatorTable.Key(
                level: level, areaID: area == "town" ? "01001000" : area, indicator: indicator, group: group,
                category: category, parameters: other ?? parameters)]
    }

    /// What identifies each value, in order.
    var keys: [Key] { values.map(\.key) }
}
