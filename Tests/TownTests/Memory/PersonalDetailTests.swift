import Testing
import Town

@Suite struct PersonalDetailTests {
    @Test(arguments: [
        ("Das regelt Frau Yılmaz.", "Frau Yılmaz."), ("Herrn Dr. Beispiel fragen", "Herrn Dr."),
        ("(Familie Öztürk)", "Familie Öztürk"), ("Mail an a.b@example.org!", "a.b@example.org!"),
        ("Tel. 04841/12 34 56", "04841/12 34 56"), ("+49 4841 123456", "+49 4841 123456"),
        ("unter 04841123456 zu erreichen", "04841123456 "),
    ])
    func whatNamesAPersonIsFound(_ text: String, _ words: String) {
        #expect(PersonalDetail.found(in: text) == words)
    }

    @Test(arguments: [
        "Ein Abend für jede Frau und jeden Mann", "Frauentreff und Familienzentrum", "Familie und Beruf",
        "Rat, 14.03.2024", "beschlossen am 2024-05-11", "2023/2024 und 2024/2025", "Haushalt 2024, 2025, 2026",
        "12 345 Menschen", "24.000 Menschen", "Bebauungsplan 17", "von 09:00 bis 18:00", "2022-2024", "@", "a @ b",
        "10 15 20 Minuten", "",
    ])
    func whatNamesNobodyIsNot(_ text: String) {
        #expect(PersonalDetail.found(in: text) == nil)
    }
}
