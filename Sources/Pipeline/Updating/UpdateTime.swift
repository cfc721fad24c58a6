internal import Features
internal import Scheduling

/// Times as people give them to commands.
public enum UpdateTime {
    /// Seconds after 1970-01-01 00:00:00 UTC of a time such as `2025-03-01T03:00:00Z`, `2025-03-01T04:00+01:00` or of such a
    /// number itself; nil for anything else. A time without a zone is in Coordinated Universal Time.
    public static func parse(_ text: String) -> Int? {
        if let seconds = Int(text), (0...253_402_300_799).contains(seconds) { return seconds }
        let bytes = Array(text.utf8)
        guard bytes.count >= 16, let date = CalendarDate(iso: String(decoding: bytes[..<10], as: UTF8.self)),
            bytes[10] == UInt8(ascii: "T") || bytes[10] == UInt8(ascii: " "),
            let hour = number(bytes[11..<13], through: 23), bytes[13] == UInt8(ascii: ":"),
            let minute = number(bytes[14..<16], through: 59)
        else { return nil }
        var rest = bytes[16...]
        var second = 0
        if rest.first == UInt8(ascii: ":") {
            guard rest.count >= 3, let found = number(rest.dropFirst().prefix(2), through: 59) else { return nil }
            second = found
            rest = rest.dropFirst(3)
        }
        guard let offset = offset(rest) else { return nil }
        let time = CivilTime(
            year: date.year, month: date.month, day: date.day, hour: hour, minute: minute, second: second)
        return time.seconds - offset
    }

    /// How far a zone is ahead of UTC, seconds: `Z`, nothing, `+01:00`.
    private static func offset(_ bytes: ArraySlice<UInt8>) -> Int? {
        guard let sign = bytes.first, sign != UInt8(ascii: "Z") || bytes.count > 1 else { return 0 }
        let parts = bytes.dropFirst()
        guard sign == UInt8(ascii: "+") || sign == UInt8(ascii: "-"), parts.count == 5,
            let hours = number(parts.prefix(2), through: 23), parts.dropFirst(2).first == UInt8(ascii: ":"),
            let minutes = number(parts.suffix(2), through: 59)
        else { return nil }
        return (sign == UInt8(ascii: "-") ? -1 : 1) * (hours * 3_600 + minutes * 60)
    }

    private static func number(_ digits: ArraySlice<UInt8>, through largest: Int) -> Int? {
        guard digits.count == 2, digits.allSatisfy({ (48...57).contains($0) }),
            let number = Int(String(decoding: digits, as: UTF8.self)), number <= largest
        else { return nil }
        return number
    }
}
