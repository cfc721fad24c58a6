import Features
import Foundation
import TestSupport
import Testing

@testable import Pipeline

/// Unit files for systemd and the line for cron.
@Suite struct ServiceUnitsTests {
    private func lines(_ town: UpdatedTown, user: String? = nil) throws -> [[String]] {
        try ServiceUnits(project: town.project, program: "/usr/local/bin/quartier", user: user).files.map {
            $0.text.split(separator: "\n").map(String.init)
        }
    }

    @Test func theServiceMayWriteToTheProjectOnly() throws {
        let town = try UpdatedTown()
        let service = try #require(try lines(town, user: "quartier").first)
        let folder = town.scratch.path("town")
        #expect(service.contains("ExecStart=/usr/local/bin/quartier schedule tick --quiet \(folder)/quartier.yaml"))
        #expect(service.contains("ReadWritePaths=\(folder)"))
        #expect(service.contains("User=quartier"))
        for line in ["ProtectSystem=strict", "NoNewPrivileges=yes", "CapabilityBoundingSet=", "SuccessExitStatus=75"] {
            #expect(service.contains(line))
        }
        #expect(try lines(town).first?.contains { $0.hasPrefix("User=") } == false)

        var tiny = TinyTown()
        tiny.more = "history: \"/srv/verlauf/v.sqlite\"\n"
        let spread = try UpdatedTown(
            tiny, keys: "  schedule: daily\n  output: \"/srv/mein web/ergebnis\"\n", history: false)
        let paths = try #require(try lines(spread).first?.first { $0.hasPrefix("ReadWritePaths=") })
        #expect(paths.hasSuffix("/town \"/srv/mein web\" /srv/verlauf"))

        // What is told to other programs lies where these look.
        tiny.more = "notify:\n  metrics: /var/lib/prometheus/node-exporter/quartier.prom\n  health: stand/h.json\n"
        let watched = try #require(try lines(UpdatedTown(tiny)).first?.first { $0.hasPrefix("ReadWritePaths=") })
        #expect(watched.hasSuffix("/town /var/lib/prometheus/node-exporter"))
    }

    @Test func theTimerKnowsTheDatesAndTicksBetween() throws {
        let town = try UpdatedTown(keys: "  schedule: \"Mon *-*-01..07 03:00\"\n  time_zone: \"Europe/Vienna\"\n")
        let timer = try #require(try lines(town).last)
        #expect(timer.contains("OnCalendar=Mon *-*-01..07 03:00:00 Europe/Vienna"))
        #expect(timer.contains("OnCalendar=*:0/15") && timer.contains("Persistent=yes"))
        let named = try UpdatedTown(keys: "  schedule: \"03:00 Asia/Tokyo\"\n")
        #expect(try lines(named).last?.contains("OnCalendar=*-*-* 03:00:00 Asia/Tokyo") == true)
    }

    @Test func namesAndPathsCannotBreakOut() throws {
        let town = try UpdatedTown()
        try town.edit("quartier.yaml", "name: \"Winzig\"", "name: \"Groß-Ümläut 100 % $(rm)\"")
        let folder = URL(filePath: town.scratch.folder.path()).path(percentEncoded: false)
        let odd = folder + "/o d'd %h $x"
        try FileManager.default.moveItem(atPath: town.scratch.path("town"), toPath: odd)
        let units = try ServiceUnits(project: odd + "/quartier.yaml", program: "/bin/quartier")
        #expect(
            units.files.map(\.name) == [
                "quartier-gross-uemlaeut-100-----rm-.service", "quartier-gross-uemlaeut-100-----rm-.timer",
            ])
        let service = try #require(units.files.first?.text)
        #expect(service.contains("\"\(folder)/o d'd %%h $$x/quartier.yaml\""))
        #expect(service.contains("100 %% $(rm)"))
        #expect(units.cronLine.hasSuffix("'\(folder)/o d'\\''d \\%h $x/quartier.yaml'"))
        #expect(throws: Failure.self) {
            try ServiceUnits(project: odd + "/quartier.yaml", program: "/bin/a\nExecStartPre=/bin/b")
        }
    }

    @Test func olderFilesAreReplacedOnlyWhenAsked() throws {
        let town = try UpdatedTown()
        let units = try ServiceUnits(project: town.project, program: "/bin/quartier")
        try units.write(to: town.scratch.path("units"), overwrite: false)
        #expect(throws: Failure.self) { try units.write(to: town.scratch.path("units"), overwrite: false) }
        try units.write(to: town.scratch.path("units"), overwrite: true)
        #expect(try contents(of: town.scratch.path("units")).count == 2)
    }
}
