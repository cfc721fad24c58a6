internal import CMemory
internal import Glibc
internal import History
internal import Workloads

// quartier-bench WORKLOAD FOLDER: runs one workload of the benchmark and prints its result as a line of JSON.
// quartier-bench fill-history FILE: makes the history that Scripts/benchmark/history.py asks.

/// Says why there is no result, and ends the program.
func fail(_ message: String, status: Int32) -> Never {
    let bytes = Array((message + "\n").utf8)
    write(2, bytes, bytes.count)
    exit(status)
}

quartier_memory_prepare()
let arguments = CommandLine.arguments.dropFirst()
if arguments.count == 2, arguments.first == "fill-history", let path = arguments.last {
    do {
        try HistoryWorkload.fill(HistoryStore.open(path))
        exit(0)
    } catch {
        fail("quartier-bench: \(error)", status: 1)
    }
}
guard arguments.count == 2, let name = arguments.first, let folder = arguments.last,
    let workload = Workload(rawValue: name)
else {
    fail("Usage: quartier-bench \(Workload.allCases.map(\.rawValue).joined(separator: "|")) FOLDER", status: 64)
}
do {
    let size = folder.split(separator: "/").last.map(String.init) ?? folder
    print(try workload.run(folder: folder).line(size: size))
} catch {
    fail("quartier-bench: \(error)", status: 1)
}
