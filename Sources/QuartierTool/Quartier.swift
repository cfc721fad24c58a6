internal import ArgumentParser
internal import CMemory
internal import Features
internal import Foundation

/// The command `quartier`: commands, terminal and exit codes; everything else is in the libraries.
@main
struct Quartier: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quartier",
        abstract: "Spatial quarter analysis for towns: from GeoJSON to the quarter report.",
        discussion: """
            EXAMPLES
              quartier init *.geojson           write a commented quartier.yaml from your files
              quartier check                    look through the data, compute nothing
              quartier run --output result      compute, and write tables, maps and reports

            EXIT STATUS
              0 done · 1 findings above the allowed level · 2 unreadable or disk full · 64 wrong usage
              65 malformed project or data · 73 output exists · 75 held by another · 130 interrupted
            """,
        subcommands: [
            InitCommand.self, InfoCommand.self, CheckCommand.self, ExplainCommand.self, RunCommand.self,
            ReportCommand.self, UpdateCommand.self, ScheduleCommand.self, AuditCommand.self, PublishCommand.self,
            HistoryCommand.self, CompareCommand.self, CausesCommand.self, BeforeAfterCommand.self,
            ExchangeCommand.self, IndicatorsCommand.self, CategoriesCommand.self, TextsCommand.self,
            ProfilesCommand.self, NetworkCommand.self, CatchmentCommand.self,
            TransformCommand.self, GeometryCommand.self, VersionCommand.self,
        ])

    @Flag(help: "Print the version. With --verbose also those of GEOS, PROJ and the EPSG database.")
    var version = false

    @Flag(help: "Say more.")
    var verbose = false

    func run() throws {
        guard version else { throw CleanExit.helpRequest(self) }
        Terminal.out(VersionText.text(verbose: verbose))
    }

    /// Runs a command; failures end as messages in the user's language with their exit code.
    static func main() {
        quartier_memory_prepare()
        Interruption.block()
        do {
            var command = try parseAsRoot()
            if !(command is ScheduleCommand.RunService) { Interruption.await() }
            try command.run()
        } catch let failure as Failure {
            Terminal.error(failure.description(Terminal.language))
            exit(withExitCode: failure.kind.rawValue)
        } catch {
            exit(withError: error)
        }
    }

    private static func exit(withExitCode code: Int32) -> Never {
        Foundation.exit(code)
    }
}
