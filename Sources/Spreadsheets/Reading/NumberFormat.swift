/// What a number format of a spreadsheet shows of a number (ECMA-376 part 1, 18.8.30 and 18.8.31).
enum NumberFormat {
    /// What a built-in format shows as a date; nil for numbers.
    static func datePart(builtIn id: Int) -> SerialDate.Part? {
        switch id {
        case 14...17, 27...31, 36, 50...54, 57, 58: .day
        case 18...21, 32...35, 45, 47, 55, 56: .time
        case 22: .dayAndTime
        default: nil
        }
    }

    /// What a format code such as `dd.mm.yyyy` or `[$-407]T. MMMM JJJJ` shows as a date; nil for numbers. Elapsed time
    /// (`[h]:mm`) is a number: it has no day and may be more than one.
    static func datePart(code: String) -> SerialDate.Part? {
        var (hasDay, hasTime, hasMonth) = (false, false, false)
        var characters = code.prefix { $0 != ";" }.lowercased()[...]
        while let character = characters.popFirst() {
            switch character {
            case "\"": characters = characters.drop { $0 != "\"" }.dropFirst()
            case "\\", "_", "*": characters = characters.dropFirst()
            case "[":
                let inside = characters.prefix { $0 != "]" }
                characters = characters.dropFirst(inside.count + 1)
                if !inside.isEmpty, inside.allSatisfy({ "hms".contains($0) }) { return nil }
            case "y", "d", "j", "t": hasDay = true
            case "h", "s": hasTime = true
            case "m": hasMonth = true
            case "g", "0", "#", "?":
                // "General", digits: a number, unless a fraction of seconds follows a time.
                if !hasTime { return nil }
            default: break
            }
        }
        switch (hasDay || (hasMonth && !hasTime), hasTime) {
        case (true, true): return .dayAndTime
        case (true, false): return .day
        case (false, true): return .time
        case (false, false): return nil
        }
    }
}
