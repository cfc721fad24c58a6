public import Audit
public import Features
internal import Formats
internal import Foundation

/// Releases the draft of a run: nothing becomes public that nobody read and the audit did not pass.
public enum Publisher {
    /// What became of a release.
    public enum Outcome: Sendable {
        /// The folder with the released edition.
        case released(folder: String, AuditReport)
        /// The audit found what must not be public; nothing was written.
        case refused(AuditReport)
    }

    /// Copies the draft of a run beside the earlier releases, lets the audit attack them together, and only then moves
    /// the copy to its place with ``ReleaseRecord``: the files audited are the files released.
    ///
    /// - Parameters:
    ///   - run: The folder that `quartier run` wrote.
    ///   - shelf: Where releases stand.
    ///   - forms: What else is made of each page of the report, beside what the project asks for: after the audit, of the
    ///     bytes it read and nothing else.
    /// - Throws: `Failure` where the run has no draft, or a file cannot be read or written; nothing is released then.
    public static func publish(
        run: String, to shelf: PublicationShelf, as release: Release, forms: Set<PrintedForm> = [],
        progress: RunProgress = .silent
    ) throws(Failure) -> Outcome {
        let draft = run + "/" + RunFolder.draft
        let names = try files(below: draft)
        let (period, wanted) = try record(ofDraft: draft)
        let forms = forms.union(wanted)
        for form in forms { try form.prepare() }
        let folder = try OutputFolder(path: shelf.next(ofPeriod: period), overwrite: false, isReplaceable: false)
        var copies: [SourceFile] = []
        var pages: [(path: String, bytes: [UInt8])] = []
        for name in names {
            let bytes = try FileAccess.readAll(draft + "/" + name)
            try folder.write(bytes, to: name)
            copies.append(SourceFile(path: name, bytes: bytes.count, sha256: Checksum.sha256(bytes)))
            if name.hasPrefix("report/") { pages.append((name, bytes)) }
        }
        let report = try PublicationAudit(folders: shelf.releases + [folder.temporary]).report()
        guard report.findings.isEmpty else { return .refused(report) }
        let printed = try PrintedFiles.make(pages, as: forms, period: period, progress: progress)
        for file in printed { try folder.write(file.bytes, to: file.path) }
        let record = ReleaseRecord.json(release, period: period, audit: report, files: copies, printed: printed)
        try folder.write(record.text(.indented) + "\n", to: ReleaseRecord.fileName)
        try folder.commit()
        return .released(folder: folder.path, report)
    }

    /// What a run says of its draft that whoever releases it must know: that counts are not protected. Which ones stands in
    /// no draft.
    public static func warning(run: String) -> Diagnostic? {
        let file = run + "/" + RunFolder.draft + "/" + RunRecord.fileName
        guard let record = try? JSONValue(parsing: try FileAccess.readAll(file)),
            let count = record["disclosure"]?["not_protected"]?.double, count > 0
        else { return nil }
        return Diagnostic(
            .countsNotProtected, at: SourceLocation(file: file),
            ["n": JSONValue.number(count).text(), "@counts": "publish.counts_named"])
    }

    /// The paths of all files below a folder, in order.
    private static func files(below folder: String) throws(Failure) -> [String] {
        guard let paths = FileManager.default.enumerator(atPath: folder) else { throw noDraft(folder) }
        var names: [String] = []
        for case let path as String in paths where paths.fileAttributes?[.type] as? FileAttributeType == .typeRegular {
            names.append(path)
        }
        guard names.contains(RunRecord.fileName) else { throw noDraft(folder) }
        return names.sorted()
    }

    /// The period that the draft speaks of, and what the project wants made of each page.
    private static func record(
        ofDraft draft: String
    ) throws(Failure) -> (period: String, forms: Set<PrintedForm>) {
        guard let record = try? JSONValue(parsing: try FileAccess.readAll(draft + "/" + RunRecord.fileName)),
            let period = record["period"]?.string
        else { throw noDraft(draft) }
        let forms = record["options"]?["forms"]?.elements ?? []
        return (period, Set(forms.compactMap { $0.string.flatMap(PrintedForm.init(rawValue:)) }))
    }

    private static func noDraft(_ folder: String) -> Failure {
        Failure(.unreadable, Diagnostic(.draftMissing, at: SourceLocation(file: folder)))
    }
}
