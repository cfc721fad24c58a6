/// Numbers as text, the same on every machine and in every locale.
public enum NumberText {
    /// The shortest decimal that reads back to the same double, whole numbers without `.0`.
    public static func shortest(_ value: Double) -> String {
        let text = "\(value)"
        return text.hasSuffix(".0") ? String(text.dropLast(2)) : text
    }
}
