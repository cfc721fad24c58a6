import Disclosure
import Features
import Town
import Wording

@testable import Reports

/// What the small town remembers: a note of each kind, some public, and four occasions of participation.
enum MemorySketch {
    static func day(_ text: String) -> CalendarDate { CalendarDate(iso: text) ?? CalendarDate.first }

    static let both = ResponsibleOffices(urbanDevelopment: "Stadtplanung", integration: "Büro für Integration")

    static func note(
        _ id: String, _ content: Note.Content, title: String? = nil, date: String = "2024-06-01",
        quarters: [String] = [], places: [String] = [], isPublic: Bool = true, text: String = "Ein *Satz*."
    ) -> Note {
        Note(
            id: id, title: title ?? "Titel \(id)", date: day(date), quarterIDs: quarters, placeIDs: places,
            isPublic: isPublic, content: content, body: NoteText(markdown: text))
    }

    static let notes = [
        note(
            "vermutung", .assumption(indicators: ["coverage_share", "place_count"]), title: "Abends ist wenig offen",
            quarters: ["q1"]),
        note("vermutung-stadt", .assumption(indicators: []), isPublic: false),
        note(
            "erprobung", .trial(until: day("2024-12-31"), offices: ResponsibleOffices(integration: "Büro")),
            places: ["p1"]),
        note("gelernt", .learnt(trial: "erprobung"), title: "Samstags geht es", places: ["p1"]),
        note("gelernt-sonst", .learnt(trial: nil), isPublic: false),
        note(
            "massnahme",
            .measure(
                Note.Measure(goal: "treffpunkt", decision: "Rat, 14. März", offices: both, status: .running)),
            quarters: ["q1", "q2"]),
        note(
            "massnahme-offen", .measure(Note.Measure(goal: "In Worten", status: .proposed)), isPublic: false),
        note("thema", .topic(offices: both), text: "1. eins\n2. zwei"),
        note(
            "antwort",
            .answer(Note.Answer(question: "open_evening/quarter/q1", circle: "Runder Tisch", state: .open)),
            title: "Was könnte offen sein?", quarters: ["q1"]),
        note("unterkunft", .topic(offices: both), title: "Über die Unterkunft", places: ["p4"]),
    ]

    static let participation = [
        ParticipationRecord(
            id: "1", date: day("2024-05-14"), quarterID: "q1", format: .outreach, role: "gefragt",
            languages: ["de", "ar"], result: "Eine Bank", outcome: .adopted, reason: "im Haushalt",
            office: "Tiefbauamt", answeredOn: day("2024-09-01"), isPublic: true),
        ParticipationRecord(
            id: "2", date: day("2024-03-01"), placeID: "p1", format: .debate, result: "Länger öffnen", outcome: .not,
            answeredOn: day("2024-04-01"), isPublic: true),
        ParticipationRecord(id: "3", date: day("2024-07-01"), result: "Mehr Licht", isPublic: true),
        ParticipationRecord(id: "4", result: "Nur intern", office: "Jugendamt"),
    ]

    static let memory = TownMemory(notes: notes, participation: ParticipationLog(participation))

    static func town(_ edition: Edition = .internal, _ language: Language = .german) -> SmallTown {
        var town = SmallTown()
        (town.memory, town.edition, town.language) = (memory, edition, language)
        return town
    }
}

extension CalendarDate {
    /// A day that no test expects.
    fileprivate static let first: CalendarDate = {
        guard let day = CalendarDate(year: 1, month: 1, day: 1) else { preconditionFailure("there is such a day") }
        return day
    }()
}
