import Features
import Testing
import Town

@Suite struct TownMemoryTests {
    private func day(_ text: String) throws -> CalendarDate { try #require(CalendarDate(iso: text)) }

    private func answer(
        _ id: String, _ question: String, _ date: String, _ state: AnswerState, quarters: [String] = [],
        isPublic: Bool = false
    ) throws -> Note {
        Note(
            id: id, title: id, date: try day(date), quarterIDs: quarters, isPublic: isPublic,
            content: .answer(Note.Answer(question: question, circle: "Runde", state: state)),
            body: NoteText(markdown: "Ein **Satz**."))
    }

    @Test func notesStandByDayThenById() throws {
        let memory = TownMemory(notes: [
            try answer("c", "q", "2024-01-02", .open), try answer("b", "q", "2024-01-02", .open),
            try answer("a", "q", "2024-03-01", .open), try answer("d", "q", "2023-12-31", .open),
        ])
        #expect(memory.notes.map(\.id) == ["d", "b", "c", "a"])
    }

    @Test func theLatestAnswerDecides() throws {
        let memory = TownMemory(notes: [
            try answer("1", "evening", "2023-01-01", .open), try answer("2", "evening", "2024-01-01", .settled),
            try answer("3", "keys", "2024-01-01", .settled), try answer("4", "keys", "2024-06-01", .open),
            try answer("5", "walls", "2024-06-01", .unimportant),
            try answer("6", "evening", "2024-09-01", .open, quarters: ["03"]),
        ])
        #expect(memory.openAnswers().map(\.question) == ["keys"])
        #expect(memory.openAnswers(quarter: "03").map(\.noteID) == ["4", "6"])
        #expect(memory.openAnswers(quarter: "04").map(\.question) == ["keys"])
        #expect(memory.answers(to: "evening", quarter: "03").map(\.noteID) == ["1", "2", "6"])
        #expect(memory.answers(to: "evening").map(\.state) == [.open, .settled])
        #expect(memory.answers(to: "evening").last?.text == "Ein Satz.")
        #expect(memory.answers(to: "nothing").isEmpty)
    }

    @Test func onlyWhatIsMarkedIsPublic() throws {
        var atHome = try answer("home", "q", "2024-01-01", .open, isPublic: true)
        atHome.content = .trial(until: nil, offices: ResponsibleOffices())
        atHome.placeIDs = ["P1", "shelter"]
        let memory = TownMemory(
            notes: [
                try answer("in", "q", "2024-01-01", .open), try answer("out", "q", "2024-01-01", .open, isPublic: true),
                atHome,
            ],
            participation: ParticipationLog([
                ParticipationRecord(id: "1"), ParticipationRecord(id: "2", isPublic: true),
                ParticipationRecord(id: "3", placeID: "shelter", isPublic: true),
                ParticipationRecord(id: "4", placeID: "P1", isPublic: true),
            ]))
        let published = memory.published(withoutPlaces: ["shelter"])
        #expect(published.notes.map(\.id) == ["out"])
        #expect(published.participation?.records.map(\.id) == ["2", "4"])
        #expect(TownMemory().published(withoutPlaces: []).participation == nil)
    }

    @Test func participationIsCounted() throws {
        let log = ParticipationLog([
            ParticipationRecord(
                id: "late", date: try day("2024-05-01"), format: .online, outcome: .adopted,
                answeredOn: try day("2024-06-01")),
            ParticipationRecord(id: "undated", format: .debate, outcome: .partly),
            ParticipationRecord(id: "b", date: try day("2023-05-01"), format: .debate),
            ParticipationRecord(
                id: "a", date: try day("2023-05-01"), format: .outreach, outcome: .not,
                answeredOn: try day("2023-05-02")),
        ])
        #expect(log.records.map(\.id) == ["a", "b", "late", "undated"])
        #expect(log.answered.map(\.id) == ["a", "late"] && log.unanswered.map(\.id) == ["b", "undated"])
        #expect(log.answered.count + log.unanswered.count == log.count)
        #expect(ParticipationOutcome.allCases.map(log.count(of:)) == [1, 1, 1, 1])
        #expect(log.formats.map(\.format) == [.debate, .outreach, .online] && log.formats.map(\.count) == [2, 1, 1])
    }

    @Test func officesAreBothOrNot() {
        #expect(ResponsibleOffices(urbanDevelopment: "A", integration: "B", others: ["C"]).areBothNamed)
        #expect(!ResponsibleOffices(integration: "B", others: ["C"]).areBothNamed)
        #expect(ResponsibleOffices(urbanDevelopment: "A", others: ["C"]).all == ["A", "C"])
    }
}
