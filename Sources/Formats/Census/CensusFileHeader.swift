/// A census file as its first line describes it.
public struct CensusFileHeader: Sendable, Hashable {
    /// The path of the file or of the archive it lies in.
    public let path: String
    /// Its name in the archive; nil where it is a file of its own.
    public let entry: String?
    /// The census; nil where the header does not tell.
    public let edition: CensusEdition?
    /// The length of a cell's side in metres; nil where the header does not tell.
    public let cellSize: Int32?
    /// The characteristics; empty in the long form of 2011, where the rows name them.
    public let characteristics: [String]

    /// How many bytes of a file are looked at for its first line.
    static let headSize = CensusScanner.longestLine

    /// The description by the first line that is not empty; nil where it is none of a census grid.
    init?(head: ArraySlice<UInt8>, path: String, entry: String?) {
        let lines = CensusScanner.withoutByteOrderMark(Array(head)).split { $0 == 0x0A || $0 == 0x0D }
        guard let first = lines.first, let layout = CensusLayout(header: Array(first)) else { return nil }
        self.path = path
        self.entry = entry
        edition = layout.edition
        cellSize = layout.cellSize
        characteristics = layout.names
    }
}
