public import Wording

/// What people read about an indicator: the same in each language, beside the code that it describes.
public struct MethodSheet: Sendable, Hashable {
    /// The sheet in one language.
    public struct Text: Sendable, Hashable {
        /// What the figure is called.
        public var title: String
        /// What it says, in one or two sentences.
        public var says: String
        /// What it does not say.
        public var saysNot: String
        /// The formula, with what its letters stand for.
        public var formula: String
        /// Where it ends: assumptions, small numbers, what decides with it.
        public var limits: String
        /// One sentence with this town's figure; `{town}`, `{value}`, `{range}`, `{category}` are filled in.
        public var here: String

        /// Makes the text of a sheet.
        public init(title: String, says: String, saysNot: String, formula: String, limits: String, here: String) {
            self.title = title
            self.says = says
            self.saysNot = saysNot
            self.formula = formula
            self.limits = limits
            self.here = here
        }

        /// A part of the sheet.
        public subscript(part: Part) -> String {
            switch part {
            case .title: title
            case .says: says
            case .saysNot: saysNot
            case .formula: formula
            case .limits: limits
            case .here: here
            }
        }
    }

    /// The parts of a sheet, in the order in which they are shown.
    public enum Part: String, Sendable, Hashable, CaseIterable {
        case title, says
        case saysNot = "says_not"
        case formula, limits, here
    }

    /// The sheet in German.
    public var german: Text
    /// The sheet in English.
    public var english: Text

    /// Makes a sheet from its texts.
    public init(german: Text, english: Text) {
        self.german = german
        self.english = english
    }

    /// The sheet in a language.
    public func text(_ language: Language) -> Text {
        switch language {
        case .german: german
        case .english: english
        }
    }
}

extension IndicatorDescriptor {
    /// A part of the method sheet in a language; of ``MethodSheet/Part/here`` the sentence with its gaps.
    public func text(_ part: MethodSheet.Part, _ language: Language) -> String { sheet.text(language)[part] }

    /// The whole method sheet as plain text.
    ///
    /// - Parameter table: the values of a town, whose own figure the sheet then tells.
    public func methodSheet(_ language: Language, of town: String? = nil, in table: IndicatorTable? = nil) -> String {
        let catalogue = Catalogue.of(language)
        var lines = ["\(text(.title, language)) (\(id))", ""]
        if let town, let here = table.flatMap({ sentence(language, of: town, in: $0) }) {
            lines.append(catalogue.text("sheet.here") + ": " + here)
        }
        lines += sheetLines(language).map { "\($0.name): \($0.text)" }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The method sheet line by line, each with its name: all but the title and what is said of a town.
    public func sheetLines(_ language: Language) -> [(name: String, text: String)] {
        let catalogue = Catalogue.of(language)
        var lines: [(String, String)] = []
        func append(_ key: String, _ text: String) { lines.append((catalogue.text("sheet.\(key)"), text)) }
        for part in MethodSheet.Part.allCases where part != .title && part != .here {
            append(part.rawValue, text(part, language))
        }
        if needs.contains(.population), !Set(needs).isDisjoint(with: [.places, .stops, .offers]) {
            append("measured", catalogue.text("sheet.measured.how"))
        }
        append("unit", catalogue.text("unit.\(unit)"))
        for parameter in parameters { append("parameter", parameter.description) }
        append("version", "\(version)")
        // References are the same in every language; only that there is none is said in its words.
        append(
            "references",
            references.map { $0.hasPrefix("own definition") ? catalogue.text("sheet.own_definition") : $0 }
                .joined(separator: "; "))
        return lines
    }

    /// The town's own figure as a sentence: the first of its values for the whole town and all residents, or, of a figure
    /// that is about groups only, for the first group; nil where there is none.
    public func sentence(_ language: Language, of town: String, in table: IndicatorTable) -> String? {
        let ofTown = table.values.filter { $0.indicator == id && $0.level == .town }
        let ofAll = ofTown.filter { $0.group == nil || $0.group == table.allResidents }
        let value = (ofAll.isEmpty ? ofTown : ofAll).first { $0.value != nil }
        guard let value, let number = value.value else { return nil }
        let catalogue = Catalogue.of(language)
        func text(_ number: Double) -> String { FigureNumber.text(number, unit: unit, language) }
        let range = both(value.lower, value.upper).map { lower, upper in
            " " + catalogue.text("sheet.range", ["lower": text(lower), "upper": text(upper)])
        }
        let category = value.category.map { catalogue.template("target.\($0)") ?? $0 }
        return catalogue.filled(
            self.text(.here, language),
            ["town": town, "value": text(number), "range": range ?? "", "category": category ?? ""])
    }
}

/// Both, or nothing.
private func both<First, Second>(_ first: First?, _ second: Second?) -> (First, Second)? {
    guard let first, let second else { return nil }
    return (first, second)
}
