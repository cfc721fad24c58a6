/// Paths as they stand in the project file.
enum ProjectPath {
    /// Whether a path begins at the root of the file system.
    static func isAbsolute(_ path: String) -> Bool { path.utf8.first == UInt8(ascii: "/") }

    /// Whether a relative path leaves the folder that it starts in, at any step: `a/../../b` does, `a/../b` does not.
    static func leavesFolder(_ path: String) -> Bool {
        if isAbsolute(path) { return false }
        var depth = 0
        for part in path.utf8.split(separator: UInt8(ascii: "/")) {
            if part.elementsEqual("..".utf8) {
                depth -= 1
                if depth < 0 { return true }
            } else if !part.elementsEqual(".".utf8) {
                depth += 1
            }
        }
        return false
    }
}
