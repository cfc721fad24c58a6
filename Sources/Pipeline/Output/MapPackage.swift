internal import Features
internal import Formats
internal import GeoPackage
internal import Indicators
internal import ReferenceSystems
internal import Reports
internal import Town
internal import Wording

/// `quartier.gpkg`: the layers of an edition's maps in the study's metric system, coloured in QGIS like the report.
struct MapPackage {
    /// The name of the file.
    static let fileName = "quartier.gpkg"

    private let input: ReportInput
    private let layers: [MapLayer]
    private let attribution: [String]
    private let system: CoordinateReferenceSystem

    /// - Parameter input: the input that the layers were made from.
    init(_ input: ReportInput, layers: [MapLayer], attribution: [String], system: CoordinateReferenceSystem) {
        self.input = input
        self.layers = layers
        self.attribution = attribution
        self.system = system
    }

    private var catalogue: Catalogue { Catalogue.of(input.language) }

    /// The bytes of the file. Layers without features are left out: they would have no columns either.
    func bytes(lastChange: String) throws(Failure) -> [UInt8] {
        let source = attribution.joined(separator: "; ")
        let content = layers.filter { !$0.features.isEmpty }.map { layer in
            GeoPackageLayer(
                layer.table(), in: system, title: catalogue.text("map_layer.\(layer.name.rawValue)"), text: source,
                style: style(layer))
        }
        return try GeoPackageWriter.bytes(content, path: MapPackage.fileName, lastChange: lastChange)
    }

    private func style(_ layer: MapLayer) -> LayerStyle {
        let renderer =
            switch layer.name {
            case .quarters: quarters(layer)
            case .overlay: overlay
            case .places: places
            case .catchments: catchments
            case .stops: LayerStyle.Renderer.single(marker(.diamond, MapColours.quiet, size: 2))
            }
        return LayerStyle(
            name: catalogue.text("map_layer.\(layer.name.rawValue)"), renderer: renderer,
            labelColumn: layer.name == .quarters ? "name" : nil)
    }

    /// The share of residents that the report's map shows: with an organised meeting place within the middle limit,
    /// with an everyday place where the edition withholds it; one colour where there are no shares.
    private func quarters(_ layer: MapLayer) -> LayerStyle.Renderer {
        let (limits, names) = (ShareLimit.all(of: input), layer.columnNames)
        guard !limits.isEmpty,
            let column = [ReachTarget.organisedPlaces, ReachTarget.everydayPlaces]
                .map(limits[limits.count / 2].column).first(where: names.contains)
        else { return .single(.fill(colour(MapColours.land), outline: colour(MapColours.border), width: 0.4)) }
        let border = colour(MapColours.border)
        let classes = MapColours.shareClasses(input.language).map {
            LayerStyle.NumberClass(
                from: $0.lower, to: $0.upper, label: $0.label,
                symbol: .fill(colour($0.colour), outline: border, width: 0.4))
        }
        return .graduated(
            column: column, classes,
            rest: LayerStyle.Rest(
                label: hiddenLabel(layer, column: column),
                symbol: .hatch(colour(MapColours.noData), outline: border, width: 0.4)))
    }

    /// What the hatch of quarters without a share means.
    private func hiddenLabel(_ layer: MapLayer, column: String) -> String {
        let none = catalogue.text("reports.map.no_value")
        let isHidden = layer.features.contains { feature in
            feature.properties.contains {
                $0.key == column + "_status" && $0.value == .string(Status.suppressed.rawValue)
            }
        }
        guard isHidden else { return none }
        return catalogue.text("reports.map.no_value_or_hidden", ["word": catalogue.text("status.suppressed")])
    }

    private var overlay: LayerStyle.Renderer {
        let quiet = colour(MapColours.quiet)
        return .categorised(
            column: "layer",
            [
                LayerStyle.Category(
                    AreaLevel.focusArea.rawValue, label: catalogue.text("reports.map.focus_area"),
                    symbol: .hatch(colour(MapColours.focus), outline: colour(MapColours.focus), width: 0.5))
            ],
            rest: LayerStyle.Rest(
                label: catalogue.text("map_layer.other_area"),
                symbol: .fill(LayerStyle.Colour(red: 0, green: 0, blue: 0, alpha: 0), outline: quiet, width: 0.5)))
    }

    /// Each category that has places, with the sign of its kind; organised meeting places first.
    private var places: LayerStyle.Renderer {
        let table = input.study.places
        let categories = Set(table.categoryIndexes).sorted().compactMap { index in
            table.categories.indices.contains(Int(index)) ? table.categories[Int(index)] : nil
        }
        let signed = categories.map { ($0, MapColours.sign(of: $0)) }.sorted { $0.1.order < $1.1.order }
        return .categorised(
            column: "category",
            signed.map { category, sign in
                LayerStyle.Category(
                    category.id, label: category.name(input.language),
                    symbol: marker(LayerStyle.Marker(rawValue: sign.shape.rawValue) ?? .circle, sign.colour, size: 3))
            }, rest: nil)
    }

    /// The times on foot as classes, each from its own time up to the next, the shortest darkest.
    private var catchments: LayerStyle.Renderer {
        let minutes = Set(input.travel?.minutes ?? []).sorted()
        let fills = MapColours.reachedLand(count: minutes.count)
        let classes = minutes.enumerated().compactMap { index, time -> LayerStyle.NumberClass? in
            guard let hex = fills.indices.contains(index) ? fills[index] : fills.last else { return nil }
            var fill = colour(hex)
            fill.alpha = 128
            return LayerStyle.NumberClass(
                from: time, to: index + 1 < minutes.count ? minutes[index + 1] : time,
                label: catalogue.text("map_layer.minutes", ["minutes": NumberText.shortest(time)]),
                symbol: .fill(fill, outline: colour(hex), width: 0.2))
        }
        return .graduated(column: "minutes", classes, rest: nil)
    }

    private func marker(_ shape: LayerStyle.Marker, _ hex: String, size: Double) -> LayerStyle.Symbol {
        .marker(shape, colour(hex), outline: colour(MapColours.paper), size: size)
    }

    private func colour(_ hex: String) -> LayerStyle.Colour {
        LayerStyle.Colour(hexadecimal: hex) ?? LayerStyle.Colour(red: 0, green: 0, blue: 0)
    }
}
