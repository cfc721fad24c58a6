public import Features

extension AddressBook {
    /// The columns of a list of addresses. Either street and number have a column each, or one holds both.
    public struct Columns: Sendable, Hashable {
        /// The column of the street, or of street and number together.
        public var street: String
        /// The column of the house number; nil where the street's column holds it, too.
        public var number: String?
        /// The column of letters behind the house number, where they have one.
        public var suffix: String?
        /// The column of the postcode.
        public var postcode: String?

        /// Names the columns.
        public init(street: String, number: String? = nil, suffix: String? = nil, postcode: String? = nil) {
            self.street = street
            self.number = number
            self.suffix = suffix
            self.postcode = postcode
        }
    }

    /// A book from a layer of points in metres; rows without a point, street or number are left out.
    public init(_ layer: Layer, columns: Columns, xs: [Double?], ys: [Double?]) {
        self.init()
        for row in 0..<min(layer.count, xs.count, ys.count) {
            guard let x = xs[row], let y = ys[row], let address = columns.address(layer, row) else { continue }
            add(street: address.street, number: address.number, postcode: address.postcode, x: x, y: y)
        }
    }

    /// Finds the addresses of a list.
    /// - Returns: An answer for each row, and what there is to say: unknown streets once each, the rest row by row.
    public func find(_ layer: Layer, columns: Columns) -> (answers: [Answer], diagnostics: [Diagnostic]) {
        var answers: [Answer] = []
        var findings: [Diagnostic] = []
        var unknownStreets: [String: Int] = [:]
        for row in 0..<layer.count {
            let address = columns.address(layer, row)
            let answer =
                address.map { find(street: $0.street, number: $0.number, postcode: $0.postcode) } ?? .incomplete
            answers.append(answer)
            let (street, number) = (address?.street ?? columns.text(layer, columns.street, row), address?.number ?? "")
            func add(_ code: DiagnosticCode, _ arguments: [String: String]) {
                findings.append(Diagnostic(code, at: layer.location(ofFeature: row), arguments))
            }
            switch answer {
            case .found(_, _, nil): break
            case .found(_, _, let remark?):
                add(
                    .addressUncertain,
                    ["address": "\(street) \(number)", "@reason": "address.reason.\(remark.rawValue)"])
            case .several:
                add(.addressUncertain, ["address": "\(street) \(number)", "@reason": "address.reason.several"])
            case .incomplete:
                add(.addressUncertain, ["address": "\(street) \(number)", "@reason": "address.reason.none"])
            case .numberUnknown(let name, let near):
                add(.addressNumberUnknown, ["street": name, "number": number, "near": near.joined(separator: ", ")])
            case .streetUnknown(let suggestion):
                let key = AddressText.streetKey(street)
                if let index = unknownStreets[key] {
                    let count = Int(findings[index].arguments["count"] ?? "") ?? 1
                    findings[index].arguments["count"] = "\(count + 1)"
                } else {
                    unknownStreets[key] = findings.count
                    add(
                        .addressUnknown,
                        [
                            "street": street, "number": number, "count": "1", "suggestion": suggestion ?? "",
                            "hint": suggestion == nil ? "no_street" : "street_like",
                        ])
                }
            }
        }
        return (answers, findings)
    }
}

extension AddressBook.Columns {
    /// The address of a row; nil where it has none, or where one column holds both and cannot be split.
    fileprivate func address(_ layer: Layer, _ row: Int) -> (street: String, number: String, postcode: String)? {
        let street = text(layer, self.street, row)
        let postcode = text(layer, self.postcode, row)
        guard let number else { return AddressText.split(street).map { ($0.street, $0.number, postcode) } }
        return (street, text(layer, number, row) + text(layer, suffix, row), postcode)
    }

    fileprivate func text(_ layer: Layer, _ name: String?, _ row: Int) -> String {
        name.flatMap { layer.column(named: $0)?.string(at: row) } ?? ""
    }
}
