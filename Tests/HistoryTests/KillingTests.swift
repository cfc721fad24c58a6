import Foundation
import Glibc
import History
import Testing

@Suite struct KillingTests {
    /// A process that adds runs is killed at a random moment, again and again. What it reported as recorded is there; each
    /// run is whole; the store is sound.
    @Test func killedWritersLoseNothing() async throws {
        let folder = try Folder()
        let (store, told) = (folder.store, folder.path + "/told")
        var generator = SystemRandomNumberGenerator()
        for _ in 0..<12 {
            let delay = UInt32.random(in: 5_000...150_000, using: &generator)
            await #expect(processExitsWith: .signal(SIGKILL)) {
                [store = store as String, told = told as String, delay = delay as UInt32] in
                let killer = Thread {
                    usleep(delay)
                    kill(getpid(), SIGKILL)
                }
                killer.start()
                let report = open(told, O_WRONLY | O_CREAT | O_APPEND, 0o600)
                var number = Int(Date().timeIntervalSince1970 * 1e6)
                while true {
                    number += 1
                    let run = makeRun("\(number)", recordedAt: number, quarters: 50)
                    guard case .recorded(let id) = try HistoryStore.open(store).append(run) else { continue }
                    let line = Array("\(id) \(number)\n".utf8)
                    _ = write(report, line, line.count)
                }
            }
        }
        let runs = try HistoryStore.open(store).runs()
        #expect(runs.map(\.id) == Array(0..<runs.count).map { $0 + 1 })
        let told2 = (try? String(contentsOfFile: told, encoding: .utf8)) ?? ""
        for line in told2.split(separator: "\n") {
            let parts = line.split(separator: " ").compactMap { Int($0) }
            #expect(runs.contains { $0.id == parts[0] && $0.period == "\(parts[1])" })
        }
        #expect(!told2.isEmpty)
        let reading = try HistoryStore.openReadOnly(store)
        for run in runs { #expect(try reading.run(run.id).figures.count == 200) }
        #expect(try reading.verify().isSound)
    }
}
