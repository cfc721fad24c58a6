internal import Features
internal import Foundation

/// What processes left that were killed: unfinished output folders and temporary files. Called by whoever holds the lock.
enum Leftovers {
    /// Removes what nobody works on any more. An old output that was moved away and never replaced is put back.
    ///
    /// - Returns: how many folders and files were removed or put back.
    static func clean(_ folder: UpdateFolder) -> Int {
        var count = 0
        let (parent, name) = (FileAccess.folder(of: folder.output), folder.output.split(separator: "/").last ?? "")
        for entry in abandoned(in: parent.isEmpty ? "." : parent, after: ".\(name).unfinished-") {
            let isOld = entry.hasSuffix(".old")
            if isOld, !FileManager.default.fileExists(atPath: folder.output) {
                if rename(entry, folder.output) == 0 { count += 1 }
            } else if (try? FileManager.default.removeItem(atPath: entry)) != nil {
                count += 1
            }
        }
        for place in [folder.path, folder.downloads] {
            for entry in abandoned(in: place, endingWith: ".part")
            where (try? FileManager.default.removeItem(atPath: entry)) != nil { count += 1 }
        }
        return count
    }

    /// The entries of a folder that carry the number of a process which is no more: `.NAME.unfinished-123`,
    /// `.NAME.unfinished-123.old`, `stand.json.123.part`, `.123.part`.
    private static func abandoned(in folder: String, after prefix: String = "", endingWith suffix: String = "")
        -> [String]
    {
        let names = (try? FileManager.default.contentsOfDirectory(atPath: folder)) ?? []
        return names.sorted().filter { name in
            guard name.hasPrefix(prefix), name.hasSuffix(suffix) else { return false }
            let rest = name.dropFirst(prefix.count).dropLast(suffix.count)
            let number = suffix.isEmpty ? rest.prefix { $0.isNumber } : rest.split(separator: ".").last ?? ""
            guard let process = pid_t(number), process > 0 else { return false }
            // In a container the one before had the same number; whoever holds the lock has begun nothing yet.
            return process == getpid() || kill(process, 0) != 0 && errno == ESRCH
        }.map { folder + "/" + $0 }
    }
}
