internal import ArgumentParser
internal import Audit

/// `quartier audit`.
struct AuditCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "audit", abstract: "Attack published folders as an outsider would.",
        discussion: """
            Reads every figure in every file and works out, by linear programming, between what each hidden count lies.
            Knows nothing but the folders and the rules they name.

            EXAMPLES
              quartier audit ergebnis/draft
              quartier audit veroeffentlicht/*      all years together, as an outsider holds them

            EXIT STATUS
              0 nothing found · 1 something can be worked out · 2 unreadable
            """)

    @Argument(help: "The published folders.")
    var published: [String]

    @Option(help: "Counts of persons above zero and below this are secret; by default what the folders name, else 5.")
    var minimumCount: Double?

    @Option(help: "text or json.")
    var outputFormat = AuditFormat.text

    @Flag(help: "Show every finding, not only the first five of a code.")
    var all = false

    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if let minimumCount, !(1...1_000).contains(minimumCount) {
            throw ValidationError("--minimum-count takes a number from 1 to 1000.")
        }
    }

    func run() throws {
        shared.apply()
        let rules = minimumCount.map { AuditRules(minimumCount: $0) }
        let report = try PublicationAudit(folders: published, rules: rules).report()
        switch outputFormat {
        case .text: Terminal.out(report.text(Terminal.language, limit: all ? .max : 5))
        case .json: Terminal.out(report.json(Terminal.language))
        }
        if !report.isPassed { throw ExitCode(1) }
    }
}

/// In which form an audit is printed.
enum AuditFormat: String, ExpressibleByArgument, CaseIterable {
    case text, json
}
