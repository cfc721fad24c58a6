import Features
import TestSupport
import Town
import Testing
import Wording

/// Streets and house numbers as people write them find their address; nothing is guessed.
@Suite struct AddressBookTests {
    private func book() -> AddressBook {
        var book = AddressBook()
        let addresses: [(String, String, String, Double)] = [
            ("Lundweg", "30", "24941", 1), ("Lundweg", "12a", "24941", 2), ("Lundweg", "12", "24941", 3),
            ("Emil-Nolde-Straße", "31", "24937", 4), ("Brahmsstraße", "2-4", "24943", 5),
            ("Bohlberg", "58", "24943", 6),
            ("Sankt-Jürgen-Platz", "1", "24937", 7), ("Hauptstraße", "1", "24937", 8),
            ("Hauptstraße", "1", "24988", 9000),
            ("Lundweg", "8", "24941", 10), ("Lundweg", "8", "24941", 40), ("Straße des 17. Juni", "5", "24937", 12),
        ]
        for (street, number, postcode, x) in addresses {
            let isAdded = book.add(street: street, number: number, postcode: postcode, x: x, y: 0)
            #expect(isAdded)
        }
        return book
    }

    @Test(
        arguments: [
            ("Lundweg", "30", 1), ("LUNDWEG", " 30 ", 1), ("Lundweg", "12 A", 2), ("Lundweg", "012a", 2),
            ("Lundweg", "Nr. 12", 3), ("Emil Nolde Str.", "31", 4), ("emil-nolde-strasse", "31", 4),
            ("EmilNoldeStr", "31", 4), ("Brahmsstr.", "2-4", 5), ("St. Juergen Pl.", "1", 7),
            // Two entrances of one house.
            ("Lundweg", "8", 10), ("Straße des 17. Juni", "5", 12),
        ] as [(String, String, Double)])
    func findsAddresses(street: String, number: String, x: Double) {
        #expect(book().find(street: street, number: number) == .found(x: x, y: 0, remark: nil))
    }

    @Test(
        arguments: [
            // A range finds its first number that exists; a number finds the range in which it lies.
            ("Bohlberg", "56-58", "", .found(x: 6, y: 0, remark: .range)),
            ("Bohlberg", "54 – 60", "", .found(x: 6, y: 0, remark: .range)),
            ("Lundweg", "10/12", "", .found(x: 3, y: 0, remark: .range)),
            ("Lundweg", "12a-c", "", .found(x: 2, y: 0, remark: .range)),
            ("Brahmsstraße", "4", "", .found(x: 5, y: 0, remark: .range)),
            // The other side of the street is not in the range.
            ("Brahmsstraße", "3", "", .numberUnknown(street: "Brahmsstraße", near: ["2", "2-4", "4"])),
            ("Hauptstr.", "1", "", .several), ("Hauptstr.", "1", "24937", .found(x: 8, y: 0, remark: nil)),
            ("Hauptstr.", "1", "24988", .found(x: 9000, y: 0, remark: nil)),
            ("Lundweg", "30", "24939", .found(x: 1, y: 0, remark: .postcode)),
            // A letter is never left out.
            ("Lundweg", "30a", "", .numberUnknown(street: "Lundweg", near: ["12", "12a", "30"])),
            ("Lundweg", "12b", "", .numberUnknown(street: "Lundweg", near: ["8", "12", "12a"])),
            ("Lundwg", "30", "", .streetUnknown(suggestion: "Lundweg")),
            ("Am Katharinenhof", "29", "", .streetUnknown(suggestion: nil)), ("", "1", "", .incomplete),
            ("Lundweg", "", "", .incomplete), ("–", "1", "", .incomplete),
        ] as [(String, String, String, AddressBook.Answer)])
    func guessesNothing(street: String, number: String, postcode: String, answer: AddressBook.Answer) {
        #expect(book().find(street: street, number: number, postcode: postcode) == answer)
    }

    @Test(
        arguments: [
            ("Lundweg 30", "Lundweg", "30"), ("Emil-Nolde-Straße 31 a", "Emil-Nolde-Straße", "31 a"),
            ("Straße des 17. Juni 12", "Straße des 17. Juni", "12"),
            ("Bohlberg 56-58, 24943 Flensburg", "Bohlberg", "56-58"),
            ("Bohlberg 56 - 58", "Bohlberg", "56 - 58"), ("Lundweg 12a-c", "Lundweg", "12a-c"),
            ("Platz 1 3", "Platz 1", "3"),
        ])
    func splitsTexts(text: String, street: String, number: String) throws {
        let split = try #require(AddressText.split(text))
        #expect(split.street == street && split.number == number)
    }

    @Test(arguments: [
        "Lundweg", "", "30", "Straße des 17. Juni", "Haus Nord, Lundweg 30", "Lundweg 30 Hinterhof", "Weg 24941",
    ])
    func splitsNothingElse(text: String) {
        #expect(AddressText.split(text) == nil)
    }

    @Test(
        arguments: [
            ("12-14", ["12", "14"]), ("12-16", ["12", "14", "16"]), ("11-14", ["11", "12", "13", "14"]),
            ("12a-c", ["12a", "12b", "12c"]), ("12a-14", ["12a", "14"]), ("2/4", ["2", "4"]), ("12", []), ("14-12", []),
            ("a-c", []), ("1-2-3", []), ("1-9999", []), ("12-", []), ("99999999999999999999-2", []), ("-", []),
        ] as [(String, [String])])
    func opensRanges(range: String, members: [String]) {
        #expect(AddressText.members(ofRange: range) == members)
    }

    /// However an address of the book is written, it is found.
    @Test func findsWhatItHolds() {
        var generator = SeededGenerator(seed: 48)
        var book = AddressBook()
        let streets = ["Große Straße", "Süderhofenden", "Dr.-Todsen-Str.", "Am Ochsenmarkt", "St.-Jürgen-Straße"]
        var rows: [(String, String)] = []
        for (index, street) in streets.enumerated() {
            for number in stride(from: 1, to: 40, by: 3) {
                let letter = ["", "a", "b"].randomElement(using: &generator) ?? ""
                book.add(street: street, number: "\(number)\(letter)", x: Double(index), y: Double(number))
                rows.append((street, "\(number)\(letter)"))
            }
        }
        #expect(book.count == rows.count)
        for (street, number) in rows {
            var (text, numberText) = (street, number)
            if Bool.random(using: &generator) { text = text.uppercased() }
            if Bool.random(using: &generator) { text = text.replacing("-", with: " ") }
            if Bool.random(using: &generator) { text = text.replacing("ß", with: "ss").replacing("ü", with: "ue") }
            if Bool.random(using: &generator), let letter = number.last, letter.isLetter {
                numberText = number.dropLast() + " " + letter.uppercased()
            }
            let expected = Double(streets.firstIndex(of: street) ?? -1)
            guard case .found(let x, let y, nil) = book.find(street: text, number: numberText) else {
                Issue.record("\(text) \(numberText) is not found")
                continue
            }
            #expect(x == expected && y == Double(number.filter(\.isNumber)))
        }
    }

    private func layer(_ header: [String], _ rows: [[String]]) -> Layer {
        let columns = header.indices.map { index -> Column in
            var arena = TextArena()
            for row in rows { arena.append(row[index].utf8) }
            return Column(
                name: header[index], storage: .texts(arena), presence: Presence(rows.map { !$0[index].isEmpty }))
        }
        return Layer(
            name: "t", source: SourceFile(path: "t.csv"), geometries: GeometryColumn(missing: rows.count),
            columns: columns,
            lines: rows.indices.map { UInt32($0 + 2) })
    }

    @Test func findsLists() throws {
        let points = layer(
            ["str", "nr", "zusatz"], [["Lundweg", "30", ""], ["Lundweg", "31", "b"], ["Lundweg", "", ""]])
        let book = AddressBook(
            points, columns: .init(street: "str", number: "nr", suffix: "zusatz"), xs: [1, 2, 3], ys: [5, 6, 7])
        #expect(book.count == 2)
        let list = layer(
            ["adresse"],
            [
                ["Lundweg 30"], ["Lundweg 31 B"], ["Lundweg 28-30"], ["Lundweg 99"], ["Ludweg 1"], ["Ludweg 2"],
                ["Rathaus"], [""],
            ])
        let (answers, findings) = book.find(list, columns: .init(street: "adresse"))
        #expect(answers.count == 8)
        #expect(answers[0] == .found(x: 1, y: 5, remark: nil) && answers[1] == .found(x: 2, y: 6, remark: nil))
        #expect(answers[2] == .found(x: 1, y: 5, remark: .range))
        #expect(
            findings.map(\.code) == [
                .addressUncertain, .addressNumberUnknown, .addressUnknown, .addressUncertain, .addressUncertain,
            ])
        #expect(findings.map(\.location?.line) == [4, 5, 6, 8, 9])
        // A street that is not known is told once.
        #expect(findings[2].arguments["count"] == "2" && findings[2].arguments["suggestion"] == "Lundweg")
        for finding in findings {
            for language in [Language.german, .english] {
                #expect(!finding.description(language).contains("{") && !finding.description(language).contains("⟨"))
            }
        }
        // Columns that are not there give no addresses and no trap.
        #expect(book.find(list, columns: .init(street: "x", number: "y")).answers.allSatisfy { $0 == .incomplete })
    }
}
