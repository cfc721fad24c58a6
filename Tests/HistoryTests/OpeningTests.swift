import Features
import Foundation
import GRDB
import Glibc
import Testing

@testable import History

@Suite struct OpeningTests {
    @Test func saysWhatIsNoStore() throws {
        let folder = try Folder()
        #expect(failure { _ = try HistoryStore.openReadOnly(folder.store) } == (.historyMissing, .unreadable))

        let text = folder.path + "/text.txt"
        try Data("Kein Verlauf, nur ein Text, der lang genug ist, um kein leerer Kopf zu sein.".utf8)
            .write(to: URL(fileURLWithPath: text))
        let foreign = folder.path + "/other.sqlite"
        try DatabaseQueue(path: foreign).write { try $0.execute(sql: "CREATE TABLE t (x)") }
        let before = try Data(contentsOf: URL(fileURLWithPath: foreign))
        for path in [text, foreign] {
            #expect(failure { _ = try HistoryStore.open(path) } == (.historyNotAStore, .malformedData))
            #expect(failure { _ = try HistoryStore.openReadOnly(path) } == (.historyNotAStore, .malformedData))
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: foreign)) == before)

        #expect(
            failure { _ = try HistoryStore.open(folder.path + "/no/folder.sqlite") } == (
                .historyReadOnly, .cannotCreate
            ))
        #expect(failure { _ = try HistoryStore.open(folder.path) }.kind != nil)
        // What a crash at the very start leaves is an empty file: a store is made of it.
        try Data().write(to: URL(fileURLWithPath: folder.store))
        #expect(failure { _ = try HistoryStore.openReadOnly(folder.store) }.code == .historyMissing)
        #expect(try HistoryStore.open(folder.store).append(makeRun("2024")) == .recorded(run: 1))
    }

    @Test func migratesAndRefusesNewer() throws {
        let folder = try Folder()
        try HistoryStore.open(folder.store).append(makeRun("2024"))
        let migrations = HistorySchema.migrations + ["CREATE TABLE more (id INTEGER PRIMARY KEY) STRICT"]
        let newer = try HistoryStore.open(folder.store, migrations: migrations)
        #expect(try newer.runs().map(\.period) == ["2024"])
        #expect(failure { _ = try HistoryStore.open(folder.store) } == (.historyNewer, .malformedData))
        #expect(failure { _ = try HistoryStore.openReadOnly(folder.store) }.code == .historyNewer)
        // A migration that fails leaves the store as it was.
        let broken = migrations + ["CREATE TABLE further (x INTEGER) STRICT; CREATE TABLE more (y TEXT) STRICT"]
        #expect(failure { _ = try HistoryStore.open(folder.store, migrations: broken) }.code == .historyDamaged)
        #expect(try HistoryStore.open(folder.store, migrations: migrations).runs().count == 1)
    }

    @Test func twoStartsAtOnceLoseNothing() async throws {
        let folder = try Folder()
        let path = folder.store
        // Eight at once make the store and write ten runs each.
        try await withThrowingTaskGroup(of: Void.self) { group in
            for writer in 0..<8 {
                group.addTask {
                    let store = try HistoryStore.open(path)
                    for run in 0..<10 { try store.append(makeRun("\(writer)-\(run)", recordedAt: run)) }
                }
            }
            try await group.waitForAll()
        }
        let store = try HistoryStore.openReadOnly(path)
        #expect(try store.runs().map(\.id) == Array(1...80))
        #expect(Set(try store.runs().map(\.period)).count == 80)
        #expect(try store.verify().isSound)
    }

    @Test func lockedIsTemporary() throws {
        let folder = try Folder()
        let store = try HistoryStore.open(folder.store, migrations: HistorySchema.migrations, patience: 0.1)
        let other = try DatabaseQueue(path: folder.store)
        try other.inDatabase { database in
            try database.inTransaction(.immediate) {
                #expect(failure { try store.append(makeRun("2024")) } == (.historyLocked, .temporary))
                return .rollback
            }
        }
        #expect(try store.append(makeRun("2024")) == .recorded(run: 1))
    }

    /// No room for more pages: nothing of the run is there, and the next one fits again once there is room.
    @Test func fullDiskAddsNothing() throws {
        let folder = try Folder()
        try HistoryStore.open(folder.store).append(makeRun("2023"))
        let full = try HistoryStore.open(
            folder.store, migrations: HistorySchema.migrations, largestPageCount: 60)
        #expect(failure { try full.append(makeRun("2024", quarters: 3_000)) } == (.historyFull, .unreadable))
        #expect(try full.runs().map(\.period) == ["2023"])
        #expect(try full.verify().isSound)
        #expect(try HistoryStore.open(folder.store).append(makeRun("2024", quarters: 3_000)) == .recorded(run: 2))
    }

    /// A store that may only be read is told at once, stays as it is, and can be read, also where its folder is closed.
    @Test(arguments: [(0o444, 0o777), (0o444, 0o555), (0o666, 0o555)] as [(mode_t, mode_t)])
    func aProtectedStoreIsToldAtOnceAndRead(_ file: mode_t, _ closed: mode_t) async throws {
        let folder = try Folder()
        try HistoryStore.open(folder.store).append(makeRun("2024"))
        let before = try Data(contentsOf: URL(fileURLWithPath: folder.store))
        #expect(chmod(folder.store, file) == 0 && chmod(folder.path, closed) == 0)
        defer { chmod(folder.path, 0o755) }
        await #expect(processExitsWith: .success) { [store = folder.store as String] in
            // Whoever may do everything becomes somebody else first.
            if geteuid() == 0 { #expect(setegid(65_534) == 0 && seteuid(65_534) == 0) }
            #expect(failure { _ = try HistoryStore.open(store) } == (.historyReadOnly, .cannotCreate))
            let reading = try HistoryStore.openReadOnly(store)
            #expect(try reading.runs().map(\.period) == ["2024"])
            #expect(try reading.verify().isSound)
        }
        #expect(try Data(contentsOf: URL(fileURLWithPath: folder.store)) == before)
    }

    /// In a folder that cannot be written, the file is read from memory; what that takes is tried here without the
    /// folder, since whoever runs the tests may be allowed everything.
    @Test func readsFromMemory() throws {
        let folder = try Folder()
        try HistoryStore.open(folder.store).append(makeRun("2024"))
        let store = try HistoryStore.openInMemory(folder.store)
        #expect(try store.runs().map(\.period) == ["2024"])
        #expect(try store.verify().isSound)
        #expect(failure { try store.append(makeRun("2025")) } == (.historyReadOnly, .cannotCreate))
        #expect(try FileManager.default.contentsOfDirectory(atPath: folder.path) == ["verlauf.sqlite"])
    }

    @Test func readOnlyStoresAreNotWritten() throws {
        let folder = try Folder()
        try HistoryStore.open(folder.store).append(makeRun("2024"))
        let store = try HistoryStore.openReadOnly(folder.store)
        #expect(failure { try store.append(makeRun("2025")) } == (.historyReadOnly, .cannotCreate))
        #expect(try store.run(named: "latest").period == "2024")
    }

    /// Bytes of the file are overwritten, one place after the other: it is told, or it does no harm.
    @Test func damagedFilesEndNothing() throws {
        let folder = try Folder()
        for period in ["2023", "2024"] { try HistoryStore.open(folder.store).append(makeRun(period, quarters: 40)) }
        let sound = try Data(contentsOf: URL(fileURLWithPath: folder.store))
        let url = URL(fileURLWithPath: folder.path + "/damaged.sqlite")
        let runs = [
            try HistoryStore.openReadOnly(folder.store).run(1), try HistoryStore.openReadOnly(folder.store).run(2),
        ]
        var noticed = 0
        for position in stride(from: 0, to: sound.count - 64, by: sound.count / 150) {
            var bytes = sound
            for offset in 0..<64 { bytes[position + offset] ^= 0x5A }
            try bytes.write(to: url)
            do throws(Failure) {
                let store = try HistoryStore.openReadOnly(url.path)
                if try store.verify().isSound {
                    // Bytes that nothing stands in: everything is as it was.
                    let (first, second) = (try store.run(1), try store.run(2))
                    #expect(first == runs[0] && second == runs[1], "\(position)")
                } else {
                    noticed += 1
                }
                _ = try store.compare(1, 2)
                _ = try store.series(HistorySeriesQuery(indicator: "coverage_share"))
            } catch {
                #expect(!error.diagnostics.isEmpty)
                noticed += 1
            }
        }
        #expect(noticed > 30)
        for length in stride(from: 0, to: sound.count, by: sound.count / 20) {
            try sound.prefix(length).write(to: url)
            let result = failure {
                let verification = try HistoryStore.openReadOnly(url.path).verify()
                #expect(!verification.isSound)
            }
            #expect(length > 0 || result.code == .historyMissing)
        }
    }
}
