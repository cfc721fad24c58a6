/// Iterative proportional fitting: the table with given margins whose odds ratios are those of another table.
///
/// Deming & Stephan 1940, Annals of Mathematical Statistics 11(4):427–444.
enum ProportionalFitting {
    /// How close the margins must come, as shares of the whole table. Stopping early is no matter of a few digits: with
    /// 0.001 the structural part of the school data of R's `segregation` is −0.0035, fitted to the end it is +0.0032.
    static let precision = 1e-13
    /// After so many rounds without that there is no such table, or none that anybody waits for.
    static let mostRounds = 20_000

    /// Fits a table to margins that are shares, each adding up to 1. An empty field stands for something far smaller
    /// than any count, so that it can grow where the margins leave no other way.
    ///
    /// - Returns: the table as shares of the whole; nil where the rounds did not come to rest.
    static func fit(_ table: [[Double]], rows: [Double], columns: [Double]) -> [[Double]]? {
        let least = table.joined().filter { $0 > 0 }.min() ?? 0
        guard least > 0 else { return nil }
        let almostNobody = min(1e-10, least / 1000)
        var fitted = table.map { $0.map { $0 > 0 ? $0 : almostNobody } }
        for _ in 0..<mostRounds {
            for row in fitted.indices {
                let factor = rows[row] / fitted[row].reduce(0, +)
                fitted[row] = fitted[row].map { $0 * factor }
            }
            var farthest = 0.0
            for column in columns.indices {
                let sum = fitted.reduce(0) { $0 + $1[column] }
                farthest = max(farthest, abs(sum - columns[column]))
                for row in fitted.indices { fitted[row][column] *= columns[column] / sum }
            }
            if farthest < precision { return fitted }
        }
        return nil
    }
}
