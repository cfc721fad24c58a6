extension Geometry {
    /// The geometry as well-known text in the form of JTS and GEOS: `POLYGON ((0 0, 1 0, 1 1, 0 0))`.
    ///
    /// Numbers are the shortest that read back as the same double, without exponent from 10⁻⁶ to 10²¹; −0 is written 0.
    public var wellKnownText: String {
        var text = ""
        writeText(to: &text)
        return text
    }

    private func writeText(to text: inout String) {
        text += kind.wellKnownName
        guard !isEmpty else {
            text += " EMPTY"
            return
        }
        text += " "
        switch kind {
        case .point, .lineString:
            write(positions: 0..<xs.count, to: &text)
        case .polygon:
            write(rings: rings(ofPart: 0), to: &text)
        case .multiPoint:
            writeList(xs.indices, to: &text) { write(positions: $0..<$0 + 1, to: &$1) }
        case .multiLineString:
            write(rings: 0..<ringEnds.count, to: &text)
        case .multiPolygon:
            writeList(partEnds.indices, to: &text) { write(rings: rings(ofPart: $0), to: &$1) }
        case .collection:
            writeList(members.indices, to: &text) { members[$0].writeText(to: &$1) }
        }
    }

    private func write(rings: Range<Int>, to text: inout String) {
        writeList(rings, to: &text) { write(positions: positions(ofRing: $0), to: &$1) }
    }

    private func write(positions: Range<Int>, to text: inout String) {
        writeList(positions, to: &text) { index, text in
            text += xs[index].shortestText
            text += " "
            text += ys[index].shortestText
        }
    }

    private func writeList(_ range: Range<Int>, to text: inout String, _ element: (Int, inout String) -> Void) {
        text += "("
        for index in range {
            if index > range.lowerBound { text += ", " }
            element(index, &text)
        }
        text += ")"
    }
}

extension Geometry.Kind {
    /// The name in well-known text.
    public var wellKnownName: String {
        switch self {
        case .point: "POINT"
        case .lineString: "LINESTRING"
        case .polygon: "POLYGON"
        case .multiPoint: "MULTIPOINT"
        case .multiLineString: "MULTILINESTRING"
        case .multiPolygon: "MULTIPOLYGON"
        case .collection: "GEOMETRYCOLLECTION"
        }
    }
}

extension Double {
    /// The shortest decimal text that reads back as the same number; whole numbers without `.0`, −0 as `0`, and an
    /// exponent only below 10⁻⁶ and from 10²¹.
    public var shortestText: String {
        if self == 0 { return "0" }
        let text = description
        guard let mark = text.firstIndex(of: "e") else { return text.hasSuffix(".0") ? String(text.dropLast(2)) : text }
        let sign = text.hasPrefix("-") ? "-" : ""
        let mantissa = text[..<mark].filter { $0.isASCII && $0.isNumber }
        guard let exponent = Int(text[text.index(after: mark)...]), magnitude >= 1e-6, magnitude < 1e21 else {
            return text.replacingFraction(before: mark)
        }
        // Swift writes one digit before the point in front of an exponent.
        let digits = mantissa.hasSuffix("0") && mantissa.count == 2 ? String(mantissa.prefix(1)) : mantissa
        if exponent < 0 { return sign + "0." + String(repeating: "0", count: -exponent - 1) + digits }
        return sign + digits + String(repeating: "0", count: Swift.max(0, exponent + 1 - digits.count))
    }
}

extension String {
    /// `1.0e+30` as `1e+30`.
    fileprivate func replacingFraction(before mark: String.Index) -> String {
        let mantissa = self[..<mark]
        return mantissa.hasSuffix(".0") ? String(mantissa.dropLast(2) + self[mark...]) : self
    }
}
