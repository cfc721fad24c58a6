internal import ArgumentParser
internal import Formats
internal import Travel
internal import Wording

/// `quartier profiles`.
struct ProfilesCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "profiles",
        abstract: "List the profiles of travel, or show the rules of one: who may pass where, how fast.")

    @Argument(help: "The id of a profile.")
    var id: String?

    @Option(help: "text or json.")
    var outputFormat = OutputFormat.text

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if outputFormat == .geojson { throw ValidationError("profiles prints text or json.") }
    }

    func run() throws {
        shared.apply()
        let sheets = try profiles().map { ProfileSheet(profile: $0, texts: Catalogue.of(Terminal.language)) }
        switch outputFormat {
        case .json where id == nil: Terminal.out(JSONValue.array(sheets.map(\.summary)).text(.indented) + "\n")
        case .json: for sheet in sheets { Terminal.out(sheet.json.text(.indented) + "\n") }
        default: for sheet in sheets { Terminal.out(id == nil ? sheet.line : sheet.text) }
        }
    }

    /// The profile that was asked for; all where none was.
    private func profiles() throws -> [TravelProfile] {
        guard let id else { return TravelProfile.all }
        guard let profile = TravelProfile.profile(id) else {
            let near = closest(to: id, among: TravelProfile.all.map(\.id))
            throw ValidationError(
                Catalogue.of(Terminal.language).text("profiles.unknown", ["id": id, "suggestion": near ?? "–"]))
        }
        return [profile]
    }
}
