public import Wording

/// A first project file for the files that a town has, with comments for whoever completes it. All that was guessed is
/// marked; what is written decodes without errors as soon as there is a file of quarters and one of places.
public struct ProjectDraft: Sendable {
    private let guesses: [LayerGuess]
    private let groupGuesses: [GroupGuess]
    private let unused: [String]
    private let townName: String?
    private let crs: String?
    private let period: String
    private let language: Language

    /// Drafts a project file.
    /// - Parameters:
    ///   - layers: What the files hold.
    ///   - townName: The town's name, where known.
    ///   - crs: The reference system in metres to compute in, such as `EPSG:25832`, guessed from where the data lie.
    ///   - period: The year that the data may describe.
    ///   - language: The language of the comments and reports.
    public init(
        layers: [LayerDescription], townName: String? = nil, crs: String? = nil, period: String, language: Language
    ) {
        let guesses = LayerGuess.all(layers)
        self.guesses = guesses
        groupGuesses = GroupGuess.all(guesses)
        unused = layers.filter { layer in !guesses.contains { $0.layers.contains(layer) } }.map { layer in
            layer.file + (layer.table.map { " (\($0))" } ?? "")
        }
        self.townName = townName
        self.crs = crs
        self.period = period
        self.language = language
    }

    /// The file that the quarters seem to stand in, with the columns of their ids and names; nil where none has them.
    public static func quarters(
        in layers: [LayerDescription]
    ) -> (layer: LayerDescription, id: String?, name: String?)? {
        LayerGuess.all(layers).first { $0.kind == .quarters }.map { ($0.layer, $0.columns[.id], $0.columns[.name]) }
    }

    /// The last year that the tables of quarters have figures of, or else that of the census; nil without either.
    public static func period(of layers: [LayerDescription]) -> Int? {
        let guesses = LayerGuess.all(layers)
        return guesses.filter { $0.kind == .quarterTable }.compactMap(\.layer.latestYear).max()
            ?? guesses.filter { $0.kind == .population }.compactMap(\.layer.census?.year).max()
    }

    /// The column of years that a layer seems to have.
    public static func yearColumn(of layer: LayerDescription) -> String? {
        ColumnGuess.roles(of: layer, as: .quarterTable)[.year]
    }

    /// The columns of a table that seem to say where its rows lie.
    public static func positionColumns(of layer: LayerDescription) -> (x: String, y: String)? {
        let roles = ColumnGuess.roles(of: layer, as: .places)
        guard let x = roles[.x], let y = roles[.y] else { return nil }
        return (x, y)
    }

    /// The text of the project file.
    public var text: String {
        let parts = [head, understanding, layers, groups, settings, sources]
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    // MARK: Parts

    private var head: [String] {
        [
            comment("head"), comment("head.guessed"), "version: 1", "town:",
            guessed("  name: " + quoted(townName ?? catalogue.text("draft.town.unnamed"))),
            "  # ags: \"01999000\"  " + comment("ags"),
            crs.map { guessed("  crs: " + quoted($0), "crs") } ?? "  # crs: \"EPSG:25832\"  " + comment("crs"),
            guessed("period: " + quoted(period), "period"), "language: \(language.rawValue)",
        ]
    }

    private var understanding: [String] {
        [
            comment("understanding"), "understanding:", "  text: \"\"",
            "  # adopted_by: " + quoted(catalogue.text("draft.council")), "  # adopted_on: \"2024-05-11\"",
            "  # goals:",
            "  #   - { id: \"treffpunkt\", text: \"…\", indicators: [coverage_share] }",
        ]
    }

    private var layers: [String] {
        var lines = [comment("layers"), "layers:"]
        // School holidays are named under `calendar`.
        for guess in guesses where guess.kind != .schoolHolidays { lines += layer(guess) }
        for kind in LayerEntry.Kind.listed where !guesses.contains(where: { $0.kind == kind }) {
            lines += [
                "  " + comment("kind.\(kind.rawValue)"), "  # - kind: \(kind.rawValue)",
                "  #   file: \"\(kind.rawValue).\(ProjectDraft.ending(of: kind))\"",
            ]
            if kind == .quarterTable { lines.append("  #   columns: { id: \"…\", year: \"…\" }") }
            if kind == .offers { lines.append("  #   columns: { id: \"…\", places: \"…\", funded_until: \"…\" }") }
            if kind == .roomSlots {
                lines.append("  #   columns: { place: \"…\", hours: \"…\", key_holder: \"…\", valid_until: \"…\" }")
            }
            if kind == .places { lines.append("  #   category: \"community_centre\"") }
            if kind == .area { lines.append("  #   name: \"…\"") }
        }
        for file in unused { lines.append("  " + comment("unused", ["file": quoted(file)])) }
        return lines
    }

    /// How a file of a kind mostly ends.
    private static func ending(of kind: LayerEntry.Kind) -> String {
        switch kind {
        case .heights: "asc"
        case .quarterTable, .offers, .roomSlots: "csv"
        default: "geojson"
        }
    }

    private func layer(_ guess: LayerGuess) -> [String] {
        var lines = [
            "  " + comment("kind.\(guess.kind.rawValue)"), guessed("  - kind: \(guess.kind.rawValue)"),
            "    file: \(quoted(guess.layer.file))"
                + (guess.layer.count.map { "  " + comment("count", ["count": "\($0)"]) } ?? ""),
        ]
        if guess.layer.format == .openStreetMap, guess.kind == .places { lines.append("    " + comment("map_places")) }
        if let year = guess.layer.census?.year { lines.append("    source: \"zensus\(year)\"") }
        if let table = guess.layer.table { lines.append(guessed("    table: " + quoted(table))) }
        if guess.kind == .quarters, let level = guess.layer.boundaryLevel {
            lines.append(guessed("    admin_level: \(level)", "admin_level"))
        }
        if guess.kind == .quarters, guess.layer.format == .openStreetMap, guess.layer.boundaryLevel == nil {
            lines.append("    " + comment("whole_map"))
        }
        if !guess.joined.isEmpty {
            lines.append(guessed("    joined: [" + guess.joined.map { quoted($0.file) }.joined(separator: ", ") + "]"))
        }
        if let crs = guess.layer.crs { lines.append(guessed("    crs: " + quoted(crs))) }
        if guess.kind == .area { lines.append(guessed("    name: " + quoted(guess.layer.stem))) }
        if guess.kind == .places, guess.layer.format != .openStreetMap, guess.columns[.category] == nil {
            lines.append(guessed("    category: " + quoted(guess.category ?? "social_facility"), "category"))
        }
        let mapped = LayerEntry.Role.allowed(in: guess.kind).compactMap { role in
            guess.columns[role].map { (role, $0) }
        }
        if !mapped.isEmpty { lines.append("    columns:") }
        for (role, column) in mapped { lines.append(guessed("      \(role.rawValue): \(quoted(column))")) }
        let counts = [.population, .quarterTable].contains(guess.kind) ? groupGuesses.flatMap(\.columns) : []
        let names = Set(guess.columns.values).union(counts)
        let others = guess.layers.flatMap(\.columns).map(\.name).filter { !names.contains($0) }
        if !others.isEmpty {
            lines.append("    " + comment("columns.other", ["columns": others.map(quoted).joined(separator: ", ")]))
        }
        return lines
    }

    private var groups: [String] {
        guard !groupGuesses.isEmpty else {
            return [
                comment("groups"), "# groups:",
                "#   - { id: \"all\", column: \"…\", name: \(quoted(catalogue.text("draft.group.all"))) }",
            ]
        }
        var lines = [comment("groups"), "groups:"]
        for group in groupGuesses {
            let names = Language.allCases.map { language in
                "\(language.rawValue): " + quoted(Catalogue.of(language).text("draft.group.\(group.id)"))
            }
            let columns = group.columns.map(quoted).joined(separator: ", ")
            let key = group.isShare ? "share" : "column"
            lines.append(
                guessed(
                    "  - { id: \"\(group.id)\", \(key): \(group.columns.count > 1 ? "[\(columns)]" : columns), "
                        + "name: { \(names.joined(separator: ", ")) } }"))
        }
        return lines
    }

    private var settings: [String] {
        [
            comment("thresholds"), "thresholds:", "  distances: [300, 500, 1000]  " + comment("distances"),
            "  border: 50  " + comment("border"), "  minimum_overlap: 1.0  " + comment("minimum_overlap"), "",
            comment("travel"), "travel:", "  profiles: [walking, wheelchair, bicycle]  " + comment("profiles"),
            "  minutes: [5, 10, 15]  " + comment("minutes"), "  snapping: 100  " + comment("snapping"), "",
            comment("population"), "# population:", "#   spreading: dasymetric  " + comment("spreading"),
            "#   whole_numbers: false  " + comment("whole_numbers"),
            "#   official_total: 12345  " + comment("official_total"),
            "#   noise_variance: 2  " + comment("noise_variance"), "",
        ] + calendar + [
            "", "report:", "  languages: [de, en]",
            "  # places_confirmed_on: \"2024-12-31\"  " + comment("places_confirmed"),
            "  # places_confirmed_by: \"…\"",
        ]
    }

    private var calendar: [String] {
        if let holidays = guesses.first(where: { $0.kind == .schoolHolidays }) {
            return [
                comment("calendar"), "calendar:", "  # state: \"HE\"  " + comment("state"),
                guessed("  school_holidays: " + quoted(holidays.layer.file)),
            ]
        }
        return [
            comment("calendar"), "# calendar:", "#   state: \"HE\"  " + comment("state"),
            "#   school_holidays: \"schulferien.csv\"  " + comment("school_holidays"),
        ]
    }

    private var sources: [String] {
        let years = Set(guesses.compactMap(\.layer.census?.year)).sorted()
        let census = years.map { year in
            // https://www.zensus2022.de: data licence Germany, attribution 2.0; the results of 2011 are of 2014.
            guessed(
                "  - { id: \"zensus\(year)\", name: \"Zensus \(year)\", licence: \"dl-de/by-2-0\", "
                    + "attribution: \"© Statistische Ämter des Bundes und der Länder, Zensus \(year)\" }")
        }
        return [comment("sources")] + (census.isEmpty ? ["# sources:"] : ["sources:"] + census) + [
            "#   - { id: \"stadt\", name: \"…\", licence: \"CC0-1.0\", date: \"2024-12-31\", url: \"https://…\" }"
        ]
    }

    // MARK: Words

    private var catalogue: Catalogue { Catalogue.of(language) }

    private func comment(_ key: String, _ arguments: [String: String] = [:]) -> String {
        "# " + catalogue.text("draft.\(key)", arguments)
    }

    /// A line that was guessed, marked as such, with what to look at.
    private func guessed(_ line: String, _ key: String? = nil) -> String {
        line + "  # " + catalogue.text("draft.guessed") + (key.map { ": " + catalogue.text("draft.\($0)") } ?? "")
    }

    /// Text in double quotes as YAML and JSON read it. It may stand in a comment, so no line break stays.
    private func quoted(_ text: String) -> String {
        var result = "\""
        for scalar in text.unicodeScalars {
            switch scalar {
            case "\"": result += "\\\""
            case "\\": result += "\\\\"
            case _
            where scalar.properties.generalCategory == .control
                || ["\u{2028}", "\u{2029}", "\u{FEFF}"].contains(scalar):
                let digits = String(scalar.value, radix: 16)
                result += "\\u" + String(repeating: "0", count: 4 - digits.count) + digits
            default: result.unicodeScalars.append(scalar)
            }
        }
        return result + "\""
    }
}
