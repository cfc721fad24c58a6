internal import Glibc

/// Texts as C wants them, kept until the value goes.
@safe struct TextPointers: ~Copyable {
    private var texts: [UnsafeMutablePointer<CChar>] = unsafe []

    /// No texts.
    init() {}

    deinit {
        unsafe texts.forEach { unsafe free($0) }
    }

    /// Copies a text; nil stays nil.
    mutating func pointer(_ text: String?) -> UnsafePointer<CChar>? {
        guard let text, let copy = unsafe strdup(text) else { return nil }
        unsafe texts.append(copy)
        return unsafe UnsafePointer(copy)
    }
}
