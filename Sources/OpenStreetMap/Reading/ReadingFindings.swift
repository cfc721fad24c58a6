internal import COsmium
internal import Features

extension OsmiumMap {
    /// Why a file could not be read.
    static func failure(status: Int32, message: String, path: String) -> Failure {
        let location = SourceLocation(file: path)
        switch UInt32(bitPattern: status) {
        case QUARTIER_OSMIUM_UNREADABLE.rawValue:
            return Failure(.unreadable, Diagnostic(.fileUnreadable, at: location, ["reason": message]))
        case QUARTIER_OSMIUM_OVERLONG.rawValue:
            return Failure(
                .malformedData,
                Diagnostic(.osmTagsAbsurd, at: location, ["count": "1", "object": message], severity: .error))
        case QUARTIER_OSMIUM_HISTORY.rawValue:
            return Failure(.malformedData, Diagnostic(.osmSyntax, at: location, ["@reason": "openstreetmap.history"]))
        case QUARTIER_OSMIUM_TOO_LARGE.rawValue:
            return Failure(.malformedData, Diagnostic(.osmSyntax, at: location, ["@reason": "openstreetmap.large"]))
        default:
            return Failure(.malformedData, Diagnostic(.osmSyntax, at: location, ["reason": message]))
        }
    }

    /// What was found wrong with single objects: one finding of a kind, with the number of objects and the first.
    func findings() -> [Diagnostic] {
        let references = finding(QUARTIER_OSMIUM_REFERENCES_MISSING).count
        return [
            diagnostic(.osmNodesMissing, QUARTIER_OSMIUM_NODES_MISSING, ["references": "\(references)"]),
            diagnostic(.osmAreaBroken, QUARTIER_OSMIUM_AREAS_BROKEN),
            diagnostic(.osmTagsAbsurd, QUARTIER_OSMIUM_TAGS_ABSURD),
            diagnostic(.osmWaysShort, QUARTIER_OSMIUM_SHORT_WAYS),
            diagnostic(.osmDuplicates, QUARTIER_OSMIUM_DUPLICATES),
        ].compactMap(\.self)
    }

    private func diagnostic(
        _ code: DiagnosticCode, _ counted: quartier_osmium_finding_code, _ arguments: [String: String] = [:]
    ) -> Diagnostic? {
        let finding = finding(counted)
        guard finding.count > 0 else { return nil }
        let object = "\(OsmiumMap.letters[Int(finding.first_kind)])\(finding.first_id)"
        return Diagnostic(
            code, at: SourceLocation(file: path, featureID: object),
            ["count": "\(finding.count)", "object": object].merging(arguments) { $1 })
    }

    private func finding(_ code: quartier_osmium_finding_code) -> quartier_osmium_finding {
        unsafe withUnsafeBytes(of: columns.findings) { bytes in
            unsafe bytes.bindMemory(to: quartier_osmium_finding.self)[Int(code.rawValue)]
        }
    }
}
