import Disclosure
import Indicators
import Testing
import Town
import Wording

@testable import Reports

/// Which texts stand on the page for the council: each of them has a limit for a town's own wording, since the page is one
/// sheet of paper.
@Suite struct CouncilTextsTests {
    /// Own wordings of one sign and the blanks of each text, and the key that a sign stands for.
    private static let signs: (texts: [String: String], keys: [Unicode.Scalar: String]) = {
        var texts: [String: String] = [:]
        var keys: [Unicode.Scalar: String] = [:]
        let catalogue = Catalogue.of(.german)
        for (index, key) in catalogue.ownableKeys.enumerated() {
            // Ideographs: no text of a sample town has one.
            guard let sign = Unicode.Scalar(0x4E00 + index), let template = catalogue.template(key) else { continue }
            texts[key] = String(sign) + Catalogue.blanks(of: template).map { "{\($0)}" }.joined()
            keys[sign] = key
        }
        return (texts, keys)
    }()

    /// The keys of the texts on the page of an input.
    private func keys(_ input: UnprotectedInput) throws -> Set<String> {
        var input = input
        input.look = Look(texts: [.german: CouncilTextsTests.signs.texts])
        return Set(
            try ReportContext(input).councilPage().unicodeScalars.compactMap { CouncilTextsTests.signs.keys[$0] })
    }

    /// Towns of all sorts, so that each text has its occasion.
    private func inputs() throws -> [UnprotectedInput] {
        var towns: [SmallTown] = []
        for edition in Edition.allCases {
            for isTimed in [true, false] { towns.append(try CouncilTown.town(.german, edition, isTimed: isTimed)) }
            towns.append(try CouncilTown.hostile(.german, edition, text: "Wort"))
            var town = try CouncilTown.town(.german, edition)
            (town.memory, town.confirmation, town.sources) = (MemorySketch.memory, nil, [])
            towns.append(town)
            town = SmallTown()
            (town.edition, town.hasPopulation, town.period) = (edition, false, "Sommer")
            town.understanding = Understanding()
            towns.append(town)
        }
        func changed(_ change: (inout SmallTown) throws -> Void) throws {
            var town = try CouncilTown.town(.german, .internal)
            try change(&town)
            towns.append(town)
        }
        let goals = SmallTown.understanding.goals
        try changed { $0.understanding = Understanding(goals: goals) }
        try changed { $0.understanding = Understanding(text: "Wir.") }
        try changed { $0.understanding = Understanding(text: "Wir.", adoptedBy: "Rat") }
        try changed { $0.understanding = Understanding(text: "Wir.", adoptedOn: "2023-05-11") }
        try changed { $0.offers = [["", "p1", "", "", "befristet bis 2025-12-31", ""]] }
        try changed { $0.offers = [["Chor", "p1", "Gemeinde", "Kirche", "dauerhaft", ""]] }
        try changed { $0.rooms = RoomSlots([try CouncilTown.slot("p1", "Mo 18:00-20:00", "one_group")]) }
        try changed {
            $0.rooms = RoomSlots([
                try CouncilTown.slot("p1", "Mo 18:00-20:00", "one_group"),
                try CouncilTown.slot("p1", "Tu 18:00-20:00", ""),
            ])
        }
        let ending = ["Chor", "p1", "", "", "befristet bis 2025-11-30", ""]
        // With the end of the place's own funding one more than the page has room for.
        try changed { $0.offers = Array(repeating: ending, count: CouncilLength.ends) }
        // All that ends does so after the horizon of this period.
        try changed { ($0.period, $0.offers) = ("2019", [["Chor", "p1", "", "", "dauerhaft", ""]]) }
        try changed { $0.sources = [SourceNote(name: "Karte", attribution: "© OpenStreetMap contributors")] }
        try changed { $0.placeNames = Array(repeating: "", count: 6) }
        try changed { $0.memory = TownMemory(participation: ParticipationLog([])) }
        try changed { $0.isUncertain = false }
        var inputs = try towns.map { try $0.input() }
        var hiding = try CouncilTown.town(.german, .public).input()
        hiding.rules.minimumCount = 60
        inputs.append(hiding)
        // Earlier releases: more, less, the same, nothing, hidden, by another method.
        for (factor, status, newer) in [
            (0.5, Status.valid, 0), (1.5, .valid, 0), (1, .valid, 0), (1, .suppressed, 0), (1, .valid, 1),
            (1, .estimated, 0),
        ] {
            for var input in [inputs[0], inputs[inputs.count - 1]] {
                input.released = input.indicators.values.filter { $0.level == .town }.map { value in
                    ReleasedValue(
                        period: "2022", key: value.key,
                        value: status == .suppressed ? nil : value.value.map { $0 * factor },
                        status: status, methodVersion: value.methodVersion - newer)
                }
                input.releasedOffers = [ReleasedOffers(period: "2022", funding: [.permanent])]
                inputs.append(input)
                input.released = Array(input.released.prefix(1))
                input.releasedOffers = []
                inputs.append(input)
            }
        }
        return inputs
    }

    @Test func everyTextOnThePageHasALimit() throws {
        let catalogue = Catalogue.of(.german)
        for (key, text) in CouncilTextsTests.signs.texts {
            #expect(catalogue.flaw(of: text, for: key) == nil, "\(key)")
        }
        let used = try inputs().reduce(into: Set<String>()) { try $0.formUnion(keys($1)) }
        let unlimited = used.filter { !catalogue.isOnCouncilPage($0) }
        #expect(unlimited.isEmpty, "\(unlimited.sorted())")
        // The towns show what the page has: all of its own texts, and of each family of others some.
        let own = catalogue.ownableKeys.filter { $0.hasPrefix("reports.council.") }
        #expect(Set(own).subtracting(used).sorted() == ["reports.council.of"].filter { !used.contains($0) })
        for key in [
            "footer", "question.offices", "office.treasury", "understanding.adopted_by", "participation.answers",
            "change.more", "interval.tenths.less", "decider.town", "offers.unnamed",
            "place_kind.organised",
            "limit.minutes", "limit.metres", "osm_credit", "map.north",
        ] { #expect(used.contains("reports.\(key)"), "\(key)") }
    }

    /// What no small town shows at once.
    @Test func textsOfClosedListsHaveALimitToo() {
        let catalogue = Catalogue.of(.german)
        var keys = QuestionRule.allCases.flatMap {
            ["question.\($0.rawValue).text", "question.\($0.rawValue).because"]
        }
        keys += QuestionRule.Office.allCases.map { "office.\($0.rawValue)" }
        keys += FundingDecider.allCases.map { "decider.\($0.rawValue)" }
        keys += ParticipationOutcome.allCases.map { "participation.outcome_count.\($0.rawValue)" }
        keys += (2...9).map { "interval.number.\($0)" }
        for key in keys.map({ "reports." + $0 }) {
            #expect(catalogue.template(key) != nil, "\(key)")
            #expect(catalogue.isOnCouncilPage(key), "\(key)")
        }
        #expect(!catalogue.isOnCouncilPage("reports.reach.intro") && !catalogue.isOnCouncilPage("council.title"))
    }
}
