internal import COsmium

/// The library that reads OpenStreetMap files.
public enum OsmiumLibrary {
    /// Its version, such as `2.18.0`.
    public static var version: String { unsafe String(cString: quartier_osmium_version()) }
}
