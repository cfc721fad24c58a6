internal import Features
internal import Foundation
internal import Project

/// Files that come again and again with their date in the name: `file: "karten/*.osm.pbf"` is the newest of them.
///
/// What stands for the `*` must hold a date: `2024-06-30`, `20240630`, `2024-06`, `2024`, or `240630` as the extracts of
/// OpenStreetMap have it. Other files that fit, such as `latest`, are left alone: nobody could tell when they changed.
enum Snapshots {
    /// Puts the newest file in place of each pattern of a project.
    static func resolve(_ project: inout ProjectFile, folder: String, findings: inout [Diagnostic]) {
        for index in project.layers.indices {
            let location = project.layers[index].location
            func newest(_ file: String) -> String {
                guard let pattern = Pattern(file) else { return file }
                if let found = pattern.newest(below: folder) { return found }
                findings.append(Diagnostic(.snapshotMissing, at: location, ["file": file]))
                return file
            }
            project.layers[index].file = newest(project.layers[index].file)
            project.layers[index].joined = project.layers[index].joined.map(newest)
        }
    }

    /// A path with one `*` in the name of the file.
    struct Pattern {
        private let folder: String
        private let start: String
        private let end: String

        init?(_ file: String) {
            folder = FileAccess.folder(of: file)
            let name = file.dropFirst(folder.isEmpty || folder == "/" ? folder.count : folder.count + 1)
            let parts = name.split(separator: "*", omittingEmptySubsequences: false)
            guard parts.count == 2 else { return nil }
            (start, end) = (String(parts[0]), String(parts[1]))
        }

        /// The file with the latest date, of several the last by name, as the project file would name it.
        func newest(below root: String) -> String? {
            let place = folder.hasPrefix("/") || root.isEmpty ? folder : folder.isEmpty ? root : root + "/" + folder
            let names = (try? FileManager.default.contentsOfDirectory(atPath: place.isEmpty ? "." : place)) ?? []
            let dated = names.compactMap { name -> (date: String, name: String)? in
                guard name.hasPrefix(start), name.hasSuffix(end), name.utf8.count >= start.utf8.count + end.utf8.count
                else { return nil }
                let middle = name.dropFirst(start.count).dropLast(end.count)
                return Snapshots.date(in: String(middle)).map { ($0, name) }
            }
            guard let name = dated.max(by: { ($0.date, $0.name) < ($1.date, $1.name) })?.name else { return nil }
            return folder.isEmpty ? name : folder == "/" ? "/" + name : folder + "/" + name
        }
    }

    /// The first date in a text as digits that sort, `20240630`; days and months that are not said count as the last ones,
    /// since a file of June is newer than one of the 10th of June.
    static func date(in text: String) -> String? {
        for run in runs(of: text) {
            for start in run.indices {
                let rest = run[start...]
                let sizes = rest.prefix(3).map(\.count)
                let digits = rest.prefix(3).joined()
                let (first, two) = (run[start], rest.prefix(2).joined())
                let candidates: [String?] = [
                    sizes.first == 8 ? first : nil, sizes == [4, 2, 2] ? digits : nil,
                    sizes.first == 6 ? first + "99" : nil, sizes.first == 6 ? "20" + first : nil,
                    sizes.starts(with: [4, 2]) && sizes != [4, 2, 2] ? two + "99" : nil,
                    sizes.first == 4 && !sizes.starts(with: [4, 2]) ? first + "9999" : nil,
                ]
                if let date = candidates.lazy.compactMap({ $0.flatMap(checked) }).first { return date }
            }
        }
        return nil
    }

    /// The numbers of a text as their digits, those together that only one separator stands between.
    private static func runs(of text: String) -> [[String]] {
        var runs: [[String]] = []
        var isAfterSeparator = false
        var isAfterDigit = false
        for character in text {
            if character.isASCII, character.isNumber {
                if isAfterDigit, let run = runs.indices.last, let number = runs[run].indices.last {
                    runs[run][number].append(character)
                } else if isAfterSeparator, let run = runs.indices.last {
                    runs[run].append(String(character))
                } else {
                    runs.append([String(character)])
                }
                (isAfterDigit, isAfterSeparator) = (true, false)
            } else {
                isAfterSeparator = isAfterDigit && "-_.".contains(character)
                isAfterDigit = false
            }
        }
        return runs
    }

    /// Eight digits that can be a date from 1990 to 2199; 99 stands for a month or day that is not said.
    private static func checked(_ digits: String) -> String? {
        let numbers = [digits.prefix(4), digits.dropFirst(4).prefix(2), digits.dropFirst(6)].compactMap { Int($0) }
        guard numbers.count == 3, (1990...2199).contains(numbers[0]) else { return nil }
        let isDated = (1...12).contains(numbers[1]) && ((1...31).contains(numbers[2]) || numbers[2] == 99)
        return isDated || digits.hasSuffix("9999") ? digits : nil
    }
}
