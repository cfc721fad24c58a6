internal import Features
internal import Wording

/// Reads one mapping key by key and knows afterwards which keys nobody asked for.
///
/// Every reading function gives nil where the key is missing, empty or wrong; what is wrong has then been reported.
final class YAMLMapping {
    /// The keys that led here, such as `layers[2].columns`; list entries are counted from 1.
    let path: String
    let location: SourceLocation
    let findings: FindingList
    private let entries: [YAMLNode.Entry]
    private var known: [String] = []

    /// Reads `node` as a mapping; nil (reported) where it is none.
    init?(_ node: YAMLNode, path: String, findings: FindingList) {
        guard case .mapping(let entries) = node.content else {
            findings.refuse(path.isEmpty ? "–" : path, at: node.location, "expected_mapping")
            return nil
        }
        self.path = path
        self.location = node.location
        self.findings = findings
        self.entries = entries
    }

    /// The keys in the order of the file.
    var keys: [String] { entries.map(\.key) }

    /// The path of a key of this mapping.
    func path(_ key: String) -> String { path.isEmpty ? key : "\(path).\(key)" }

    /// Where a key stands, else where the mapping begins.
    func location(_ key: String) -> SourceLocation {
        entries.first { $0.key == key }?.location ?? location
    }

    /// Refuses the value of a key.
    func refuse(_ key: String, _ reason: String, _ more: [String: String] = [:], code: DiagnosticCode = .valueInvalid) {
        let place = entries.first { $0.key == key }?.value.location ?? location
        findings.refuse(path(key), at: place, reason, more, code: code)
    }

    /// The value of a key; nil where it is missing or says nothing, reported only if `required`.
    func node(_ key: String, required: Bool = false) -> YAMLNode? {
        known.append(key)
        if let entry = entries.first(where: { $0.key == key }), !entry.value.isNull { return entry.value }
        if required { findings.add(.keyMissing, at: location(key), ["key": path(key)]) }
        return nil
    }

    /// Text of at least one visible character, without control characters except line breaks and tabs.
    func text(_ key: String, required: Bool = false) -> String? {
        guard let node = node(key, required: required) else { return nil }
        guard let text = YAMLMapping.text(of: node, path: path(key), findings) else { return nil }
        if text.allSatisfy(\.isWhitespace) {
            refuse(key, "empty")
            return nil
        }
        return text
    }

    static func text(of node: YAMLNode, path: String, _ findings: FindingList) -> String? {
        guard case .scalar(let text, _) = node.content else {
            findings.refuse(path, at: node.location, "expected_text")
            return nil
        }
        let allowed: [Unicode.Scalar] = ["\n", "\t"]
        guard
            !text.unicodeScalars.contains(where: { $0.properties.generalCategory == .control && !allowed.contains($0) })
        else {
            findings.refuse(path, at: node.location, "control_character")
            return nil
        }
        return text
    }

    /// One of the values of an enumeration.
    /// - Parameter shown: The values to tell of where it is none of them; nil for all.
    func choice<Value: RawRepresentable & CaseIterable>(
        _ key: String, required: Bool = false, among shown: [Value]? = nil
    ) -> Value? where Value.RawValue == String {
        guard let text = text(key, required: required) else { return nil }
        if let value = Value(rawValue: text) { return value }
        refuse(key, "not_listed", hint(for: text, among: (shown ?? Array(Value.allCases)).map(\.rawValue)))
        return nil
    }

    /// A list of values of an enumeration, each at most once; of one that is empty or holds other words, what could be
    /// read.
    func choices<Value: RawRepresentable & CaseIterable & Equatable>(_ key: String) -> [Value]?
    where Value.RawValue == String {
        guard let items = list(key) else { return nil }
        if items.isEmpty { refuse(key, "empty") }
        var values: [Value] = []
        for (node, path) in items {
            guard let text = YAMLMapping.text(of: node, path: path, findings) else { continue }
            if let value = Value(rawValue: text), !values.contains(value) {
                values.append(value)
            } else {
                findings.refuse(
                    path, at: node.location, "not_listed", hint(for: text, among: Value.allCases.map(\.rawValue)))
            }
        }
        return values
    }

    /// A day, written as in ISO 8601.
    func date(_ key: String, required: Bool = false) -> CalendarDate? {
        guard let text = text(key, required: required) else { return nil }
        let date = CalendarDate(iso: text)
        if date == nil { refuse(key, "expected_date") }
        return date
    }

    /// An address of the web, without anything that a program could take for something else.
    func address(_ key: String, required: Bool = false) -> String? {
        guard let text = text(key, required: required) else { return nil }
        let isAddress =
            (text.hasPrefix("https://") || text.hasPrefix("http://"))
            && text.unicodeScalars.allSatisfy {
                $0.value > 0x20 && $0.value < 0x7F && !"\"\\<>^`{|}".unicodeScalars.contains($0)
            }
        if !isAddress { refuse(key, "expected_address") }
        return isAddress ? text : nil
    }

    /// `true` or `false`.
    func flag(_ key: String) -> Bool? {
        guard let text = text(key) else { return nil }
        if text == "true" { return true }
        if text == "false" { return false }
        refuse(key, "expected_flag")
        return nil
    }

    /// A number above 0 and at most `limit`.
    func positiveNumber(_ key: String, limit: Double) -> Double? {
        guard let node = node(key) else { return nil }
        return YAMLMapping.positiveNumber(of: node, path: path(key), limit: limit, findings)
    }

    static func positiveNumber(of node: YAMLNode, path: String, limit: Double, _ findings: FindingList) -> Double? {
        // `Double` reads `nan`, `inf` and `0x10`, which are no numbers here.
        guard case .scalar(let text, _) = node.content, text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }),
            let number = Double(text), number.isFinite
        else {
            findings.refuse(path, at: node.location, "expected_number")
            return nil
        }
        guard number > 0, number <= limit else {
            findings.refuse(path, at: node.location, "out_of_range", ["limit": "\(Int(exactly: limit) ?? 0)"])
            return nil
        }
        return number
    }

    /// A number, or a list of numbers, of any sign.
    func numbers(_ key: String) -> [Double]? {
        guard let node = node(key) else { return nil }
        var items = [node]
        if case .sequence(let several) = node.content { items = several }
        let numbers = items.compactMap { item -> Double? in
            guard case .scalar(let text, _) = item.content,
                text.utf8.allSatisfy({ "0123456789+-.eE".utf8.contains($0) }), let number = Double(text)
            else { return nil }
            return number.isFinite ? number : nil
        }
        guard !items.isEmpty, numbers.count == items.count else {
            refuse(key, "expected_numbers")
            return nil
        }
        return numbers
    }

    /// Numbers above 0 and at most `limit`, each larger than the one before.
    func ascendingNumbers(_ key: String, limit: Double) -> [Double]? {
        guard let items = list(key, expected: "expected_numbers") else { return nil }
        let numbers = items.compactMap {
            YAMLMapping.positiveNumber(of: $0, path: $1, limit: limit, findings)
        }
        if items.isEmpty {
            refuse(key, "expected_numbers")
        } else if zip(numbers, numbers.dropFirst()).contains(where: { $0 >= $1 }) {
            refuse(key, "not_ascending")
        }
        return numbers
    }

    /// The items of a list with their paths, or nil where it is missing or no list.
    func list(_ key: String, required: Bool = false, expected: String = "expected_list") -> [(YAMLNode, String)]? {
        guard let node = node(key, required: required) else { return nil }
        guard case .sequence(let items) = node.content else {
            refuse(key, expected)
            return nil
        }
        return items.enumerated().map { ($1, "\(path(key))[\($0 + 1)]") }
    }

    /// The mappings of a list; items that are none are reported and left out.
    func mappings(_ key: String, required: Bool = false) -> [YAMLMapping] {
        (list(key, required: required) ?? []).compactMap { YAMLMapping($0, path: $1, findings: findings) }
    }

    /// The mapping of a key.
    func mapping(_ key: String, required: Bool = false) -> YAMLMapping? {
        node(key, required: required).flatMap { YAMLMapping($0, path: path(key), findings: findings) }
    }

    /// A text in the languages `de` and `en`, or one text for both.
    func names(_ key: String, required: Bool = false) -> [Language: String]? {
        guard let node = node(key, required: required) else { return nil }
        if case .scalar = node.content {
            return text(key).map { name in Dictionary(uniqueKeysWithValues: Language.allCases.map { ($0, name) }) }
        }
        guard let mapping = YAMLMapping(node, path: path(key), findings: findings) else { return nil }
        var names: [Language: String] = [:]
        for language in Language.allCases { names[language] = mapping.text(language.rawValue) }
        mapping.finish()
        if names.isEmpty { refuse(key, "no_language") }
        return names.isEmpty ? nil : names
    }

    /// Reports the keys that nobody asked for.
    func finish() {
        for entry in entries where !known.contains(entry.key) {
            var arguments = hint(for: entry.key, among: known)
            arguments["key"] = path(entry.key)
            findings.add(.keyUnknown, at: entry.location, arguments)
        }
    }
}
