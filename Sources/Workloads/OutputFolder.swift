internal import Glibc

/// The folder that a workload writes into.
struct OutputFolder {
    let path: String
    private let isTemporary: Bool

    /// The folder of a path or, without one, a new one for temporary files.
    init(_ path: String?) throws(WorkloadError) {
        if let path {
            (self.path, isTemporary) = (path, false)
            return
        }
        let parent = getenv("TMPDIR").map { String(cString: $0) } ?? "/tmp"
        var template = Array("\(parent)/quartier-bench-XXXXXX".utf8CString)
        guard mkdtemp(&template) != nil else { throw .unreadable(parent) }
        self.path = String(decoding: template.dropLast().map(UInt8.init(bitPattern:)), as: UTF8.self)
        isTemporary = true
    }

    /// Removes a temporary folder with the files in it.
    func remove() {
        guard isTemporary, let folder = opendir(path) else { return }
        while let entry = readdir(folder) {
            let name = withUnsafePointer(to: &entry.pointee.d_name) { name in
                name.withMemoryRebound(to: CChar.self, capacity: Int(NAME_MAX) + 1) { String(cString: $0) }
            }
            unlink("\(path)/\(name)")
        }
        closedir(folder)
        rmdir(path)
    }
}
