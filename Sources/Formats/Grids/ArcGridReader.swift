public import Features
public import Planar

/// Reads grids of heights in the Arc/Info ASCII format (`.asc`): a header of `ncols`, `nrows`, `xllcorner` or
/// `xllcenter`, `yllcorner` or `yllcenter`, `cellsize` and perhaps `NODATA_value`, then the numbers from the north-west.
/// See https://desktop.arcgis.com/en/arcmap/latest/manage-data/raster-and-images/esri-ascii-raster-format.htm
///
/// Lines that begin with `#` are comments; line ends are LF or CRLF, and ends of lines mean nothing among the numbers. The
/// file is read in blocks, so memory grows with the numbers (4 bytes each), not with the text.
public enum ArcGridReader {
    /// The largest number of points, 400 MB in memory.
    public static let largestCount = 100_000_000

    /// Reads a file, or standard input for `-`.
    /// - Throws: `.unreadable` where the file cannot be read, `.malformedData` with Q122 and the line where it is no grid.
    public static func read(path: String) throws(Failure) -> (grid: NumberGrid, source: SourceFile) {
        try read(ByteSource(path: path), blockSize: 1 << 20)
    }

    /// Reads a text in memory; `path` is the name for messages.
    public static func read(_ text: [UInt8], path: String) throws(Failure) -> NumberGrid {
        try read(ByteSource(path: path, bytes: text), blockSize: 1 << 20).grid
    }

    /// Tests make the blocks small.
    static func read(
        _ source: consuming sending ByteSource, blockSize: Int
    ) throws(Failure) -> (grid: NumberGrid, source: SourceFile) {
        var parser = ArcGridParser(path: source.path)
        var block = Block()
        repeat {
            try source.fill(&block, count: blockSize, headroom: 0)
            for index in block.lower..<block.upper { try parser.take(block.bytes[index]) }
        } while !source.isAtEnd
        let grid = try parser.finish()
        return (grid, source.finish())
    }
}
