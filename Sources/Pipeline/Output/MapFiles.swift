internal import Overlay
internal import Features
internal import Formats
internal import Indicators
internal import Planar
internal import ReferenceSystems
internal import Reports
internal import Town

/// The GeoJSON files of an edition: quarters with their main figures, overlay pieces, places.
struct MapFiles {
    private let input: ReportInput
    private let attribution: [String]
    private let system: CoordinateReferenceSystem

    init(_ input: ReportInput, attribution: [String], system: CoordinateReferenceSystem) {
        self.input = input
        self.attribution = attribution
        self.system = system
    }

    private var study: Study { input.study }

    /// The quarters with area, residents and the figures for all residents.
    func quarters() throws(Failure) -> [UInt8] {
        let quarters = study.quarters
        let features = (0..<quarters.count).map { quarter -> MapFeature in
            var properties: [JSONValue.Member] = [
                .init("id", .string(quarters.ids[quarter])), .init("name", .string(quarters.names[quarter])),
                .init("area_m2", .number(rounded(quarters.geometries[quarter].area, 1))),
            ]
            properties += figures(level: .quarter, id: quarters.ids[quarter])
            return MapFeature(geometry: quarters.geometries[quarter], properties: properties)
        }
        return try write("quarters", features)
    }

    /// The values of an area that map users want at hand; each with its status, so that absent is not zero.
    private func figures(level: AreaLevel, id: String) -> [JSONValue.Member] {
        let all = study.groups[0].id
        var members: [JSONValue.Member] = []
        func add(_ name: String, _ key: IndicatorTable.Key) {
            // What the edition must not show is not in the table and gets no column.
            guard let value = input.indicators[key] else { return }
            members.append(.init(name, value.value.map { .number(rounded($0, 6)) } ?? .null))
            members.append(.init(name + "_status", .string(value.status.rawValue)))
        }
        add("residents", .init(level: level, areaID: id, indicator: "residents", group: all))
        for target in ReachTarget.sums {
            add(target, .init(level: level, areaID: id, indicator: "place_count", category: target))
        }
        for minutes in (input.travel?.minutes ?? []).map(NumberText.shortest) {
            for target in [ReachTarget.meetingPlaces, ReachTarget.organisedPlaces, ReachTarget.everydayPlaces] {
                add(
                    "\(target)_within_\(minutes)min",
                    .init(
                        level: level, areaID: id, indicator: "coverage_share", group: all, category: target,
                        parameters: "measure=walking;minutes=\(minutes)"))
            }
        }
        for metres in input.thresholds.distances.map(NumberText.shortest) {
            for target in [ReachTarget.meetingPlaces, ReachTarget.organisedPlaces, ReachTarget.everydayPlaces] {
                add(
                    "\(target)_within_\(metres)m",
                    .init(
                        level: level, areaID: id, indicator: "coverage_share", group: all, category: target,
                        parameters: "measure=straight_line;metres=\(metres)"))
            }
        }
        return members
    }

    /// The pieces of quarters and other areas; areas that touch no quarter are whole features without a quarter.
    func overlay() throws(Failure) -> [UInt8] {
        var features: [MapFeature] = []
        if let focus = study.focusAreas {
            features += pieces(study.overlay.focusPieces, of: focus.areas, level: .focusArea)
        }
        for (layer, areas) in study.otherAreas.enumerated() {
            features += pieces(study.overlay.otherPieces[layer], of: areas, level: .area)
        }
        return try write("overlay", features)
    }

    private func pieces(_ pieces: [OverlayPiece], of areas: AreaTable, level: AreaLevel) -> [MapFeature] {
        var features = pieces.map { piece -> MapFeature in
            let (quarter, area) = (Int(piece.quarter), Int(piece.area))
            var properties: [JSONValue.Member] = [
                .init("layer", .string(level.rawValue)), .init("layer_title", .string(areas.title)),
                .init("quarter_id", .string(study.quarters.ids[quarter])),
                .init("quarter_name", .string(study.quarters.names[quarter])),
                .init("area_id", .string(areas.ids[area])), .init("area_name", .string(areas.names[area])),
                .init("area_m2", .number(rounded(piece.squareMetres, 1))),
                .init("share_of_quarter", .number(rounded(piece.shareOfQuarter, 6))),
                .init("share_of_area", .number(rounded(piece.shareOfArea, 6))),
            ]
            for (group, residents) in zip(study.groups, piece.residents) {
                properties.append(.init("residents_" + group.id, .number(rounded(residents, 2))))
            }
            if !piece.residents.isEmpty {
                properties.append(
                    .init("residents_status", .string((piece.isEstimated ? Status.estimated : .valid).rawValue)))
            }
            return MapFeature(geometry: piece.geometry, properties: properties)
        }
        let touched = Set(pieces.map(\.area))
        for area in 0..<areas.count where !touched.contains(Int32(area)) {
            features.append(
                MapFeature(
                    geometry: areas.geometries[area],
                    properties: [
                        .init("layer", .string(level.rawValue)), .init("layer_title", .string(areas.title)),
                        .init("quarter_id", .null), .init("quarter_name", .null),
                        .init("area_id", .string(areas.ids[area])), .init("area_name", .string(areas.names[area])),
                        .init("area_m2", .number(rounded(areas.geometries[area].area, 1))),
                        .init("share_of_quarter", .number(0)), .init("share_of_area", .number(0)),
                    ]))
        }
        return features
    }

    /// The places with their quarter and what is recorded of them.
    func places() throws(Failure) -> [UInt8] {
        let places = study.places
        let features = (0..<places.count).compactMap { place -> MapFeature? in
            guard let point = try? Geometry(x: places.xs[place], y: places.ys[place]) else { return nil }
            let assignment = study.overlay.placeAssignments[place]
            let quarter = assignment.quarter >= 0 ? study.quarters.ids[Int(assignment.quarter)] : nil
            let category = places.categories[Int(places.categoryIndexes[place])]
            return MapFeature(
                geometry: point,
                properties: [
                    .init("id", .string(places.ids[place])), .init("name", .string(places.names[place])),
                    .init("category", .string(category.id)),
                    .init("category_name", .string(category.name(input.language))),
                    .init("kind", .string(category.kind.rawValue)),
                    .init("encounter", .string(category.encounter.rawValue)),
                    .init("situation", .string(assignment.situation.rawValue)),
                    .init("quarter_id", optional(quarter)),
                    .init("capacity", places.capacities[place].map { .number($0) } ?? .null),
                    .init("room_area", places.roomAreas[place].map { .number($0) } ?? .null),
                    .init("hours", optional(places.hours[place])), .init("operator", optional(places.operators[place])),
                    .init("operator_kind", .string(places.operatorKind(ofPlace: place).rawValue)),
                    .init("languages", .array(places.languages[place].map { .string($0) })),
                    .init("wheelchair", .string(places.wheelchair[place].rawValue)),
                    .init("funded_until", optional(places.fundedUntil[place])),
                    .init("source", optional(places.sources[place])),
                    .init("date", optional(places.dates[place].map { "\($0)" })),
                ])
        }
        return try write("places", features)
    }

    /// The stops with what the table of stops has of them.
    func stops() throws(Failure) -> [UInt8] {
        guard let stops = study.stops else { return [] }
        let features = (0..<stops.count).compactMap { stop -> MapFeature? in
            guard let point = try? Geometry(x: stops.xs[stop], y: stops.ys[stop]) else { return nil }
            let values = StopSheet.cells(ofStop: stop, study).map { cell -> JSONValue in
                switch cell {
                case .text(let text): .string(text)
                case .number(let number): .number(number)
                default: .null
                }
            }
            return MapFeature(
                geometry: point,
                properties: zip(StopSheet.columns, values).map { JSONValue.Member($0.name, $1) })
        }
        return try write("stops", features)
    }

    /// The land around the places of each category, for each time on foot; of those categories whose reach the edition
    /// shows.
    func catchments(_ all: [TownCatchment]) throws(Failure) -> [UInt8] {
        let withheld = input.withheldReachTargets
        let features = all.filter { !withheld.contains($0.target) && !$0.geometry.isEmpty }.map { catchment in
            MapFeature(
                geometry: catchment.geometry,
                properties: [
                    .init("category", .string(catchment.target)), .init("measure", .string("walking")),
                    .init("minutes", .number(catchment.minutes)), .init("raster_m", .integer(catchment.step)),
                    .init("area_m2", .number(rounded(catchment.geometry.area, 1))),
                ])
        }
        return try write("catchments", features)
    }

    private func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// A number rounded to so many decimals: what sums of shares leave behind the last meaningful digit is noise.
    private func rounded(_ value: Double, _ decimals: Int) -> Double { value.rounded(decimals: decimals) }

    private func write(_ name: String, _ features: [MapFeature]) throws(Failure) -> [UInt8] {
        try MapFeature.geoJSON(features, name: name, attribution: attribution, from: system)
    }
}

extension Double {
    /// Rounded to a number of decimals, halves away from zero. Stated in the data package for every written value.
    func rounded(decimals: Int) -> Double {
        var factor = 1.0
        for _ in 0..<decimals { factor *= 10 }
        let scaled = (self * factor).rounded()
        return scaled.isFinite ? scaled / factor : self
    }
}
