import Foundation

/// Long runs, on request: `Scripts/soak` sets QUARTIER_SOAK.
enum Soak {
    /// How many towns to try; nothing in ordinary runs.
    static let count = ProcessInfo.processInfo.environment["QUARTIER_SOAK"].flatMap(Int.init).flatMap {
        $0 > 0 ? $0 : nil
    }

    /// Prints a line in long runs only.
    static func tell(_ line: String) {
        if count != nil { print(line) }
    }
}
