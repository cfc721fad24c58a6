internal import Features
internal import Overlay
internal import Town

/// Looks at places: are they in the town, twice, or such that they must not be shown?
enum PlaceChecks {
    /// Places outside all quarters, near a border, recorded twice, or sensitive.
    ///
    /// A map reaches beyond the town, so its places outside are told together: nothing is wrong with them.
    static func findings(
        _ places: PlaceTable, _ assignments: [Assignment], quarters: AreaTable, location: (Int) -> SourceLocation,
        isFromMap: (Int) -> Bool
    ) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var outsideOfMap: [String: Int] = [:]
        for place in 0..<places.count {
            let assignment = assignments[place]
            switch assignment.situation {
            case .inside: break
            case .nearBorder:
                findings.append(
                    Diagnostic(
                        .placeNearBorder, at: location(place),
                        ["quarter": quarters.names[Int(assignment.quarter)]]))
            case .outside where isFromMap(place):
                outsideOfMap[location(place).file, default: 0] += 1
            case .outside:
                findings.append(Diagnostic(.placeOutside, at: location(place)))
            }
            let category = places.categories[Int(places.categoryIndexes[place])]
            if category.isSensitive {
                findings.append(Diagnostic(.sensitivePlace, at: location(place), ["category": category.id]))
            }
        }
        let outside = outsideOfMap.sorted { $0.key < $1.key }.map { file, count in
            Diagnostic(.mapPlacesOutside, at: SourceLocation(file: file), ["count": "\(count)"])
        }
        return findings + outside + duplicates(places, location)
    }

    /// Two places of one name and category within ``duplicateDistance`` of each other are probably one.
    private static func duplicates(_ places: PlaceTable, _ location: (Int) -> SourceLocation) -> [Diagnostic] {
        struct Key: Hashable {
            var name: String
            var category: Int32
        }
        var groups: [Key: [Int]] = [:]
        var findings: [Diagnostic] = []
        for place in 0..<places.count where !places.names[place].isEmpty {
            let key = Key(name: places.names[place], category: places.categoryIndexes[place])
            let earlier = groups[key, default: []]
            if let first = earlier.first(where: { distance(places, $0, place) <= duplicateDistance }) {
                findings.append(
                    Diagnostic(
                        .placeDuplicate, at: location(place),
                        ["name": places.names[place], "other": places.ids[first]]))
            }
            groups[key, default: []].append(place)
        }
        return findings
    }

    /// In metres.
    private static let duplicateDistance = 25.0

    private static func distance(_ places: PlaceTable, _ first: Int, _ second: Int) -> Double {
        let dx = places.xs[first] - places.xs[second]
        let dy = places.ys[first] - places.ys[second]
        return (dx * dx + dy * dy).squareRoot()
    }
}
