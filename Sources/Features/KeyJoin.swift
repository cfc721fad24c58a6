internal import Wording

/// Which area each row of a table means, by key or by name, with an account of how it was found.
///
/// Ways are tried from sure to less sure, and no way ever guesses: what fits two areas fits none. A way that is less sure
/// than the key as it stands must not contradict the names, where both sides have some.
public struct KeyJoin: Sendable, Hashable {
    /// How a row found its area.
    public enum Way: String, Sendable, Hashable, CaseIterable {
        /// The same key, letter by letter.
        case key
        /// The same key but for case, umlauts, spaces and punctuation.
        case foldedKey = "folded_key"
        /// The same number, though one side has lost its leading zeros: `3` and `03`.
        case paddedKey = "padded_key"
        /// The same number behind letters that all keys of one side begin with: `3` and `STGT03`. Only where every key
        /// of the table finds an area of its own that way, or every area a key.
        case prefix
        /// The same name, but for case, umlauts, spaces, punctuation and a number in front: `Nordstadt`, `03 Nordstadt`.
        case name
    }

    /// Why a row found no area.
    public enum Miss: String, Sendable, Hashable, CaseIterable {
        /// The row has neither key nor name.
        case empty
        /// No area has such a key or name.
        case unknown
        /// Several areas fit.
        case ambiguous
        /// The key fits one area, the name another.
        case contradiction
    }

    /// The index of each row's area, or nil.
    public private(set) var areas: [Int?] = []
    /// How each row found its area; nil where it found none.
    public private(set) var ways: [Way?] = []
    /// Why a row found none; nil where it found one.
    public private(set) var misses: [Miss?] = []
    /// The rows whose key fits an area letter by letter, while their name is that of another one; they count for the key.
    public private(set) var doubtfulRows: [Int] = []
    /// The areas that no row means, ascending.
    public private(set) var unmatchedAreas: [Int] = []
    /// The letters that were passed over, where ``Way/prefix`` was used.
    public private(set) var prefix: String?

    /// Joins rows to areas.
    /// - Parameters:
    ///   - keys: The key of each row.
    ///   - names: The name of each row; empty where the table has none.
    ///   - areaIDs: The id of each area.
    ///   - areaNames: The name of each area; empty where they have none.
    public init(keys: [String?], names: [String?] = [], areaIDs: [String], areaNames: [String?] = []) {
        let index = AreaIndex(ids: areaIDs, names: areaNames)
        let rows = keys.indices.map { row in
            Row(key: keys[row] ?? "", name: names.indices.contains(row) ? names[row] ?? "" : "")
        }
        var found: [Row: Answer] = [:]
        for row in rows where found[row] == nil { found[row] = index.answer(row) }
        if let prefixed = PrefixMatch(rows: rows, answers: found, index: index) {
            prefix = prefixed.prefix
            for (row, area) in prefixed.areas { found[row] = .area(area, .prefix) }
        }
        var seen = [Bool](repeating: false, count: areaIDs.count)
        for (position, row) in rows.enumerated() {
            switch found[row] ?? .miss(.empty) {
            case .area(let area, let way):
                areas.append(area)
                ways.append(way)
                misses.append(nil)
                seen[area] = true
                if way == .key, index.namesAnotherArea(row.name, than: area) { doubtfulRows.append(position) }
            case .miss(let miss):
                areas.append(nil)
                ways.append(nil)
                misses.append(miss)
            }
        }
        unmatchedAreas = seen.indices.filter { !seen[$0] }
    }

    /// The rows without an area, ascending.
    public var unmatchedRows: [Int] { areas.indices.filter { areas[$0] == nil } }

    /// The number of rows that found their area that way.
    public func count(_ way: Way) -> Int { ways.count { $0 == way } }

    /// A row as far as it matters: many rows of a long table are alike.
    struct Row: Hashable {
        var key: String
        var name: String
    }

    /// What is known about a row.
    enum Answer {
        case area(Int, Way)
        case miss(Miss)
    }
}

/// The areas by everything a row may call them; nil where two areas share it.
struct AreaIndex {
    let ids: [String]
    private var byID: [String: Int?] = [:]
    private var byFoldedID: [String: Int?] = [:]
    private var byNumber: [UInt64: Int?] = [:]
    private var byName: [String: Int?] = [:]
    private var byPlainName: [String: Int?] = [:]

    init(ids: [String], names: [String?]) {
        self.ids = ids
        func add<Key: Hashable>(_ key: Key?, _ area: Int, to index: inout [Key: Int?]) {
            guard let key else { return }
            if let known = index[key], known != area { index[key] = .some(nil) } else { index[key] = area }
        }
        for (area, id) in ids.enumerated() {
            add(id, area, to: &byID)
            add(AreaIndex.folded(id), area, to: &byFoldedID)
            add(AreaIndex.number(id), area, to: &byNumber)
        }
        for (area, name) in names.enumerated() where area < ids.count {
            add(AreaIndex.folded(name ?? ""), area, to: &byName)
            add(AreaIndex.plainName(name ?? ""), area, to: &byPlainName)
        }
    }

    /// The area of a row by its key, or else by its name, which may also stand in place of the key.
    func answer(_ row: KeyJoin.Row) -> KeyJoin.Answer {
        let key = row.key.drop { $0 == " " }
        if key.isEmpty, row.name.isEmpty { return .miss(.empty) }
        if let area = byID[row.key] { return area.map { .area($0, .key) } ?? .miss(.ambiguous) }
        if let folded = AreaIndex.folded(row.key), let area = byFoldedID[folded] {
            return unlessContradicted(row, area, .foldedKey)
        }
        if let number = AreaIndex.number(row.key), let area = byNumber[number] {
            return unlessContradicted(row, area, .paddedKey)
        }
        for name in [row.name, row.key] where !name.isEmpty {
            if let area = area(named: name) { return area.map { .area($0, .name) } ?? .miss(.ambiguous) }
        }
        return .miss(.unknown)
    }

    private func unlessContradicted(_ row: KeyJoin.Row, _ area: Int?, _ way: KeyJoin.Way) -> KeyJoin.Answer {
        guard let area else { return .miss(.ambiguous) }
        return namesAnotherArea(row.name, than: area) ? .miss(.contradiction) : .area(area, way)
    }

    /// The area of a name: nil where there is none, `.some(nil)` where there are several.
    func area(named name: String) -> Int?? {
        if let folded = AreaIndex.folded(name), let area = byName[folded] { return area }
        return AreaIndex.plainName(name).flatMap { byPlainName[$0] }
    }

    /// Whether a name is that of another area.
    func namesAnotherArea(_ name: String, than area: Int) -> Bool {
        guard let named = self.area(named: name) else { return false }
        return named != area
    }

    /// The text folded; nil where nothing is left.
    static func folded(_ text: String) -> String? {
        let key = Folding.key(text)
        return key.isEmpty ? nil : key
    }

    /// A name without a number in front; nil where nothing is left.
    static func plainName(_ text: String) -> String? {
        let key = Folding.key(text).drop { $0.isNumber }
        return key.isEmpty ? nil : String(key)
    }

    /// The number of a key of digits only.
    static func number(_ text: some StringProtocol) -> UInt64? {
        let digits = text.utf8.filter { $0 != 0x20 }
        guard !digits.isEmpty, digits.allSatisfy({ (0x30...0x39).contains($0) }) else { return nil }
        return UInt64(String(decoding: digits, as: UTF8.self))
    }
}

/// Keys of one side that all begin with the same letters, matched to plain numbers on the other side.
struct PrefixMatch {
    /// The letters.
    let prefix: String
    /// The area of each kind of row that had none by its key.
    let areas: [KeyJoin.Row: Int]

    /// Nil unless every key that is a number behind the prefix finds an area of its own, or every area such a key, and no
    /// name says otherwise.
    init?(rows: [KeyJoin.Row], answers: [KeyJoin.Row: KeyJoin.Answer], index: AreaIndex) {
        var keys: Set<String> = []
        for row in rows where !row.key.isEmpty {
            switch answers[row] {
            // A key that fits as it stands says that there is no prefix.
            case .area(_, .key), .area(_, .foldedKey), .area(_, .paddedKey): return nil
            default: keys.insert(row.key)
            }
        }
        let areaPrefix = PrefixMatch.commonLetters(index.ids)
        // Rows such as totals have other keys; those with a prefix or with digits must all match.
        let rowPrefix = PrefixMatch.commonLetters(keys.filter { $0.last?.isNumber == true })
        guard areaPrefix.isEmpty != rowPrefix.isEmpty else { return nil }
        var byNumber: [UInt64: Int] = [:]
        for (area, id) in index.ids.enumerated() {
            guard let number = AreaIndex.number(id.dropFirst(areaPrefix.count)), byNumber[number] == nil else {
                return nil
            }
            byNumber[number] = area
        }
        var taken: [Int: String] = [:]
        var areas: [KeyJoin.Row: Int] = [:]
        var hasStrangers = false
        for row in Set(rows) where row.key.hasPrefix(rowPrefix) {
            guard let number = AreaIndex.number(row.key.dropFirst(rowPrefix.count)) else { continue }
            guard let area = byNumber[number] else {
                // Perhaps a total.
                hasStrangers = true
                continue
            }
            guard !index.namesAnotherArea(row.name, than: area), taken[area] == nil || taken[area] == row.key
            else { return nil }
            taken[area] = row.key
            areas[row] = area
        }
        guard taken.count > 1, !hasStrangers || taken.count == index.ids.count else { return nil }
        self.prefix = areaPrefix + rowPrefix
        self.areas = areas
    }

    /// What all texts begin with, up to its last sign that is no digit; empty where that is nothing.
    private static func commonLetters(_ texts: some Collection<String>) -> String {
        guard var common = texts.first, texts.count > 1 else { return "" }
        for text in texts { common = String(zip(common, text).prefix { $0 == $1 }.map(\.0)) }
        guard let last = common.lastIndex(where: { !$0.isNumber }) else { return "" }
        return String(common[...last])
    }
}
