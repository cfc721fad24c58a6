internal import Synchronization

/// Something that several indicators need and that takes long: computed by the first that asks, for all. It depends on nothing
/// but the context that holds it, so nobody can tell whether it was there already.
final class ComputedOnce<Value: Sendable>: Sendable {
    private let value = Mutex<Value?>(nil)

    /// Not yet computed.
    init() {}

    /// The value; those who ask meanwhile wait.
    func callAsFunction(_ compute: () -> Value) -> Value {
        value.withLock { value in
            if let value { return value }
            let computed = compute()
            value = computed
            return computed
        }
    }
}
