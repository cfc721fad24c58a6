internal import Archives
internal import Features

/// An open workbook: its sheets, and the parts that all of them need.
struct Workbook: ~Copyable {
    /// One sheet.
    struct Sheet {
        var name: String
        var part: String
        var isHidden: Bool
    }

    /// What the workbook says of itself.
    private struct Contents {
        var sheets: [Sheet]
        var relations: Relations
        var countsFrom1904: Bool
    }

    private let contents: Contents
    private let archive: ZipArchive

    /// The sheets with cells, in the order of their tabs.
    var sheets: [Sheet] { contents.sheets }

    /// Opens a workbook.
    /// - Parameter path: The name for messages.
    init(_ bytes: [UInt8], path: String) throws(Failure) {
        try Workbook.refuseOtherFormats(bytes, path)
        let archive = try ZipArchive(bytes, path: path)
        contents = try Workbook.contents(archive)
        self.archive = archive
    }

    private static func contents(_ archive: borrowing ZipArchive) throws(Failure) -> Contents {
        let root = Relations(folder: "")
        try parse("_rels/.rels", of: archive, into: root)
        let part = root.part(ofType: "officeDocument") ?? "xl/workbook.xml"
        guard archive.entry(named: part) != nil, part.hasSuffix(".xml") else { throw otherContent(archive) }
        let steps = part.split(separator: "/")
        let folder = steps.dropLast().joined(separator: "/")
        let relations = Relations(folder: folder)
        try parse("\(folder)/_rels/\(steps.last ?? "").rels", of: archive, into: relations)
        let list = WorkbookPart()
        try parse(part, of: archive, into: list)
        let sheets = list.sheets.compactMap { sheet -> Sheet? in
            guard let target = relations.targets[sheet.relation], target.type == "worksheet" else { return nil }
            return Sheet(name: sheet.name, part: target.part, isHidden: sheet.isHidden)
        }
        guard !sheets.isEmpty else {
            throw PartParser.unreadable(archive.path, part, reason: "spreadsheet.no_sheet")
        }
        return Contents(sheets: sheets, relations: relations, countsFrom1904: list.countsFrom1904)
    }

    /// Reads the cells of a sheet.
    func cells(of sheet: Sheet) throws(Failure) -> SheetPart {
        let (path, relations) = (archive.path, contents.relations)
        let strings = SharedStringsPart(path: path)
        if let part = relations.part(ofType: "sharedStrings") { try Workbook.parse(part, of: archive, into: strings) }
        let styles = StylesPart()
        if let part = relations.part(ofType: "styles") { try Workbook.parse(part, of: archive, into: styles) }
        let cells = SheetPart(
            path: path, sheet: sheet.name, strings: strings.texts, dateParts: styles.dateParts,
            countsFrom1904: contents.countsFrom1904)
        guard archive.entry(named: sheet.part) != nil else {
            throw PartParser.unreadable(path, sheet.part, reason: "spreadsheet.part_missing")
        }
        try Workbook.parse(sheet.part, of: archive, into: cells)
        return cells
    }

    /// Reads a part; one that the archive lacks has nothing in it.
    private static func parse(
        _ part: String, of archive: borrowing ZipArchive, into handler: any PartHandler
    ) throws(Failure) {
        guard let entry = archive.entry(named: part) else { return }
        try PartParser.parse(archive.bytes(of: entry), path: archive.path, part: part, into: handler)
    }

    /// Says what a file is that its first bytes show to be no ZIP archive.
    private static func refuseOtherFormats(_ bytes: [UInt8], _ path: String) throws(Failure) {
        if bytes.starts(with: [0xD0, 0xCF, 0x11, 0xE0]) { throw otherFormat(path, "spreadsheet.xls") }
        if bytes.count >= 4, !bytes.starts(with: [0x50, 0x4B]) {
            throw PartParser.unreadable(path, path, reason: "spreadsheet.no_workbook")
        }
    }

    /// The reason to end with where an archive holds something else than an .xlsx workbook.
    private static func otherContent(_ archive: borrowing ZipArchive) -> Failure {
        if archive.entry(named: "xl/workbook.bin") != nil { return otherFormat(archive.path, "spreadsheet.xlsb") }
        if archive.entry(named: "content.xml") != nil { return otherFormat(archive.path, "spreadsheet.ods") }
        return PartParser.unreadable(archive.path, "xl/workbook.xml", reason: "spreadsheet.part_missing")
    }

    private static func otherFormat(_ path: String, _ format: String) -> Failure {
        Failure(
            .malformedData, Diagnostic(.spreadsheetOtherFormat, at: SourceLocation(file: path), ["@format": format]))
    }
}
