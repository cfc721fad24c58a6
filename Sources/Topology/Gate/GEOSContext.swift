internal import CGEOS

/// A GEOS handle of its own, for one layer operation on one thread. Never across an `await`.
///
/// Every call of a computing function of GEOS goes through ``shape(_:)``, ``truth(_:)``, ``number(_:)`` or ``text(_:)``:
/// they enforce the deadline, repeat what another thread's interrupt stopped, and turn messages into errors.
struct GEOSContext: ~Copyable {
    /// The handle with its message and its counter; shapes hold it, so it outlives them.
    let ledger: HandleLedger
    /// The operation for messages, as the command `geometry` spells it.
    let operation: String
    private let limits: OperationLimits
    private var deadline: Deadline

    /// Opens a context for an operation that must be done within the limits.
    init(operation: String, limits: OperationLimits) throws(TopologyError) {
        guard let handle = unsafe GEOS_init_r() else {
            throw TopologyError(.failed, operation: operation, detail: "GEOS gave no context")
        }
        self.ledger = unsafe HandleLedger(handle: handle)
        self.operation = operation
        self.limits = limits
        self.deadline = Deadline(seconds: limits.seconds)
    }

    /// The GEOS handle.
    var handle: GEOSContextHandle_t { unsafe ledger.handle }

    /// Starts the time anew, for the next item of a batch.
    mutating func restartDeadline() { deadline = Deadline(seconds: limits.seconds) }

    /// An error of this operation.
    func error(_ kind: TopologyError.Kind, _ detail: String) -> TopologyError {
        TopologyError(kind, operation: operation, detail: detail)
    }

    /// Calls a function that makes a geometry.
    mutating func shape(_ call: (GEOSContextHandle_t) -> OpaquePointer?) throws(TopologyError) -> GEOSShape {
        let pointer = try unsafe attempt(call) { unsafe $0 != nil }
        guard let pointer = unsafe pointer else { throw error(.failed, "GEOS gave no geometry") }
        return unsafe GEOSShape(owning: pointer, ledger: ledger)
    }

    /// Calls a function that answers 1 for yes, 0 for no and 2 for an exception.
    mutating func truth(_ call: (GEOSContextHandle_t) -> CChar) throws(TopologyError) -> Bool {
        try unsafe attempt(call) { $0 != 2 } == 1
    }

    /// Calls a function that stores a number and answers 0 for an exception.
    mutating func number(
        _ call: (GEOSContextHandle_t, UnsafeMutablePointer<Double>) -> Int32
    ) throws(TopologyError) -> Double {
        var value = 0.0
        _ = try unsafe attempt(
            { handle in unsafe withUnsafeMutablePointer(to: &value) { unsafe call(handle, $0) } },
            isSuccess: { $0 != 0 })
        return value
    }

    /// Calls a function that gives a text which is ours to free.
    mutating func text(
        _ call: (GEOSContextHandle_t) -> UnsafeMutablePointer<CChar>?
    ) throws(TopologyError) -> String {
        let characters = try unsafe attempt(call) { unsafe $0 != nil }
        guard let characters = unsafe characters else { throw error(.failed, "GEOS gave no text") }
        defer { unsafe GEOSFree_r(handle, characters) }
        return unsafe String(cString: characters)
    }

    /// The one place that runs a GEOS function: under the deadline, again if another thread's interrupt hit it.
    mutating func attempt<Value>(
        _ call: (GEOSContextHandle_t) -> Value, isSuccess: (Value) -> Bool
    ) throws(TopologyError) -> Value {
        let handle = unsafe ledger.handle
        for _ in 0..<GEOSContext.maximumAttempts {
            ledger.message = ""
            let value = deadline.enforce { unsafe call(handle) }
            if isSuccess(value) { return value }
            if deadline.hasPassed { throw error(.timedOut, "not done within \(limits.seconds) seconds") }
            guard ledger.message.hasPrefix("Interrupt") else { break }
        }
        throw error(.failed, ledger.message.isEmpty ? "GEOS gave no reason" : ledger.message)
    }

    /// How often an operation is begun at most when other threads' interrupts hit it.
    private static let maximumAttempts = 100
}

/// What one context holds: the handle, the last message and the number of live objects. Zero when it closes.
@safe final class HandleLedger {
    /// The GEOS handle.
    let handle: GEOSContextHandle_t
    /// The last error message.
    var message = ""
    /// Geometries, prepared geometries, trees and parameter sets made and not yet destroyed.
    private(set) var liveCount = 0
    /// All that were ever made, for tests.
    private(set) var madeCount = 0

    /// Takes over a fresh handle and listens to its errors.
    init(handle: GEOSContextHandle_t) {
        unsafe self.handle = unsafe handle
        let address = unsafe Unmanaged.passUnretained(self).toOpaque()
        _ = unsafe GEOSContext_setErrorMessageHandler_r(
            handle,
            { text, address in
                guard let text = unsafe text, let address = unsafe address else { return }
                let ledger = unsafe Unmanaged<HandleLedger>.fromOpaque(address).takeUnretainedValue()
                ledger.message = unsafe String(cString: text)
            }, address)
        // Notices ("Self-intersection at or near point") are asked for where they matter, through the validity detail.
        _ = unsafe GEOSContext_setNoticeMessageHandler_r(handle, { _, _ in }, nil)
    }

    /// Counts an object in.
    func made() {
        liveCount += 1
        madeCount += 1
    }

    /// Counts an object out.
    func destroyed() { liveCount -= 1 }

    deinit {
        assert(liveCount == 0, "\(liveCount) GEOS objects outlive their context")
        unsafe GEOS_finish_r(handle)
    }
}
