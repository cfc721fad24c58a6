internal import Disclosure
internal import Overlay
internal import Formats
internal import Indicators
internal import Planar
internal import Reports
internal import Town

/// The layers of an edition's maps: quarters with their main figures, overlay pieces, places, stops, reached land. The
/// GeoJSON files and the GeoPackage are written from them, so that both hold the same.
struct MapLayers {
    private let input: ReportInput

    init(_ input: ReportInput) {
        self.input = input
    }

    private var study: Study { input.study }

    /// All layers of the edition; reached land where people get around along streets, stops where there is a table.
    func all(catchments: [TownCatchment], hasTravel: Bool) -> [MapLayer] {
        [quarters(), overlay(), places()] + (hasTravel ? [self.catchments(catchments)] : [])
            + (study.stops.map { [stops($0)] } ?? [])
    }

    /// The quarters with area, residents and the figures for all residents.
    private func quarters() -> MapLayer {
        let quarters = study.quarters
        let features = (0..<quarters.count).map { quarter -> MapFeature in
            var properties: [JSONValue.Member] = [
                .init("id", .string(quarters.ids[quarter])), .init("name", .string(quarters.names[quarter])),
                .init("area_m2", .number(rounded(quarters.geometries[quarter].area, 1))),
            ]
            properties += figures(level: .quarter, id: quarters.ids[quarter])
            return MapFeature(geometry: quarters.geometries[quarter], properties: properties)
        }
        return MapLayer(name: .quarters, features: features)
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
        func addShares(_ limit: ShareLimit) {
            for target in [ReachTarget.meetingPlaces, ReachTarget.organisedPlaces, ReachTarget.everydayPlaces] {
                add(
                    limit.column(ofTarget: target),
                    .init(
                        level: level, areaID: id, indicator: "coverage_share", group: all, category: target,
                        parameters: limit.parameters))
            }
        }
        add("residents", .init(level: level, areaID: id, indicator: "residents", group: all))
        for target in ReachTarget.sums {
            add(target, .init(level: level, areaID: id, indicator: "place_count", category: target))
        }
        for minutes in input.travel?.minutes ?? [] { addShares(.minutes(minutes)) }
        for metres in input.thresholds.distances { addShares(.metres(metres)) }
        return members
    }

    /// The pieces of quarters and other areas; areas that touch no quarter are whole features without a quarter.
    private func overlay() -> MapLayer {
        var features: [MapFeature] = []
        if let focus = study.focusAreas {
            features += pieces(study.overlay.focusPieces, of: focus.areas, level: .focusArea)
        }
        for (layer, areas) in study.otherAreas.enumerated() {
            features += pieces(study.overlay.otherPieces[layer], of: areas, level: .area)
        }
        return MapLayer(name: .overlay, features: features)
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
            if piece.isSuppressed {
                properties.append(.init("residents_" + study.groups[0].id, .null))
                properties.append(.init("residents_status", .string(Status.suppressed.rawValue)))
            } else if !piece.residents.isEmpty {
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
    private func places() -> MapLayer {
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
        return MapLayer(name: .places, features: features)
    }

    /// The stops with what the table of stops has of them.
    private func stops(_ stops: StopTable) -> MapLayer {
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
        return MapLayer(name: .stops, features: features)
    }

    /// The land around the places of each category, for each time on foot; of those categories whose reach the edition
    /// shows.
    private func catchments(_ all: [TownCatchment]) -> MapLayer {
        let withheld = input.publication.withheldReachTargets
        let features = all.filter { !withheld.contains($0.target) && !$0.geometry.isEmpty }.map { catchment in
            MapFeature(
                geometry: catchment.geometry,
                properties: [
                    .init("category", .string(catchment.target)), .init("measure", .string("walking")),
                    .init("minutes", .number(catchment.minutes)), .init("raster_m", .integer(catchment.step)),
                    .init("area_m2", .number(rounded(catchment.geometry.area, 1))),
                ])
        }
        return MapLayer(name: .catchments, features: features)
    }

    private func optional(_ text: String?) -> JSONValue { text.map { .string($0) } ?? .null }

    /// A number rounded to so many decimals: what sums of shares leave behind the last meaningful digit is noise.
    private func rounded(_ value: Double, _ decimals: Int) -> Double { value.rounded(decimals: decimals) }
}

/// Within what the share of residents with a place is told.
enum ShareLimit {
    /// On foot along streets.
    case minutes(Double)
    /// In a straight line.
    case metres(Double)

    /// The limits that the report shows, ascending.
    static func all(of input: ReportInput) -> [ShareLimit] {
        input.travel.map { $0.minutes.map(ShareLimit.minutes) } ?? input.thresholds.distances.map(ShareLimit.metres)
    }

    /// The column of quarters that holds the share.
    func column(ofTarget target: String) -> String {
        switch self {
        case .minutes(let minutes): "\(target)_within_\(NumberText.shortest(minutes))min"
        case .metres(let metres): "\(target)_within_\(NumberText.shortest(metres))m"
        }
    }

    /// The parameters of the indicator.
    var parameters: String {
        switch self {
        case .minutes(let minutes): "measure=walking;minutes=\(NumberText.shortest(minutes))"
        case .metres(let metres): "measure=straight_line;metres=\(NumberText.shortest(metres))"
        }
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
