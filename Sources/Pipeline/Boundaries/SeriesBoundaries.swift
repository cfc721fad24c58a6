public import Features
public import History
internal import Indicators

/// Marks in series over the years where a quarter's land is no longer what it was.
public enum SeriesBoundaries {
    /// The series with their breaks. Points of runs whose outlines are not known are joined, as nothing is known of a break.
    public static func mark(_ series: [HistorySeries], in store: HistoryStore) throws(Failure) -> [HistorySeries] {
        var outlines: [String: QuarterOutlines?] = [:]
        var conversions: [[String]: BoundaryConversion?] = [:]
        /// The outlines with a checksum, of which the run is one.
        func outline(_ checksum: String, run: Int) throws(Failure) -> QuarterOutlines? {
            if let known = outlines[checksum] { return known }
            let found = try store.boundaries(ofRun: run).flatMap(QuarterOutlines.init)
            outlines[checksum] = .some(found)
            return found
        }
        var marked = series
        for row in marked.indices where marked[row].area.level == HistoryConversion.quarter {
            var last: (checksum: String, run: Int)?
            for point in marked[row].points.indices {
                guard let checksum = marked[row].points[point].boundaries else { continue }
                let run = marked[row].points[point].run
                defer { last = (checksum, run) }
                guard let before = last, before.checksum != checksum else { continue }
                let key = [before.checksum, checksum]
                if conversions[key] == nil {
                    let (old, new) = (
                        try outline(before.checksum, run: before.run), try outline(checksum, run: run)
                    )
                    conversions[key] = .some(
                        old.flatMap { old in new.flatMap { BoundaryConversion(from: old, to: $0) } })
                }
                guard let conversion = conversions[key] ?? nil else { continue }
                marked[row].points[point].hasOtherLand = !conversion.isUnchanged(marked[row].area.id)
            }
        }
        return marked
    }
}
