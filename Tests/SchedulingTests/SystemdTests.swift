import Foundation
import Scheduling
import Testing

/// What systemd says of 1,000 generated expressions (`Scripts/fixtures/scheduling.py`).
@Suite struct SystemdTests {
    struct File: Decodable { var cases: [Case] }

    struct Case: Decodable {
        var expression: String
        var after: Int
        var error: Bool?
        var normal: String?
        var next: [Int]?
    }

    @Test func agreesWithSystemd() throws {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/calendar", withExtension: "json"))
        let cases = try JSONDecoder().decode(File.self, from: Data(contentsOf: url)).cases
        #expect(cases.count == 1_000)
        let berlin = try zone("Europe/Berlin")
        var refused = 0
        for example in cases {
            if example.error == true {
                refused += 1
                #expect(throws: CalendarExpressionError.self, "\(example.expression)") {
                    try CalendarExpression(example.expression)
                }
                continue
            }
            let expression = try CalendarExpression(example.expression)
            #expect(expression.description == example.normal)
            let zone: any TimeZoneRules = expression.zoneName == "UTC" ? UniversalTime() : berlin
            var dates: [Int] = []
            var moment = example.after
            while dates.count < 3, let next = expression.next(after: moment, in: zone) {
                dates.append(next)
                moment = next
            }
            #expect(dates == example.next, "\(example.expression) after \(example.after)")
        }
        #expect((50...150).contains(refused))
    }

    /// The normal form means the same as what it came from.
    @Test func normalFormIsItsOwnNormalForm() throws {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/calendar", withExtension: "json"))
        for normal in try JSONDecoder().decode(File.self, from: Data(contentsOf: url)).cases.compactMap(\.normal) {
            #expect(try CalendarExpression(normal).description == normal)
        }
    }
}
