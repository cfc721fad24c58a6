internal import CShapelib
internal import Glibc

/// The files of a shapefile in memory, in the place of those shapelib would open: it sees the bytes that were checked and
/// no others, and opens nothing by name.
@safe final class MemoryFiles {
    private let shp: [UInt8]
    private let shx: [UInt8]
    private let dbf: [UInt8]

    init(shp: [UInt8] = [], shx: [UInt8] = [], dbf: [UInt8] = []) {
        self.shp = shp
        self.shx = shx
        self.dbf = dbf
    }

    /// Opens the shapes; nil where shapelib refuses them. The files must outlive what is returned.
    func openShapes() -> SHPHandle? {
        var hooks = MemoryFiles.hooks
        return unsafe SHPOpenLL(name, "rb", &hooks)
    }

    /// Opens the table; nil where shapelib refuses it. The files must outlive what is returned.
    func openTable() -> DBFHandle? {
        var hooks = MemoryFiles.hooks
        return unsafe DBFOpenLL(name, "rb", &hooks)
    }

    /// A name of which the function that opens files can tell these: the address of this object. Shapelib puts the
    /// extension of the file it wants behind it.
    private var name: String {
        String(UInt(bitPattern: unsafe Unmanaged.passUnretained(self).toOpaque()), radix: 16) + ".shp"
    }

    /// The bytes a name stands for.
    private static func bytes(named name: UnsafePointer<CChar>) -> [UInt8]? {
        let text = unsafe String(cString: name)
        let parts = text.split(separator: ".")
        guard parts.count == 2, let address = UInt(parts[0], radix: 16),
            let pointer = unsafe UnsafeRawPointer(bitPattern: address)
        else { return nil }
        let files = unsafe Unmanaged<MemoryFiles>.fromOpaque(pointer).takeUnretainedValue()
        let bytes: [UInt8]
        switch parts[1] {
        case "shp": bytes = files.shp
        case "shx": bytes = files.shx
        case "dbf": bytes = files.dbf
        default: return nil
        }
        return bytes.isEmpty ? nil : bytes
    }

    private static var hooks: SAHooks {
        var hooks = SAHooks()
        unsafe hooks.FOpen = { name, _ in
            guard let name = unsafe name, let bytes = unsafe MemoryFiles.bytes(named: name) else { return nil }
            return unsafe Unmanaged.passRetained(OpenFile(bytes)).toOpaque().assumingMemoryBound(to: Int32.self)
        }
        unsafe hooks.FRead = { target, size, count, file in
            guard let file = unsafe OpenFile.at(file), let target = unsafe target else { return 0 }
            return unsafe file.read(into: target, size: Int(clamping: size), count: Int(clamping: count))
        }
        unsafe hooks.FWrite = { _, _, _, _ in 0 }
        unsafe hooks.FSeek = { file, offset, origin in
            guard let file = unsafe OpenFile.at(file) else { return 1 }
            return file.seek(offset, from: origin) ? 0 : 1
        }
        unsafe hooks.FTell = { file in unsafe OpenFile.at(file).map { SAOffset($0.position) } ?? 0 }
        unsafe hooks.FFlush = { _ in 0 }
        unsafe hooks.FClose = { file in
            guard let file = unsafe file else { return 0 }
            unsafe Unmanaged<OpenFile>.fromOpaque(file).release()
            return 0
        }
        unsafe hooks.Remove = { _ in 1 }
        // Shapelib's own function would write to standard error.
        unsafe hooks.Error = { _ in }
        unsafe hooks.Atof = { text in unsafe text.map { unsafe atof($0) } ?? 0 }
        return hooks
    }
}

/// One file in memory and how far it was read.
private final class OpenFile {
    private let bytes: [UInt8]
    private(set) var position = 0

    init(_ bytes: [UInt8]) {
        self.bytes = bytes
    }

    /// The file behind what was given to shapelib.
    static func at(_ file: SAFile?) -> OpenFile? {
        guard let file = unsafe file else { return nil }
        return unsafe Unmanaged<OpenFile>.fromOpaque(file).takeUnretainedValue()
    }

    /// Copies as many whole items as there are; returns how many.
    func read(into target: UnsafeMutableRawPointer, size: Int, count: Int) -> SAOffset {
        guard size > 0, count > 0 else { return 0 }
        let whole = min(count, (bytes.count - position) / size)
        guard whole > 0 else { return 0 }
        let range = position..<position + whole * size
        unsafe UnsafeMutableRawBufferPointer(start: target, count: range.count).copyBytes(from: bytes[range])
        position = range.upperBound
        return SAOffset(whole)
    }

    /// Moves to an offset from the start (0), from here (1) or from the end (2); false where that is outside.
    func seek(_ offset: SAOffset, from origin: Int32) -> Bool {
        let base = origin == 0 ? 0 : origin == 1 ? position : bytes.count
        let (target, overflow) = base.addingReportingOverflow(Int(truncatingIfNeeded: offset))
        guard !overflow, (0...bytes.count).contains(target) else { return false }
        position = target
        return true
    }
}
