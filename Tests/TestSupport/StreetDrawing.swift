internal import Planar

/// The characters of a ``StreetSketch`` and what they draw.
struct StreetDrawing {
    /// The drawing, line by line from the north.
    let lines: [[Character]]
    /// The metres between neighbouring characters.
    let step: Double

    private func character(_ row: Int, _ column: Int) -> Character {
        lines.indices.contains(row) && lines[row].indices.contains(column) ? lines[row][column] : " "
    }

    private func position(_ row: Int, _ column: Int) -> (x: Double, y: Double) {
        (Double(column) * step, Double(lines.count - 1 - row) * step)
    }

    /// The positions of letters and digits.
    func marks() throws(StreetSketchError) -> [Character: (x: Double, y: Double)] {
        var marks: [Character: (x: Double, y: Double)] = [:]
        for (row, line) in lines.enumerated() {
            for (column, character) in line.enumerated() {
                if character.isLetter || character.isNumber {
                    guard marks.updateValue(position(row, column), forKey: character) == nil else {
                        throw StreetSketchError("\(character) is drawn twice")
                    }
                } else if !" -|/\\+#".contains(character) {
                    throw StreetSketchError("\(character) in line \(row + 1) draws nothing")
                }
            }
        }
        return marks
    }

    /// The directions in which streets are looked for from each letter, and what is drawn along them.
    private static let directions: [(rows: Int, columns: Int, stroke: Character)] = [
        (0, 1, "-"), (1, 0, "|"), (1, 1, "\\"), (-1, 1, "/"),
    ]

    /// The two letters that each street joins.
    func streets() throws(StreetSketchError) -> [[Character]] {
        var streets: [[Character]] = []
        var strokes = 0
        for (row, line) in lines.enumerated() {
            for (column, letter) in line.enumerated() where letter.isLetter {
                for direction in StreetDrawing.directions {
                    var steps = 1
                    var seen = 0
                    var next = character(row + direction.rows, column + direction.columns)
                    while next == direction.stroke || next == "+" || next.isNumber {
                        seen += next == direction.stroke ? 1 : 0
                        steps += 1
                        next = character(row + steps * direction.rows, column + steps * direction.columns)
                    }
                    guard seen > 0 else { continue }
                    guard next.isLetter else {
                        throw StreetSketchError("a street from \(letter) ends at no letter")
                    }
                    streets.append([letter, next])
                    strokes += seen
                }
            }
        }
        let drawn = lines.joined().count { "-|/\\".contains($0) }
        guard strokes == drawn else { throw StreetSketchError("\(drawn - strokes) strokes belong to no street") }
        return streets
    }

    /// The runs of `#`, one line each.
    func barriers() throws(StreetSketchError) -> [Geometry] {
        var barriers: [Geometry] = []
        for (row, line) in lines.enumerated() {
            for column in line.indices where line[column] == "#" {
                for (rows, columns) in [(0, 1), (1, 0)] where character(row - rows, column - columns) != "#" {
                    var steps = 0
                    while character(row + (steps + 1) * rows, column + (steps + 1) * columns) == "#" { steps += 1 }
                    guard steps > 0 else { continue }
                    let start = position(row, column)
                    let end = position(row + steps * rows, column + steps * columns)
                    guard
                        let barrier = try? Geometry(kind: .lineString, xs: [start.x, end.x], ys: [start.y, end.y])
                    else { throw StreetSketchError("a barrier is no line") }
                    barriers.append(barrier)
                }
            }
        }
        return barriers
    }
}
