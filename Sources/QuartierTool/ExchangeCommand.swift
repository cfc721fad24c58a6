internal import ArgumentParser
internal import Features
internal import Pipeline
internal import Wording

/// `quartier exchange`.
struct ExchangeCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "exchange", abstract: "Give other towns what is public, and put similar towns side by side.",
        discussion: """
            A package holds figures of a released public edition (the town as a whole, all residents) and the notes that are
            marked shareable. Nothing else of the data leaves the town.

            EXAMPLES
              quartier exchange export veroeffentlicht/2024 --project quartier.yaml --output paket.zip
              quartier exchange compare paket.zip von-nebenan.zip

            EXIT STATUS
              0 done · 2 unreadable · 65 no package, no release, or not comparable · 73 cannot be written
            """,
        subcommands: [Export.self, Compare.self])

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write a package of a release.",
            discussion: "Look at the package before it goes out: it is two short files.")

        @Argument(help: "The folder of a release, as quartier publish wrote it.")
        var release: String
        @Option(help: "The package: a file ending in .zip, or a folder.")
        var output: String
        @Option(help: "The project file, whose shareable notes (trial, learnt) go along.")
        var project: String?
        @Flag(help: "Replace an older package.")
        var overwrite = false
        @OptionGroup var shared: SharedOptions

        func run() throws {
            shared.apply(for: project)
            let done = try ExchangeExport.write(
                release: release, project: project, to: output, overwrite: overwrite)
            guard !shared.quiet else { return }
            let texts = Catalogue.of(Terminal.language)
            Terminal.error(
                texts.text(
                    "exchange.exported",
                    ["path": output, "figures": "\(done.figures)", "notes": "\(done.notes)"]))
            if !done.keptBack.isEmpty {
                Terminal.error(
                    texts.text("exchange.kept_back", ["notes": done.keptBack.joined(separator: ", ")]))
            }
        }
    }

    struct Compare: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Put towns of one class side by side, without ranks.")

        @Argument(help: "Packages: ZIP files or folders.")
        var packages: [String]
        @Flag(help: "Every figure, also those that not all towns have.")
        var all = false
        @Flag(help: "Print JSON.")
        var json = false
        @OptionGroup var shared: SharedOptions

        func run() throws {
            shared.apply()
            let comparison = try ExchangeComparison(packages)
            Terminal.out(json ? comparison.json() : comparison.text(Terminal.language, everything: all))
        }
    }
}
