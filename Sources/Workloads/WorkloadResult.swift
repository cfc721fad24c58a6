public import Formats

/// What a workload found, and the seconds of its phases.
public struct WorkloadResult: Sendable {
    /// Which workload it was.
    public let workload: Workload
    /// The phases in the order of the work, in seconds.
    public let phases: [(name: String, seconds: Double)]
    /// The values to compare with other programs: an object.
    public let oracle: JSONValue

    /// The line of JSON that every program of the benchmark prints.
    ///
    /// - Parameter size: the name of the data, such as `S`.
    public func line(size: String) -> String {
        JSONValue.members([
            "w": .string(workload.rawValue), "peer": "quartier", "size": .string(size),
            "phases": .object(phases.map { JSONValue.Member($0.name, .number($0.seconds)) }), "oracle": oracle,
        ]).text()
    }
}

/// Takes the time of the phases and collects the values while a workload runs.
struct WorkloadRecorder {
    private var phases: [(name: String, seconds: Double)] = []
    private var members: [JSONValue.Member] = []
    private let clock = ContinuousClock()
    private var last = ContinuousClock().now
    /// What stands before the names of phases.
    private var prefix = ""

    /// Ends the phase that began with the phase before it.
    mutating func endPhase(_ name: String) {
        let now = clock.now
        phases.append((prefix + name, (now - last) / .seconds(1)))
        last = now
    }

    /// Adds a value.
    mutating func record(_ name: String, _ value: JSONValue) {
        members.append(JSONValue.Member(name, value))
    }

    /// Does a workload that is a part of this one, or a piece of it: its values are gathered in an object, its phases
    /// get its name in front.
    mutating func part<Found>(_ name: String, _ work: (inout WorkloadRecorder) throws -> Found) rethrows -> Found {
        let outer = (members, prefix)
        (members, prefix) = ([], prefix + name + " ")
        let found = try work(&self)
        let gathered = members
        (members, prefix) = outer
        if let place = members.firstIndex(where: { $0.key == name }), case .object(let earlier) = members[place].value {
            members[place].value = .object(earlier + gathered)
        } else {
            members.append(JSONValue.Member(name, .object(gathered)))
        }
        return found
    }

    /// What was recorded.
    func finish(_ workload: Workload) -> WorkloadResult {
        WorkloadResult(workload: workload, phases: phases, oracle: .object(members))
    }
}

/// The first 16 hexadecimal digits of the SHA-256 over the bytes of whole numbers, little-endian.
func digest(_ numbers: [some FixedWidthInteger]) -> JSONValue {
    var checksum = Checksum()
    numbers.withUnsafeBytes { checksum.update($0) }
    return digest(checksum)
}

/// The first 16 hexadecimal digits of a SHA-256.
func digest(_ checksum: consuming Checksum) -> JSONValue { .string(String(checksum.finish().prefix(16))) }

/// A list of whole numbers.
func list(_ numbers: [Int]) -> JSONValue { .array(numbers.map(JSONValue.integer)) }
