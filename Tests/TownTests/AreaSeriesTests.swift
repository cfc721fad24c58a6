import Features
import Town
import Testing
import Wording

/// Tables of figures for areas: long and wide, with totals and signs.
@Suite struct AreaSeriesTests {
    /// A table of texts, with a column of numbers where every cell is one, as a reader would give it.
    private func table(_ header: [String], _ rows: [[String]], marks: Set<String> = ["–", "."]) -> Layer {
        let columns = header.indices.map { index -> Column in
            let cells = rows.map { $0[index] }
            let isNumeric = cells.allSatisfy {
                $0.isEmpty || marks.contains($0) || (Double($0) != nil && !$0.hasPrefix("0"))
            }
            guard isNumeric else {
                var arena = TextArena()
                for cell in cells { arena.append(cell.utf8) }
                return Column(
                    name: header[index], storage: .texts(arena), presence: Presence(cells.map { !$0.isEmpty }))
            }
            var signs = ColumnMarks()
            for (row, cell) in cells.enumerated() where marks.contains(cell) { signs.append(cell, row: UInt32(row)) }
            return Column(
                name: header[index], storage: .doubles(cells.map { Double($0) ?? 0 }),
                presence: Presence(cells.map { Double($0) != nil }), marks: signs)
        }
        return Layer(
            name: "t", source: SourceFile(path: "t.csv"), geometries: GeometryColumn(missing: rows.count),
            columns: columns, lines: rows.indices.map { UInt32($0 + 2) })
    }

    private let ids = ["A", "B"]

    @Test func longAndWideSayTheSame() throws {
        let long = table(
            ["jahr", "id", "gruppe", "wert"],
            [
                ["2021", "A", "alle", "10"], ["2021", "B", "alle", "20"], ["2022", "A", "alle", "11"],
                ["2022", "A", "auslaender", "–"], ["2022", "B", "auslaender", "5"], ["2022", "B", "alle", ""],
            ])
        let wide = table(
            ["id", "alle 2021", "alle 2022", "auslaender 2022"], [["B", "20", "", "5"], ["A", "10", "11", "–"]])
        let byGroup = table(
            ["jahr", "id", "alle", "auslaender"],
            [["2022", "B", "", "5"], ["2021", "B", "20", ""], ["2021", "A", "10", ""], ["2022", "A", "11", "–"]])
        let layouts: [(Layer, AreaTableLayout)] = [
            (
                long,
                AreaTableLayout(key: "id", year: "jahr", group: "gruppe", figures: [.init(column: "wert")])
            ),
            (wide, AreaTableLayout(key: "id", figures: AreaTableLayout.yearColumns(of: wide, group: "x"))),
            (
                byGroup,
                AreaTableLayout(
                    key: "id", year: "jahr", figures: [.init(column: "alle"), .init(column: "auslaender")])
            ),
        ]
        for (layer, layout) in layouts {
            let (read, findings) = AreaSeries.read(layer, layout: layout, areaIDs: ids)
            let series = try #require(read)
            #expect(findings.isEmpty)
            #expect(series.years == [2021, 2022] && series.groups == ["alle", "auslaender"])
            #expect(series.values(group: "alle", year: 2021) == [10, 20])
            #expect(series.entries(group: "alle", year: 2022) == [.value(11), .absent])
            #expect(series.entries(group: "auslaender", year: 2022) == [.mark("–"), .value(5)])
            #expect(series.entries(group: "auslaender", year: 2021) == [.absent, .absent])
            #expect(series.values(group: "alle", year: 2020) == nil && series.values(group: "x", year: 2021) == nil)
            #expect(series.totals.isEmpty && series.areaCount == 2)
        }
    }

    @Test(
        arguments: [
            ("2021", 2021), ("31.12.2021", 2021), ("2021-12-31", 2021), ("Stand 2021", 2021), ("2021/2022", nil),
            ("21", nil),
            ("24941", nil), ("1234", nil), ("2021 (2021)", 2021), ("", nil),
        ] as [(String, Int?)])
    func findsYears(text: String, year: Int?) {
        #expect(AreaTableLayout.year(in: text) == year)
    }

    @Test func namesColumnsOfYears() {
        let layer = table(["id", "2021", "Einwohner 31.12.2022", "note"], [["A", "1", "2", "x"]])
        let found = AreaTableLayout.yearColumns(of: layer, group: "all")
        #expect(
            found == [
                .init(column: "2021", group: "all", year: 2021),
                .init(column: "Einwohner 31.12.2022", group: "einwohner", year: 2022),
            ])
    }

    @Test(arguments: [
        ("EW2021", 2021, "EW"), ("u18_2021", 2021, "u18"), ("31.12.2021", 2021, ""),
        ("Stand 2020 Frauen", 2020, "Stand Frauen"),
    ]) func theNameBesideTheYear(_ column: String, _ year: Int, _ name: String) throws {
        let found = try #require(AreaTableLayout.yearAndName(of: column))
        #expect(found.year == year && found.name == name)
        #expect(AreaTableLayout.yearAndName(of: "2020/2021") == nil && AreaTableLayout.yearAndName(of: "EW") == nil)
    }

    @Test func choosesYears() throws {
        let layer = table(["id", "y", "n"], [["A", "2011", "1"], ["A", "2017", "2"], ["A", "2022", "3"]])
        let layout = AreaTableLayout(key: "id", year: "y", figures: [.init(column: "n")])
        let series = try #require(AreaSeries.read(layer, layout: layout, areaIDs: ids).series)
        #expect([2010, 2011, 2016, 2020, 2030].map { series.year(for: $0) } == [2011, 2011, 2011, 2017, 2022])
        #expect(series.year(for: nil) == 2022)
        let bare = table(["id", "n"], [["A", "1"]])
        let plain = AreaTableLayout(key: "id", figures: [.init(column: "n", group: "all")])
        let single = try #require(AreaSeries.read(bare, layout: plain, areaIDs: ids).series)
        #expect(single.years == [nil] && single.year(for: 2020) == nil)
        #expect(single.values(group: "all", year: nil) == [1, nil])
    }

    /// A total is no area; where the parts say something else, that is told.
    @Test(arguments: ["insgesamt", "Summe", "Flensburg", "Stadt Flensburg", "GESAMT"])
    func comparesTotals(label: String) throws {
        let rows = [["A", "10", "1"], ["B", "20", "–"], [label, "33", "5"]]
        let layer = table(["id", "all", "some"], rows)
        let layout = AreaTableLayout(key: "id", figures: [.init(column: "all"), .init(column: "some")])
        let (read, findings) = AreaSeries.read(layer, layout: layout, areaIDs: ids, townName: "Flensburg")
        let series = try #require(read)
        #expect(series.totals.map(\.value) == [33, 5] && series.totals.map(\.sum) == [30, nil])
        #expect(series.totals.map(\.row) == [2, 2] && series.totals.map(\.label) == [label, label])
        #expect(findings.map(\.code) == [.totalDiffers])
        #expect(
            findings.first?.arguments == ["value": label, "total": "33", "sum": "30", "group": "all", "year": "–"])
        #expect(findings.first?.location?.line == 4)
        #expect(series.join.unmatchedRows == [2])
        // Parts that add up need no words, and neither does a stranger count as total.
        let sound = table(["id", "all"], [["A", "0.1"], ["B", "0.2"], [label, "0.3"], ["Umland", "7"]])
        let plain = AreaTableLayout(key: "id", figures: [.init(column: "all")])
        let other = AreaSeries.read(sound, layout: plain, areaIDs: ids, townName: "Flensburg")
        #expect(other.diagnostics.map(\.code) == [.rowsWithoutArea] && other.series?.totals.count == 1)
        #expect(other.diagnostics.first?.arguments["values"] == "Umland")
    }

    @Test func saysWhatIsWrong() throws {
        let layer = table(["id", "n"], [["A", "1"], ["A", "2"], ["A", "1"], ["B", "viele"]])
        let layout = AreaTableLayout(key: "id", figures: [.init(column: "n")])
        let (series, findings) = AreaSeries.read(layer, layout: layout, areaIDs: ids)
        #expect(findings.map(\.code) == [.valueTwice, .valueNotNumeric])
        #expect(findings.map(\.location?.line) == [3, 5])
        #expect(series?.values(group: "n", year: nil) == [1, nil])
        let missing = AreaSeries.read(
            layer, layout: AreaTableLayout(key: "ID", year: "jahr", figures: [.init(column: "n")]), areaIDs: ids)
        #expect(missing.series == nil && missing.diagnostics.map(\.code) == [.columnMissing, .columnMissing])
        #expect(missing.diagnostics.map { $0.arguments["column"] } == ["ID", "jahr"])
        #expect(AreaSeries.read(layer, layout: AreaTableLayout(key: "id", figures: []), areaIDs: ids).series == nil)
        for finding in findings + missing.diagnostics {
            for language in [Language.german, .english] {
                #expect(!finding.description(language).contains("{") && !finding.description(language).contains("⟨"))
            }
        }
    }

    @Test func joinsAsFlensburgNeedsIt() throws {
        let layer = table(
            ["year", "district_id", "district_name", "residents"],
            [["2021", "1", "Altstadt", "10"], ["2021", "3", "Nordstadt", "20"], ["2022", "3", "Nordstadt", "21"]])
        let layout = AreaTableLayout(
            key: "district_id", name: "district_name", year: "year", figures: [.init(column: "residents", group: "all")]
        )
        let (read, findings) = AreaSeries.read(
            layer, layout: layout, areaIDs: ["STGT03", "STGT01"], areaNames: ["03 Nordstadt", "01 Altstadt"])
        let series = try #require(read)
        #expect(series.values(group: "all", year: 2021) == [20, 10])
        #expect(series.values(group: "all", year: 2022) == [21, nil])
        #expect(findings.map(\.code) == [.joinedByPrefix] && findings.first?.arguments["prefix"] == "STGT")
    }
}
