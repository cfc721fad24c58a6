internal import CGEOS

/// The library behind the geometry layer.
public enum TopologyLibrary {
    /// The version of GEOS, such as `3.11.1-CAPI-1.17.1`.
    public static var version: String {
        guard let text = unsafe GEOSversion() else { return "" }
        return unsafe String(cString: text)
    }
}
