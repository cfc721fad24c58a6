public import Wording
internal import Glibc

/// The command `transform`: lines `x y` in, lines out; east before north always.
public enum TransformScript {
    /// What came of a text.
    public struct Output: Sendable, Hashable {
        /// The lines, each ended by a newline. A position without an image is `* *`; blank lines and comments (`#`) stay.
        public var text: [UInt8]
        /// The numbers of the lines whose position has no image, counted from `firstLine`.
        public var failedLines: [Int]
        /// The number of positions.
        public var positionCount: Int
    }

    /// A line that is not two numbers.
    public struct MalformedLine: Error, Sendable, Hashable, CustomStringConvertible {
        /// The number of the line.
        public let line: Int
        /// The beginning of the line.
        public let excerpt: String

        /// The error as a whole sentence.
        public func description(_ language: Language) -> String {
            Catalogue.of(language).text("transform.malformedLine", ["line": "\(line)", "text": excerpt])
        }

        /// The error as a whole sentence, in English.
        public var description: String { description(.english) }
    }

    /// Transforms a text of lines `x y`, separated by white space, a comma or a semicolon.
    ///
    /// - Parameters:
    ///   - text: whole lines, UTF-8; the last may lack its newline.
    ///   - firstLine: the number of the first line, for texts that come in pieces.
    ///   - decimals: digits after the point (0…17); nil for the shortest text that reads back as the same number.
    public static func convert(
        _ text: [UInt8], with transform: CoordinateTransform, firstLine: Int = 1, decimals: Int? = nil
    ) throws(MalformedLine) -> Output {
        var lines = text.split(separator: UInt8(ascii: "\n"), omittingEmptySubsequences: false)
        if lines.last?.isEmpty == true { lines.removeLast() }
        var xs: [Double] = []
        var ys: [Double] = []
        var isPosition: [Bool] = []
        isPosition.reserveCapacity(lines.count)
        for (index, line) in lines.enumerated() {
            let fields = line.split(omittingEmptySubsequences: true, whereSeparator: isSpace)
            let isData = fields.first.map { $0.first != UInt8(ascii: "#") } ?? false
            isPosition.append(isData)
            guard isData else { continue }
            guard let (x, y) = position(line) else {
                throw MalformedLine(
                    line: firstLine + index,
                    excerpt: ReferenceSystemError.excerpt(String(decoding: line.prefix(240), as: UTF8.self)))
            }
            xs.append(x)
            ys.append(y)
        }
        let failed = Set(transform.apply(xs: &xs, ys: &ys))
        var output = Output(text: [], failedLines: [], positionCount: xs.count)
        var next = 0
        for (index, line) in lines.enumerated() {
            if !isPosition[index] {
                output.text += line
            } else {
                if failed.contains(next) {
                    output.text += "* *".utf8
                    output.failedLines.append(firstLine + index)
                } else {
                    output.text += (format(xs[next], decimals) + " " + format(ys[next], decimals)).utf8
                }
                next += 1
            }
            output.text.append(UInt8(ascii: "\n"))
        }
        return output
    }

    /// The operation, its accuracy and grids in words, a line each.
    public static func summary(_ transform: CoordinateTransform, _ language: Language) -> String {
        let catalogue = Catalogue.of(language)
        let operation = transform.operation
        var lines = [
            catalogue.text("transform.systems", ["from": "\(transform.source)", "to": "\(transform.target)"]),
            catalogue.text("transform.operation", ["operation": operation.name]),
        ]
        if let accuracy = operation.accuracyMetres {
            let metres = accuracy == accuracy.rounded() ? "\(Int(exactly: accuracy.rounded()) ?? 0)" : "\(accuracy)"
            lines.append(catalogue.text("transform.accuracy", ["metres": metres]))
        } else {
            lines.append(catalogue.text("transform.accuracyUnknown"))
        }
        if operation.grids.isEmpty {
            lines.append(catalogue.text("transform.noGrids"))
        } else {
            let names = operation.grids.map(\.name).joined(separator: ", ")
            lines.append(catalogue.text("transform.grids", ["grids": names]))
        }
        if !operation.missingGrids.isEmpty {
            let names = operation.missingGrids.joined(separator: ", ")
            lines.append(catalogue.text("transform.missingGrids", ["grids": names]))
        }
        if operation.usesFallback { lines.append(catalogue.text("transform.fallback")) }
        if operation.isBallpark { lines.append(catalogue.text("transform.ballpark")) }
        return lines.map { $0 + "\n" }.joined()
    }

    private static func isSpace(_ byte: UInt8) -> Bool { byte == 0x20 || byte == 0x09 || byte == 0x0D }

    /// The two numbers of a line; nil if there are not two finite ones.
    private static func position(_ line: ArraySlice<UInt8>) -> (Double, Double)? {
        let fields = line.split(omittingEmptySubsequences: true) {
            isSpace($0) || $0 == UInt8(ascii: ",") || $0 == UInt8(ascii: ";")
        }
        guard fields.count == 2, let x = number(fields[0]), let y = number(fields[1]) else { return nil }
        return (x, y)
    }

    /// A finite decimal number. Swift's own reading takes "nan", "inf" and hexadecimal numbers, too.
    private static func number(_ field: ArraySlice<UInt8>) -> Double? {
        let allowed = field.allSatisfy {
            (0x30...0x39).contains($0) || $0 == UInt8(ascii: ".") || $0 == UInt8(ascii: "-")
                || $0 == UInt8(ascii: "+") || $0 == UInt8(ascii: "e") || $0 == UInt8(ascii: "E")
        }
        guard allowed, let value = Double(String(decoding: field, as: UTF8.self)), value.isFinite else { return nil }
        return value
    }

    private static func format(_ value: Double, _ decimals: Int?) -> String {
        guard let decimals else { return "\(value)" }
        // 309 digits before the point at most, 17 after it.
        return unsafe String(unsafeUninitializedCapacity: 352) { buffer in
            unsafe buffer.withMemoryRebound(to: CChar.self) { characters in
                let length = unsafe withVaList([Int32(max(0, min(17, decimals))), value]) { arguments in
                    unsafe vsnprintf(characters.baseAddress, characters.count, "%.*f", arguments)
                }
                return max(0, min(Int(length), characters.count))
            }
        }
    }
}
