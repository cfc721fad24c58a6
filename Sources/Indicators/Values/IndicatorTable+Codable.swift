/// A table as columns, each text once: of tens of thousands of values most repeat.
extension IndicatorTable: Codable {
    private enum CodingKeys: CodingKey {
        case identities, allResidents, texts, words, methodVersions, numbers, internals
    }

    /// The texts of a value in the order in which they are written.
    private static let wordCount = 10
    /// The numbers of a value in the order in which they are written.
    private static let numberCount = 7

    /// Reads a table.
    ///
    /// - Throws: what the decoder throws, and `DecodingError.dataCorrupted` for columns that do not fit together.
    public init(from decoder: any Decoder) throws {
        let columns = try decoder.container(keyedBy: CodingKeys.self)
        self.init(
            identities: try columns.decode([Identity].self, forKey: .identities),
            allResidents: try columns.decodeIfPresent(String.self, forKey: .allResidents))
        let texts = try columns.decode([String].self, forKey: .texts)
        let words = try columns.decode([Int].self, forKey: .words)
        let versions = try columns.decode([Int].self, forKey: .methodVersions)
        let numbers = try columns.decode([Double?].self, forKey: .numbers)
        let internals = try columns.decode([Bool].self, forKey: .internals)
        func refused() -> DecodingError {
            .dataCorrupted(DecodingError.Context(codingPath: decoder.codingPath, debugDescription: "indicator table"))
        }
        guard words.count == versions.count * IndicatorTable.wordCount,
            numbers.count == versions.count * IndicatorTable.numberCount, internals.count == versions.count
        else { throw refused() }
        for row in versions.indices {
            let own = words[row * IndicatorTable.wordCount..<(row + 1) * IndicatorTable.wordCount].map { word in
                texts.indices.contains(word) ? texts[word] : nil
            }
            let given = numbers[row * IndicatorTable.numberCount..<(row + 1) * IndicatorTable.numberCount].map { $0 }
            guard let level = own[0].flatMap(AreaLevel.init), let areaID = own[1], let areaName = own[2],
                let indicator = own[5], let parameters = own[6], let unit = own[7],
                let status = own[8].flatMap(Status.init)
            else { throw refused() }
            var value = IndicatorValue(
                level: level, areaID: areaID, areaName: areaName, group: own[3], category: own[4],
                indicator: indicator, parameters: parameters, methodVersion: versions[row], value: given[0],
                unit: unit, status: status, lower: given[1], upper: given[2], n: given[3], unrecorded: given[6],
                isInternal: internals[row])
            if let reason = own[9] {
                guard let reason = Reason(rawValue: reason) else { throw refused() }
                value.reason = reason
            }
            if let low = given[4], let high = given[5] {
                guard low <= high else { throw refused() }
                value.band = low...high
            }
            append(value)
        }
    }

    /// Writes the table.
    public func encode(to encoder: any Encoder) throws {
        var texts: [String] = []
        var places: [String: Int] = [:]
        /// Where a text stands among all of them; -1 for none.
        func place(_ text: String?) -> Int {
            guard let text else { return -1 }
            if let place = places[text] { return place }
            places[text] = texts.count
            texts.append(text)
            return texts.count - 1
        }
        var words: [Int] = []
        var numbers: [Double?] = []
        for value in values {
            words += [
                value.level.rawValue, value.areaID, value.areaName, value.group, value.category, value.indicator,
                value.parameters, value.unit, value.status.rawValue, value.reason?.rawValue,
            ].map(place)
            numbers += [
                value.value, value.lower, value.upper, value.n, value.band?.lowerBound, value.band?.upperBound,
                value.unrecorded,
            ]
        }
        var columns = encoder.container(keyedBy: CodingKeys.self)
        try columns.encode(identities, forKey: .identities)
        try columns.encodeIfPresent(allResidents, forKey: .allResidents)
        try columns.encode(texts, forKey: .texts)
        try columns.encode(words, forKey: .words)
        try columns.encode(values.map(\.methodVersion), forKey: .methodVersions)
        try columns.encode(numbers, forKey: .numbers)
        try columns.encode(values.map(\.isInternal), forKey: .internals)
    }
}
