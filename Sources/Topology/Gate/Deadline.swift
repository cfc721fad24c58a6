internal import CGEOS
internal import Glibc

/// The time limit of the operation that runs on this thread.
///
/// GEOS knows one interrupt flag for the whole process. At each checkpoint it first calls the registered callback and then
/// looks at the flag. The callback looks at the deadline of *its own* thread: passed, it raises the flag; not passed, it
/// lowers it, so that the request of another thread is not taken for one's own. Between the two steps another thread may
/// still come in; `GEOSContext` therefore repeats an operation that was interrupted before its deadline.
struct Deadline {
    /// The moment on the monotonic clock in nanoseconds.
    var nanoseconds: UInt64
    /// Whether a checkpoint was reached after that moment.
    var hasPassed = false

    /// A deadline that many seconds from now.
    init(seconds: Double) {
        let span = UInt64(exactly: (min(max(seconds, 0), 1e9) * 1e9).rounded()) ?? 0
        nanoseconds = Deadline.now() + span
    }

    /// The monotonic clock in nanoseconds.
    static func now() -> UInt64 {
        var time = timespec()
        unsafe clock_gettime(CLOCK_MONOTONIC, &time)
        return UInt64(time.tv_sec) * 1_000_000_000 + UInt64(time.tv_nsec)
    }

    /// Where each thread keeps the address of its deadline. The first use registers the callback with GEOS.
    private static let key: pthread_key_t = {
        var key = pthread_key_t()
        unsafe pthread_key_create(&key, nil)
        _ = GEOS_interruptRegisterCallback { Deadline.checkpoint() }
        return key
    }()

    /// Called by GEOS at each of its checkpoints, on the thread that computes.
    private static func checkpoint() {
        guard let address = unsafe pthread_getspecific(key) else { return }
        let deadline = unsafe address.assumingMemoryBound(to: Deadline.self)
        if unsafe now() >= deadline.pointee.nanoseconds {
            unsafe deadline.pointee.hasPassed = true
            GEOS_interruptRequest()
        } else {
            GEOS_interruptCancel()
        }
    }

    /// Runs `call` with this deadline in force on the current thread.
    mutating func enforce<Value>(_ call: () -> Value) -> Value {
        let key = Deadline.key
        return unsafe withUnsafeMutablePointer(to: &self) { pointer in
            unsafe pthread_setspecific(key, pointer)
            defer { pthread_setspecific(key, nil) }
            return call()
        }
    }
}
