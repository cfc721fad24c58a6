import Features
import Planar
import TestSupport
import Testing
import Wording

@testable import OpenStreetMap

/// From map objects to rows of places.
@Suite struct MapPlacesTests {
    static let source = SourceFile(path: "maps/town.osm.pbf")

    /// What a row says, by the name of the column.
    static func row(_ places: MapPlaces, _ row: Int) -> [String: String] {
        var values: [String: String] = [:]
        for column in places.layer.columns { values[column.name] = column.string(at: row) }
        return values
    }

    static func texts(_ places: MapPlaces, _ name: String) -> [String?] {
        guard let column = places.layer.column(named: name) else { return [] }
        return (0..<places.layer.count).map { column.string(at: $0) }
    }

    /// Where the entrances of a row lie, in whole metres.
    static func metres(_ places: MapPlaces, _ row: Int) -> [[Double]] {
        places.entrances.range(ofRow: row).map {
            [
                MapSketch.east(places.entrances.xs[$0]).rounded() + 0,
                MapSketch.north(places.entrances.ys[$0]).rounded() + 0,
            ]
        }
    }

    @Test func aRowHasTheColumnsOfTheRoles() throws {
        var sketch = MapSketch()
        try sketch.node(
            10, 20,
            "amenity=library, name=Stadtbücherei, opening_hours=Tu-Fr 10:00-18:00, operator=Stadt, capacity=80, "
                + "wheelchair=limited, language:tr=yes, language:de=main, language:fr=no, addr:street=Marktplatz, "
                + "addr:housenumber=3")
        try sketch.node(500, 0, "shop=bakery, wheelchair=bad, capacity=unknown")
        let places = MapPlaces(sketch.objects, source: Self.source)
        #expect(places.layer.name == "town" && places.layer.source == Self.source && places.layer.count == 2)
        #expect(
            places.layer.columns.map(\.name) == [
                "id", "name", "category", "hours", "operator", "languages", "wheelchair", "address", "osm", "capacity",
                "area",
            ])
        #expect(
            Self.row(places, 0) == [
                "id": "n1", "name": "Stadtbücherei", "category": "library", "hours": "Tu-Fr 10:00-18:00",
                "operator": "Stadt", "languages": "de;tr", "wheelchair": "limited", "address": "Marktplatz 3",
                "osm": "amenity=library", "capacity": "80",
            ])
        #expect(Self.row(places, 1)["wheelchair"] == nil && Self.row(places, 1)["capacity"] == nil)
        #expect(Self.row(places, 1)["name"] == nil && Self.row(places, 1)["category"] == "shop")
        let points = try #require(places.layer.geometries.points)
        #expect(points.xs[0] == MapSketch.longitude(10) && points.ys[0] == MapSketch.latitude(20))
        #expect(places.entrances.ends == [0, 0] && places.findings.isEmpty)
    }

    @Test func noObjectsAreNoPlaces() throws {
        let empty = MapPlaces(MapObjects(), source: Self.source)
        #expect(empty.layer.count == 0 && empty.entrances.count == 0 && empty.findings.isEmpty)
        var sketch = MapSketch()
        try sketch.node(0, 0, "entrance=yes")
        try sketch.line([0, 0, 10, 0], "leisure=park")
        #expect(MapPlaces(sketch.objects, source: Self.source).layer.count == 0)
    }

    @Test func anAreaHasItsSizeAndItsDoors() throws {
        var sketch = MapSketch()
        try sketch.node(20, 0, "entrance=main")
        try sketch.node(0, 30, "entrance=yes")
        try sketch.node(20, 30, "entrance=emergency")
        try sketch.box(0, 0, 20, 30, "amenity=library, name=Bücherei")
        let places = MapPlaces(sketch.objects, source: Self.source)
        #expect(Self.row(places, 0)["area"] == "600")
        #expect(Self.metres(places, 0).sorted { $0[0] < $1[0] } == [[0, 30], [20, 0]])
    }

    // MARK: One place, mapped several times

    @Test func aNodeInItsBuildingInItsGround() throws {
        var sketch = MapSketch()
        try sketch.node(55, 55, "amenity=kindergarten, name=Kita Regenbogen, capacity=60")
        try sketch.node(50, 40, "entrance=main")
        try sketch.node(0, 50, "barrier=gate")
        try sketch.box(40, 40, 60, 60, "amenity=kindergarten, building=yes, name=Ev. Kita Regenbogen")
        try sketch.area([0, 50, 0, 0, 100, 0, 100, 100, 0, 100], "amenity=kindergarten, operator=Gemeinde")
        var objects = sketch.objects
        // The building's door is a node of its outline.
        objects.geometries[3] = try polygon([
            MapSketch.longitude(50), MapSketch.latitude(40), MapSketch.longitude(60), MapSketch.latitude(40),
            MapSketch.longitude(60), MapSketch.latitude(60), MapSketch.longitude(40), MapSketch.latitude(60),
            MapSketch.longitude(40), MapSketch.latitude(40),
        ])
        let places = MapPlaces(objects, source: Self.source)
        #expect(places.layer.count == 1)
        let row = Self.row(places, 0)
        #expect(row["id"] == "w2" && row["name"] == "Ev. Kita Regenbogen" && row["area"] == "10000")
        #expect(row["capacity"] == "60" && row["operator"] == "Gemeinde")
        #expect(Self.metres(places, 0).sorted { $0[0] < $1[0] } == [[0, 50], [50, 40]])
        #expect(places.findings.map(\.code) == [.placesMerged])
        #expect(places.findings[0].arguments == ["count": "3", "places": "1"])
    }

    @Test func namesThatContradictStayApart() throws {
        var sketch = MapSketch()
        try sketch.node(5, 5, "amenity=doctors, name=Dr. Ay")
        try sketch.node(15, 5, "amenity=doctors, name=Dr. Behn")
        try sketch.box(0, 0, 20, 10, "amenity=clinic, name=Ärztehaus")
        let places = MapPlaces(sketch.objects, source: Self.source)
        #expect(Self.texts(places, "name") == ["Dr. Ay", "Dr. Behn", "Ärztehaus"])
    }

    /// A house without a name takes one of the practices in it, not both: they would become one.
    @Test func aNamelessHouseDoesNotJoinItsTenants() throws {
        var sketch = MapSketch()
        try sketch.node(5, 5, "amenity=doctors, name=Dr. Ay")
        try sketch.node(15, 5, "amenity=doctors, name=Dr. Behn")
        try sketch.box(0, 0, 20, 10, "amenity=doctors")
        let places = MapPlaces(sketch.objects, source: Self.source)
        #expect(Self.texts(places, "name") == ["Dr. Ay", "Dr. Behn"])
    }

    @Test func aMallKeepsItsShops() throws {
        var sketch = MapSketch()
        try sketch.node(5, 5, "shop=bakery")
        try sketch.node(15, 5, "shop=supermarket, name=Frischmarkt")
        try sketch.node(25, 5, "shop=mall")
        try sketch.box(0, 0, 40, 10, "shop=mall, name=Passage")
        let places = MapPlaces(sketch.objects, source: Self.source)
        #expect(Self.texts(places, "name") == [nil, "Frischmarkt", "Passage"])
    }

    @Test(arguments: [(70.0, 1), (80.0, 2)])
    func oneNameTwiceWithin75Metres(_ distance: Double, _ count: Int) throws {
        var sketch = MapSketch()
        try sketch.node(0, 0, "amenity=cafe, name=Café Adler")
        try sketch.node(0, distance, "amenity=cafe, name=CAFE ADLER")
        try sketch.node(0, 0, "amenity=pharmacy, name=Café Adler")
        #expect(MapPlaces(sketch.objects, source: Self.source).layer.count == count + 1)
    }

    /// Two houses of a school are one school with two ways to it; two shops of a chain are two.
    @Test func housesOfOneName() throws {
        var sketch = MapSketch()
        try sketch.box(0, 0, 30, 30, "amenity=school, name=Lindenschule")
        try sketch.box(200, 0, 230, 30, "amenity=school, name=Lindenschule")
        try sketch.box(600, 0, 630, 30, "amenity=school, name=Lindenschule")
        try sketch.box(0, 900, 30, 930, "shop=supermarket, name=Billig")
        try sketch.box(200, 900, 230, 930, "shop=supermarket, name=Billig")
        let places = MapPlaces(sketch.objects, source: Self.source)
        #expect(Self.texts(places, "id") == ["w1", "w3", "w4", "w5"])
        #expect(Self.metres(places, 0) == [[15, 15], [215, 15]] && Self.metres(places, 1).isEmpty)
    }

    @Test func aParkInPiecesThatTouch() throws {
        var sketch = MapSketch()
        try sketch.box(0, 0, 50, 50, "leisure=park, name=Stadtpark")
        try sketch.box(50, 0, 90, 50, "leisure=park")
        try sketch.box(50, 50, 90, 90, "leisure=park, name=Rosengarten")
        try sketch.box(200, 0, 210, 10, "shop=bakery")
        try sketch.box(210, 0, 220, 10, "shop=bakery")
        let places = MapPlaces(sketch.objects, source: Self.source)
        #expect(Self.texts(places, "name") == ["Stadtpark", "Rosengarten", nil, nil])
    }

    /// Gardens with a path between are one site; the next site is one of its own; a named one joins no other name.
    @Test func allotmentsDrawnGardenByGarden() throws {
        var sketch = MapSketch()
        try sketch.box(0, 0, 50, 300, "landuse=allotments")
        try sketch.box(53, 140, 90, 160, "landuse=allotments, name=Abendruh")
        try sketch.box(95, 0, 140, 300, "landuse=allotments, name=Morgenrot")
        try sketch.box(170, 0, 200, 300, "landuse=allotments")
        let places = MapPlaces(sketch.objects, source: Self.source)
        #expect(Self.texts(places, "id") == ["w1", "w3", "w4"])
        #expect(Self.texts(places, "name") == ["Abendruh", "Morgenrot", nil])
    }

    @Test func pitchesBelongToTheirGround() throws {
        var sketch = MapSketch()
        try sketch.box(0, 0, 200, 100, "leisure=sports_centre, name=Sportpark Süd")
        try sketch.box(10, 10, 90, 90, "leisure=pitch, name=A-Platz")
        try sketch.box(110, 10, 190, 90, "leisure=pitch, name=B-Platz")
        try sketch.box(500, 0, 530, 20, "leisure=pitch, name=Bolzplatz")
        let places = MapPlaces(sketch.objects, source: Self.source)
        #expect(Self.texts(places, "name") == ["Sportpark Süd", "Bolzplatz"])
        #expect(places.findings.map(\.arguments) == [["count": "3", "places": "1"]])
    }

    /// What stands in the ground of a school is the school's.
    @Test func theGroundOfASchoolIsNotPublic() throws {
        var sketch = MapSketch()
        try sketch.box(0, 0, 100, 100, "amenity=school, access=private")
        try sketch.box(10, 10, 30, 30, "leisure=playground")
        try sketch.box(40, 10, 60, 30, "leisure=pitch")
        try sketch.box(70, 10, 90, 30, "leisure=pitch, access=yes")
        try sketch.node(50, 80, "amenity=library, name=Schulbücherei")
        try sketch.node(150, 80, "leisure=playground")
        let places = MapPlaces(sketch.objects, source: Self.source)
        #expect(Self.texts(places, "id") == ["w1", "w4", "n1", "n2"])
    }

    /// What comes out does not depend on the order in which a file lists its objects.
    @Test func theOrderOfObjectsDoesNotMatter() throws {
        var sketch = MapSketch()
        var generator = SeededGenerator(seed: 11)
        for _ in 0..<40 {
            let (x, y) = (Double.random(in: 0...900, using: &generator), Double.random(in: 0...900, using: &generator))
            let name = ["Linde", "Eiche", "Ahorn"].randomElement(using: &generator) ?? ""
            try sketch.node(x, y, "amenity=kindergarten, name=Kita \(name)")
            try sketch.box(x - 20, y - 20, x + 20, y + 20, "amenity=kindergarten, name=Kita \(name)")
            try sketch.box(y, x, y + 60, x + 30, "leisure=park")
        }
        func summary(_ places: MapPlaces) -> Set<[String]> {
            Set(
                (0..<places.layer.count).map { row in
                    [Self.row(places, row)["area"] ?? "", Self.row(places, row)["name"] ?? ""]
                        + Self.metres(places, row).map { "\($0)" }.sorted()
                })
        }
        let expected = MapPlaces(sketch.objects, source: Self.source)
        #expect(expected.layer.count > 30 && expected.layer.count < 100)
        for _ in 0..<5 {
            let order = Array(0..<sketch.objects.count).shuffled(using: &generator)
            let places = MapPlaces(sketch.reordered(order), source: Self.source)
            #expect(summary(places) == summary(expected) && places.findings == expected.findings)
        }
    }

    // MARK: Open grounds

    @Test func aLargeParkCanBeEnteredAllAround() throws {
        var sketch = MapSketch()
        try sketch.box(0, 0, 100, 60, "leisure=park")
        let places = MapPlaces(sketch.objects, source: Self.source)
        let entrances = Self.metres(places, 0)
        #expect(entrances.count == 7 && entrances[0] == [0, 0])
    }

    @Test func smallOrGatedOrBuiltPlacesCannot() throws {
        var sketch = MapSketch()
        try sketch.box(0, 0, 30, 30, "leisure=playground")
        try sketch.box(200, 0, 300, 100, "amenity=school")
        try sketch.node(400, 0, "barrier=gate")
        try sketch.box(400, 0, 500, 100, "landuse=allotments")
        let places = MapPlaces(sketch.objects, source: Self.source)
        #expect((0..<3).map { Self.metres(places, $0) } == [[], [], [[400, 0]]])
    }

    // MARK: Protection

    static func withShelter() throws -> MapSketch {
        var sketch = MapSketch()
        try sketch.node(0, 0, "amenity=social_facility, social_facility=shelter, name=Haus Eiche")
        try sketch.box(-10, -10, 10, 10, "amenity=social_facility, operator=Verein")
        try sketch.node(900, 0, "amenity=social_facility, name=Haus Eiche")
        try sketch.node(300, 0, "amenity=refugee_site, name=Am Ring")
        try sketch.node(600, 0, "amenity=library")
        return sketch
    }

    /// By default nothing of them stays: not the house around them, not another office of that name; and the finding
    /// says neither name nor position.
    @Test func sensitivePlacesAreLeftOutAndCounted() throws {
        let places = MapPlaces(try Self.withShelter().objects, source: Self.source)
        #expect(Self.texts(places, "category") == ["library"])
        #expect(places.findings.map(\.code) == [.sensitiveLeftOut])
        let finding = try #require(places.findings.first)
        #expect(finding.severity == .note && finding.arguments == ["count": "4"])
        #expect(finding.longitudeLatitude == nil && finding.location == SourceLocation(file: "maps/town.osm.pbf"))
        for language in Language.allCases {
            let text = finding.description(language)
            #expect(text.contains("4") && !text.contains("Eiche") && !text.contains { "{}⟨⟩".contains($0) })
        }
    }

    @Test func onRequestTheyAreKeptAsWhatTheyAre() throws {
        let places = MapPlaces(try Self.withShelter().objects, source: Self.source, takesSensitive: true)
        #expect(
            Self.texts(places, "category") == ["shelter", "shelter", "shelter", "refugee_accommodation", "library"])
        #expect(places.findings.isEmpty)
    }

    @Test func onlySomeCategories() throws {
        var sketch = try Self.withShelter()
        try sketch.node(1_200, 0, "shop=bakery")
        let shops = MapPlaces(sketch.objects, source: Self.source, categories: ["shop", "cafe"])
        #expect(Self.texts(shops, "category") == ["shop"])
        #expect(shops.findings.map(\.code) == [.sensitiveLeftOut])
        let shelters = MapPlaces(
            sketch.objects, source: Self.source, categories: ["shelter"], takesSensitive: true)
        #expect(Self.texts(shelters, "category") == ["shelter", "shelter", "shelter"])
    }
}
