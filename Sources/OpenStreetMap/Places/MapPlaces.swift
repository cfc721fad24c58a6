public import Features
internal import Planar
internal import Travel

/// The meeting places and services of a map, in degrees: a layer of points as if read from a file, and the entrances of
/// each place.
///
/// Use: collect ``MapObjects`` by ``TagFilter/placesAndStops``, make this value, move layer and entrances into the metric
/// system (`MetricLayer.make`, ``Entrances/movePositions(_:)``) and read the layer like any other; the columns are called
/// as the roles of a layer of places in the project file: `id`, `name`, `category`, `capacity`, `hours`, `operator`,
/// `languages`, `wheelchair`, `address`. Beside them stand `area` (square metres; absent for what is no area) and `osm`
/// (the tag that the place came in by, `shop=bakery`).
public struct MapPlaces: Sendable {
    /// One row for each place, ordered by the kind and number of its first object.
    public let layer: Layer
    /// The entrances of each row; a row without any is reached at its position.
    public let entrances: Entrances
    /// How many places were left out for protection, and how many objects were joined.
    public let findings: [Diagnostic]

    /// Open grounds of this size in square metres and more without a known entrance can be entered all around …
    static let openGround = 1_000.0
    /// … at positions of their outline this many metres apart at most.
    static let outlineStep = 50.0

    /// Finds the places of a map.
    ///
    /// - Parameters:
    ///   - objects: the places and the nodes of their entrances.
    ///   - source: the file they come from.
    ///   - rules: from tags to categories.
    ///   - categories: the ids of the only categories wanted; empty for all.
    ///   - takesSensitive: whether refugee accommodation, shelters and the like are taken. Otherwise they are left out
    ///     and counted.
    public init(
        _ objects: MapObjects, source: SourceFile, rules: PlaceRuleTable = .builtIn, categories: Set<String> = [],
        takesSensitive: Bool = false
    ) {
        var candidates = PlaceCandidates(objects, rules: rules)
        candidates.keep(candidates.openToThePublic(objects))
        let protected = candidates.protectedCategories(objects)
        let merging = PlaceMerging(objects, candidates)
        let finder = EntranceFinder(objects)
        var columns = PlaceColumns()
        var entrances = Entrances()
        var (leftOut, merged, mergedPlaces) = (0, 0, 0)
        for members in merging.places.sets {
            let sensitive = members.lazy.compactMap { protected[$0] }.first
            if sensitive != nil, !takesSensitive {
                leftOut += 1
                continue
            }
            let category = sensitive ?? candidates.rules[members[0]].category
            guard categories.isEmpty || categories.contains(category) else { continue }
            if members.count > 1 {
                merged += members.count
                mergedPlaces += 1
            }
            columns.append(members, as: category, candidates, objects)
            let outlines = members.filter { !merging.isWithin[$0] }
            entrances.append(
                MapPlaces.entrances(members, outlines, category: category, candidates, objects, finder))
        }
        layer = columns.layer(source)
        self.entrances = entrances
        findings = MapPlaces.findings(source, leftOut: leftOut, merged: merged, places: mergedPlaces)
    }

    private static func entrances(
        _ members: [Int], _ outlines: [Int], category: String, _ candidates: PlaceCandidates, _ objects: MapObjects,
        _ finder: EntranceFinder
    ) -> [(x: Double, y: Double)] {
        let known = finder.entrances(on: members.map { objects.geometries[candidates.objects[$0]] })
        if !known.isEmpty { return known }
        let grounds = outlines.filter { candidates.areas[$0] > 0 }
        let isOpen = PlaceMerging.openAir.contains(category)
        if isOpen, grounds.reduce(0, { $0 + candidates.areas[$1] }) >= openGround {
            return grounds.flatMap { index in
                let geometry = objects.geometries[candidates.objects[index]]
                return geometry.outlinePositions(every: outlineStep, LocalMetres(around: geometry))
            }
        }
        // Several sites of one place, none within another: each can be gone to.
        return outlines.count > 1 ? outlines.map { (candidates.xs[$0], candidates.ys[$0]) } : []
    }

    private static func findings(_ source: SourceFile, leftOut: Int, merged: Int, places: Int) -> [Diagnostic] {
        let file = SourceLocation(file: source.path)
        var findings: [Diagnostic] = []
        if leftOut > 0 { findings.append(Diagnostic(.sensitiveLeftOut, at: file, ["count": "\(leftOut)"])) }
        if merged > 0 {
            findings.append(Diagnostic(.placesMerged, at: file, ["count": "\(merged)", "places": "\(places)"]))
        }
        return findings
    }
}
