import Disclosure
import Foundation
import Indicators
import Testing

@testable import Pipeline

/// The three years of the sample town, as its reports tell them: SampleData/README.md says what happened.
@Suite struct SampleStoryTests {
    /// The sentences on causes of a page of the internal edition.
    private func sentences(_ year: String, _ page: String) throws -> [String] {
        let path = try SampleRuns.folder(year) + "/internal/report/\(page).html"
        let text = try String(contentsOfFile: path, encoding: .utf8)
        guard let start = text.range(of: "id=\"causes\""),
            let end = text.range(of: "</section>", range: start.upperBound..<text.endIndex)
        else { return [] }
        return text[start.upperBound..<end.lowerBound].split(separator: "<li>").dropFirst().map { item in
            String(item.prefix { $0 != "<" }).replacing("\u{202F}", with: " ")
        }
    }

    @Test func theFirstYearHasNothingToBeComparedWith() throws {
        #expect(try sentences("2022", "index").isEmpty)
    }

    /// 400 people moved to Sonnenfeld, from where meeting places are far; a language café opened where there are others.
    @Test func in2023PeopleMovedToTheEdge() throws {
        #expect(
            try sentences("2023", "index") == [
                "Anteil mit einem Treffpunkt in 10 Minuten zu Fuß: von 92 auf 90 von 100 Menschen, allein durch Veränderungen in der Bevölkerung.",
                "Anteil mit einem offenen Ort (Treffpunkt) samstags in 15 Minuten zu Fuß: von 87 auf 85 von 100 Menschen, allein durch Veränderungen in der Bevölkerung.",
                "Anteil mit einem offenen Ort (Treffpunkt) sonntags in 15 Minuten zu Fuß: von 81 auf 80 von 100 Menschen, allein durch Veränderungen in der Bevölkerung.",
            ])
    }

    /// The footbridge brings Sunday's places nearer; groups got keys.
    @Test func in2024ABridgeAndKeys() throws {
        #expect(
            try sentences("2024", "index") == [
                "Anteil mit einem offenen Ort (Treffpunkt) sonntags in 15 Minuten zu Fuß: von 80 auf 81 von 100 Menschen, allein durch Wege und Haltestellen.",
                "Raumstunden in eigener Verantwortung, je Woche und 1.000 Menschen: von 2,3 auf 3,1, allein durch Orte, Angebote, Räume und ihre Zeiten.",
            ])
    }

    /// Beside the new bridge, and where 150 people moved to, so that the same hours are shared by more.
    @Test func in2024InBahnhofsviertel() throws {
        #expect(
            try sentences("2024", "quarter-02") == [
                "Anteil mit einem offenen Ort (Treffpunkt) sonntags in 15 Minuten zu Fuß: von 93 auf fast 100 von 100 Menschen, allein durch Wege und Haltestellen.",
                "Raumstunden in eigener Verantwortung, je Woche und 1.000 Menschen: von 2,6 auf 3,9; davon +1,5 durch Orte, Angebote, Räume und ihre Zeiten, −0,2 durch Veränderungen in der Bevölkerung.",
            ])
    }

    /// Where only the border was drawn anew nobody has won or lost a way.
    @Test func in2024TheBorderOfAmFlussAndLerchenfeld() throws {
        let river = try sentences("2024", "quarter-06")
        #expect(
            river.first
                == "Anteil mit einem offenen Ort (Treffpunkt) samstags in 15 Minuten zu Fuß: von 67 auf 70 von 100 Menschen, allein durch geänderte Grenzen."
        )
        #expect(river.count == 2)
        #expect(river.allSatisfy { $0.hasSuffix(", allein durch geänderte Grenzen.") })
        let larks = try sentences("2024", "quarter-07")
        #expect(
            larks.last
                == "Raumstunden in eigener Verantwortung, je Woche und 1.000 Menschen: von 4,5 auf 5,7; davon +1,3 durch Orte, Angebote, Räume und ihre Zeiten, −0,1 durch geänderte Grenzen."
        )
    }

    /// What is kept, before rounding: the parts of every figure of the last two years add up.
    @Test(arguments: ["2023", "2024"]) func partsAddUpToTheDifference(_ year: String) throws {
        let kept = try KeptRunFile.read(folder: SampleRuns.folder(year)).run
        let causes = try #require(kept.causes)
        #expect(
            causes.causes == (year == "2023" ? [.population, .places] : [.population, .places, .network, .boundaries]))
        #expect(causes.shrunken.isEmpty)
        #expect(causes.figures.count > 60)
        for (before, figure) in zip(causes.before.values, causes.figures) {
            guard let old = before.value, let now = kept.table[before.key]?.value, let parts = figure.parts else {
                continue
            }
            #expect(abs(parts.reduce(0, +) - (now - old)) <= 1e-9 * max(1, abs(now)))
        }
    }
}
