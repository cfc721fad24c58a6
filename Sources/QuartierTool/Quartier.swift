internal import ArgumentParser

/// The command `quartier`.
@main
struct Quartier: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "quartier", abstract: "Spatial quarter analysis for towns.")
}
