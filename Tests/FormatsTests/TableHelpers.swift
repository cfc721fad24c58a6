import Features

@testable import Formats

/// Reads a table; what ends reading comes back as a failure.
func readTable(
    _ text: [UInt8], _ choice: TableDialect.Choice = .init(), blockSize: Int = 1 << 20, recordSize: Int = 16 << 20
) -> Result<ReadLayer, Failure> {
    let limits = RecordStream.Limits(blockSize: blockSize, recordSize: recordSize)
    do throws(Failure) {
        let source = ByteSource(path: "t.csv", bytes: text)
        return .success(try CSVReader.read(source, name: nil, dialect: choice, limits: limits))
    } catch {
        return .failure(error)
    }
}

func readTable(
    _ text: String, _ choice: TableDialect.Choice = .init(), blockSize: Int = 1 << 20
) -> Result<ReadLayer, Failure> {
    readTable(Array(text.utf8), choice, blockSize: blockSize)
}

func readTable(_ lines: [String], _ choice: TableDialect.Choice = .init()) -> Result<ReadLayer, Failure> {
    readTable(lines.joined(separator: "\n"), choice)
}
