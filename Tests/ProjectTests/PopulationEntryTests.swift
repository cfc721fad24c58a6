import Features
import Project
import Testing

/// The section `population`.
@Suite struct PopulationEntryTests {
    private static func decode(_ more: String) -> (project: ProjectFile?, findings: [Diagnostic]) {
        let (project, findings) = ProjectFile.decode(Example.least + "\n" + more + "\n", file: "q")
        return (project, findings.filter { $0.code != .understandingEmpty })
    }

    @Test func withoutTheSectionNothingIsRounded() throws {
        let population = try #require(Self.decode("").project).population
        #expect(!population.wholeNumbers && population.spreading == .dasymetric)
        #expect(population.noiseVariance == nil && population.officialTotal == nil)
    }

    @Test func everyKeyIsRead() throws {
        let (project, findings) = Self.decode(
            "population: { noise_variance: 3.5, official_total: 9000, spreading: areal, whole_numbers: true }")
        let population = try #require(project).population
        #expect(findings.isEmpty && population.wholeNumbers && population.spreading == .areal)
        #expect(population.noiseVariance == 3.5 && population.officialTotal == 9_000)
    }

    @Test(arguments: ["whole_numbers: maybe", "whole_numbers: 1", "noise_variance: -1", "spreading: by_hand"])
    func whatIsNoValueIsRefused(_ text: String) {
        #expect(Self.decode("population: { \(text) }").findings.map(\.code) == [.valueInvalid])
    }
}
