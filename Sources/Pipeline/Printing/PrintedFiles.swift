internal import Features
internal import Foundation
internal import Parallel

/// The printed files of all pages of a folder.
enum PrintedFiles {
    /// A file beside its page.
    struct File: Sendable {
        /// The path of the page below the folder.
        let page: String
        /// The path of the file below the folder.
        let path: String
        let bytes: [UInt8]
    }

    /// Makes the files of some pages in some forms, several at a time, in order of the pages.
    ///
    /// - Parameters:
    ///   - pages: the pages below the folder, with their bytes.
    ///   - period: what the data describe: its beginning is the time that the files tell, unless `SOURCE_DATE_EPOCH` does.
    /// - Throws: `Failure` where a program is missing or fails.
    static func make(
        _ pages: [(path: String, bytes: [UInt8])], as forms: Set<PrintedForm>, period: String, progress: RunProgress
    ) throws(Failure) -> [File] {
        let forms = PrintedForm.allCases.filter(forms.contains)
        for form in forms { try form.prepare() }
        let epoch = LastChange.seconds(period: period)
        let wanted = pages.filter { $0.path.hasSuffix(".html") }.flatMap { page in forms.map { (page, $0) } }
        let counter = ProgressCounter(total: wanted.count, progress)
        let made = parallelMap(wanted.count) { index -> Result<File, Failure> in
            let (page, form) = wanted[index]
            let result = Result { () throws(Failure) in
                File(
                    page: page.path, path: page.path.dropLast(4) + form.rawValue,
                    bytes: try form.file(of: page.bytes, epoch: epoch))
            }
            counter.tell(page.path)
            return result
        }
        var files: [File] = []
        for result in made { files.append(try result.get()) }
        return files
    }
}
