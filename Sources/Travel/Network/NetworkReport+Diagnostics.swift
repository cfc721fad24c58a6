public import Features

extension NetworkReport {
    /// What a person should know about the network: that it is empty (Q523), lies in parts (Q521), lacks streets (Q522).
    ///
    /// - Parameters:
    ///   - source: The file of the streets.
    ///   - locate: Longitude and latitude of a position, so that a finding can be shown on a map.
    public func diagnostics(
        at source: SourceLocation, locate: (Place) -> LongitudeLatitude?
    ) -> [Diagnostic] {
        var profileText = ["@profile": "profile.\(profile).name"]
        guard edgeCount > 0 else {
            profileText["ways"] = "\(wayCount)"
            return [Diagnostic(.networkEmpty, at: source, profileText)]
        }
        var findings: [Diagnostic] = []
        if components.count > 1 {
            let others = components.dropFirst()
            let arguments = [
                "count": "\(components.count)", "islands": "\(islands.count)",
                "length": NetworkReport.lengthText(others.reduce(0) { $0 + $1.metres }),
            ]
            findings.append(
                Diagnostic(
                    .networkComponents, at: source, arguments.merging(profileText) { $1 },
                    longitudeLatitude: others.first.flatMap { locate($0.place) }))
        }
        if let most = dropped.first {
            let arguments = [
                "length": NetworkReport.lengthText(droppedMetres), "kind": most.kind.isEmpty ? "?" : most.kind,
                "@reason": "refusal.\(most.reason.rawValue)", "part": NetworkReport.lengthText(most.metres),
            ]
            findings.append(Diagnostic(.streetsDropped, at: source, arguments.merging(profileText) { $1 }))
        }
        return findings
    }

    /// A length in words that read alike in all languages: whole metres up to 10 km, whole kilometres above.
    static func lengthText(_ metres: Double) -> String {
        let rounded = Int(exactly: metres.rounded()) ?? 0
        return rounded < 10_000 ? "\(rounded) m" : "\(Int(exactly: (metres / 1_000).rounded()) ?? 0) km"
    }
}
