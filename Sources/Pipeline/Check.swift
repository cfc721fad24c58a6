public import Features
internal import Formats
public import ReferenceSystems
public import Wording

/// `quartier check`: every look at the data, nothing computed or written.
public struct CheckReport: Sendable {
    /// Everything found, sorted by weight (errors first), code and place.
    public let findings: [Diagnostic]
    /// What ended the look before its end, if anything did; its findings are among ``findings``.
    public let failure: Failure.Kind?
    /// The language the project speaks; nil where the project file could not be read.
    public let language: Language?
    /// What the list to correct is made from; nil where the look ended before its end.
    private let corrections: CorrectionSource?

    /// Looks through a project: the project file, every layer, the layers together.
    public static func make(
        project path: String, missingGrid: MissingGridPolicy = .refuse, progress: RunProgress = .silent
    ) -> CheckReport {
        var language: Language?
        do throws(Failure) {
            let inputs = try TownInputs.read(path, missingGrid: missingGrid, progress: progress)
            language = ProjectLanguage.declared(inputs.project)
            _ = try EarlierTown.find(inputs.project, at: path)
            let assembly = try StudyAssembly(inputs, progress: progress)
            return CheckReport(
                assembly.findings, failure: nil, language: language, corrections: CorrectionSource(inputs, assembly))
        } catch {
            return CheckReport(
                error.diagnostics, failure: error.kind, language: language ?? ProjectLanguage.declared(in: path),
                corrections: nil)
        }
    }

    private init(
        _ findings: [Diagnostic], failure: Failure.Kind?, language: Language?, corrections: CorrectionSource?
    ) {
        self.findings = findings.enumerated().sorted { left, right in
            let (a, b) = (left.element, right.element)
            if a.severity != b.severity { return a.severity > b.severity }
            if a.code != b.code { return a.code < b.code }
            return left.offset < right.offset
        }.map(\.element)
        self.failure = failure
        self.language = language
        self.corrections = corrections
    }

    /// Writes the list for colleagues to correct, `korrekturliste.html` and `.csv`: places and offers with what is not
    /// recorded and what was found of each. Internal: it holds operators and sensitive places.
    ///
    /// - Returns: The paths written; none where the look ended before its end.
    /// - Throws: `.cannotCreate` where one of the files is there already, or the folder cannot be made.
    public func writeCorrectionList(into folder: String, _ language: Language) throws(Failure) -> [String] {
        guard let corrections else { return [] }
        return try CorrectionFiles.write(corrections.list(language), into: folder)
    }

    /// The number of findings of a weight.
    public func count(_ severity: Severity) -> Int { findings.count { $0.severity == severity } }

    /// The exit code: 65 where a file is malformed, 2 where one is unreadable, 1 where findings lie above `allowed`,
    /// else 0.
    public func exitCode(allowed: Severity = .note) -> Int32 {
        if let failure { return failure.rawValue }
        return findings.contains { $0.severity > allowed } ? 1 : 0
    }

    /// The findings as text: the first `limit` of each code, then how many more there are; a summary line at the end.
    public func text(_ language: Language, limit: Int = 5) -> String {
        let catalogue = Catalogue.of(language)
        var lines: [String] = []
        var shown: [DiagnosticCode: Int] = [:]
        for (index, finding) in findings.enumerated() {
            shown[finding.code, default: 0] += 1
            if (shown[finding.code] ?? 0) <= limit { lines.append(finding.description(language)) }
            let isLast = index + 1 == findings.count || findings[index + 1].code != finding.code
            if isLast, let total = shown[finding.code], total > limit {
                lines.append(
                    catalogue.text("check.more", ["count": "\(total - limit)", "code": finding.code.rawValue]))
            }
        }
        lines.append(
            catalogue.text(
                "check.summary",
                [
                    "errors": catalogue.counted("count.errors", count(.error)),
                    "warnings": catalogue.counted("count.warnings", count(.warning)),
                    "notes": catalogue.counted("count.notes", count(.note)),
                ]))
        return lines.joined(separator: "\n") + "\n"
    }

    /// The findings as JSON, texts in the language given.
    public func json(_ language: Language) -> String {
        let list = findings.map { finding -> JSONValue in
            [
                "code": .string(finding.code.rawValue), "name": .string(finding.code.name),
                "severity": .string(finding.severity.rawValue),
                "file": finding.location.map { .string($0.file) } ?? .null,
                "line": optional(finding.location?.line), "column": optional(finding.location?.column),
                "byte_offset": optional(finding.location?.byteOffset),
                "feature": optional(finding.location?.feature),
                "feature_id": finding.location?.featureID.map { .string($0) } ?? .null,
                "message": .string(finding.message(language)), "remedy": .string(finding.remedy(language)),
                "position": finding.longitudeLatitude.map { $0.json } ?? .null,
            ]
        }
        let value: JSONValue = [
            "errors": .integer(count(.error)), "warnings": .integer(count(.warning)),
            "notes": .integer(count(.note)), "findings": .array(list),
        ]
        return value.text(.indented) + "\n"
    }

    /// The findings that have a place as GeoJSON points, to be opened over the data in a GIS.
    public func geoJSON(_ language: Language) -> String {
        let features = findings.compactMap { finding -> JSONValue? in
            guard let place = finding.longitudeLatitude else { return nil }
            return [
                "type": "Feature",
                "properties": [
                    "code": .string(finding.code.rawValue), "severity": .string(finding.severity.rawValue),
                    "file": finding.location.map { .string($0.file) } ?? .null,
                    "feature": optional(finding.location?.feature),
                    "message": .string(finding.message(language)),
                    "remedy": .string(finding.remedy(language)),
                ],
                "geometry": ["type": "Point", "coordinates": place.json],
            ]
        }
        let collection: JSONValue = ["type": "FeatureCollection", "features": .array(features)]
        return collection.text(.compact) + "\n"
    }

    private func optional(_ number: Int?) -> JSONValue { number.map { .integer($0) } ?? .null }
}

extension LongitudeLatitude {
    /// As a GeoJSON position with seven decimals: a centimetre.
    fileprivate var json: JSONValue {
        [.number(longitude.rounded(decimals: 7)), .number(latitude.rounded(decimals: 7))]
    }
}
