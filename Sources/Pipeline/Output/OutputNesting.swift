internal import Features
internal import Foundation

/// What must not lie in an output folder, which is replaced as a whole.
enum OutputNesting {
    /// Refuses an output that would take something along whenever it is replaced.
    ///
    /// - Parameters:
    ///   - paths: what must stay, with the key of the project file that names it.
    ///   - location: where the project file says so.
    static func refuse(
        _ paths: [(key: String, path: String?)], in output: String, at location: SourceLocation
    ) throws(Failure) {
        for (key, path) in paths {
            guard let path, parts(path).starts(with: parts(output)) else { continue }
            let arguments = ["key": key, "reason": "in_output", "hint": "value", "folder": output]
            throw Failure(.malformedData, Diagnostic(.valueInvalid, at: location, arguments))
        }
    }

    /// The steps to a file from the root, links followed as far as there is something.
    private static func parts(_ path: String) -> [String] {
        let folder = FileManager.default.currentDirectoryPath
        let url = URL(filePath: path.hasPrefix("/") ? path : folder + "/" + path).standardizedFileURL
        var present = url.path(percentEncoded: false).split(separator: "/").map(String.init)
        var missing: [String] = []
        while let last = present.last {
            if let real = realpath("/" + present.joined(separator: "/"), nil) {
                defer { free(real) }
                return String(cString: real).split(separator: "/").map(String.init) + missing.reversed()
            }
            missing.append(last)
            present.removeLast()
        }
        return missing.reversed()
    }
}
