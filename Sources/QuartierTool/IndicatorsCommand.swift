internal import ArgumentParser
internal import Features
internal import Indicators
internal import Wording

/// `quartier indicators`.
struct IndicatorsCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "indicators", abstract: "List the indicators, or show the method sheet of one.")

    @Argument(help: "The id of an indicator.")
    var id: String?

    @OptionGroup var shared: SharedOptions

    func run() throws {
        shared.apply()
        let language = Terminal.language
        guard let id else {
            for indicator in IndicatorCatalogue.all {
                let descriptor = indicator.descriptor
                let name = descriptor.id + String(repeating: " ", count: max(1, 20 - descriptor.id.count))
                Terminal.out(name + descriptor.text(.title, language) + "\n")
            }
            return
        }
        guard let indicator = IndicatorCatalogue.indicator(id) else {
            let near = closest(to: id, among: IndicatorCatalogue.all.map(\.descriptor.id))
            throw ValidationError(
                Catalogue.of(language).text("indicators.unknown", ["id": id, "suggestion": near ?? "–"]))
        }
        Terminal.out(indicator.descriptor.methodSheet(language))
    }
}
