import Testing

@testable import Audit

@Suite("Names of areas and groups") struct GazetteerTests {
    private func row(
        _ id: String, _ name: String, level: String = "quarter", group: String = "all", value: String = "100"
    ) -> PublishedRow {
        PublishedRow(
            cell: AuditCell(
                period: "2024", level: level, area: id, areaName: name, group: group, indicator: "residents"),
            unit: "persons", status: "valid", value: value, others: [:], file: "f.csv", line: nil)
    }

    private var gazetteer: Gazetteer {
        Gazetteer([
            row("T", "Musterstadt", level: "town", value: "900"),
            row("T", "Musterstadt", level: "town", group: "foreign", value: "90"),
            row("T", "Musterstadt", level: "town", group: "under18", value: "150"),
            row("01", "Nord"), row("02", "Nord am See"), row("03", "Süd"), row("04", "Am Bahnhof", level: "focus_area"),
        ])
    }

    @Test("areas and groups in the order in which they come, each once")
    func order() {
        let names = gazetteer
        #expect(names.areas.map(\.id) == ["T", "01", "02", "03", "04"])
        #expect(names.groups == ["all", "foreign", "under18"] && names.all == "all")
        #expect(names.town?.name == "Musterstadt")
        #expect(names.area("04")?.level == "focus_area" && names.area("04", levels: ["quarter"]) == nil)
        #expect(names.area("99") == nil && names.area("") == nil)
    }

    @Test("without a group called all the largest is that of all")
    func largest() {
        let names = Gazetteer([
            row("T", "T", level: "town", group: "everybody", value: "900"),
            row("T", "T", level: "town", group: "foreign", value: "90"),
        ])
        #expect(names.all == "everybody")
        #expect(Gazetteer([]).all == "all" && Gazetteer([]).town == nil && Gazetteer([]).areas.isEmpty)
    }

    @Test(
        "the longest name counts, in the order of the text",
        arguments: [
            ("In Nord leben", ["01"]), ("In Nord am See leben", ["02"]), ("Süd und Nord", ["03", "01"]),
            ("SUED, nord am see", ["03", "02"]), ("im Norden", []), ("Nordsee", []), ("Nord, Nord", ["01", "01"]),
            ("", []),
            ("am Bahnhof", ["04"]),
        ])
    func mentions(text: String, areas: [String]) {
        var names = gazetteer
        #expect(names.mention(text).areas.map(\.id) == areas)
    }

    @Test(
        "groups by what they are mostly called",
        arguments: [
            ("Menschen mit ausländischer Staatsangehörigkeit", ["foreign"]),
            ("people with foreign citizenship", ["foreign"]),
            ("Kinder unter 18 Jahren", ["under18"]), ("Ausländer unter 18", ["under18", "foreign"]),
            ("Alle Einwohner", []), ("under18", ["under18"]),
        ])
    func groups(text: String, groups: [String]) {
        var names = gazetteer
        #expect(Set(names.mention(text).groups) == Set(groups))
    }

    @Test("a label that was learnt; one that is too short or known is none")
    func labels() {
        var names = gazetteer
        #expect(names.mention("Zugewanderte in Nord").groups.isEmpty)
        names.add(label: "zugewanderte", of: "foreign")
        names.add(label: "x", of: "under18")
        names.add(label: "zugewanderte", of: "under18")
        #expect(names.mention("Zugewanderte in Nord").groups == ["foreign"])
        #expect(names.mention("x").groups.isEmpty)
    }

    @Test(
        "the whole town",
        arguments: [
            ("in der Gesamtstadt", true), ("in der ganzen Stadt", true), ("the whole town", true),
            ("Musterstadt", true),
            ("im Stadtteil", false), ("Nord", false),
        ])
    func town(text: String, isTown: Bool) {
        var names = gazetteer
        #expect(names.mention(text).isTown == isTown)
    }

    @Test("names are taken out of a text, which keeps its length and its other words")
    func withoutNames() {
        var names = gazetteer
        let text = Vocabulary.folded("In Nord am See 12 Ausländer")
        let rest = names.withoutNames(text)
        #expect(rest.count == text.count && rest.contains("12") && !rest.contains("nord") && !rest.contains("see"))
        #expect(names.mention("In Nord 12").bare.contains("12"))
        #expect(names.mention("In Nord 12").folded == "in nord 12")
    }

    @Test("areas that are added later, without a name, and twice")
    func added() {
        var names = gazetteer
        names.add(.init(id: "05", name: "", level: "area"))
        names.add(.init(id: "05", name: "", level: "area"))
        names.add(.init(id: "", name: "Nowhere", level: "area"))
        #expect(names.areas.count == 6 && names.area("05")?.name == "")
        #expect(names.mention("Nowhere").areas.isEmpty)
        #expect(names.mention("West").areas.isEmpty)
        names.add(.init(id: "06", name: "West", level: "quarter"))
        #expect(names.mention("West").areas.map(\.id) == ["06"])
    }
}
