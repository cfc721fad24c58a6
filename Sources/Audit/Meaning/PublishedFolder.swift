internal import Features
internal import Formats
internal import Parallel

/// A published folder with everything that an outsider reads in it.
struct PublishedFolder: Sendable {
    /// The path.
    let path: String
    /// What its files say, sorted by path.
    let files: [FileContent]
    /// What `run.json` says; nil without one.
    let run: JSONValue?
    /// The period that the folder describes; empty where it does not say.
    let period: String
    /// The rows of its tables of indicators.
    let rows: [PublishedRow]

    /// Reads a folder, its files side by side.
    /// - Throws: `.unreadable` where it cannot be listed.
    init(path: String) throws(Failure) {
        self.path = path
        let paths = try FolderListing.files(path)
        var files = parallelMap(paths.count) { FileContent(reading: paths[$0]) }
        let made = MadeOfPages(files, folder: path)
        for index in files.indices where made.holds(files[index].file) { files[index].findings = [] }
        self.files = files
        let run = files.first { $0.file == path + "/run.json" || $0.file == path + "run.json" }?.json
        self.run = run
        let period = run?["period"]?.string ?? ""
        self.period = period
        rows = files.flatMap { file in file.tables.flatMap { $0.indicatorRows(period: period) ?? [] } }
    }

    /// The rules that the folder says it keeps.
    var rules: AuditRules { AuditRules(run: run ?? .null) }

    /// How the folder says that it prints numbers of people.
    var printing: CountPrinting { CountPrinting(run: run ?? .null) }
}
