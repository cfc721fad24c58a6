public import Features
internal import Planar
internal import Wording

/// Which columns of a layer of stops mean what, by name; nil where the layer has none.
public struct StopColumns: Sendable, Hashable {
    /// The name of the stop.
    public var name: String?
    /// What stops there: words such as `bus` or `Bahn`, several of them separated by `;`, `,` or `/`.
    public var mode: String?
    /// Departures per hour on weekdays.
    public var weekday: String?
    /// Departures per hour on Saturdays.
    public var saturday: String?
    /// Departures per hour on Sundays and public holidays.
    public var sunday: String?

    /// Makes the names of columns.
    public init(
        name: String? = nil, mode: String? = nil, weekday: String? = nil, saturday: String? = nil, sunday: String? = nil
    ) {
        self.name = name
        self.mode = mode
        self.weekday = weekday
        self.saturday = saturday
        self.sunday = sunday
    }
}

extension StopTable {
    /// Appends the stops of a layer of points and returns what was found wrong with them.
    ///
    /// Departures that are no number from 0 on are reported and stay absent. A row without a geometry is left out.
    ///
    /// - Parameters:
    ///   - number: the number of the layer among those with stops, for ids that two layers share.
    ///   - entranceEnds: where the entrances of each row of the layer end; empty where the stops have none.
    ///   - entranceXs: the x of the entrances, in metres.
    ///   - entranceYs: the y of the entrances.
    public mutating func append(
        _ metric: MetricLayer, columns: StopColumns, number: Int = 0, entranceEnds ends: [Int32] = [],
        entranceXs: [Double] = [], entranceYs: [Double] = []
    ) -> [Diagnostic] {
        let layer = metric.layer
        var findings: [Diagnostic] = []
        var used = Set(ids)
        func column(_ name: String?) -> Column? { name.flatMap { layer.column(named: $0) } }
        let (names, modes) = (column(columns.name), column(columns.mode))
        let days = [columns.weekday, columns.saturday, columns.sunday].map(column)
        for row in 0..<layer.count {
            guard let geometry = layer.geometries[row], !geometry.isEmpty else { continue }
            var location = layer.location(ofFeature: row)
            location.featureID = metric.ids[row]
            guard geometry.kind == .point else {
                findings.append(Diagnostic(.wrongKind, at: location, ["kind": "\(geometry.kind)"]))
                continue
            }
            var id = metric.ids[row]
            while !used.insert(id).inserted { id = "\(number + 1):\(id)" }
            ids.append(id)
            self.names.append(names?.string(at: row) ?? "")
            self.modes.append(StopTable.modes(modes?.string(at: row) ?? ""))
            xs.append(geometry.xs[0])
            ys.append(geometry.ys[0])
            let departures = days.map { StopTable.departures($0, row, location, &findings) }
            weekdayDepartures.append(departures[0])
            saturdayDepartures.append(departures[1])
            sundayDepartures.append(departures[2])
            if ends.indices.contains(row) {
                let range = (row == 0 ? 0 : Int(ends[row - 1]))..<Int(ends[row])
                self.entranceXs += entranceXs[range]
                self.entranceYs += entranceYs[range]
            }
            self.entranceEnds.append(Int32(self.entranceXs.count))
        }
        return findings
    }

    /// The number of departures at a row; nil, and a finding, where there is something else.
    private static func departures(
        _ column: Column?, _ row: Int, _ location: SourceLocation, _ findings: inout [Diagnostic]
    ) -> Double? {
        guard let column, let text = column.string(at: row), text.contains(where: { !$0.isWhitespace }) else {
            return nil
        }
        if let value = column.double(at: row), value >= 0 { return value }
        findings.append(Diagnostic(.departuresUnreadable, at: location, ["value": text, "column": column.name]))
        return nil
    }

    /// The modes that a text names, in the order of ``Mode``, each once; words that nobody knows are `other`.
    static func modes(_ text: String) -> [Mode] {
        let words = text.split { ";,/|+".contains($0) }.map { Folding.key(String($0)) }.filter { !$0.isEmpty }
        let named = Set(words.map { modeWords[$0] ?? .other })
        return Mode.allCases.filter(named.contains)
    }

    private static let modeWords: [String: Mode] = [
        "bus": .bus, "busse": .bus, "busstop": .bus, "trolleybus": .bus, "coach": .bus, "rufbus": .bus,
        "tram": .tram, "strassenbahn": .tram, "stadtbahn": .tram, "tramstop": .tram,
        "train": .train, "bahn": .train, "zug": .train, "sbahn": .train, "rail": .train, "railway": .train,
        "lightrail": .train, "regionalbahn": .train, "eisenbahn": .train, "station": .train, "halt": .train,
        "subway": .subway, "ubahn": .subway, "metro": .subway, "ferry": .ferry, "faehre": .ferry, "schiff": .ferry,
    ]
}
