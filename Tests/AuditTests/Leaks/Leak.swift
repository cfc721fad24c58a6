import Audit
import Testing

/// A leak that is planted in a well-protected publication, and its twin without the leak.
struct Leak: Sendable, CustomTestStringConvertible {
    /// What is planted.
    let testDescription: String
    /// What the audit must call it.
    let code: AuditCode
    /// Plants it: one folder or several, side by side.
    let planted: @Sendable () -> [SmallPublication]
    /// The same without the leak.
    let clean: @Sendable () -> [SmallPublication]

    /// A leak in one folder.
    init(
        _ name: String, _ code: AuditCode, _ plant: @escaping @Sendable (inout SmallPublication) -> Void,
        clean: @escaping @Sendable (inout SmallPublication) -> Void = { _ in }
    ) {
        testDescription = name
        self.code = code
        planted = { Leak.made(plant) }
        self.clean = { Leak.made(clean) }
    }

    /// A leak in several folders.
    init(
        several name: String, _ code: AuditCode, _ planted: @escaping @Sendable () -> [SmallPublication],
        clean: @escaping @Sendable () -> [SmallPublication]
    ) {
        testDescription = name
        self.code = code
        self.planted = planted
        self.clean = clean
    }

    private static func made(_ body: (inout SmallPublication) -> Void) -> [SmallPublication] {
        var publication = SmallPublication()
        body(&publication)
        return [publication]
    }
}

extension Leak {
    /// All leaks.
    static let all = openly + inPages + inMaps + neverPublic + workedOut + together + overYears

    static let openly: [Leak] = [
        Leak("a small count shown", .smallCount, { $0.show("03", 3) }),
        Leak(
            "a group in a quarter of few people", .groupInSmallUnit,
            { town in
                town.show("06", "all", 250)
                town.show("T", "all", 7250)
                for minutes in ["5", "10", "15"] {
                    town.change("06", "all", "coverage_share", minutes: minutes) { $0.n = "250" }
                }
            }),
        Leak(
            "a group in a focus area", .groupBelowQuarter,
            { $0.rows.append(.init(level: "focus_area", area: "S1", group: "foreign", value: "90", n: "90")) }),
        Leak(
            "a group that is everybody", .fullCell,
            { town in
                town.show("06", "foreign", 900)
                town.show("T", "foreign", 1409)
                town.mapValues["06"] = "900"
                town.pageCells["06"] = "<td>900</td>"
            }),
        Leak("the base number of a hidden count", .hiddenNotEmpty, { $0.change("03") { $0.n = "3" } }),
        Leak(
            "the interval of a hidden count", .hiddenNotEmpty, { $0.change("03") { ($0.lower, $0.upper) = ("2", "4") } }
        ),
        Leak("the band of a hidden count", .hiddenNotEmpty, { $0.change("03") { $0.band = ("2", "4") } }),
        Leak("a hidden count spelled NaN", .hiddenNotEmpty, { $0.change("03") { $0.value = "NaN" } }),
        Leak("a hidden count spelled 0", .hiddenNotEmpty, { $0.change("03") { $0.value = "0" } }),
        Leak("a hidden count that the map calls 0", .hiddenElsewhere, { $0.mapValues["03"] = "0" }),
        Leak(
            "the base number of another figure of the same people", .hiddenElsewhere,
            { town in
                town.rows.append(
                    .init(
                        area: "03", group: "foreign", category: "meeting_places", indicator: "nearest_time", value: "7",
                        unit: "min", n: "3"))
            },
            clean: { town in
                town.rows.append(
                    .init(
                        area: "03", group: "foreign", category: "meeting_places", indicator: "nearest_time", value: "",
                        unit: "min", status: "suppressed"))
            }),
        Leak("a property left in the map", .hiddenElsewhere, { $0.mapValues["03"] = "3" }),
        Leak(
            "the table for spreadsheets shows it", .hiddenElsewhere,
            { town in
                var other = town
                other.show("03", 8)
                town.spreadsheetRows = other.rows
            }),
        Leak(
            "totals in run.json", .hiddenElsewhere,
            {
                $0.runMembers = ",\"population\":{\"groups\":[{\"group\":\"foreign\",\"area\":\"03\",\"residents\":3}]}"
            },
            clean: { $0.runMembers = ",\"population\":{\"groups\":[{\"group\":\"foreign\",\"residents\":584}]}" }),
    ]

    static let inPages: [Leak] = [
        Leak("a table of the page", .hiddenElsewhere, { $0.pageCells["03"] = "<td><data value=\"3\">3</data></td>" }),
        Leak(
            "a title", .hiddenElsewhere, { $0.pageCells["03"] = "<td title=\"3 Menschen\">geschützt</td>" },
            clean: { $0.pageCells["03"] = "<td title=\"kleine Zahl\">geschützt</td>" }),
        Leak(
            "an attribute for scripts", .hiddenElsewhere, { $0.pageCells["03"] = "<td data-value=\"3\">geschützt</td>" }
        ),
        Leak("a narrow range", .hiddenElsewhere, { $0.pageCells["03"] = "<td>1–4</td>" }),
        Leak(
            "running text", .hiddenElsewhere,
            { $0.pageText = "<p>In West leben drei Menschen mit ausländischer Staatsangehörigkeit.</p>" },
            clean: {
                $0.pageText = """
                    <p>Wie viele Menschen mit ausländischer Staatsangehörigkeit in West leben, ist geschützt. In Nord
                    leben 200 Menschen mit ausländischer Staatsangehörigkeit.</p>
                    """
            }),
        Leak(
            "running text in English", .hiddenElsewhere,
            { $0.pageText = "<p>In West there are <b>3</b> people with foreign citizenship.</p>" },
            clean: { $0.pageText = "<p>Of people with foreign citizenship in West the number is protected.</p>" }),
        Leak(
            "a comment", .hiddenElsewhere, { $0.pageText = "<!-- West, foreign: 3 -->" },
            clean: { $0.pageText = "<!-- West -->" }),
        Leak(
            "a script", .hiddenElsewhere,
            { $0.pageText = "<script>var x = [{\"area\": \"03\", \"group\": \"foreign\", \"value\": 3}]</script>" },
            clean: { $0.pageText = "<script>var x = [{\"area\": \"03\", \"group\": \"foreign\"}]</script>" }),
        Leak(
            "the title of a shape", .hiddenElsewhere,
            {
                $0.pageText =
                    "<svg><path d=\"M0 0\"><title>West: 3 Menschen mit ausländischer Staatsangehörigkeit</title></path></svg>"
            },
            clean: { $0.pageText = "<svg><path d=\"M0 0\"><title>West: geschützt</title></path></svg>" }),
        Leak(
            "a list of terms", .hiddenElsewhere,
            {
                $0.pageText =
                    "<h3>West</h3><dl><dt>Menschen mit ausländischer Staatsangehörigkeit</dt><dd>≈ geschätzt 3</dd></dl>"
            },
            clean: {
                $0.pageText =
                    "<h3>Nord</h3><dl><dt>Menschen mit ausländischer Staatsangehörigkeit</dt><dd>200</dd></dl>"
            }),
        Leak("a list sorted by value", .pinnedByOrder, { $0.pageOrder = ["01", "02", "05", "04", "06", "03"] }),
    ]

    private static func place(_ name: String, _ category: String) -> String {
        """
        {"type":"FeatureCollection","features":[{"type":"Feature","properties":{"id":"P1","name":"\(name)",\
        "category":"\(category)"},"geometry":{"type":"Point","coordinates":[9.001,54.001]}}]}
        """
    }

    static let neverPublic: [Leak] = [
        Leak(
            "a sensitive place on the map", .sensitivePlace,
            { $0.files["places.geojson"] = place("Haus am Deich", "refugee_accommodation") },
            clean: { $0.files["places.geojson"] = place("Haus am Deich", "community_centre") }),
        Leak(
            "a sensitive place in the GeoPackage", .sensitivePlace,
            { town in
                town.statements = [
                    "CREATE TABLE places (fid INTEGER PRIMARY KEY, name TEXT)",
                    "INSERT INTO places (name) VALUES ('Gemeinschaftsunterkunft Hafen')",
                ]
            },
            clean: { town in
                town.statements = [
                    "CREATE TABLE places (fid INTEGER PRIMARY KEY, name TEXT)",
                    "INSERT INTO places (name) VALUES ('Jugendtreff Hafen')",
                ]
            }),
        Leak(
            "a contact", .contact,
            { $0.files["offers.csv"] = "id,name,note\nA1,Café,anna.muster@example.org\n" },
            clean: { $0.files["offers.csv"] = "id,name,note\nA1,Café,Mo 10:00-12:00\n" }),
        Leak(
            "a telephone number", .contact, { $0.pageText = "<p>Frau Muster, 04841 / 12 34 56</p>" },
            clean: { $0.pageText = "<p>Stand 31.12.2024, EPSG:25832, info@musterstadt.example</p>" }),
        Leak(
            "an operator in a figure of dependency", .operatorNamed,
            { town in
                town.rows.append(
                    .init(
                        level: "town", area: "T", indicator: "operator_loss", parameters: "operator=Diakonie",
                        value: "0.204", unit: "share", n: "7900"))
            },
            clean: { town in
                town.rows.append(
                    .init(
                        level: "town", area: "T", indicator: "funded_access", parameters: "catchment=15",
                        value: "0.204",
                        unit: "share", n: "7900"))
            }),
        Leak(
            "what hangs on one operator, whoever it is", .internalContent,
            { town in
                town.rows.append(
                    .init(
                        level: "town", area: "T", indicator: "operator_loss", parameters: "catchment=15",
                        value: "0.204", unit: "share", n: "7900"))
            },
            clean: { town in
                town.rows.append(
                    .init(
                        level: "town", area: "T", indicator: "funded_access", parameters: "catchment=15",
                        value: "0.204", unit: "share", n: "7900"))
            }),
        Leak(
            "an internal column", .internalContent,
            { $0.files["stops.csv"] = "id,internal_note\nH1,spät geleert\n" },
            clean: { $0.files["stops.csv"] = "id,mode\nH1,bus\n" }),
        Leak(
            "a computed focus area", .unconfirmedFocusArea,
            {
                $0.rows.append(
                    .init(area: "02", group: "", indicator: "computed_focus_area", value: "1", unit: "index"))
            },
            clean: {
                $0.rows.append(
                    .init(area: "01", group: "", indicator: "computed_focus_area", value: "1", unit: "index"))
            }),
        Leak(
            "a class break", .classBreak,
            { town in
                town.statements = [
                    "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, f_table_name TEXT, styleQML TEXT)",
                    """
                    INSERT INTO layer_styles (f_table_name, styleQML) VALUES ('quarters', '<rule filter="&quot;residents_foreign&quot; \
                    &gt;= 77 AND &quot;residents_foreign&quot; &lt; 150"/>')
                    """,
                ]
            },
            clean: { town in
                town.statements = [
                    "CREATE TABLE layer_styles (id INTEGER PRIMARY KEY, f_table_name TEXT, styleQML TEXT)",
                    """
                    INSERT INTO layer_styles (f_table_name, styleQML) VALUES ('quarters', '<rule filter="&quot;residents_foreign&quot; \
                    &gt;= 50 AND &quot;residents_foreign&quot; &lt; 150"/>')
                    """,
                ]
            }),
        Leak(
            "a class break in a legend", .classBreak,
            {
                $0.pageText = """
                    <figure><figcaption>Menschen mit ausländischer Staatsangehörigkeit</figcaption><ul><li>0 bis unter 77</li>
                    <li>77 bis unter 200</li></ul></figure>
                    """
            },
            clean: {
                $0.pageText = """
                    <figure><figcaption>Menschen mit ausländischer Staatsangehörigkeit</figcaption><ul><li>0 bis unter 50</li>
                    <li>50 bis unter 200</li></ul></figure>
                    """
            }),
        Leak("a file that nobody audits", .unknownFile, { $0.files["work.sav"] = "PK" }),
        Leak("a broken file", .unreadable, { $0.files["stops.geojson"] = "{\"type\":\"Feat" }),
    ]

    static let workedOut: [Leak] = [
        Leak(
            "a single hidden count in a sum", .hiddenNarrow,
            { town in
                town.show("04", 77)
                town.mapValues["04"] = "77"
                town.pageCells["04"] = "<td>77</td>"
            }),
        Leak(
            "a share of a known base", .hiddenNarrow,
            {
                $0.rows.append(
                    .init(
                        area: "03", group: "foreign", indicator: "group_share", value: "0.002", unit: "share", n: "1300"
                    ))
            },
            clean: { $0.rows.append(.hidden("03", indicator: "group_share", unit: "share")) }),
        Leak(
            "a focus area that is nearly all of its quarter", .impliedSmall,
            { town in
                town.pieceResidents = 1997
                town.show("S1", "all", 1997)
            }),
        Leak(
            "a group that is nearly everybody", .impliedSmall,
            { town in
                town.show("06", "foreign", 897)
                town.show("T", "foreign", 1406)
                town.mapValues["06"] = "897"
                town.pageCells["06"] = "<td>897</td>"
            }),
        Leak(
            "few who do not", .impliedSmall,
            { $0.change("06", "all", "coverage_share", minutes: "15") { $0.value = "0.997" } }),
        Leak(
            "a chain over limits", .hiddenNarrow,
            { town in
                for minutes in ["5", "15"] {
                    town.change("06", "all", "coverage_share", minutes: minutes) { $0.value = "0.512" }
                }
                town.change("06", "all", "coverage_share", minutes: "10") {
                    ($0.value, $0.n, $0.status) = ("", "", "suppressed")
                }
            },
            clean: { town in
                town.change("06", "all", "coverage_share", minutes: "10") {
                    ($0.value, $0.n, $0.status) = ("", "", "suppressed")
                }
            }),
    ]

    /// The year before: of each group all counts can be shown.
    private static func yearBefore() -> SmallPublication {
        var town = SmallPublication()
        town.period = "2023"
        town.show("03", 40)
        town.show("04", 77)
        town.show("T", 621)
        town.mapValues.merge(["03": "40", "04": "77"]) { $1 }
        town.pageCells.merge(["03": "<td>40</td>", "04": "<td>77</td>"]) { $1 }
        return town
    }

    static let together: [Leak] = [
        Leak(
            several: "two publications of a period", .patternsDiffer,
            {
                var second = SmallPublication()
                second.show("03", 6)
                second.change("01") { ($0.value, $0.n, $0.status) = ("", "", "suppressed") }
                second.mapValues = ["02": "150", "03": "6", "05": "79", "06": "75"]
                second.pageCells = [:]
                return [SmallPublication(), second]
            }, clean: { [SmallPublication(), SmallPublication()] }),
        Leak(
            several: "a published difference between years", .hiddenNarrow,
            {
                var now = SmallPublication()
                now.rows.append(
                    .init(
                        area: "03", group: "foreign", indicator: "residents_change", parameters: "from=2023",
                        value: "-37"))
                return [yearBefore(), now]
            },
            clean: {
                var now = SmallPublication()
                now.rows.append(.hidden("03", indicator: "residents_change"))
                return [yearBefore(), now]
            }),
        Leak(
            several: "a change since a year that nobody published", .impliedSmall,
            {
                var now = SmallPublication()
                now.rows.append(
                    .init(
                        area: "05", group: "foreign", indicator: "residents_change", parameters: "from=2011;to=2024",
                        value: "76"))
                return [now]
            },
            clean: {
                // As small as it likes: a change is no number of people.
                var now = SmallPublication()
                now.rows.append(
                    .init(
                        area: "05", group: "foreign", indicator: "residents_change", parameters: "from=2011;to=2024",
                        value: "3"))
                return [now]
            }),
        Leak(
            several: "a change that ends in a hidden year", .hiddenNarrow,
            {
                var later = yearBefore()
                later.period = "2025-12-31"
                var now = SmallPublication()
                now.period = "2024-12-31"
                later.rows.append(
                    .init(
                        area: "03", group: "foreign", indicator: "residents_change", parameters: "from=2024;to=2025",
                        value: "37"))
                return [now, later]
            },
            clean: {
                var later = yearBefore()
                later.period = "2025-12-31"
                var now = SmallPublication()
                now.period = "2024-12-31"
                later.rows.append(
                    .init(
                        area: "05", group: "foreign", indicator: "residents_change", parameters: "from=2024;to=2025",
                        value: "0"))
                return [now, later]
            }),
    ]
}
