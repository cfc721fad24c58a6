import Features
import Foundation
import Synchronization
import TestSupport
import Testing
import Wording

@testable import Pipeline

/// Notices on their way: to a server of the test, to files, and into the memory of what was told.
@Suite struct NotifierTests {
    private static let secret = "0123456789abcdef0123456789abcdef"

    /// A town whose updates are told of.
    private func town(_ notify: String) throws -> UpdatedTown {
        var tiny = TinyTown()
        tiny.more += "notify:\n" + notify
        let town = try UpdatedTown(tiny)
        try town.scratch.write(NotifierTests.secret + "\n", to: "town/geheim")
        return town
    }

    private func webhook(_ server: LocalServer, attempts: Int = 3) -> String {
        "  webhook:\n    url: \"\(server.address)\"\n    secret_file: geheim\n    attempts: \(attempts)\n    timeout: 60\n"
    }

    /// An update of the town with a figure that changed.
    private func changed(_ town: UpdatedTown, at now: Int) throws -> UpdateOutcome {
        _ = try town.update()
        try town.edit("population.geojson", #""all":200"#, #""all":300"#)
        return try town.update(now)
    }

    @Test func theWebhookGetsASignedMessageOnce() throws {
        let server = try LocalServer { _ in LocalServer.Answer("204 No Content") }
        let town = try town(webhook(server))
        let first = try town.update()
        #expect(Notifier.tell(first, project: town.project, wait: { _ in }).isEmpty)
        #expect(server.requests.isEmpty)
        try town.edit("population.geojson", #""all":200"#, #""all":300"#)
        let outcome = try town.update(UpdatedTown.noon(2))
        #expect(Notifier.tell(outcome, project: town.project, wait: { _ in }).isEmpty)
        let request = try #require(server.requests.first)
        #expect(server.requests.count == 1 && request.hasPrefix("POST / HTTP/1.1\r\n"))
        let parts = request.components(separatedBy: "\r\n\r\n")
        let body = Array(try #require(parts.last).utf8)
        let head = try #require(parts.first).components(separatedBy: "\r\n")
        let time = UpdatedTown.noon(2)
        #expect(head.contains("Quartier-Timestamp: \(time)"))
        #expect(head.contains("Content-Type: application/json"))
        #expect(
            head.contains(
                "Quartier-Signature: "
                    + MessageSignature.header(secret: Array(NotifierTests.secret.utf8), time: time, body: body)))
        let message = try #require(JSONSerialization.jsonObject(with: Data(body)) as? [String: Any])
        #expect(message["kind"] as? String == "computed" && message["run"] as? Int == 2)
        #expect(
            (message["changes"] as? [[String: Any]])?.contains { $0["indicator"] as? String == "residents" } == true)
        // Nothing changed since: nothing is told.
        let third = try town.update(UpdatedTown.noon(3))
        #expect(third.kind == .unchanged && Notifier.tell(third, project: town.project, wait: { _ in }).isEmpty)
        #expect(server.requests.count == 1)
        let left = try FileManager.default.contentsOfDirectory(atPath: town.scratch.path("town/aktualisierung"))
        #expect(!left.contains { $0.hasSuffix(".part") })
    }

    @Test func attemptsAreBoundedAndSpacedOut() throws {
        let server = try LocalServer { _ in LocalServer.Answer("503 Busy") }
        let town = try town(webhook(server, attempts: 4))
        let outcome = try changed(town, at: UpdatedTown.noon(2))
        var pauses: [Int] = []
        let findings = Notifier.tell(outcome, project: town.project, wait: { pauses.append($0) })
        #expect(findings.map(\.code) == [.webhookFailed] && findings[0].arguments["reason"] == "HTTP 503")
        #expect(server.requests.count == 4 && pauses == [2, 8, 32])
        #expect((0..<100).allSatisfy { WebhookCall.pause(after: $0) <= 60 })
        // The next update changes nothing, but the message is still on its way; it is taken at the second attempt.
        let count = Mutex(0)
        server.say { _ in
            LocalServer.Answer(
                count.withLock {
                    $0 += 1; return $0
                } == 1 ? "500 No" : "200 OK")
        }
        pauses = []
        let second = try town.update(UpdatedTown.noon(3))
        #expect(second.kind == .unchanged)
        #expect(Notifier.tell(second, project: town.project, wait: { pauses.append($0) }).isEmpty)
        #expect(server.requests.count == 6 && pauses == [2])
        let bodies = server.requests.compactMap { $0.components(separatedBy: "\r\n\r\n").last }
        #expect(Set(bodies).count == 1)
        #expect(server.requests[5].contains("Quartier-Timestamp: \(UpdatedTown.noon(3))"))
        #expect(Notifier.tell(second, project: town.project, wait: { _ in }).isEmpty && server.requests.count == 6)
    }

    @Test func whatIsRefusedIsNotTriedAtOnceAndNothingIsFollowed() throws {
        let server = try LocalServer { _ in LocalServer.Answer("404 Not Found") }
        let town = try town(webhook(server))
        let outcome = try changed(town, at: UpdatedTown.noon(2))
        let refused = Notifier.tell(outcome, project: town.project, wait: { _ in Issue.record("no second attempt") })
        #expect(refused.first?.arguments["reason"] == "HTTP 404" && server.requests.count == 1)
        server.say { _ in LocalServer.Answer("302 Found", ["Location: http://127.0.0.1:9/"]) }
        let second = try town.update(UpdatedTown.noon(3))
        let moved = Notifier.tell(second, project: town.project, wait: { _ in })
        #expect(moved.first?.arguments["reason"] == "HTTP 302" && server.requests.count == 2)
    }

    @Test func withoutASecretNothingIsSent() throws {
        let server = try LocalServer { _ in LocalServer.Answer("200 OK") }
        let town = try town(webhook(server))
        let outcome = try changed(town, at: UpdatedTown.noon(2))
        try town.scratch.write("short\n", to: "town/geheim")
        #expect(Notifier.tell(outcome, project: town.project, wait: { _ in }).map(\.code) == [.secretMissing])
        try FileManager.default.removeItem(atPath: town.scratch.path("town/geheim"))
        #expect(Notifier.tell(outcome, project: town.project, wait: { _ in }).map(\.code) == [.secretMissing])
        #expect(server.requests.isEmpty)
    }

    @Test func monitorsSeeTheAgeGrow() throws {
        let town = try town("  health: stand/health.json\n  metrics: quartier.prom\n")
        try FileManager.default.createDirectory(
            atPath: town.scratch.path("town/stand"), withIntermediateDirectories: true)
        let outcome = try town.update()
        #expect(Notifier.tell(outcome, project: town.project).isEmpty)
        func health() throws -> [String: Any] {
            let bytes = try #require(FileManager.default.contents(atPath: town.scratch.path("town/stand/health.json")))
            return try #require(JSONSerialization.jsonObject(with: bytes) as? [String: Any])
        }
        #expect(try health()["age_seconds"] as? Int == 0 && health()["status"] as? String == "good")
        #expect(Notifier.refresh(project: town.project, now: UpdatedTown.noon(3)).isEmpty)
        #expect(try health()["age_seconds"] as? Int == 2 * 86_400)
        let metrics = try String(contentsOfFile: town.scratch.path("town/quartier.prom"), encoding: .utf8)
        #expect(
            metrics.contains("quartier_last_success_timestamp_seconds{")
                && metrics.contains("} \(UpdatedTown.noon(1))\n"))
        // An update that fails leaves the last good one and says so.
        try FileManager.default.removeItem(atPath: town.scratch.path("town/population.geojson"))
        let failed = try town.update(UpdatedTown.noon(4))
        #expect(failed.kind == .failed)
        _ = Notifier.tell(failed, project: town.project)
        #expect(try health()["status"] as? String == "failed" && health()["age_seconds"] as? Int == 3 * 86_400)
        // A place that cannot be written is a finding.
        let other = try self.town("  health: nowhere/health.json\n")
        let untold = Notifier.tell(try other.update(), project: other.project)
        #expect(untold.map(\.code) == [.outputUnwritable])
    }

    @Test func theServiceSaysWhatItDoesAndStops() throws {
        let town = try town("  health: health.json\n")
        let socket = try DatagramSocket(path: town.scratch.path("notify"))
        let service = ScheduleService(
            project: town.project, manager: ServiceManager(environment: ["NOTIFY_SOCKET": socket.path]))
        var now = UpdatedTown.noon(1)
        var events: [String] = []
        var pauses: [Int] = []
        try service.run(
            options: { UpdateOptions(now: $0) }, now: { now },
            wait: { seconds in
                pauses.append(seconds)
                now += pauses.count == 2 ? 86_400 : seconds
                if pauses.count == 3 { try? FileManager.default.removeItem(atPath: town.project) }
                return pauses.count < 4
            },
            report: { event in
                switch event {
                case .updated(let outcome, let untold): events.append("\(outcome.kind) \(untold.count)")
                case .waiting: events.append("waiting")
                case .idle: events.append("idle")
                case .failed: events.append("failed")
                }
            })
        // Computed, waited, a day later looked again, and went on without a project file.
        #expect(events == ["computed 0", "waiting", "unchanged 0", "failed"])
        #expect(pauses.allSatisfy { (1...ScheduleService.pace).contains($0) })
        #expect(socket.receive() == "READY=1")
        #expect(throws: Failure.self) {
            try service.run(options: { UpdateOptions(now: $0) }, now: { now }, wait: { _ in false }, report: { _ in })
        }
    }
}
