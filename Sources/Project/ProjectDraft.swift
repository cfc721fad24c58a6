public import Wording

/// A first project file for the files that a town has, with comments for whoever completes it. All that was guessed is
/// marked; what is written decodes without errors as soon as there is a file of quarters and one of places.
public struct ProjectDraft: Sendable {
    let guesses: [LayerGuess]
    let groupGuesses: [GroupGuess]
    let described: [LayerDescription]
    private let town: TownGuess?
    private let crs: String?
    private let period: String
    let language: Language

    /// Drafts a project file.
    /// - Parameters:
    ///   - layers: What the files hold.
    ///   - town: The town, where known.
    ///   - crs: The reference system in metres to compute in, such as `EPSG:25832`, guessed from where the data lie.
    ///   - period: The year that the data may describe.
    ///   - language: The language of the comments and reports.
    public init(
        layers: [LayerDescription], town: TownGuess? = nil, crs: String? = nil, period: String, language: Language
    ) {
        let guesses = LayerGuess.all(layers)
        self.guesses = guesses
        groupGuesses = GroupGuess.all(guesses)
        described = layers
        self.town = town
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
        return guesses.filter { $0.kind == .quarterTable }
            .compactMap { YearColumns($0.layer)?.years.last ?? $0.layer.latestYear }.max()
            ?? guesses.filter { $0.kind == .population }.compactMap(\.layer.census?.year).max()
    }

    /// The column of years that a layer seems to have.
    public static func yearColumn(of layer: LayerDescription) -> String? {
        ColumnGuess.roles(of: layer, as: .quarterTable)[.year]
    }

    /// The column that says whom each row of a table counts, where another one holds the counts.
    public static func groupColumn(of layer: LayerDescription) -> String? {
        let roles = ColumnGuess.roles(of: layer, as: .quarterTable)
        let counts = layer.columns.filter { $0.values == .wholeNumbers }.map(\.name)
        return roles[.value].map(counts.contains) == true ? roles[.group] : nil
    }

    /// The columns of a table that seem to say where its rows lie.
    public static func positionColumns(of layer: LayerDescription) -> (x: String, y: String)? {
        let roles = ColumnGuess.roles(of: layer, as: .places)
        guard let x = roles[.x], let y = roles[.y] else { return nil }
        return (x, y)
    }

    /// The text of the project file.
    public var text: String {
        let parts = [head, understanding, layerLines, groups, settings, sources]
        return parts.filter { !$0.isEmpty }.map { $0.joined(separator: "\n") }.joined(separator: "\n\n") + "\n"
    }

    // MARK: Parts

    private var head: [String] {
        [
            comment("head"), comment("head.guessed"), "version: 1", "town:",
            townName,
            town?.municipalKey.map { guessed("  ags: " + quoted($0)) } ?? "  # ags: \"01999000\"  " + comment("ags"),
            crs.map { guessed("  crs: " + quoted($0), "crs") } ?? "  # crs: \"EPSG:25832\"  " + comment("crs"),
            guessed("period: " + quoted(period), "period"), "language: \(language.rawValue)",
        ]
    }

    private var townName: String {
        let line = "  name: " + quoted(town?.name ?? catalogue.text("draft.town.unnamed"))
        guard let town, let basis = town.basis else { return guessed(line) }
        // Names of files and columns are strangers' text; numbers are not.
        return guessed(
            line, "town.\(basis.rawValue)", town.arguments.mapValues { Int($0) == nil ? quoted($0) : $0 })
    }

    private var understanding: [String] {
        [
            comment("understanding"), "understanding:", "  text: \"\"",
            "  # adopted_by: " + quoted(catalogue.text("draft.council")), "  # adopted_on: \"2024-05-11\"",
            "  # goals:",
            "  #   - { id: \"treffpunkt\", text: \"…\", indicators: [coverage_share] }",
        ]
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
            comment("indicators"), "# indicators:",
            "#   also: [gravity_access, mix_of_uses]  " + comment("indicators.also"),
            "#   without: [room_stages]  " + comment("indicators.without"),
            "#   parameters:  " + comment("indicators.parameters"),
            "#     funded_access: { years: 5 }", "",
            comment("disclosure"), "# disclosure:", "#   method: suppression  " + comment("disclosure.method"),
            "#   minimum_count: 5  " + comment("disclosure.minimum_count"),
            "#   group_share_residents: 300  " + comment("disclosure.group_share_residents"),
            "#   minimum_denominator: 30  " + comment("disclosure.minimum_denominator"),
            "#   released: [\"veroeffentlicht\"]  " + comment("disclosure.released"), "",
        ] + calendar + [
            "", comment("notes"), "# notes: \"notizen\"", "", comment("history"), "# history: \"verlauf.sqlite\"", "",
            comment("earlier"), "# earlier: \"../2023/quartier.yaml\"", "", "report:", "  languages: [de, en]",
            "  # places_confirmed_on: \"2024-12-31\"  " + comment("places_confirmed"),
            "  # places_confirmed_by: \"…\"", "  # logo: \"wappen.svg\"  " + comment("logo"),
            "  # colour: \"#17596a\"  " + comment("colour"), "  # pdf: true  " + comment("pdf"),
            "  # texts:  " + comment("texts"), "  #   \(language.rawValue): { reports.understanding.heading: \"…\" }",
            "",
            comment("open_data"), "# open_data:", "#   publisher: \"…\"  " + comment("open_data.publisher"),
            "#   contact: \"…\"  " + comment("open_data.contact"), "#   contact_url: \"https://…\"",
            "#   description: \"…\"", "#   licence: dl-de/by-2-0  " + comment("open_data.licence"),
            "#   # address: \"https://…/\"  " + comment("open_data.address"),
            "#   # issued: \"2025-03-31\"  " + comment("open_data.issued"),
            "#   # contributor: \"schleswigHolstein\"  " + comment("open_data.contributor"),
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
}
