import Formats
import Foundation
import TestSupport
import Testing

/// `quartier update` as processes: killed, twice at once, on a disk that is full.
@Suite struct UpdateCommandTests {
    private let town: KillableTown

    init() throws { town = try KillableTown() }

    @Test func saysWhatItDid() throws {
        let first = try town.quartier(["update"])
        #expect(first.code == 0 && first.error.contains("Recorded in the history as run 1."))
        let second = try town.quartier(["update", "--output-format", "json"])
        #expect(second.code == 0)
        #expect(try second.json()["kind"]?.string == "unchanged")
        #expect(try second.json()["run"]?.double == 1)
        #expect(try town.quartier(["update", "--quiet"]).error.isEmpty)
        #expect(try town.quartier(["update", "--now", "gestern"]).code == 64)
        #expect(try town.quartier(["update", "keine.yaml"]).code == 2)
        try town.setResidents(7)
        let third = try town.quartier(["update", "--now", "2025-03-01T03:00:00Z"])
        #expect(third.code == 0 && third.error.contains("changed: zellen.geojson") && third.error.contains("run 2"))
        #expect(try town.quartier(["history"]).output.contains("2025-03-01T03:00:00Z"))
    }

    @Test func failuresHaveTheirExitCodes() throws {
        try Data("{".utf8).write(to: URL(filePath: town.path("orte.geojson")))
        let result = try town.quartier(["update"])
        #expect(result.code == 65 && result.error.contains("orte.geojson"))
        #expect(!FileManager.default.fileExists(atPath: town.path("ergebnis")))
    }

    @Test func ofTwoAtOnceOneWorks() throws {
        for round in 0..<4 {
            try town.setResidents(100 + round)
            let processes = try (0..<3).map { _ in try town.start() }
            for process in processes { process.waitUntilExit() }
            let codes = processes.map(\.terminationStatus).sorted()
            // Whoever came when the first had ended found nothing to do.
            #expect(codes.first == 0 && codes.allSatisfy { $0 == 0 || $0 == 75 })
            #expect(try town.runs() == round + 1)
        }
        #expect(try town.quartier(["history", "verify"]).code == 0)
    }

    @Test func whoComesSecondIsTold() throws {
        #expect(try town.quartier(["update"]).code == 0)
        let lock = open(town.path("aktualisierung/sperre"), O_RDWR)
        #expect(flock(lock, LOCK_EX | LOCK_NB) == 0)
        let refused = try town.quartier(["update"])
        #expect(refused.code == 75 && refused.error.contains("Q823"))
        close(lock)
        #expect(try town.quartier(["update"]).code == 0)
    }

    /// Files may not grow beyond some blocks of 512 bytes, as on a disk that is full: now the reports do not fit, now the
    /// history.
    @Test(arguments: [1, 8, 60, 200, 330, 500]) func aFullDiskLosesNothing(_ blocks: Int) throws {
        #expect(try town.quartier(["update"]).code == 0)
        let before = try contents(of: town.path("ergebnis"))
        let state = try Data(contentsOf: URL(filePath: town.path("aktualisierung/stand.json")))
        try town.setResidents(55)
        let process = Process()
        process.executableURL = URL(filePath: "/bin/sh")
        process.arguments = ["-c", "ulimit -f \(blocks); exec \"$0\" update --quiet --language en", Command.path]
        process.environment = Command.environment
        process.currentDirectoryURL = URL(filePath: town.path(""))
        process.standardError = FileHandle.nullDevice
        try process.run()
        process.waitUntilExit()
        #expect(process.terminationReason == .exit)
        #expect([0, 2, 73].contains(process.terminationStatus))
        if process.terminationStatus != 0 {
            #expect(try contents(of: town.path("ergebnis")) == before)
            // The state may tell of the failed attempt, but not of a good one.
            let now = try JSONValue(
                parsing: String(
                    decoding: Data(contentsOf: URL(filePath: town.path("aktualisierung/stand.json"))), as: UTF8.self))
            let then = try JSONValue(parsing: String(decoding: state, as: UTF8.self))
            #expect(now["made"] == then["made"] && now["lastGoodAt"] == then["lastGoodAt"])
        }
        try town.expectRepaired(runs: 2)
    }

    /// A disk with some kilobytes left, which is another error than that of a file that may not grow.
    @Test(
        .enabled(if: OwnMounts.areAllowed, "unshare and mount are not allowed here"),
        arguments: [0, 400, 1_000, 2_000, 4_000])
    func aFullFileSystemLosesNothing(_ kilobytes: Int) throws {
        #expect(try town.quartier(["update"]).code == 0)
        let before = try contents(of: town.path("ergebnis"))
        try town.setResidents(55)
        let code = try OwnMounts.update(
            town.path(""),
            preparing: #"head -c "$(( ($(df -k --output=avail . | tail -n 1) - $2) * 1024 ))" /dev/zero > full"#,
            after: "rm full", number: kilobytes)
        #expect([0, 2, 73].contains(code))
        #expect(kilobytes > 400 || code != 0)
        if code != 0 { #expect(try contents(of: town.path("ergebnis")) == before) }
        try town.expectRepaired(runs: 2)
    }

    @Test(
        .enabled(if: OwnMounts.areAllowed, "unshare and mount are not allowed here"),
        arguments: [
            (
                "mount --bind verlauf.sqlite verlauf.sqlite; mount -o remount,bind,ro verlauf.sqlite",
                "umount verlauf.sqlite"
            ),
            ("mount -o remount,ro .", "mount -o remount,rw ."),
        ])
    func whatMayOnlyBeReadIsLeftAsItIs(_ protect: String, _ release: String) throws {
        #expect(try town.quartier(["update"]).code == 0)
        let before = try contents(of: town.path("ergebnis"))
        try town.setResidents(55)
        #expect(try OwnMounts.update(town.path(""), preparing: protect, after: release) == 73)
        #expect(try contents(of: town.path("ergebnis")) == before)
        try town.expectRepaired(runs: 2)
    }
}

/// kill -9 at random moments of an update; `QUARTIER_KILLS` says how often.
@Suite struct UpdateKillTests {
    @Test func noKillLosesDoublesOrHalvesAnything() throws {
        let kills = ProcessInfo.processInfo.environment["QUARTIER_KILLS"].flatMap(Int.init) ?? 50
        let town = try KillableTown()
        let start = ContinuousClock.now
        #expect(try town.quartier(["update"]).code == 0)
        let duration = Double((ContinuousClock.now - start) / .microseconds(1))
        let names = try contents(of: town.path("ergebnis")).keys.sorted()
        var random = SeededGenerator(seed: 2_025)
        var wasKilled = 0
        for round in 1...kills {
            try town.setResidents(100 + round)
            let process = try town.start()
            usleep(UInt32.random(in: 0...UInt32(duration * 1.1), using: &random))
            kill(process.processIdentifier, SIGKILL)
            process.waitUntilExit()
            if process.terminationReason == .uncaughtSignal { wasKilled += 1 }
            // There is a whole output at any time: the one of before or the one of now.
            #expect(try contents(of: town.path("ergebnis")).keys.sorted() == names)
            try town.expectWholeOutput()
            if round.isMultiple(of: 10) { try town.expectRepaired() }
        }
        try town.expectRepaired()
        // A test that never meets an update at work shows nothing.
        #expect(wasKilled * 2 > kills)
    }
}

/// A small town with a history, whose residents change from update to update.
struct KillableTown {
    private let scratch: Scratch
    private let cells: String

    init(keys: String = "") throws {
        scratch = try Scratch()
        let source = Repository.sample("faults/Q514-cells-cut")
        for name in ["quartier.yaml", "quartiere.geojson", "orte.geojson", "zellen.geojson"] {
            let text = try String(contentsOfFile: source + "/" + name, encoding: .utf8)
            let more = keys.isEmpty ? "" : "update:\n" + keys
            try scratch.write(
                name == "quartier.yaml" ? text + "\nhistory: \"verlauf.sqlite\"\n" + more : text, to: "town/" + name)
        }
        cells = try String(contentsOfFile: source + "/zellen.geojson", encoding: .utf8)
    }

    func path(_ name: String) -> String { scratch.path("town/" + name) }

    func quartier(_ arguments: [String]) throws -> Command.Result {
        try Command.run(arguments + ["--language", "en"], in: path(""))
    }

    /// Starts an update that nobody listens to.
    func start() throws -> Process {
        let process = try Command.process(["update", "--quiet", "--language", "en"], in: path(""))
        process.standardError = FileHandle.nullDevice
        try process.run()
        return process
    }

    /// Lets another number of people live in the first cell.
    func setResidents(_ number: Int) throws {
        let start = try #require(cells.firstRange(of: "\"einwohner\":"))
        let rest = cells[start.upperBound...].drop { $0 == " " || $0.isNumber }
        try scratch.write(cells[..<start.upperBound] + "\(number)" + rest, to: "town/zellen.geojson")
    }

    func runs() throws -> Int {
        try #require(try quartier(["history", "runs", "--output-format", "json"]).json().elements).count
    }

    /// The kept figures have the checksum that they say, and the editions are of the same files.
    func expectWholeOutput() throws {
        let kept = try Data(contentsOf: URL(filePath: path("ergebnis/internal/run.state")))
        let end = try #require(kept.firstIndex(of: 10))
        let head = String(decoding: kept[..<end], as: UTF8.self).split(separator: " ")
        #expect(head.last.map(String.init) == Checksum.sha256([UInt8](kept[(end + 1)...])))
        let sums = try ["internal", "draft"].map { edition in
            let record = try JSONValue(
                parsing: String(contentsOfFile: path("ergebnis/\(edition)/run.json"), encoding: .utf8))
            return try #require(record["inputs"]?.elements).compactMap { $0["sha256"]?.string }
        }
        #expect(sums.first?.isEmpty == false && sums.first == sums.last)
    }

    /// An update that nobody disturbs brings everything in order: the output is that of a run from nothing, the history is
    /// sound and has the state of now last, each state once, and nothing is left of updates before.
    func expectRepaired(runs expected: Int? = nil) throws {
        #expect(try quartier(["update"]).code == 0)
        #expect(try quartier(["history", "verify"]).code == 0)
        #expect(try quartier(["run", "--output", "frisch", "--overwrite"]).code == 0)
        let (output, fresh) = (try contents(of: path("ergebnis")), try contents(of: path("frisch")))
        #expect(output.keys.sorted() == fresh.keys.sorted())
        let tables = output.keys.filter { $0.hasSuffix(".csv") }
        #expect(!tables.isEmpty && tables.allSatisfy { output[$0] == fresh[$0] })
        try FileManager.default.removeItem(atPath: path("frisch"))

        #expect(try quartier(["history", "export", "export", "--overwrite"]).code == 0)
        let inputs = try String(contentsOfFile: path("export/inputs.csv"), encoding: .utf8)
            .split(separator: "\n").filter { $0.contains("zellen.geojson") }.map { $0.split(separator: ",")[4] }
        try FileManager.default.removeItem(atPath: path("export"))
        #expect(Set(inputs).count == inputs.count)
        let cells = try Data(contentsOf: URL(filePath: path("zellen.geojson")))
        #expect(inputs.last.map(String.init) == Checksum.sha256([UInt8](cells)))
        if let expected { #expect(inputs.count == expected) }

        let left = try FileManager.default.contentsOfDirectory(atPath: path("")).filter {
            $0.contains(".unfinished-") || $0.hasSuffix(".part")
        }
        #expect(left.isEmpty)
        #expect(
            try FileManager.default.contentsOfDirectory(atPath: path("aktualisierung")).sorted() == [
                "sperre", "stand.json",
            ])
    }
}
