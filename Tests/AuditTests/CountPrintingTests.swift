import Audit
import TestSupport
import Testing
import Wording

/// Publications whose run.json says that counts are rounded or noisy.
@Suite("Rounded and noisy publications")
struct CountPrintingTests {
    /// The small publication with the counts of foreigners as multiples of five, and nothing hidden.
    private func town(_ method: String, _ foreign: [String: Int]) -> SmallPublication {
        var town = SmallPublication()
        for (area, number) in foreign {
            town.show(area, number)
            (town.mapValues[area], town.pageCells[area]) = ("\(number)", "<td>\(number)</td>")
        }
        town.change("T") { $0.value = "\(foreign.values.reduce(0, +))" }
        town.change("T") { $0.n = $0.value }
        town.disclosure = method
        return town
    }

    private func report(_ town: SmallPublication) throws -> AuditReport {
        let scratch = try Scratch()
        return try PublicationAudit(folders: [town.write("public", in: scratch)]).report()
    }

    private let rounding = ",\"method\":\"rounding\",\"base\":5"
    private let noise = ",\"method\":\"cell_key\",\"maximum\":4,\"variance\":2"
    private let multiples = ["01": 200, "02": 150, "03": 5, "04": 75, "05": 80, "06": 75]

    @Test("multiples of the base and noisy counts pass")
    func clean() throws {
        for method in [rounding, noise] {
            let report = try report(town(method, multiples))
            #expect(report.isPassed, "\(report.text(.english))")
        }
    }

    @Test("a small count that the method cannot have made is one")
    func small() throws {
        for method in [rounding, noise] {
            let report = try report(town(method, multiples.merging(["03": 3]) { $1 }))
            #expect(report.findings.contains { $0.code == .smallCount && $0.cell?.area == "03" })
        }
        // Three may be five where the base is three; two was not rounded.
        let three = ",\"method\":\"rounding\",\"base\":3"
        #expect(try report(town(three, multiples.merging(["03": 3]) { $1 })).isPassed)
        #expect(try !report(town(three, multiples.merging(["03": 2]) { $1 })).isPassed)
    }

    @Test("a printed count that others pin above zero and below the minimum is worked out")
    func pinned() throws {
        // The quarters are exact but one: 584 less 581 is 3, whatever run.json says of rounding.
        var planted = town(rounding, ["01": 201, "02": 151, "03": 5, "04": 76, "05": 81, "06": 77])
        planted.change("T") { ($0.value, $0.n) = ("589", "589") }
        let finding = try report(planted).findings.first { $0.code == .impliedSmall && $0.cell?.area == "03" }
        let interval = try #require(finding?.interval)
        #expect(abs(interval.lowerBound - 3) < 1e-5 && abs(interval.upperBound - 3) < 1e-5)
    }

    @Test("what is hidden beside rounded counts is not narrower than what is printed")
    func hidden() throws {
        var planted = town(rounding, multiples)
        planted.change("03") { $0 = .hidden("03") }
        (planted.mapValues["03"], planted.pageCells["03"]) = (nil, nil)
        #expect(try report(planted).isPassed)
        // The same numbers without the method: 585 less 580 is five.
        planted.disclosure = ""
        #expect(try report(planted).findings.contains { $0.code == .hiddenNarrow })
    }

    @Test("a method without sound numbers is none")
    func hostile() throws {
        for method in [
            ",\"method\":\"rounding\"", ",\"method\":\"rounding\",\"base\":-5",
            ",\"method\":\"cell_key\",\"maximum\":1e9",
            ",\"method\":7",
        ] {
            var planted = town(method, multiples)
            planted.change("03") { $0 = .hidden("03") }
            (planted.mapValues["03"], planted.pageCells["03"]) = (nil, nil)
            #expect(try !report(planted).isPassed, "\(method)")
        }
    }
}
