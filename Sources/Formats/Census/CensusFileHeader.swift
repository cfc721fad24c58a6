/// A census file as its first line describes it, in the long form also its first rows.
public struct CensusFileHeader: Sendable, Hashable {
    /// The path of the file or of the archive it lies in.
    public let path: String
    /// Its name in the archive; nil where it is a file of its own.
    public let entry: String?
    /// The census; nil where the header does not tell.
    public let edition: CensusEdition?
    /// The length of a cell's side in metres; nil where the header does not tell.
    public let cellSize: Int32?
    /// The characteristics: in the long form of 2011 those that the first rows name, as `Merkmal:Auspraegung_Text`.
    public let characteristics: [String]

    /// How many bytes of a file are looked at: in the long form some hundred cells with all their rows.
    static let headSize = 1 << 20

    /// The description by the first line that is not empty; nil where it is none of a census grid.
    init?(head: ArraySlice<UInt8>, path: String, entry: String?) {
        func isLineEnd(_ byte: UInt8) -> Bool { byte == 0x0A || byte == 0x0D }
        let lines = CensusScanner.withoutByteOrderMark(Array(head)).split(maxSplits: 1, whereSeparator: isLineEnd)
        guard let first = lines.first, first.count <= CensusScanner.longestLine,
            let layout = CensusLayout(header: Array(first))
        else { return nil }
        self.path = path
        self.entry = entry
        edition = layout.edition
        cellSize = layout.cellSize
        if case .long(let columns) = layout.form {
            let rows = lines.dropFirst().flatMap { $0.split(whereSeparator: isLineEnd) }
            // The last line may be cut off.
            let whole = rows.dropLast(head.count < CensusFileHeader.headSize ? 0 : 1)
            characteristics = CensusFileHeader.names(in: whole, columns, separator: layout.separator)
        } else {
            characteristics = layout.names
        }
    }

    /// The characteristics that rows of the long form name, in the order in which a grid has them.
    private static func names(
        in rows: some Sequence<ArraySlice<UInt8>>, _ columns: CensusLayout.Long, separator: UInt8
    ) -> [String] {
        var names: Set<String> = []
        for row in rows {
            let fields = CensusLine.fields(of: Array(row), separator: separator)
            guard fields.indices.contains(columns.characteristic), fields.indices.contains(columns.text) else {
                continue
            }
            let parts = [columns.characteristic, columns.text].map { column in
                CensusText.decode(fields[column]).trimmingSpaces()
            }
            names.insert(parts.joined(separator: ":"))
        }
        return names.sorted()
    }
}
