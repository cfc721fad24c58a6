internal import CPROJ

extension CoordinateReferenceSystem {
    /// The system as well-known text of version 1 (OGC 01-009), on one line, the way GeoPackages and QGIS state it.
    public func wellKnownText() throws(ReferenceSystemError) -> String {
        let context = try ProjContext()
        let object = try makeObject(in: context)
        let line = "MULTILINE=NO"
        let written = unsafe line.withCString { option in
            let options: [UnsafePointer<CChar>?] = unsafe [option, nil]
            return unsafe options.withUnsafeBufferPointer { options in
                unsafe text(context.proj.as_wkt(context.pointer, object.pointer, PJ_WKT1_GDAL, options.baseAddress))
            }
        }
        guard let written else { throw ReferenceSystemError(.failed, detail: context.lastError) }
        return written
    }
}
