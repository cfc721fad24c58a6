public import Features
internal import Formats
internal import Indicators
internal import Overlay
internal import Planar
internal import Project
public import ReferenceSystems
internal import Town
internal import Travel
public import Wording

/// `quartier catchment`: the land from which the nearest of some places is reached within some time, and how many people
/// live there. The places are one, those of a quarter, those of a category, or what several of these have in common.
public struct CatchmentMap: Sendable {
    /// Which places, and how they are reached.
    public struct Question: Sendable, Hashable {
        /// The ids or names of places; all where there is none.
        public var places: [String]
        /// The id or name of the quarter that they lie in; nil for anywhere.
        public var quarter: String?
        /// A category, or several together such as `organised_places`; nil for any.
        public var category: String?
        /// The times in minutes, positive; those of the project where there is none.
        public var minutes: [Double]
        /// The profile, one of those of the project; nil for its first.
        public var profile: String?

        /// Makes a question.
        public init(
            places: [String] = [], quarter: String? = nil, category: String? = nil, minutes: [Double] = [],
            profile: String? = nil
        ) {
            self.places = places
            self.quarter = quarter
            self.category = category
            self.minutes = minutes
            self.profile = profile
        }
    }

    /// The land within one time.
    struct Ring: Sendable {
        let minutes: Double
        /// A multipolygon in metres.
        let geometry: Geometry
        /// The residents of the town who live within; nil where nobody is recorded.
        let residents: PersonTally.Count?
    }

    /// The names of the places.
    let places: [String]
    let profile: String
    /// The land, the shortest time first.
    let rings: [Ring]
    /// The distance of the points of the raster in metres: how exact the outlines are.
    let step: Int
    private let attribution: [String]
    private let system: CoordinateReferenceSystem

    /// Reads a project and computes the land around the places that are asked for.
    ///
    /// Sensitive places, such as refuges, have no land around them: it would say where they are.
    /// - Throws: `Failure` where the project cannot be read, where it has no streets, or where there is no such place,
    ///   quarter, category or profile.
    public init(
        project path: String, _ question: Question, missingGrid: MissingGridPolicy = .refuse,
        progress: RunProgress = .silent
    ) throws(Failure) {
        let inputs = try TownInputs.read(path, missingGrid: missingGrid, progress: progress)
        let assembly = try StudyAssembly(inputs, progress: progress)
        progress.report(.computing)
        let location = SourceLocation(file: path)
        guard let travel = assembly.travel, let first = travel.ways.first else {
            throw Failure(.malformedData, Diagnostic(.layerMissing, at: location, ["kind": "streets"]))
        }
        let asked = question.profile ?? first.profile.id
        guard let way = travel.ways.first(where: { $0.profile.id == asked }) else {
            throw CatchmentMap.unknown(asked, "--profile", among: travel.ways.map(\.profile.id), at: location)
        }
        let study = assembly.study
        let rows = try CatchmentMap.rows(question, of: study, at: location)
        let minutes = (question.minutes.isEmpty ? travel.entry.minutes : question.minutes).sorted()
        let positions = rows.flatMap(study.places.accessPositions)
        let found = way.travel.catchments(
            xs: positions.map(\.x), ys: positions.map(\.y), limits: minutes.map { $0 * 60 })
        let nearest = CatchmentMap.nearest(rows, of: study, way.travel)
        rings = zip(minutes, found.catchments).map { minutes, catchment in
            Ring(
                minutes: minutes, geometry: catchment.geometry,
                residents: study.population.map { population in
                    CatchmentMap.residents(within: minutes, nearest, of: population, in: study)
                })
        }
        step = found.step
        profile = way.profile.id
        places = rows.map { study.places.names[$0].isEmpty ? study.places.ids[$0] : study.places.names[$0] }
        attribution = Attribution.lines(inputs.project)
        system = inputs.referenceSystem
    }

    /// The rows of the places that are asked for, ascending.
    private static func rows(
        _ question: Question, of study: Study, at location: SourceLocation
    ) throws(Failure) -> [Int] {
        let places = study.places
        var rows = places.ids.indices.filter { !places.categories[Int(places.categoryIndexes[$0])].isSensitive }
        if !question.places.isEmpty {
            let directory = PlaceDirectory(places.taking(rows))
            var named: Set<Int> = []
            for name in question.places {
                guard let row = directory.row(name) else {
                    throw unknown(name, "--place", directory.hint(name), at: location)
                }
                named.insert(rows[Int(row)])
            }
            rows = named.sorted()
        }
        if let name = question.quarter {
            let directory = PlaceDirectory(quarters: study.quarters)
            guard let quarter = directory.row(name) else {
                throw unknown(name, "--quarter", directory.hint(name), at: location)
            }
            rows = rows.filter { study.overlay.placeAssignments[$0].quarter == quarter }
        }
        if let id = question.category {
            let targets = ReachTarget.all(of: places).filter { $0.placeCount > 0 }
            guard let target = targets.first(where: { $0.id == id }) else {
                throw unknown(id, "--category", among: targets.map(\.id), at: location)
            }
            rows = rows.filter { target.categories.contains(places.categoryIndexes[$0]) }
        }
        return rows
    }

    private static func unknown(
        _ value: String, _ key: String, among names: [String], at location: SourceLocation
    ) -> Failure {
        unknown(value, key, hint(for: value, among: names), at: location)
    }

    private static func unknown(
        _ value: String, _ key: String, _ hint: [String: String], at location: SourceLocation
    ) -> Failure {
        Failure(
            .malformedData,
            Diagnostic(.changeTargetUnknown, at: location, hint.merging(["value": value, "key": key]) { $1 }))
    }

    /// The time from each origin to the nearest of the places, in milliseconds; see ``Reach/nearest``.
    private static func nearest(_ rows: [Int], of study: Study, _ travel: NetworkTravel) -> [Int32] {
        guard let population = study.population, !rows.isEmpty else { return [] }
        let positions = rows.flatMap(study.places.accessPositions)
        let query = try? ReachQuery(
            xs: positions.map(\.x), ys: positions.map(\.y), categories: positions.map { _ in 0 }, categoryCount: 1,
            limits: [])
        let reach = query.flatMap {
            try? travel.reach(originXs: population.xs, originYs: population.ys, query: $0, progress: .silent)
        }
        return reach.map { Array($0.nearestCosts(category: 0)) } ?? []
    }

    private static func residents(
        within minutes: Double, _ nearest: [Int32], of population: PopulationTable, in study: Study
    ) -> PersonTally.Count {
        let limit = minutes * 60_000
        let outcomes = population.xs.indices.map { origin in
            let isWithin = nearest.indices.contains(origin) && nearest[origin] >= 0 && Double(nearest[origin]) <= limit
            return PersonTally.Outcome(isGain: isWithin, mayGain: isWithin)
        }
        let town = OriginWeights(allOf: study.overlay.quarterMembership)
        return PersonTally(outcomes, area: town, of: population, group: 0).gaining
    }

    /// More names nobody reads.
    private static let mostNames = 10

    /// What was found, for people.
    public func text(_ language: Language) -> String {
        let texts = Catalogue.of(language)
        if places.isEmpty { return texts.text("catchment.nothing") + "\n" }
        let named = places.prefix(CatchmentMap.mostNames).joined(separator: ", ")
        let rest = places.count > CatchmentMap.mostNames ? ", …" : ""
        var lines = [texts.counted("catchment.places", places.count, ["names": named + rest])]
        let way = texts.template("figure.measure.\(profile)") ?? profile
        for ring in rings {
            lines.append(
                texts.text(
                    ring.residents == nil ? "catchment.land" : "catchment.ring",
                    [
                        "n": NumberText.shortest(ring.minutes), "way": way,
                        "land": FigureNumber.text(ring.geometry.area / 1e6, unit: "", language),
                        "people": ring.residents.map { PersonText.text($0, language) } ?? "",
                    ]))
        }
        lines.append(texts.text("catchment.internal"))
        return lines.joined(separator: "\n") + "\n"
    }

    /// The land as GeoJSON in longitude and latitude, a feature for each time; without numbers of people, so that it may
    /// stand on any map.
    public func geoJSON() throws(Failure) -> [UInt8] {
        let features = rings.filter { !$0.geometry.isEmpty }.map { ring in
            MapFeature(
                geometry: ring.geometry,
                properties: [
                    .init("places", .string(places.joined(separator: "; "))), .init("measure", .string(profile)),
                    .init("minutes", .number(ring.minutes)), .init("raster_m", .integer(step)),
                    .init("area_m2", .number(ring.geometry.area.rounded(decimals: 1))),
                ])
        }
        return try MapLayer(name: .catchments, features: features).geoJSON(attribution: attribution, from: system)
    }

    /// Writes the land as GeoJSON, whole or not at all.
    /// - Throws: `.cannotCreate` where the file exists and may not be replaced, `.unreadable` where the disk is full.
    public func write(to path: String, overwrite: Bool) throws(Failure) {
        try AtomicFile.write(try geoJSON(), to: path, overwrite: overwrite)
    }
}
