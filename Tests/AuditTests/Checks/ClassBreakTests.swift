import TestSupport
import Testing

@testable import Audit

@Suite("Classes of maps")
struct ClassBreakTests {
    @Test(
        "a class in words",
        arguments: [
            ("0 bis unter 77", 0.0, 77.0, false), ("1.000 bis unter 2.500", 1000, 2500, false), ("3–12", 3, 12, false),
            ("12.5 to below 15 %", 12.5, 15, true), ("12 % bis unter 15 %", 12, 15, true),
            ("5 to 9 people", 5, 9, false),
        ])
    func words(text: String, lower: Double, upper: Double, isPercent: Bool) throws {
        let found = try #require(LegendClass(text))
        #expect(found.lower == lower && found.upper == upper && found.isPercent == isPercent)
    }

    @Test("what is no class", arguments: ["", "12", "12 bis", "9 bis 3", "10:00 bis 12:00", "5 von 20", "ab 5 bis 9"])
    func others(text: String) { #expect(LegendClass(text) == nil) }

    private func breaks(_ change: (inout SmallPublication) -> Void) throws -> Set<String> {
        let scratch = try Scratch()
        var town = SmallPublication()
        change(&town)
        let report = try PublicationAudit(folders: [town.write("public", in: scratch)]).report()
        return Set(report.findings.filter { $0.code == .classBreak }.compactMap { $0.arguments["number"] })
    }

    private func legend(_ title: String, _ classes: String...) -> String {
        "<p>\(title)</p><ul>" + classes.map { "<li>\($0)</li>" }.joined() + "</ul>"
    }

    @Test("breaks that are round or shown are none of a hidden count; small ones are always told")
    func counts() throws {
        let people = "Menschen mit ausländischer Staatsangehörigkeit"
        #expect(
            try breaks { $0.pageText = legend(people, "0 bis unter 75", "75 bis unter 79", "79 bis unter 100") }.isEmpty
        )
        #expect(
            try breaks { $0.pageText = legend(people, "0 bis unter 3", "3 bis unter 77", "77 bis unter 100") } == [
                "3", "77",
            ])
        // Another group has nothing hidden, places are no people.
        #expect(try breaks { $0.pageText = legend("Einwohner", "0 bis unter 77", "77 bis unter 2000") }.isEmpty)
        #expect(try breaks { $0.pageText = legend("Orte je Quartier", "0 bis unter 3", "3 bis unter 77") }.isEmpty)
    }

    @Test("a break in per cent tells as many persons as its digits leave open")
    func shares() throws {
        let title = "Anteil ausländischer Menschen"
        // 6 of 100 leave 12 or 13 of 1,200 or 1,300 people open; 6.4 leaves one.
        #expect(try breaks { $0.pageText = legend(title, "0 bis unter 6 %", "6 bis unter 11 %") }.isEmpty)
        #expect(try breaks { $0.pageText = legend(title, "0 bis unter 6,4 %", "6,4 bis unter 11 %") } == ["11", "6.4"])
        #expect(try breaks { $0.pageText = legend(title, "0,0 bis unter 7,9 %", "7,9 bis unter 10,0 %") }.isEmpty)
        #expect(try breaks { $0.pageText = legend("Anteil der Menschen im Umkreis", "0 bis unter 6,4 %") }.isEmpty)
    }

    @Test("graduated styles and rules, in files of their own")
    func styles() throws {
        let qml =
            "<renderer-v2 attr=\"residents_foreign\"><range lower=\"0\" upper=\"76.4\"/><range lower=\"76.4\" upper=\"200\"/></renderer-v2>"
        #expect(try breaks { $0.files["style.qml"] = qml } == ["76.4"])
        let sld = """
            <ogc:PropertyIsLessThan><ogc:PropertyName>residents_foreign</ogc:PropertyName><ogc:Literal>77</ogc:Literal>\
            </ogc:PropertyIsLessThan>
            """
        #expect(try breaks { $0.files["style.sld"] = sld } == ["77"])
        #expect(try breaks { $0.files["style.sld"] = sld.replacing("foreign", with: "all") }.isEmpty)
        #expect(try breaks { $0.files["style.sld"] = sld.replacing(">77<", with: ">200<") }.isEmpty)
    }

    private func colours(_ page: String) throws -> [Reading] {
        let scratch = try Scratch()
        var town = SmallPublication()
        town.pageText = page
        return Readings(try PublishedFolder(path: town.write("public", in: scratch))).all.filter { $0.place == "fill" }
    }

    @Test("a shape has the class of its colour in the nearest legend")
    func fills() throws {
        func figure(_ title: String, _ first: String, _ second: String) -> String {
            """
            <figure><figcaption>\(title)</figcaption><svg><path fill="#AAA"><title>Ost</title></path>
            <path fill="#bbb" aria-label="West"/><path fill="url(#p)"><title>Nord</title></path></svg>
            <p>\(title)</p><i style="background:#aaa"></i>\(first)<br></br><p></p><i style="background:#bbb"></i>\(second)</figure>
            """
        }
        let found = try colours(
            figure("Ausländische Menschen", "0 bis unter 50", "50 bis unter 90")
                + figure("Anteil ausländischer Menschen", "0 bis unter 5 %", "5 bis unter 10 %"))
        #expect(found.map(\.cell.areaName) == ["Ost", "West", "Ost", "West"])
        #expect(found.map(\.cell.indicator) == ["residents", "residents", "group_share", "group_share"])
        #expect(found.map(\.range) == [0...50, 50...90, 0...0.05, 0.05...0.1])
        #expect(found.allSatisfy { $0.cell.group == "foreign" })
        #expect(try colours("<svg><path fill='#aaa'><title>Ost</title></path></svg>").isEmpty)
    }
}
