import Foundation
import Testing

@testable import Indicators

/// What Scripts/fixtures/indicators/distribution.py made with PySAL, scipy and numpy.
struct DistributionFixture: Decodable {
    struct TwoGroups: Decodable {
        let name: String
        let residents: [Double]
        let members: [Double]
        let dissimilarity: Double
        let isolation: Double
        let exposure: Double
        let separation: Double
        let informationIndex: Double
        let mutualInformation: Double
        let randomDissimilarity: Double
        let withoutSelf: WithoutSelf

        struct WithoutSelf: Decodable {
            let isolation: Double
            let separation: Double
        }

        func units() throws -> TwoGroupUnits {
            try #require(TwoGroupUnits(residents: residents, members: members))
        }
    }

    struct SeveralGroups: Decodable {
        let name: String
        let groups: [[Double]]
        let informationIndex: Double
        let mutualInformation: Double
    }

    struct AroundCells: Decodable {
        let xs: [Double]
        let ys: [Double]
        let radius: Double
        let residents: [Double]
        let members: [Double]
        let residentsAround: [Double]
        let membersAround: [Double]
        let dissimilarity: Double
        let isolation: Double
        let separation: Double
        let isolationWithoutSelf: Double
        let informationIndex: Double
        let mutualInformation: Double
    }

    struct Change: Decodable {
        let name: String
        let first: [[Double]]
        let second: [[Double]]
        let m1: Double
        let m2: Double
        let additions: Double
        let removals: Double
        let groupMargin: Double
        let unitMargin: Double
        let structural: Double
    }

    let twoGroups: [TwoGroups]
    let severalGroups: [SeveralGroups]
    let aroundCells: AroundCells
    let changes: [Change]

    static func read() throws -> DistributionFixture {
        let url = try #require(Bundle.module.url(forResource: "Fixtures/distribution", withExtension: "json"))
        return try JSONDecoder().decode(DistributionFixture.self, from: Data(contentsOf: url))
    }

    /// A group of the fixture by name.
    static func group(_ name: String) throws -> TwoGroupUnits {
        let fixture = try #require(try read().twoGroups.first { $0.name == name })
        return try fixture.units()
    }
}

/// Equal to 1e-9 of the value, however small it is; what is 0 but for rounding is 0.
func isEqual(_ left: Double?, _ right: Double) -> Bool {
    guard let left else { return false }
    return (left - right).magnitude <= max(1e-9 * right.magnitude, 1e-14)
}

/// The worked example 6.3 of three units.
func workedUnits() throws -> TwoGroupUnits {
    try #require(TwoGroupUnits(residents: [100, 200, 300], members: [40, 30, 30]))
}
