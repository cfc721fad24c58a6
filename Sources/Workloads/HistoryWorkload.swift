internal import Formats
public import History

/// A store as a town has it after ten years of monthly runs: 40 quarters × 60 indicators × 5 groups. For
/// `Scripts/benchmark/history.py`, which asks it.
public enum HistoryWorkload {
    /// The number of runs.
    public static let months = 120
    private static let quarters = 40
    private static let indicators = 60
    private static let groups = ["all", "foreign", "under_18", "over_65", "single_parents"]

    /// Records all runs in a store.
    public static func fill(_ store: HistoryStore) throws {
        for month in 0..<months { try store.append(run(month)) }
    }

    /// The run of a month. A third of the values changes from month to month, as figures of people do; one indicator
    /// changes its method half way.
    private static func run(_ month: Int) -> HistoryRun {
        var figures: [HistoryRun.Figure] = []
        figures.reserveCapacity(quarters * indicators * groups.count)
        for quarter in 0..<quarters {
            let area = HistoryRun.Area(level: "quarter", id: "q\(quarter)", name: "Quartier \(quarter)")
            for indicator in 0..<indicators {
                for (number, group) in groups.enumerated() {
                    let seed = (quarter * 31 + indicator * 17 + number * 7) % 1_000
                    let step = indicator % 3 == 0 ? month : month / 12
                    let value = (Double(seed) + Double(step) / 7) / 1_200
                    let hasValue = (seed + month) % 23 != 0
                    figures.append(
                        HistoryRun.Figure(
                            area: area,
                            measure: HistoryRun.Measure(
                                indicator: "indicator_\(indicator)",
                                methodVersion: indicator == 7 && month >= months / 2 ? 2 : 1,
                                parameters: indicator % 2 == 0 ? "minutes=15" : "", unit: "share", group: group),
                            status: hasValue ? "valid" : "suppressed", value: hasValue ? value : nil,
                            lower: hasValue ? value * 0.9 : nil, upper: hasValue ? value * 1.1 : nil,
                            n: Double(100 + seed)))
                }
            }
        }
        let places = (0..<200).map { place in
            HistoryRun.Place(
                id: "p\(place)", name: "Ort \(place)", category: "library", x: Double(place), y: Double(month / 24),
                details: ["hours": "Mo-Fr 9-\(12 + (place + month) % 5)"])
        }
        let twoDigits = "\(month % 12 + 101)".dropFirst()
        return HistoryRun(
            period: "\(2015 + month / 12)-\(twoDigits)", recordedAt: 1_420_070_400 + month * 2_629_746,
            town: "Musterstadt", versions: ["quartier": "0.1.0"],
            inputs: [
                .init(
                    file: "orte.geojson", kind: "places", bytes: month, sha256: Checksum.sha256([UInt8(month)]),
                    count: 200)
            ], figures: figures, places: places,
            boundaries: HistoryBoundaries(system: "EPSG:25832", outlines: (0..<quarters).map { outline($0, month) }))
    }

    /// The outline of a quarter: a cell of a grid of 8 × 5 with 50 vertices on each side. Half way all borders are moved.
    private static func outline(_ quarter: Int, _ month: Int) -> HistoryBoundaries.Outline {
        let side = 800.0
        let steps = 50
        let west = 560_000 + Double(quarter % 8) * side + (month >= months / 2 ? 60 : 0)
        let south = 6_017_000 + Double(quarter / 8) * side
        let corners = [(0.0, 0.0), (side, 0), (side, side), (0, side), (0, 0)]
        var bytes: [UInt8] = [1]
        func append<Number>(_ number: Number) { withUnsafeBytes(of: number) { bytes.append(contentsOf: $0) } }
        // Little endian: a polygon of one ring.
        for word in [3, 1, UInt32(4 * steps + 1)] { append(word.littleEndian) }
        for place in 0...4 * steps {
            let (from, part) = (
                corners[min(place / steps, 3)], Double(place - min(place / steps, 3) * steps) / Double(steps)
            )
            let to = corners[min(place / steps, 3) + 1]
            append((west + from.0 + (to.0 - from.0) * part).bitPattern.littleEndian)
            append((south + from.1 + (to.1 - from.1) * part).bitPattern.littleEndian)
        }
        return HistoryBoundaries.Outline(id: "q\(quarter)", wellKnownBinary: bytes)
    }
}
