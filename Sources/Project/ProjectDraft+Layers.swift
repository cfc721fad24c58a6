/// The layers of a draft.
extension ProjectDraft {
    /// The section `layers`: what was guessed, what might stand there, and the files that were passed over.
    var layerLines: [String] {
        var lines = [comment("layers"), "layers:"]
        // School holidays are named under `calendar`.
        for guess in guesses where guess.kind != .schoolHolidays { lines += layer(guess) }
        for kind in LayerEntry.Kind.listed where !guesses.contains(where: { $0.kind == kind }) {
            lines += [
                "  " + comment("kind.\(kind.rawValue)"), "  # - kind: \(kind.rawValue)",
                "  #   file: \"\(kind.rawValue).\(ProjectDraft.ending(of: kind))\"",
            ]
            if kind == .quarterTable { lines.append("  #   columns: { id: \"…\", year: \"…\" }") }
            if kind == .offers { lines.append("  #   columns: { id: \"…\", places: \"…\", funded_until: \"…\" }") }
            if kind == .roomSlots {
                lines.append("  #   columns: { place: \"…\", hours: \"…\", key_holder: \"…\", valid_until: \"…\" }")
            }
            if kind == .participation {
                lines.append("  #   columns: { date: \"…\", quarter: \"…\", outcome: \"…\", answered_on: \"…\" }")
            }
            if kind == .places { lines.append("  #   category: \"community_centre\"") }
            if kind == .area { lines.append("  #   name: \"…\"") }
        }
        for layer in described where !guesses.contains(where: { $0.layers.contains(layer) }) {
            lines.append("  " + unused(layer))
        }
        return lines
    }

    /// Why a file is none of the layers.
    private func unused(_ layer: LayerDescription) -> String {
        let file = quoted(layer.file + (layer.table.map { " (\($0))" } ?? ""))
        if let twin = layer.twin { return comment("unused.twin", ["file": file, "other": quoted(twin)]) }
        if layer.isFromMap { return comment("unused.map", ["file": file]) }
        return comment(lacksHouseNumbers(layer) ? "unused.addresses" : "unused", ["file": file])
    }

    private func lacksHouseNumbers(_ layer: LayerDescription) -> Bool {
        TableGuess.lacksHouseNumbers(layer, LayerGuess.hasAddresses(described))
    }

    /// How a file of a kind mostly ends.
    private static func ending(of kind: LayerEntry.Kind) -> String {
        switch kind {
        case .heights: "asc"
        case .quarterTable, .offers, .roomSlots, .participation: "csv"
        default: "geojson"
        }
    }

    private func layer(_ guess: LayerGuess) -> [String] {
        var lines = [
            "  " + comment("kind.\(guess.kind.rawValue)"), guessed("  - kind: \(guess.kind.rawValue)"),
            "    file: \(quoted(guess.layer.file))"
                + (guess.layer.count.map { "  " + comment("count", ["count": "\($0)"]) } ?? ""),
        ]
        if guess.layer.format == .openStreetMap, guess.kind == .places { lines.append("    " + comment("map_places")) }
        if let year = guess.layer.census?.year { lines.append("    source: \"zensus\(year)\"") }
        if let table = guess.layer.table { lines.append(guessed("    table: " + quoted(table))) }
        if guess.kind == .quarters, let level = guess.layer.boundaryLevel {
            lines.append(guessed("    admin_level: \(level)", "admin_level"))
        }
        if guess.kind == .quarters, guess.layer.format == .openStreetMap, guess.layer.boundaryLevel == nil {
            lines.append("    " + comment("whole_map"))
        }
        if !guess.joined.isEmpty {
            lines.append(guessed("    joined: [" + guess.joined.map { quoted($0.file) }.joined(separator: ", ") + "]"))
        }
        if let crs = guess.layer.crs { lines.append(guessed("    crs: " + quoted(crs))) }
        if !guess.layer.possibleSystems.isEmpty {
            let systems = guess.layer.possibleSystems.map(quoted).joined(separator: ", ")
            lines.append("    # crs: \"…\"  " + comment("crs.ambiguous", ["systems": systems]))
        }
        if let name = guess.kind == .area ? guess.layer.table ?? guess.layer.stem : guess.subject {
            lines.append(guessed("    name: " + quoted(name)))
        }
        if guess.kind == .places, guess.layer.format != .openStreetMap, guess.columns[.category] == nil {
            lines.append(guessed("    category: " + quoted(guess.category ?? "social_facility"), "category"))
        }
        if guess.kind == .places, lacksHouseNumbers(guess.layer) { lines.append("    " + comment("house_numbers")) }
        let mapped = LayerEntry.Role.allowed(in: guess.kind).compactMap { role in
            guess.columns[role].map { (role, $0) }
        }
        if !mapped.isEmpty { lines.append("    columns:") }
        for (role, column) in mapped { lines.append(guessed("      \(role.rawValue): \(quoted(column))")) }
        let counts = [.population, .quarterTable].contains(guess.kind) ? groupGuesses.flatMap(\.columns) : []
        let years = guess.kind == .quarterTable ? YearColumns(guess.layer) : nil
        if let years {
            let list = years.years.reversed().map(String.init).joined(separator: ", ")
            lines.append("    " + comment("columns.years", ["years": list]))
        }
        let names = Set(guess.columns.values).union(counts).union(years?.names ?? [])
        let others = guess.layers.flatMap(\.columns).map(\.name).filter { !names.contains($0) }
        if !others.isEmpty {
            lines.append("    " + comment("columns.other", ["columns": others.map(quoted).joined(separator: ", ")]))
        }
        return lines
    }
}
