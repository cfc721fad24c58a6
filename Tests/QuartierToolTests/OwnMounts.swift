import Foundation

/// A file system of one's own for one update (`unshare`): full, or such that it may only be read, whoever runs the tests.
enum OwnMounts {
    /// Whether this machine lets us mount at all.
    static let areAllowed =
        (try? shell("mount -t tmpfs -o size=64k quartier /mnt && mount -o remount,ro /mnt", [])) == 0

    /// Updates a town on a disk in memory and brings it back; gives the update's exit code.
    ///
    /// - Parameters:
    ///   - preparing: what the shell does before, in the town's folder; `$2` is the number.
    ///   - after: what it does afterwards.
    static func update(_ folder: String, preparing: String, after: String, number: Int = 0) throws -> Int32 {
        try shell(
            """
            disk="$1/../disk"; mkdir -p "$disk"; mount -t tmpfs -o size=64m quartier "$disk"
            cp -a "$1/." "$disk/"; cd "$disk"
            \(preparing)
            code=0; "$0" update --quiet --language en || code=$?
            \(after)
            rm -rf "$1"; mkdir "$1"; cp -a . "$1"; exit "$code"
            """, [folder, "\(number)"])
    }

    private static func shell(_ script: String, _ arguments: [String]) throws -> Int32 {
        let process = Process()
        process.executableURL = URL(filePath: "/usr/bin/unshare")
        process.arguments = ["-Urm", "/bin/sh", "-euc", script, Command.path] + arguments
        process.environment = Command.environment
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        return process.terminationReason == .exit ? process.terminationStatus : -1
    }
}
