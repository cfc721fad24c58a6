import Glibc
import TestSupport
import Testing
import Travel

/// What people type as lengths and slopes.
@Suite struct TagMeasureTests {
    @Test(
        arguments: [
            ("2", 2), ("2.5", 2.5), ("1,5", 1.5), ("2 m", 2), ("2m", 2), ("2,50 m", 2.5), ("250 cm", 2.5),
            ("900 mm", 0.9),
            ("0.001 km", 1), ("6'", 1.8288), ("6'7\"", 2.0066), ("6' 7\"", 2.0066), ("6 ft", 1.8288), ("12 in", 0.3048),
            ("12\"", 0.3048), ("~2", 2), ("ca. 3 m", 3), (">2", 2), ("< 2", 2), ("1-2", 1), ("1 - 2 m", 1), ("2;3", 2),
            ("2.", 2), ("1000", 1_000), (" 2 ", 2), ("2 M", 2), ("0", 0),
        ] as [(String, Double)])
    func lengthsInMetres(row: (text: String, metres: Double)) throws {
        let metres = try #require(TagMeasure.metres(row.text), "\(row.text)")
        #expect(isClose(metres, row.metres), "\(row.text)")
    }

    @Test(arguments: [
        "", " ", ";", "m", "narrow", "yes", "-1", "1.2.3", "2 bananas", "6'13\"", "nan", "inf", "1e3",
        "0x10",
        "99999999999999999999", "1001", "½", "٣", "2 m wide", "default", "'", "\"", "5'x",
    ])
    func noLengths(text: String) {
        #expect(TagMeasure.metres(text) == nil)
    }

    @Test(
        arguments: [
            ("10%", 0.1), ("10 %", 0.1), ("10", 0.1), ("-5%", -0.05), ("- 5 %", -0.05), ("−5%", -0.05), ("+5%", 0.05),
            ("0", 0), ("0%", 0), ("5,5%", 0.055), ("100%", 1), ("45°", 1), ("-45°", -1), ("5°", 0.0874886635259240),
            ("1:12", 1.0 / 12), ("1:20", 0.05), ("5-10%", 0.1), ("5%-10%", 0.1), ("10-5", 0.1), ("~8%", 0.08),
            ("<10%", 0.1), ("6 percent", 0.06), ("60‰", 0.06),
        ] as [(String, Double)])
    func slopes(row: (text: String, slope: Double)) throws {
        let slope = try #require(TagMeasure.slope(row.text), "\(row.text)")
        #expect(isClose(slope, row.slope), "\(row.text)")
    }

    @Test(arguments: [
        "", "up", "down", "yes", "steep", "101%", "900", "90°", "60°", "1:0", "5:1", "nan", "-", "%", "°", "10%%",
        "10 km",
        "1:12:3", "up 10%", "--5",
    ])
    func noSlopes(text: String) {
        #expect(TagMeasure.slope(text) == nil)
    }

    /// Whatever bytes a value holds: a number within the bounds, or none; never a trap.
    @Test func anyTextIsReadOrRefused() {
        var generator = SeededGenerator(seed: 423)
        let alphabet = Array("0123456789.,;:-+~<>%°'\" mcftinup٣½−")
        for _ in 0..<5_000 {
            let count = Int.random(in: 0...8, using: &generator)
            let text = String((0..<count).map { _ in alphabet.randomElement(using: &generator) ?? "0" })
            if let metres = TagMeasure.metres(text) { #expect(metres >= 0 && metres <= 1_000, "\(text)") }
            if let slope = TagMeasure.slope(text) { #expect(slope.magnitude <= 1, "\(text)") }
        }
    }
}
