internal import ArgumentParser
internal import Features
internal import Pipeline
internal import Wording

/// `quartier update`.
struct UpdateCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "update", abstract: "Bring the results up to date, if anything changed.",
        discussion: """
            Looks at every file that the project names and fetches those from elsewhere (update: downloads). Computes, records
            the run in the history and replaces the output only where something changed. What it writes is a draft: read
            it, then release it with quartier publish. Safe to start at any time, twice at once, and to kill.

            EXAMPLES
              quartier update
              quartier update town/quartier.yaml --quiet

            EXIT STATUS
              0 up to date · 2 unreadable or disk full · 65 malformed project or data · 73 cannot be written
              75 another update is running
            """)

    @OptionGroup var clock: ClockOptions
    @Option(help: "text or json.")
    var outputFormat = TableFormat.text
    @OptionGroup var computing: ComputingOptions

    func run() throws {
        let (project, shared) = (computing.project, computing.shared)
        shared.apply(for: project)
        let progress = ProgressLine(quiet: shared.quiet)
        defer { progress.clear() }
        let outcome = try Update.run(
            project: project, options: computing.update(at: clock.moment), progress: progress.reporter)
        progress.clear()
        let untold = Notifier.tell(outcome, project: project, language: shared.language)
        for finding in untold { Terminal.error(finding.description(Terminal.language)) }
        try UpdateCommand.tell(outcome, outputFormat, shared)
    }

    /// Tells of an update; ends with the exit code of a failed one.
    static func tell(_ outcome: UpdateOutcome, _ outputFormat: TableFormat, _ shared: SharedOptions) throws {
        switch outputFormat {
        case .json: Terminal.out(UpdateText.json(outcome, Terminal.language))
        case .text:
            let text = UpdateText.text(outcome, Terminal.language, isBrief: shared.quiet)
            if !text.isEmpty { Terminal.talk(text) }
        }
        if let failure = outcome.failure { throw ExitCode(failure.kind.rawValue) }
    }
}

/// What time it is: the clock is an input.
struct ClockOptions: ParsableArguments {
    @Option(help: "The time to work with, such as 2025-03-01T03:00:00Z; that of the machine where it is left out.")
    var now: String?

    func validate() throws {
        if let now, UpdateTime.parse(now) == nil {
            throw ValidationError("--now takes a time such as 2025-03-01T03:00:00Z.")
        }
    }

    /// Seconds after 1970-01-01 00:00:00 UTC.
    var moment: Int { now.flatMap(UpdateTime.parse) ?? Clock.now }
}
