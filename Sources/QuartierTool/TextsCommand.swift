internal import ArgumentParser
internal import Wording

/// `quartier texts`.
struct TextsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "texts",
        abstract: "List the texts of the reports that a town can word itself.",
        discussion: """
            An own wording stands in the project file under report, texts, de or en, and keeps what stands in braces.

            EXAMPLES
              quartier texts                    all texts with their keys
              quartier texts Treffpunkt         those with a word in their text or key
            """)

    @Argument(help: "A word of the text or its key; all texts without.")
    var word: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        shared.apply()
        let catalogue = Catalogue.of(Terminal.language)
        let wanted = word.map(Folding.key)
        for key in catalogue.ownableKeys {
            let text = catalogue.template(key) ?? ""
            guard wanted.map({ Folding.key(key).contains($0) || Folding.key(text).contains($0) }) ?? true else {
                continue
            }
            Terminal.out("\(key): \"\(text.replacing("\"", with: "\\\""))\"\n")
        }
    }
}
