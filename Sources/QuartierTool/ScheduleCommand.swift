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
              quartier schedule run                        a service that does it by itself
              quartier schedule install units              unit files for systemd, and a line for cron
            """,
        subcommands: [Next.self, TickCommand.self, RunService.self, Install.self])

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
            shared.apply(for: project)
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

        @OptionGroup var clock: ClockOptions
        @Option(help: "text or json.")
        var outputFormat = TableFormat.text
        @OptionGroup var computing: ComputingOptions

        func run() throws {
            let (project, shared) = (computing.project, computing.shared)
            shared.apply(for: project)
            let progress = ProgressLine(quiet: shared.quiet)
            defer { progress.clear() }
            let outcome = try Tick.run(
                project: project, options: computing.update(at: clock.moment), progress: progress.reporter)
            progress.clear()
            let words = Catalogue.of(Terminal.language)
            switch outcome {
            case .updated(let update, _):
                let untold = Notifier.tell(update, project: project, language: shared.language)
                for finding in untold { Terminal.error(finding.description(Terminal.language)) }
                try UpdateCommand.tell(update, outputFormat, shared)
            case .later(let moment):
                _ = Notifier.refresh(project: project, now: clock.moment, language: shared.language)
                guard !shared.quiet else { return }
                let schedule = try ProjectSchedule(project: project)
                Terminal.error(words.text("schedule.later", ["date": schedule.text(moment)]))
            case .never:
                if !shared.quiet { Terminal.error(words.text("schedule.never")) }
            }
        }
    }

    struct RunService: ParsableCommand {
        static let configuration = CommandConfiguration(
            commandName: "run", abstract: "Stay, and do what is due when it is due.",
            discussion: """
                For machines without timers of systemd or cron. Looks at the project file and the schedule every minute, keeps
                the files for monitors up to date (notify: health, metrics), and ends with 0 on SIGTERM; an update that is
                going on is done again when the service is back. Under systemd (Type=notify) it says when it is ready, what
                it does, and that it lives (WatchdogSec).
                """)

        @OptionGroup var computing: ComputingOptions

        func run() throws {
            let computing = computing
            computing.shared.apply(for: computing.project)
            let manager = ServiceManager(environment: ProcessInfo.processInfo.environment)
            let service = ScheduleService(project: computing.project, manager: manager)
            try ServiceProcess(
                work: {
                    var lastLine = ""
                    try service.run(
                        options: computing.update,
                        now: { Clock.now },
                        wait: { seconds in
                            sleep(UInt32(clamping: seconds))
                            return true
                        },
                        report: { event in
                            let line = ScheduleCommand.line(event, computing.project)
                            // The same is said once, not every minute.
                            if line != lastLine { ScheduleCommand.tell(event, line, computing.shared) }
                            lastLine = line
                            manager.tell(.status(line))
                        })
                },
                stopping: { manager.tell(.stopping) }
            ).runToTheEnd()
        }
    }

    /// What a service did, in a line.
    private static func line(_ event: ScheduleService.Event, _ project: String) -> String {
        let words = Catalogue.of(Terminal.language)
        switch event {
        case .updated(let outcome, _):
            return words.text(
                "update.\(outcome.kind.rawValue)",
                ["folder": outcome.output, "inputs": words.counted("count.files", outcome.inputs.count)])
        case .waiting(let moment):
            let date = (try? ProjectSchedule(project: project).text(moment)) ?? HistoryExport.time(moment)
            return words.text("service.waiting", ["date": date])
        case .idle: return words.text("service.idle")
        case .failed(let failure):
            let reasons = failure.diagnostics.map { $0.message(Terminal.language) }.joined(separator: " ")
            return words.text("service.failed") + ": " + reasons
        }
    }

    private static func tell(_ event: ScheduleService.Event, _ line: String, _ shared: SharedOptions) {
        if case .updated(let outcome, let untold) = event {
            Terminal.talk(UpdateText.text(outcome, Terminal.language, isBrief: shared.quiet))
            for finding in untold { Terminal.error(finding.description(Terminal.language)) }
        } else if !shared.quiet {
            Terminal.error(line)
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
            shared.apply(for: project)
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
}
