internal import ArgumentParser
internal import Features
internal import Formats
internal import Foundation
internal import Pipeline
internal import Wording

/// `quartier schedule`.
struct ScheduleCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "schedule", abstract: "Update at the times that the project file names.",
        discussion: """
            The project file says when: update: { schedule: "Mon *-*-01..07 03:00", time_zone: Europe/Berlin }, in the
            grammar of systemd's OnCalendar. Each date has one update; after downtime there is one for all that were missed.

            EXAMPLES
              quartier schedule next -n 5
              quartier schedule tick                       what is due now, once; for timers
              quartier schedule install units              unit files for systemd, and a line for cron
            """,
        subcommands: [Next.self, TickCommand.self, Install.self])

    struct Next: ParsableCommand {
        static let configuration = CommandConfiguration(abstract: "Show the coming dates.")

        @Argument(help: "The project file.")
        var project = "quartier.yaml"
        @Option(name: [.customShort("n"), .customLong("count")], help: "How many.")
        var count = 10
        @OptionGroup var clock: ClockOptions
        @Option(help: "text or json.")
        var outputFormat = TableFormat.text
        @OptionGroup var shared: SharedOptions

        func validate() throws {
            if !(1...1_000).contains(count) { throw ValidationError("-n takes a number from 1 to 1000.") }
        }

        func run() throws {
            ScheduleCommand.prepare(project, shared)
            let schedule = try ProjectSchedule(project: project)
            let moments = schedule.next(count, from: clock.moment)
            switch outputFormat {
            case .json:
                let values = moments.map { JSONValue.string(HistoryExport.time($0)) }
                Terminal.out(JSONValue.array(values).text(.indented) + "\n")
            case .text:
                let words = Catalogue.of(Terminal.language)
                for moment in moments {
                    let day = words.text("schedule.weekday.\(schedule.weekday(moment))")
                    Terminal.out("\(day) \(schedule.text(moment))\n")
                }
            }
        }
    }

    struct TickCommand: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "tick", abstract: "Do what is due now, once, and end.",
            discussion: "Ends with the status of quartier update, and with 0 where nothing is due.")

        @Argument(help: "The project file.")
        var project = "quartier.yaml"
        @OptionGroup var clock: ClockOptions
        @Option(help: "text or json.")
        var outputFormat = TableFormat.text
        @OptionGroup var grid: GridOptions
        @OptionGroup var shared: SharedOptions

        func run() throws {
            ScheduleCommand.prepare(project, shared)
            let progress = ProgressLine(quiet: shared.quiet)
            defer { progress.clear() }
            let outcome = try Tick.run(
                project: project,
                options: UpdateOptions(
                    now: clock.moment, language: shared.language, environmentLanguage: Terminal.environmentLanguage,
                    missingGrid: grid.policy),
                progress: progress.reporter)
            progress.clear()
            let words = Catalogue.of(Terminal.language)
            switch outcome {
            case .updated(let update, _): try UpdateCommand.tell(update, outputFormat, shared)
            case .later(let moment):
                guard !shared.quiet else { return }
                let schedule = try ProjectSchedule(project: project)
                Terminal.error(words.text("schedule.later", ["date": schedule.text(moment)]))
            case .never:
                if !shared.quiet { Terminal.error(words.text("schedule.never")) }
            }
        }
    }

    struct Install: ParsableCommand {
        static let configuration = CommandConfiguration(
            abstract: "Write unit files for systemd into a folder, and print a line for cron.",
            discussion: """
                Nothing of the system is changed: look at the files, then copy them to /etc/systemd/system and say
                systemctl enable --now quartier-….timer.
                """)

        @Argument(help: "The folder to write the unit files to.")
        var folder: String
        @Option(name: .shortAndLong, help: "The project file.")
        var project = "quartier.yaml"
        @Option(help: "The user that the service runs as.")
        var user: String?
        @Flag(help: "Replace older unit files.")
        var overwrite = false
        @OptionGroup var shared: SharedOptions

        func run() throws {
            ScheduleCommand.prepare(project, shared)
            let program = try FileManager.default.destinationOfSymbolicLink(atPath: "/proc/self/exe")
            let units = try ServiceUnits(project: project, program: program, user: user)
            try units.write(to: folder, overwrite: overwrite)
            let words = Catalogue.of(Terminal.language)
            if !shared.quiet {
                for file in units.files {
                    Terminal.error(words.text("schedule.wrote", ["file": folder + "/" + file.name]))
                }
                Terminal.error(words.text("schedule.cron"))
            }
            Terminal.out(units.cronLine + "\n")
        }
    }

    /// The language of the project holds from here on.
    private static func prepare(_ project: String, _ shared: SharedOptions) {
        shared.apply()
        if shared.language == nil, let declared = ProjectLanguage.declared(in: project) { Terminal.language = declared }
    }
}
