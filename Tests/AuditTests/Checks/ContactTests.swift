import Testing

@testable import Audit

@Suite("Mail addresses and telephone numbers")
struct ContactTests {
    @Test(
        "are found",
        arguments: [
            "schreiben Sie an k.lüders@stadt.example.", "<a.b+c@x-y.example.org>", "anna_m@1a.de",
            "href=tel:0484112345",
            "Telefon: 04841 1234567", "Tel.: 1234567", "mobil 0171 2345678", "Phone +44 20 7946 0018",
            "(04841) 12-34-56",
            "04841 / 123456", "+49(0)4841 123456", "ruf an:\n0171/2345678",
        ])
    func found(text: String) { #expect(Contact.isNamed(in: text, allowsOffices: false)) }

    @Test(
        "are not seen in other signs",
        arguments: [
            "", "@", "a@b", "@example.org", "a@@example.org", "a@.org", "version 1.2.3", "5 (3)", "0,123 (0,5)",
            "2024/25", "01.01.2024/31.12.2024", "10:00-12:00", "0 1 2 3 4 5 6 7 8 9", "EPSG:25832/25833",
            "M10 10L20-30", "A-0123456/7", "0.5+0.25", "Telefonzelle", "Hotel 12", "#0123456",
        ])
    func absent(text: String) { #expect(!Contact.isNamed(in: text, allowsOffices: false)) }

    @Test("offices may be written to where people read, and nowhere else")
    func offices() {
        for name in ["info", "Stadtplanung", "poststelle", "büro"] {
            #expect(!Contact.isNamed(in: "\(name)@stadt.example", allowsOffices: true))
            #expect(Contact.isNamed(in: "\(name)@stadt.example", allowsOffices: false))
        }
        #expect(Contact.isNamed(in: "info@stadt.example, anna@stadt.example", allowsOffices: true))
    }
}
