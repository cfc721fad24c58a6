internal import Features
internal import Reports
struct EditionWriter {
    init(_ result: RunResult, edition: Edition) {}
    func write(to folder: OutputFolder) throws(Failure) {}
}
