internal import Features
internal import Foundation
internal import Project
internal import Reports

/// A file that is made of a page of a report, of it alone: whoever read the page knows what stands in the file.
public enum PrintedForm: String, Sendable, Hashable, CaseIterable {
    /// To print and to file, through WeasyPrint.
    case pdf
    /// To go on writing, through pandoc.
    case docx
    /// The same in the open format.
    case odt

    private var program: HelperProgram { self == .pdf ? .weasyprint : .pandoc }

    /// What a project asks for with each run.
    static func wanted(by project: ProjectFile) -> Set<PrintedForm> { project.report.makesPDF ? [.pdf] : [] }

    /// Makes sure that the program is there, before anything is written.
    ///
    /// - Throws: `Failure` where it is not installed.
    func prepare() throws(Failure) { _ = try program.path() }

    /// The file of a page.
    ///
    /// - Parameters:
    ///   - page: the HTML of the page, which refers to nothing that would have to be fetched.
    ///   - epoch: the time in the file, in seconds since 1970.
    /// - Throws: `Failure` where the program is missing or fails, or the page refers to other files.
    func file(of page: [UInt8], epoch: Int) throws(Failure) -> [UInt8] {
        let text = String(decoding: page, as: UTF8.self)
        // A logo is there as its own bytes.
        let fetching = text.replacing(PrintedForm.embedded, with: "")
        // Data in a page is escaped, so a tag is a tag.
        for tag in PrintedForm.fetching where fetching.contains("<" + tag + " ") || fetching.contains("<" + tag + ">") {
            throw Failure(.malformedData, Diagnostic(.programFailed, ["program": program.name, "reason": "<\(tag)>"]))
        }
        switch self {
        case .pdf:
            let made = try program.make(
                "page.pdf", of: [("page.html", page), ("running.css", Array(PrintStyle.running.utf8))],
                [
                    "--quiet", "--encoding", "utf-8", "--media-type", "print", "--pdf-variant", "pdf/ua-1",
                    "--base-url", "about:blank", "--stylesheet", "running.css", "page.html", "page.pdf",
                ], epoch: epoch)
            return PrintedForm.withoutClaim(made)
        case .docx, .odt:
            let made = try program.make(
                "page." + rawValue, of: [("page.html", Array(PrintedForm.plain(text).utf8))],
                ["--quiet", "--from", "html", "--to", rawValue, "--output", "page." + rawValue, "page.html"],
                epoch: epoch)
            return ZipTimes.cleared(made)
        }
    }

    /// Images that hold their own bytes, as ``Logo`` writes them.
    private static var embedded: Regex<Substring> {
        /<img class="logo" src="data:image\/(?:png|svg\+xml);base64,[A-Za-z0-9+\/=]*" alt="[^"<>]*">/
    }

    /// Tags of which a program would fetch something.
    private static let fetching = [
        "img", "link", "script", "iframe", "object", "embed", "image", "use", "video", "audio", "source", "base",
    ]

    /// Tags (headings, tables, reading order) come with the variant PDF/UA, and with it the claim to conform, which
    /// nobody has checked: the claim is blanked, byte for byte, so that all positions in the file stay right.
    static func withoutClaim(_ pdf: [UInt8]) -> [UInt8] {
        let claim = Array(#"<rdf:Description rdf:about="" pdfuaid:part="1" />"#.utf8)
        guard let range = Data(pdf).range(of: Data(claim)) else { return pdf }
        var result = pdf
        result.replaceSubrange(range, with: claim.map { _ in 0x20 })
        return result
    }

    /// The page without what only a screen has: the way around, and small pictures that repeat what stands beside them.
    static func plain(_ page: String) -> String {
        page.replacing(/<svg class="[^"]*"[^>]*aria-hidden="true"[^>]*>(?:(?!<\/svg>)[\s\S])*<\/svg>/, with: "")
            .replacing(/<div class="navigation">(?:(?!<main)[\s\S])*(?=<main)/, with: "")
            .replacing(/<a class="skip"[^>]*>[^<]*<\/a>/, with: "")
            // Word processors draw a picture in its own size, and few know SVG.
            .replacing(embedded, with: "")
    }
}
