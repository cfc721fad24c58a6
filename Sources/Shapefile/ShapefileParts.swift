internal import Features
internal import Formats
internal import Glibc

/// The bytes of the files that make up one shapefile, whether they lie on a disk or in an archive.
public struct ShapefileParts: Sendable {
    /// The geometries.
    public var shp: [UInt8]?
    /// Where each geometry lies in the `.shp` file.
    public var shx: [UInt8]?
    /// The table of attributes (dBASE).
    public var dbf: [UInt8]?
    /// The coordinate reference system as well-known text.
    public var prj: [UInt8]?
    /// The name of the encoding of the table's texts.
    public var cpg: [UInt8]?

    /// Joins the files that are there.
    public init(
        shp: [UInt8]? = nil, shx: [UInt8]? = nil, dbf: [UInt8]? = nil, prj: [UInt8]? = nil, cpg: [UInt8]? = nil
    ) {
        self.shp = shp
        self.shx = shx
        self.dbf = dbf
        self.prj = prj
        self.cpg = cpg
    }

    /// Reads the file of that path and those of the same name beside it, whatever their capitals.
    init(path: String) throws(Failure) {
        self.init()
        let own = ShapefileParts.extensionOf(path)
        for (name, part) in ShapefileParts.parts {
            let file = name == own ? path : ShapefileParts.sibling(of: path, name)
            guard let file else { continue }
            // A .prj or .cpg of more than a mebibyte is something else.
            let limit = name == "prj" || name == "cpg" ? 1 << 20 : 2 << 30
            self[keyPath: part] = try WholeFile.read(path: file, limit: limit).bytes
        }
    }

    private static var parts: [(String, WritableKeyPath<ShapefileParts, [UInt8]?>)] {
        [("shp", \.shp), ("shx", \.shx), ("dbf", \.dbf), ("prj", \.prj), ("cpg", \.cpg)]
    }

    /// All files' size and the checksum of their bytes one after the other, in the order shp, shx, dbf, prj, cpg.
    func source(path: String) -> SourceFile {
        var checksum = Checksum()
        var size = 0
        for (_, part) in ShapefileParts.parts {
            guard let bytes = self[keyPath: part] else { continue }
            size += bytes.count
            unsafe bytes.withUnsafeBytes { unsafe checksum.update($0) }
        }
        return SourceFile(path: path, bytes: size, sha256: checksum.finish())
    }

    /// The extension of a path in small letters, without the dot.
    static func extensionOf(_ path: String) -> String {
        guard let name = path.split(separator: "/").last, let dot = name.lastIndex(of: ".") else { return "" }
        return name[name.index(after: dot)...].lowercased()
    }

    /// The file name without folder and extension.
    static func stem(_ path: String) -> String {
        let name = path.split(separator: "/").last ?? ""
        guard let dot = name.lastIndex(of: "."), dot > name.startIndex else { return String(name) }
        return String(name[..<dot])
    }

    /// The file beside `path` with the same stem and another extension: by preference of the same spelling, else of
    /// other capitals; the first in the order of names.
    private static func sibling(of path: String, _ wanted: String) -> String? {
        let folderEnd = path.lastIndex(of: "/").map { path.index(after: $0) } ?? path.startIndex
        let folder = String(path[..<folderEnd])
        let stem = stem(path)
        let names = fileNames(in: folder.isEmpty ? "." : folder).filter {
            extensionOf($0) == wanted && ShapefileParts.stem($0).lowercased() == stem.lowercased()
        }.sorted()
        return (names.first { ShapefileParts.stem($0) == stem } ?? names.first).map { folder + $0 }
    }

    private static func fileNames(in folder: String) -> [String] {
        guard let stream = unsafe opendir(folder) else { return [] }
        defer { unsafe closedir(stream) }
        var names: [String] = []
        while let entry = unsafe readdir(stream) {
            let name = unsafe withUnsafeBytes(of: entry.pointee.d_name) { unsafe Array($0.prefix { $0 != 0 }) }
            names.append(String(decoding: name, as: UTF8.self))
        }
        return names
    }
}
