import Formats
import Foundation
import TestSupport
import Testing

/// `quartier schedule`.
@Suite struct ScheduleCommandTests {
    private func town(_ keys: String = "  schedule: \"Mon *-*-01..07 03:00\"\n") throws -> KillableTown {
        try KillableTown(keys: keys)
    }

    @Test func nextShowsTheComingDates() throws {
        let town = try town()
        // Before the first update the date that was missed is due at once.
        let first = try town.quartier(["schedule", "next", "-n", "3", "--now", "2025-03-10T12:00:00Z"])
        #expect(first.code == 0)
        #expect(
            first.output == """
                Mon 2025-03-10 13:00:00 +01:00
                Mon 2025-04-07 03:00:00 +02:00
                Mon 2025-05-05 03:00:00 +02:00

                """)
        #expect(try town.quartier(["schedule", "tick", "--now", "2025-03-10T12:00:00Z"]).error.contains("run 1"))
        let later = try town.quartier(["schedule", "tick", "--now", "2025-03-10T12:15:00Z"])
        #expect(later.code == 0 && later.error.contains("2025-04-07 03:00:00 +02:00"))
        let next = try town.quartier(
            ["schedule", "next", "--now", "2025-03-10T12:15:00Z", "--output-format", "json"])
        #expect(try next.json().elements?.count == 10)
        #expect(try next.json().elements?.first?.string == "2025-04-07T01:00:00Z")
        #expect(try town.quartier(["schedule", "next", "-n", "0"]).code == 64)
    }

    @Test func whatIsWrongWithAScheduleIsShown() throws {
        let without = try town("  output: \"aus\"\n").quartier(["schedule", "tick"])
        #expect(without.code == 64 && without.error.contains("Q832"))
        let wrong = try town("  schedule: \"Mon *-*-01 25:00\"\n").quartier(["schedule", "next"])
        #expect(wrong.code == 65 && wrong.error.contains("Q831"))
        let lines = wrong.error.split(separator: "\n")
        let caret = try #require(lines.firstIndex { $0.trimmingPrefix(while: { $0 == " " }) == "^" })
        #expect(lines[caret - 1].dropFirst(lines[caret].count - 1).hasPrefix("25:00"))
        let zone = try town("  schedule: daily\n  time_zone: \"Mond\"\n").quartier(["schedule", "next"])
        #expect(zone.code == 65 && zone.error.contains("Q833"))
    }

    @Test func aDateThatNeverComesEnds() throws {
        let town = try town("  schedule: \"2020-02-30\"\n")
        let tick = try town.quartier(["schedule", "tick"])
        #expect(tick.code == 0 && tick.error.contains("no date any more"))
        #expect(try town.quartier(["schedule", "next"]).output.isEmpty)
    }

    @Test func unitsAreWrittenOnceAndReplacedOnDemand() throws {
        let town = try town()
        let result = try town.quartier(["schedule", "install", "units"])
        #expect(result.code == 0)
        #expect(result.output.hasPrefix("*/15 * * * * /") && result.output.contains(" schedule tick --quiet /"))
        let names = try FileManager.default.contentsOfDirectory(atPath: town.path("units")).sorted()
        #expect(names == ["quartier-kleinmuster.service", "quartier-kleinmuster.timer"])
        #expect(try town.quartier(["schedule", "install", "units"]).code == 73)
        #expect(try town.quartier(["schedule", "install", "units", "--overwrite"]).code == 0)
    }

    @Test(.needs(.systemdAnalyze)) func unitsPassTheVerificationOfSystemd() throws {
        let town = try town()
        #expect(try town.quartier(["schedule", "install", "units"]).code == 0)
        let units = try FileManager.default.contentsOfDirectory(atPath: town.path("units")).map {
            town.path("units/" + $0)
        }
        #expect(units.count == 2)
        let (status, said) = try OtherProgram.systemdAnalyze.run(["verify"] + units)
        #expect(status == 0, "\(said)")
        #expect(!said.contains("quartier-kleinmuster"), "\(said)")
    }

    /// The service does what is due, says how it is, and ends with 0 when it is told to.
    @Test(.timeLimit(.minutes(3))) func theServiceEndsAsItShould() throws {
        let town = try town("  schedule: daily\nnotify:\n  health: health.json\n")
        let socket = try DatagramSocket(path: town.path("notify"))
        let process = try Command.process(["schedule", "run", "--language", "en"], in: town.path(""))
        process.environment?["NOTIFY_SOCKET"] = socket.path
        process.environment?["WATCHDOG_USEC"] = "2000000"
        let messages = Pipe()
        process.standardError = messages
        try process.run()
        var told: Set<String> = []
        // The first date is due at once; after it the service says what it did and waits.
        while let message = socket.receive(), !message.hasPrefix("STATUS=Computed") { told.insert(message) }
        #expect(told.contains("READY=1"))
        process.terminate()
        var last = ""
        while last != "STOPPING=1", let message = socket.receive() { last = message }
        process.waitUntilExit()
        #expect(last == "STOPPING=1" && process.terminationReason == .exit && process.terminationStatus == 0)
        let said = String(decoding: try messages.fileHandleForReading.readToEnd() ?? Data(), as: UTF8.self)
        #expect(said.contains("Recorded in the history as run 1."))
        #expect(try String(contentsOfFile: town.path("health.json"), encoding: .utf8).contains("\"good\""))
        #expect(try town.runs() == 1)
        let without = try self.town("  output: \"aus\"\n").quartier(["schedule", "run"])
        #expect(without.code == 64 && without.error.contains("Q832"))
    }

    /// Both signals end it with 0 at any moment of an update, which is done again: nothing is lost or there twice.
    @Test(.timeLimit(.minutes(5))) func theServiceEndsInTheMiddleOfAnUpdate() throws {
        let town = try town("  schedule: daily\n")
        let socket = try DatagramSocket(path: town.path("notify"))
        let start = ContinuousClock.now
        #expect(try town.quartier(["update"]).code == 0)
        let duration = Double((ContinuousClock.now - start) / .microseconds(1))
        var random = SeededGenerator(seed: 8)
        var wereAtWork = 0
        for round in 1...16 {
            try town.setResidents(100 + round)
            // The date of today is due again.
            let state = try String(contentsOfFile: town.path("aktualisierung/stand.json"), encoding: .utf8)
            try state.replacing(/"lastAttemptAt" : \d+/, with: "\"lastAttemptAt\" : 1000000000").write(
                toFile: town.path("aktualisierung/stand.json"), atomically: true, encoding: .utf8)
            let process = try Command.process(["schedule", "run", "--quiet", "--language", "en"], in: town.path(""))
            process.environment?["NOTIFY_SOCKET"] = socket.path
            process.standardError = FileHandle.nullDevice
            try process.run()
            while let message = socket.receive(), message != "READY=1" {}
            usleep(UInt32.random(in: 0...UInt32(duration), using: &random))
            kill(process.processIdentifier, round.isMultiple(of: 2) ? SIGTERM : SIGINT)
            let told = ContinuousClock.now
            process.waitUntilExit()
            #expect(process.terminationReason == .exit && process.terminationStatus == 0)
            #expect(ContinuousClock.now - told < .seconds(5))
            let after = try String(contentsOfFile: town.path("aktualisierung/stand.json"), encoding: .utf8)
            if after.contains("1000000000") { wereAtWork += 1 }
            try town.expectWholeOutput()
            if round.isMultiple(of: 4) { try town.expectRepaired() }
        }
        try town.expectRepaired()
        #expect(wereAtWork > 4)
    }
}
