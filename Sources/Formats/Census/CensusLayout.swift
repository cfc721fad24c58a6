internal import Features

/// Which census a file belongs to. Their cells are never compared one by one: 2011 was protected by changing records (SAFE),
/// 2022 by changing counts (cell key).
public enum CensusEdition: Int, Sendable, Hashable, CaseIterable {
    case census2011 = 2011
    case census2022 = 2022
}

/// What the values of a characteristic are.
public enum CensusMeasure: Sendable, Hashable {
    /// A number of persons, households, buildings, dwellings.
    case count
    /// A share in per cent.
    case share
    /// A mean or another number that no sum is made of.
    case mean

    /// What the name of a column tells: `AnteilAuslaender`, `Auslaender_A` and `Eigentuemerquote` are shares,
    /// `DurchschnHHGroesse` and `Alter_D` are means; other columns count.
    public init(name: String) {
        let name = name.lowercased()
        if name.hasPrefix("anteil") || name.hasSuffix("_a") || name.hasSuffix("quote") || name.hasSuffix("quot") {
            self = .share
        } else if name.hasPrefix("durchschn") || name.hasSuffix("_d") {
            self = .mean
        } else {
            self = .count
        }
    }
}

/// What the header of a census file says: which column holds what.
struct CensusLayout: Sendable, Hashable {
    /// A column of values.
    struct Value: Sendable, Hashable {
        /// The name as in the header.
        var name: String
        /// The place of the column.
        var column: Int
        /// The column that says how good the value is, where there is one: `…_q` (2011) or signs (2022).
        var quality: Int?
    }

    /// The columns of the long form of 2011: a row for each characteristic of a cell.
    struct Long: Sendable, Hashable {
        var characteristic: Int
        var text: Int
        var count: Int
        var quality: Int?
    }

    /// What the rows are.
    enum Form: Sendable, Hashable {
        case wide([Value])
        case long(Long)
    }

    var separator: UInt8
    var columnCount: Int
    /// The column of the cell's id.
    var id: Int
    /// A second id, in the other spelling (2011).
    var secondID: Int?
    var centreX: Int?
    var centreY: Int?
    var form: Form
    /// The edition as far as the header tells it.
    var edition: CensusEdition?
    /// The size of the cells in metres as the name of the id's column has it: `GITTER_ID_1km`.
    var cellSize: Int32?

    /// The names of the characteristics; empty in the long form, where the rows name them.
    var names: [String] {
        guard case .wide(let values) = form else { return [] }
        return values.map(\.name)
    }

    /// The layout of a header line without its line end and byte order mark; nil where it is none of a census grid.
    init?(header: [UInt8]) {
        guard let separator = CensusLayout.separator(of: header) else { return nil }
        let names = CensusLine.fields(of: header, separator: separator).map {
            CensusText.decode($0).trimmingSpaces()
        }
        let folded = names.map { $0.lowercased() }
        let idColumns = folded.indices.filter { folded[$0].hasPrefix("gitter_id_") }
        guard let id = idColumns.first(where: { !folded[$0].hasSuffix("_neu") }) ?? idColumns.first else { return nil }
        self.separator = separator
        self.id = id
        columnCount = names.count
        secondID = idColumns.first { $0 != id }
        let centre = (x: folded.firstIndex { $0.hasPrefix("x_mp_") }, y: folded.firstIndex { $0.hasPrefix("y_mp_") })
        (centreX, centreY) = centre
        let others = folded.indices.filter { column in
            !idColumns.contains(column) && column != centre.x && column != centre.y && !folded[column].isEmpty
        }
        if let characteristic = folded.firstIndex(of: "merkmal"), let count = folded.firstIndex(of: "anzahl"),
            let text = folded.firstIndex(of: "auspraegung_text") ?? folded.firstIndex(of: "auspraegung_code")
        {
            form = .long(
                Long(
                    characteristic: characteristic, text: text, count: count,
                    quality: folded.firstIndex(of: "anzahl_q")))
        } else {
            let values = CensusLayout.values(names, folded, others)
            guard !values.isEmpty else { return nil }
            form = .wide(values)
        }
        edition = CensusLayout.edition(of: names[id], folded, form)
        cellSize = GridCell.sizes.first { size in
            let unit = size >= 1_000 ? "\(size / 1_000)km" : "\(size)m"
            return folded[id].split(separator: "_").contains { $0 == unit }
        }
    }

    /// The separator that the header has most of; nil where it has none.
    private static func separator(of header: [UInt8]) -> UInt8? {
        let counts = [UInt8(ascii: ";"), UInt8(ascii: ","), 0x09].map { sign in
            (sign, header.count { $0 == sign })
        }
        guard let most = counts.max(by: { $0.1 < $1.1 }), most.1 > 0 else { return nil }
        return counts.first { $0.1 == most.1 }?.0
    }

    private static let sign = "werterlaeuternde_zeichen"

    private static func values(_ names: [String], _ folded: [String], _ others: [Int]) -> [Value] {
        var values: [Value] = []
        /// The values that the next column of signs is about.
        var open = 0
        for column in others {
            if folded[column].hasSuffix(sign) {
                // A mean or a share stands beside the count it rests on; the brackets are about the former.
                let range = open..<values.count
                let isMixed = range.contains { CensusMeasure(name: values[$0].name) != .count }
                for index in range where !isMixed || CensusMeasure(name: values[index].name) != .count {
                    values[index].quality = column
                }
                open = values.count
            } else if folded[column].hasSuffix("_q"),
                let index = values.firstIndex(where: { $0.name.lowercased() + "_q" == folded[column] })
            {
                values[index].quality = column
            } else {
                values.append(Value(name: names[column], column: column))
            }
        }
        return values
    }

    /// The edition by what only one of them has: the long form, quality columns and the names of the 1 km file in 2011,
    /// the column of signs in 2022; else by the case of `Gitter_ID` (2011) and `GITTER_ID` (2022).
    private static func edition(of id: String, _ folded: [String], _ form: Form) -> CensusEdition? {
        if case .long = form { return .census2011 }
        if folded.contains(where: { $0.hasSuffix(sign) }) { return .census2022 }
        if case .wide(let values) = form, values.contains(where: { $0.quality != nil || $0.name.hasSuffix("_A") }) {
            return .census2011
        }
        if id.hasPrefix("GITTER_ID_") { return .census2022 }
        return id.hasPrefix("Gitter_ID_") ? .census2011 : nil
    }
}
