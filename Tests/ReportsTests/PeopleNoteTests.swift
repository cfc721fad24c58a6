import Disclosure
import Testing
import Town
import Wording

@testable import Reports

/// What reports say of counts from a census and of the definitions of groups.
@Suite struct PeopleNoteTests {
    private func text(_ input: UnprotectedInput) throws -> String {
        try #require(ReportSet.render(input).first { $0.path == "index.html" }?.text)
    }

    @Test(arguments: Language.allCases, PeopleNote.Basis.allCases)
    func whereTheVarianceComesFrom(language: Language, basis: PeopleNote.Basis) throws {
        var town = SmallTown()
        town.language = language
        var input = try town.input()
        let words = Words(language)
        let sentence = words(
            "interval.noise.\(basis.rawValue)",
            ["variance": language == .german ? "6,3" : "6.3", "deviation": language == .german ? "2,5" : "2.5"])
        #expect(!(try text(input)).contains(sentence))
        input.people = PeopleNote(variance: 6.3, basis: basis, years: [2022])
        #expect(try text(input).contains(sentence))
        #expect(try text(input).contains(words("limits.census")))
        #expect(!(try text(input)).contains(words("limits.census_years")))
        input.people?.years = [2011]
        #expect(try text(input).contains(words("limits.census_years")))
        #expect(try text(input).contains(words("interval.noise.2011")))
    }

    @Test(arguments: Language.allCases) func whatCutsOfLargeCellsMean(language: Language) throws {
        var town = SmallTown()
        town.language = language
        var input = try town.input()
        let words = Words(language)
        let origins = try #require(input.study.population).xs.count
        #expect(!(try text(input)).contains(words("interval.cut")))
        input.study.population?.coarseCells = CoarseCells(cellsOfOrigins: (0..<origins).map { Int32($0) })
        let page = try text(input)
        #expect(page.contains(words("interval.cut")) && page.contains(words("interval.cut.residents")))
        // No source has changed its numbers.
        #expect(!page.contains(words("interval.method")) && !page.contains(words("interval.residents")))
        input.study.population?.spreads = [
            CountSpread(noiseVariances: (0..<origins).map { _ in 2 })
        ]
        let noisy = try text(input)
        #expect(noisy.contains(words("interval.cut")) && noisy.contains(words("interval.method")))
        #expect(noisy.contains(words("interval.residents")) && !noisy.contains(words("interval.cut.residents")))
    }

    @Test func definitionsStandBesideTheirGroups() throws {
        var input = try SmallTown().input()
        let words = Words(.german)
        #expect(!(try text(input)).contains(words("residents.definitions")))
        input.study.groups[1].definition = .citizenship
        let page = try text(input)
        #expect(page.contains(words("residents.definitions")))
        #expect(page.contains(words("residents.definition.citizenship")))
        #expect(!page.contains(words("residents.definition.country_of_birth")))
        input.edition = .public
        #expect(try text(input).contains(words("residents.definitions")))
    }

    @Test func everyDefinitionAndBasisHasWords() {
        for language in Language.allCases {
            let words = Words(language)
            for definition in PopulationGroup.Definition.allCases {
                #expect(!words("residents.definition.\(definition.rawValue)").contains("residents."))
            }
        }
    }
}
