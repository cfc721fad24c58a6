internal import CPROJ

/// The PROJ library and database in use, for `--version --verbose` and the record of a run.
public enum ProjLibrary {
    /// The version of the library ("9.1.1").
    public static var version: String {
        guard let info = unsafe quartier_proj_functions()?.pointee.info() else { return "not installed" }
        return unsafe "\(info.major).\(info.minor).\(info.patch)"
    }

    /// The version and date of the EPSG register in the database ("EPSG v10.076, 2022-08-31"); nil without a database.
    public static var databaseVersion: String? {
        guard let context = try? ProjContext(),
            let version = unsafe text(context.proj.context_get_database_metadata(context.pointer, "EPSG.VERSION"))
        else { return nil }
        let date = unsafe text(context.proj.context_get_database_metadata(context.pointer, "EPSG.DATE"))
        return "EPSG " + version + (date.map { ", " + $0 } ?? "")
    }
}
