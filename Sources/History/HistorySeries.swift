public import Features
internal import GRDB

/// Which values over the runs are asked for.
public struct HistorySeriesQuery: Sendable, Hashable {
    /// The indicator's id.
    public var indicator: String
    /// The level; nil for all.
    public var level: String?
    /// The area's id; nil for all.
    public var area: String?
    /// The population group; nil for all.
    public var group: String?
    /// The category of places; nil for all.
    public var category: String?
    /// The parameters, as tables have them, such as `measure=walking;minutes=10`, in any order; nil for all.
    public var parameters: String?
    /// Whether earlier runs of a period count, too; otherwise only its newest.
    public var includesSuperseded: Bool

    /// Makes a question.
    public init(
        indicator: String, level: String? = nil, area: String? = nil, group: String? = nil, category: String? = nil,
        parameters: String? = nil, includesSuperseded: Bool = false
    ) {
        self.indicator = indicator
        self.level = level
        self.area = area
        self.group = group
        self.category = category
        self.parameters = parameters
        self.includesSuperseded = includesSuperseded
    }

    fileprivate func asks(for measure: HistoryRun.Measure) -> Bool {
        measure.indicator == indicator && group.map { $0 == measure.group } ?? true
            && category.map { $0 == measure.category } ?? true
            && parameters.map { Self.parts($0) == Self.parts(measure.parameters) } ?? true
    }

    private static func parts(_ parameters: String) -> Set<Substring> { Set(parameters.split(separator: ";")) }
}

/// The values of one measure for one area over the runs, in the order of periods.
public struct HistorySeries: Sendable, Hashable {
    /// The area, under its newest name.
    public var area: HistoryRun.Area
    /// The measure, in its newest version.
    public var measure: HistoryRun.Measure
    /// The values.
    public var points: [Point]

    /// The value of one run.
    public struct Point: Sendable, Hashable {
        /// The run's number.
        public var run: Int
        /// What the data describe.
        public var period: String
        /// When it was recorded.
        public var recordedAt: Int
        /// The version of the method.
        public var methodVersion: Int
        /// What the value is worth.
        public var status: String
        /// The value.
        public var value: Double?
        /// The lower bound.
        public var lower: Double?
        /// The upper bound.
        public var upper: Double?
        /// Whether it was computed by another method, or in another unit, than the one before: no line joins the two.
        public var isBreak: Bool
        /// The checksum of the outlines of the run's quarters; nil where they are not known.
        public var boundaries: String?
        /// Whether the quarter's land is not that of the point before: no line joins the two. Who knows outlines says so;
        /// the store compares only checksums, of which it is none.
        public var hasOtherLand = false
    }

    /// The points between breaks: only these may be joined by a line or compared.
    public var segments: [ArraySlice<Point>] {
        var segments: [ArraySlice<Point>] = []
        var start = points.startIndex
        for index in points.indices.dropFirst() where points[index].isBreak || points[index].hasOtherLand {
            segments.append(points[start..<index])
            start = index
        }
        return points.isEmpty ? [] : segments + [points[start...]]
    }
}

extension HistoryStore {
    /// The series of an indicator, sorted by area and measure; empty where no run has it.
    public func series(_ query: HistorySeriesQuery) throws(Failure) -> [HistorySeries] {
        try read { database in
            let dimensions = try HistoryDimensions(database)
            let measures = dimensions.measures.filter { query.asks(for: $0.value) }
            let runs = Self.chosen(try Self.summaries(database), query.includesSuperseded)
            var series: [SeriesKey: HistorySeries] = [:]
            var units: [SeriesKey: String] = [:]
            let boundaries = try Self.boundaryChecksums(database)
            let statement = try database.makeStatement(
                sql: "SELECT area, status, value, lower, upper FROM figures WHERE run = ? AND measure = ?")
            for run in runs {
                for (id, measure) in measures.sorted(by: { $0.key < $1.key }) {
                    let rows = try Row.fetchCursor(statement, arguments: [run.id, id])
                    while let row = try rows.next() {
                        let columns = Array(row.databaseValues)
                        let area = try dimensions.area(columns[0].integer)
                        guard query.level.map({ $0 == area.level }) ?? true,
                            query.area.map({ $0 == area.id }) ?? true
                        else { continue }
                        let key = SeriesKey(area, measure)
                        let last = series[key]?.points.last
                        let point = HistorySeries.Point(
                            run: run.id, period: run.period, recordedAt: run.recordedAt,
                            methodVersion: measure.methodVersion, status: try dimensions.word(columns[1].integer),
                            value: try columns[2].number, lower: try columns[3].number, upper: try columns[4].number,
                            isBreak: last.map {
                                $0.methodVersion != measure.methodVersion || units[key] != measure.unit
                            } ?? false, boundaries: boundaries[run.id])
                        series[key, default: HistorySeries(area: area, measure: measure, points: [])].points.append(
                            point)
                        series[key]?.area = area
                        series[key]?.measure = measure
                        units[key] = measure.unit
                    }
                }
            }
            return series.sorted { $0.key < $1.key }.map(\.value)
        }
    }

    /// The newest run of each period in the order of periods, or all runs.
    private static func chosen(_ runs: [HistoryRunSummary], _ includesSuperseded: Bool) -> [HistoryRunSummary] {
        let newest = Dictionary(runs.map { ($0.period, $0.id) }) { max($0, $1) }
        return runs.filter { includesSuperseded || newest[$0.period] == $0.id }
            .sorted { ($0.period, $0.id) < ($1.period, $1.id) }
    }
}

/// What makes two values of different runs the same series: the area and measure without names, units and methods.
struct SeriesKey: Hashable, Comparable {
    private let parts: [String]

    init(_ area: HistoryRun.Area, _ measure: HistoryRun.Measure) {
        parts = [area.level, area.id, measure.indicator, measure.parameters, measure.category, measure.group]
    }

    static func < (left: SeriesKey, right: SeriesKey) -> Bool { left.parts.lexicographicallyPrecedes(right.parts) }
}
