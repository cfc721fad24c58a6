internal import Features
internal import GRDB

/// What is wrong with a store, or a wish it cannot fulfil, in words for people.
enum HistoryError {
    static func failure(
        _ kind: Failure.Kind, _ code: DiagnosticCode, _ path: String, _ arguments: [String: String] = [:]
    ) -> Failure {
        Failure(kind, Diagnostic(code, at: SourceLocation(file: path), arguments))
    }

    /// What SQLite says, as a failure with a remedy.
    static func failure(_ error: any Error, _ path: String) -> Failure {
        if let failure = error as? Failure { return failure }
        guard let error = error as? DatabaseError else {
            return failure(.malformedData, .historyDamaged, path, ["detail": "\(error)"])
        }
        let detail = ["detail": error.message ?? "SQLite \(error.extendedResultCode.rawValue)"]
        switch error.resultCode {
        case .SQLITE_NOTADB: return failure(.malformedData, .historyNotAStore, path)
        case .SQLITE_BUSY, .SQLITE_LOCKED: return failure(.temporary, .historyLocked, path)
        case .SQLITE_FULL: return failure(.unreadable, .historyFull, path)
        case .SQLITE_READONLY, .SQLITE_PERM: return failure(.cannotCreate, .historyReadOnly, path)
        case .SQLITE_CANTOPEN, .SQLITE_IOERR, .SQLITE_NOMEM:
            return failure(.unreadable, .historyUnreadable, path, detail)
        default: return failure(.malformedData, .historyDamaged, path, detail)
        }
    }
}

/// A row of the store that is not what the schema promises.
struct DamagedRow: Error, CustomStringConvertible {
    let description: String
}

extension DatabaseValue {
    /// The value of an integer column.
    var integer: Int {
        get throws {
            guard case .int64(let value) = storage, let number = Int(exactly: value) else {
                throw DamagedRow(description: "INTEGER?")
            }
            return number
        }
    }

    /// The value of a text column.
    var text: String {
        get throws {
            guard case .string(let text) = storage else { throw DamagedRow(description: "TEXT?") }
            return text
        }
    }

    /// The value of a column of bytes.
    var bytes: [UInt8] {
        get throws {
            guard case .blob(let data) = storage else { throw DamagedRow(description: "BLOB?") }
            return Array(data)
        }
    }

    /// The value of a column of numbers that may be empty.
    var number: Double? {
        get throws {
            switch storage {
            case .null: return nil
            case .double(let value): return value
            case .int64(let value): return Double(value)
            default: throw DamagedRow(description: "REAL?")
            }
        }
    }
}
