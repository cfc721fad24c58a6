internal import Features
internal import Project

/// The chapters that a report goes without because a layer is not there, and which file would open them.
enum DroppedChapters {
    /// One note per missing layer.
    static func findings(_ inputs: TownInputs) -> [Diagnostic] {
        let optional: [(LayerEntry.Kind, String)] = [
            (.focusAreas, "focus_areas"), (.population, "population"), (.streets, "streets"),
        ]
        return optional.filter { inputs.project.layers($0.0).isEmpty }.map { _, name in
            Diagnostic(
                .chapterDropped, at: SourceLocation(file: inputs.projectPath),
                ["@chapter": "chapter.\(name)", "@file": "chapter.\(name).file", "kind": name])
        }
    }
}
