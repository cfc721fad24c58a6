internal import Features
internal import Formats
internal import Travel
public import Wording

extension NetworkInfo {
    /// How many components, and how many entries of what was left out, are listed one by one.
    private static let listed = 10

    /// The description as text.
    public func text(_ language: Language) -> String {
        let words = NetworkWords(language: language, locate: longitudeLatitude)
        var lines = [
            words.line("file", path), words.line("profile", words.catalogue.text("profile.\(profile.id).name")),
            words.line("system", referenceSystem),
            words.line("ways", ["used": "\(report.usedWayCount)", "count": "\(report.wayCount)"]),
            words.line(
                "graph",
                ["nodes": words.counted("nodes", report.nodeCount), "edges": words.counted("edges", report.edgeCount)]),
            words.line("length", words.length(report.metres)),
        ]
        if report.oneWayMetres > 0 { lines.append("  " + words.line("one_way", words.length(report.oneWayMetres))) }
        if report.assumedMetres > 0 { lines.append("  " + words.line("assumed", words.length(report.assumedMetres))) }
        if !report.kinds.isEmpty { lines.append(words.heading("kinds")) }
        lines += report.kinds.map { "  \(words.kind($0.name)): \(words.length($0.metres))" }
        if !report.dropped.isEmpty { lines.append(words.line("dropped", words.length(report.droppedMetres))) }
        lines += report.dropped.map { "  " + words.dropped($0) }
        if report.closedNodeCount > 0 { lines.append(words.line("closed", "\(report.closedNodeCount)")) }
        lines.append(words.line("components", "\(report.components.count)"))
        lines += report.components.prefix(NetworkInfo.listed).map { "  " + words.component($0) }
        let others = report.components.dropFirst(NetworkInfo.listed)
        if !others.isEmpty {
            let length = words.length(others.reduce(0) { $0 + $1.metres })
            lines.append(
                "  " + words.catalogue.text("network.component.more", ["count": "\(others.count)", "length": length]))
        }
        if let trap = report.trap {
            lines.append(
                words.line(
                    "trap",
                    [
                        "length": words.length(trap.metres), "nodes": words.counted("nodes", trap.nodeCount),
                        "place": words.place(trap.place),
                    ]))
        }
        if let longest = report.longestEdge {
            lines.append(
                words.line(
                    "longest",
                    [
                        "length": words.length(longest.metres), "way": longest.way,
                        "place": words.place(longest.start),
                    ]))
        }
        lines += findings.map { $0.description(language) }
        return lines.joined(separator: "\n") + "\n"
    }

    /// The description as JSON; lengths in metres, places in degrees.
    public func json(_ language: Language) -> String {
        let value: JSONValue = [
            "file": .string(path), "profile": .string(profile.id), "reference_system": .string(referenceSystem),
            "ways": .integer(report.wayCount), "used_ways": .integer(report.usedWayCount),
            "nodes": .integer(report.nodeCount), "edges": .integer(report.edgeCount),
            "metres": .number(report.metres), "one_way_metres": .number(report.oneWayMetres),
            "assumed_metres": .number(report.assumedMetres),
            "kinds": .array(report.kinds.map { ["highway": .string($0.name), "metres": .number($0.metres)] }),
            "dropped_metres": .number(report.droppedMetres),
            "dropped": .array(
                report.dropped.map {
                    [
                        "reason": .string($0.reason.rawValue), "highway": .string($0.kind), "ways": .integer($0.ways),
                        "metres": .number($0.metres),
                    ]
                }),
            "closed_points": .integer(report.closedNodeCount),
            "components": .array(
                report.components.map {
                    [
                        "nodes": .integer($0.nodeCount), "edges": .integer($0.edgeCount),
                        "metres": .number($0.metres), "island": .boolean($0.isIsland), "place": degrees($0.place),
                    ]
                }),
            "cut_off_by_one_ways": report.trap.map {
                ["nodes": .integer($0.nodeCount), "metres": .number($0.metres), "place": degrees($0.place)]
            } ?? .null,
            "longest_edge": report.longestEdge.map {
                ["way": .string($0.way), "metres": .number($0.metres), "place": degrees($0.start)]
            } ?? .null,
            "findings": .array(
                findings.map {
                    [
                        "code": .string($0.code.rawValue), "severity": .string($0.severity.rawValue),
                        "message": .string($0.message(language)),
                    ]
                }),
        ]
        return value.text(.indented) + "\n"
    }

    /// Longitude and latitude with seven decimals, as GeoJSON has them.
    private func degrees(_ place: NetworkReport.Place) -> JSONValue {
        guard let position = longitudeLatitude(place) else { return .null }
        return [.number(position.longitude.rounded(decimals: 7)), .number(position.latitude.rounded(decimals: 7))]
    }
}

/// The words of the description in a language.
private struct NetworkWords {
    let language: Language
    let locate: (NetworkReport.Place) -> LongitudeLatitude?

    var catalogue: Catalogue { Catalogue.of(language) }

    func heading(_ key: String) -> String { catalogue.text("network." + key) + ":" }

    func counted(_ key: String, _ count: Int) -> String { catalogue.counted("count." + key, count) }

    func line(_ key: String, _ value: String) -> String { heading(key) + " " + value }

    func line(_ key: String, _ arguments: [String: String]) -> String {
        line(key, catalogue.text("network.\(key).value", arguments))
    }

    /// A length: metres below 1 km, else kilometres with one decimal.
    func length(_ metres: Double) -> String {
        guard metres >= 1_000 else { return NumberText.fixed(metres, decimals: 0) + " m" }
        let text = NumberText.fixed(metres / 1_000, decimals: 1)
        return (language == .german ? NumberText.german(text) : text) + " km"
    }

    /// A place as latitude and longitude, the order in which maps on the web are searched.
    func place(_ place: NetworkReport.Place) -> String {
        guard let position = locate(place) else { return "?" }
        return NumberText.fixed(position.latitude, decimals: 5) + " "
            + NumberText.fixed(position.longitude, decimals: 5)
    }

    func kind(_ name: String) -> String { name.isEmpty ? catalogue.text("network.kind.none") : name }

    func dropped(_ dropped: NetworkReport.Dropped) -> String {
        catalogue.text(
            "network.dropped.value",
            [
                "kind": kind(dropped.kind), "reason": catalogue.text("refusal.\(dropped.reason.rawValue)"),
                "length": length(dropped.metres), "ways": counted("ways", dropped.ways),
            ])
    }

    func component(_ component: NetworkComponent) -> String {
        let text = catalogue.text(
            "network.component.value",
            [
                "length": length(component.metres), "nodes": counted("nodes", component.nodeCount),
                "edges": counted("edges", component.edgeCount), "place": place(component.place),
            ])
        return component.isIsland ? text + " (" + catalogue.text("network.component.island") + ")" : text
    }
}
