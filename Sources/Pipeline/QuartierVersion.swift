/// The version of Quartier.
public enum QuartierVersion {
    /// The number, by semantic versioning.
    public static let number = "0.1.0"
}
