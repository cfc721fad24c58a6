import TestSupport
import Testing

@testable import Indicators

@Suite struct GravityAccessTests {
    /// One home, places at 300 m and 700 m: e^(−βc) with half value 500 m is 2^(−3/5) + 2^(−7/5).
    @Test func aWorkedExample() throws {
        var town = try TownSketch.grid()
        town.homes = [TownSketch.home(500, 500, 10, 0)]
        town.places = [
            TownSketch.Place(x: 800, y: 500, category: "cafe"), TownSketch.Place(x: 500, y: 1_200, category: "cafe"),
        ]
        let table = try town.table(also: ["gravity_access"])
        func value(_ decay: String) throws -> IndicatorValue {
            try #require(
                table.values.first {
                    $0.indicator == "gravity_access" && $0.level == .town && $0.category == "cafe"
                        && $0.parameters == "decay=\(decay);half_value=500;measure=straight_line"
                })
        }
        #expect(isClose(try #require(value("exponential").value), 0.659_753_955_386_447_3 + 0.378_929_141_627_599_5))
        #expect(isClose(try #require(value("linear").value), 0.7 + 0.3))
        #expect(isClose(try #require(value("stepped").value), 0.68 + 0.22))
        // σ² = 500² / (2 ln 2), so f(c) = 2^(−(c/500)²).
        #expect(isClose(try #require(value("gaussian").value), 0.779_164_579_660_499_1 + 0.257_028_456_664_016_7))
    }

    @Test func theBandHoldsAllForms() throws {
        let values = try TownSketch.random(seed: 4, areCells: true).table(also: ["gravity_access"]).values.filter {
            $0.indicator == "gravity_access" && $0.level == .town && $0.group == "all" && $0.category == "cafe"
        }
        #expect(values.count == 6)
        for value in values {
            let band = try #require(value.band)
            for other in values { #expect(band.contains(try #require(other.value))) }
            #expect(band.lowerBound < band.upperBound)
        }
    }

    @Test func aProjectChoosesTheHalfValue() throws {
        let town = try TownSketch.example()
        let context = try town.context(
            settings: IndicatorSettings(
                also: ["gravity_access"], parameters: ["gravity_access": ["half_value": [250]]]))
        let values = GravityAccess().evaluate(context).values
        #expect(values.allSatisfy { $0.parameters.contains("half_value=250;") })
        #expect(!values.isEmpty)
    }
}
