internal import Features

/// Collects what is found while one project file is decoded; shared by all the readers of its parts.
final class FindingList {
    private(set) var findings: [Diagnostic]

    init(_ findings: [Diagnostic] = []) { self.findings = findings }

    func add(_ code: DiagnosticCode, at location: SourceLocation?, _ arguments: [String: String] = [:]) {
        findings.append(Diagnostic(code, at: location, arguments))
    }

    func add(_ finding: Diagnostic) { findings.append(finding) }

    /// A value that cannot be used; `reason` is the last part of a key `reason.…` in the catalogues.
    func refuse(
        _ path: String, at location: SourceLocation, _ reason: String, _ more: [String: String] = [:],
        code: DiagnosticCode = .valueInvalid
    ) {
        var arguments = more
        arguments["key"] = path
        arguments["reason"] = reason
        if arguments["hint"] == nil { arguments["hint"] = "value" }
        add(code, at: location, arguments)
    }
}
