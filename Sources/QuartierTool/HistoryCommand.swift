internal import ArgumentParser
internal import Foundation
internal import Features
internal import Formats
internal import History
internal import Pipeline
internal import Wording

/// `quartier history`.
struct HistoryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "history", abstract: "Look at, export, save and check what runs were recorded.",
        discussion: """
            A project file with `history: verlauf.sqlite` keeps every run: what was computed, from which files, with
            which methods. Nothing in it is ever changed. It is internal: public figures come from releases.

            EXAMPLES
              quartier history runs
              quartier history series coverage_share --area nord --group all
              quartier history backup sicherung/verlauf-2025-01.sqlite
              quartier history verify

            EXIT STATUS
              0 done · 1 verify found damage · 2 unreadable · 65 not a history · 73 cannot be written · 75 held by another
            """,
        subcommands: [Runs.self, Series.self, Note.self, Export.self, Backup.self, Verify.self],
        defaultSubcommand: Runs.self)

    /// The project, or the store itself.
    struct Place: ParsableArguments {
        @Option(help: "The project file, which names the history.")
        var project = "quartier.yaml"

        @Option(help: "The history itself, instead of a project file.")
        var store: String?

        /// The path of the store; the language of the project holds from here on.
        func path(_ shared: SharedOptions) throws -> String {
            shared.apply()
            if let store { return store }
            shared.apply(for: project)
            return try HistoryLocation.path(project: project)
        }
    }

    struct Runs: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "List the runs.")

        @OptionGroup var place: Place
        @Option(help: "text or json.")
        var outputFormat = TableFormat.text
        @OptionGroup var shared: SharedOptions

        func run() throws {
            let runs = try HistoryStore.openReadOnly(place.path(shared)).runs()
            Terminal.out(outputFormat == .json ? HistoryText.json(runs) : HistoryText.table(runs))
        }
    }

    struct Series: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Show an indicator over the years.",
            discussion: """
                Where the method or the boundaries of a quarter changed, a line of dashes stands between values that do not
                compare.
                """)

        @Argument(help: "The id of an indicator.")
        var indicator: String
        @OptionGroup var place: Place
        @Option(help: "Only this level: town, quarter, focus_area, area, place, operator.")
        var level: String?
        @Option(help: "Only the area of this id.")
        var area: String?
        @Option(help: "Only this population group.")
        var group: String?
        @Option(help: "Only this category of places.")
        var category: String?
        @Option(help: "Only these parameters, as tables have them, such as 'measure=walking;minutes=10'.")
        var parameters: String?
        @Flag(help: "Also runs that a later one of the same period replaced.")
        var superseded = false
        @Option(help: "text or json.")
        var outputFormat = TableFormat.text
        @OptionGroup var shared: SharedOptions

        func run() throws {
            let store = try HistoryStore.openReadOnly(place.path(shared))
            let found = try store.series(
                HistorySeriesQuery(
                    indicator: indicator, level: level, area: area, group: group, category: category,
                    parameters: parameters, includesSuperseded: superseded))
            let series = try SeriesBoundaries.mark(found, in: store)
            if series.isEmpty { Terminal.error(HistoryText.text("history.no_values", ["id": indicator])) }
            Terminal.out(outputFormat == .json ? HistoryText.json(series) : HistoryText.table(series))
        }
    }

    struct Note: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Add a note, which stays: what happened in the town, or what is wrong with a run.")

        @Argument(help: "What is to be known.")
        var note: String
        @Option(
            name: .customLong("run"), help: "The run it speaks of: a number, a period, latest or previous.")
        var target: String?
        @OptionGroup var place: Place
        @OptionGroup var shared: SharedOptions

        func run() throws {
            let store = try HistoryStore.open(place.path(shared))
            let number = try target.map { try store.run(named: $0).id }
            try store.append(note: note, to: number, recordedAt: Clock.now)
        }
    }

    struct Export: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write everything as CSV tables with a data package.")

        @Argument(help: "The folder to write; it appears whole or not at all.")
        var folder: String
        @Flag(help: "Replace an older export.")
        var overwrite = false
        @OptionGroup var place: Place
        @OptionGroup var shared: SharedOptions

        func run() throws {
            let store = try HistoryStore.openReadOnly(place.path(shared))
            try HistoryExport.write(store, to: folder, overwrite: overwrite)
            if !shared.quiet { Terminal.error(HistoryText.text("history.exported", ["folder": folder])) }
        }
    }

    struct Backup: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Copy the history into a new file, also while a run is being recorded.")

        @Argument(help: "The file to write; there must be none.")
        var file: String
        @OptionGroup var place: Place
        @OptionGroup var shared: SharedOptions

        func run() throws {
            try HistoryStore.openReadOnly(place.path(shared)).backup(to: file)
            if !shared.quiet { Terminal.error(HistoryText.text("history.saved", ["file": file])) }
        }
    }

    struct Verify: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Check the file and the checksum of every run.")

        @OptionGroup var place: Place
        @OptionGroup var shared: SharedOptions

        func run() throws {
            let found = try HistoryStore.openReadOnly(place.path(shared)).verify()
            for damage in found.damages { Terminal.out(damage + "\n") }
            for run in found.alteredRuns { Terminal.out(HistoryText.text("history.altered", ["run": "\(run)"]) + "\n") }
            guard found.isSound else { throw ExitCode(1) }
            guard !shared.quiet else { return }
            Terminal.error(
                HistoryText.text("history.sound", ["runs": "\(found.runs)", "figures": "\(found.figures)"]))
        }
    }
}

/// In which form a command prints tables.
enum TableFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}

/// The machine's clock, for what is recorded with its time. Nothing that is computed asks it.
enum Clock {
    /// Seconds after 1970-01-01 00:00:00 UTC.
    static var now: Int { Int(Date().timeIntervalSince1970) }
}
