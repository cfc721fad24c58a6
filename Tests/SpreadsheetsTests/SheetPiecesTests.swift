import Features
import Testing

@testable import Spreadsheets

/// The small parts: places, days, formats.
@Suite struct SheetPiecesTests {
    @Test(arguments: [
        ("A1", 0, 0), ("$B$7", 6, 1), ("Z2", 1, 25), ("AA2", 1, 26), ("az10", 9, 51), ("XFD1048576", 1_048_575, 16_383),
    ])
    func placesAreRead(_ text: String, _ row: Int, _ column: Int) throws {
        let place = try #require(CellReference(text))
        #expect(place == CellReference(row: row, column: column))
        #expect(place.name == text.uppercased().filter { $0 != "$" })
    }

    @Test(arguments: [
        "", "A", "1", "A0", "1A", "A1B", "XFE1", "A1048577", "A-1", "Ä1", "A1.5", "AAAAAAAAAAAAAAAAAAAAAA1",
    ])
    func placesThatNoSheetHasAreRefused(_ text: String) {
        #expect(CellReference(text) == nil)
    }

    @Test func lettersAndNumbersOfColumnsAgree() {
        let columns = Array(0..<CellReference.columnLimit)
        #expect(columns.map { CellReference(CellReference.letters($0) + "1")?.column } == columns)
    }

    /// Days of ECMA-376 part 1, 18.17.4.1, and both sides of the day that never was.
    @Test(arguments: [
        (1.0, "1900-01-01"), (59, "1900-02-28"), (61, "1900-03-01"), (3687.4207639, "1910-02-03T10:05:54"),
        (38_749.75, "2006-02-01T18:00"), (2_958_465, "9999-12-31"),
    ])
    func daysFrom1900(_ serial: Double, _ text: String) {
        #expect(SerialDate.text(serial, .dayAndTime, countsFrom1904: false) == text)
    }

    @Test func daysThatAreNoneAreNil() {
        for serial in [-1, 0, 60, 2_958_466, .infinity, .nan] {
            #expect(SerialDate.text(serial, .day, countsFrom1904: false) == nil)
        }
        #expect(SerialDate.text(0, .day, countsFrom1904: true) == "1904-01-01")
        #expect(SerialDate.text(0.999999, .time, countsFrom1904: false) == "00:00")
    }

    @Test func aDayWrittenIsTheDayRead() throws {
        for year in stride(from: 1901, through: 9999, by: 97) {
            for (month, day) in [(1, 1), (2, 28), (3, 1), (12, 31)] {
                let date = try #require(CalendarDate(year: year, month: month, day: day))
                let serial = Double(SerialDate.serial(date))
                #expect(SerialDate.text(serial, .day, countsFrom1904: false) == date.description)
            }
        }
        let day = try #require(CalendarDate(iso: "2024-01-01"))
        #expect(SerialDate.serial(day) == 45_292)
    }

    @Test(
        arguments: [
            ("General", nil), ("0.00", nil), ("#,##0 \"Tage\"", nil), ("0.00E+00", nil), ("[h]:mm", nil), ("@", nil),
            ("[Red]0;[Blue]-0", nil), ("\"d\"0", nil), ("0\\d", nil), ("dd.mm.yyyy", .day),
            ("[$-407]d. mmmm yyyy;@", .day),
            ("TT.MM.JJJJ", .day), ("mmm yy", .day), ("mmm", .day), ("hh:mm", .time), ("mm:ss.0", .time),
            ("yyyy-mm-dd hh:mm:ss", .dayAndTime), ("m/d/yy h:mm AM/PM", .dayAndTime),
        ] as [(String, SerialDate.Part?)])
    func formatsShowDatesOrNumbers(_ code: String, _ part: SerialDate.Part?) {
        #expect(NumberFormat.datePart(code: code) == part)
    }

    @Test func builtInFormats() {
        #expect(NumberFormat.datePart(builtIn: 0) == nil)
        #expect(NumberFormat.datePart(builtIn: 14) == .day)
        #expect(NumberFormat.datePart(builtIn: 20) == .time)
        #expect(NumberFormat.datePart(builtIn: 22) == .dayAndTime)
        #expect(NumberFormat.datePart(builtIn: 46) == nil)
    }

    @Test func escapesInTextsAreDecoded() {
        var text = RichText()
        text.begin("t")
        text.append("a_x000D__x005F_x0041_ _xZZZZ_ _x12")
        text.end("t")
        text.append("not this")
        #expect(text.text == "a\r_x0041_ _xZZZZ_ _x12")
    }
}
