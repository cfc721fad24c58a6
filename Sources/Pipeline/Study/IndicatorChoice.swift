internal import Features
internal import Indicators
internal import Project
internal import Wording

extension IndicatorSettings {
    /// What a project asks of the catalogue; what the catalogue does not have is a finding.
    init(_ entry: IndicatorsEntry, findings: inout [Diagnostic]) {
        self.init()
        let known = IndicatorCatalogue.all.map(\.descriptor)
        let ids = known.map(\.id)
        func refuse(_ path: String, _ location: SourceLocation, _ word: String, among allowed: [String]) {
            findings.append(
                Diagnostic(
                    .valueInvalid, at: location,
                    hint(for: word, among: allowed).merging(["key": path, "reason": "not_listed"]) { $1 }))
        }
        for named in entry.also {
            if named.id == "all" {
                also.formUnion(ids)
            } else if ids.contains(named.id) {
                also.insert(named.id)
            } else {
                refuse(named.path, named.location, named.id, among: ids)
            }
        }
        for named in entry.without {
            if ids.contains(named.id) {
                without.insert(named.id)
            } else {
                refuse(named.path, named.location, named.id, among: ids)
            }
        }
        for chosen in entry.parameters {
            let named = chosen.indicator
            guard let descriptor = known.first(where: { $0.id == named.id }) else {
                refuse(named.path, named.location, named.id, among: ids)
                continue
            }
            let path = "\(named.path).\(chosen.name)"
            guard let parameter = descriptor.parameters.first(where: { $0.name == chosen.name }) else {
                refuse(path, named.location, chosen.name, among: descriptor.parameters.map(\.name))
                continue
            }
            guard parameter.isList || chosen.numbers.count == 1,
                chosen.numbers.allSatisfy(parameter.range.contains)
            else {
                findings.append(
                    Diagnostic(
                        .valueInvalid, at: named.location,
                        [
                            "key": path, "reason": "not_this_parameter", "parameter": parameter.description,
                            "hint": "value",
                        ]))
                continue
            }
            parameters[descriptor.id, default: [:]][parameter.name] = chosen.numbers
        }
    }
}
