import Testing
import Wording

@testable import ReferenceSystems

@Suite("Coordinate reference systems from text")
struct CoordinateReferenceSystemTests {
    @Test(
        "every spelling of a code is the same system",
        arguments: [
            "EPSG:25832", "epsg:25832", " EPSG:25832\n", "EPSG:025832", "urn:ogc:def:crs:EPSG::25832",
            "urn:ogc:def:crs:EPSG:8.9:25832", "URN:OGC:DEF:CRS:EPSG::25832", "urn:x-ogc:def:crs:EPSG::25832",
            "http://www.opengis.net/def/crs/EPSG/0/25832", "https://www.opengis.net/def/crs/EPSG/0/25832",
        ])
    func spellings(text: String) throws {
        let system = try CoordinateReferenceSystem(text)
        #expect(system.code == "EPSG:25832")
        #expect(system.definition == "EPSG:25832")
        #expect("\(system)" == "EPSG:25832")
        #expect(system.name == "ETRS89 / UTM zone 32N")
        #expect(system.isProjected && system.isMetric && !system.isGeographic)
        #expect(system.axisUnitToMetre == 1)
        #expect(system.areaOfUse?.contains(longitude: 9, latitude: 54) == true)
        #expect(try system == CoordinateReferenceSystem("EPSG:25832"))
    }

    @Test(
        "CRS84 is WGS 84 with longitude first",
        arguments: [
            "OGC:CRS84", "ogc:crs84", "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84",
            "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
        ])
    func crs84(text: String) throws {
        let system = try CoordinateReferenceSystem(text)
        #expect(system == .wgs84)
        #expect(system.isGeographic && !system.isMetric && system.axisUnitToMetre == nil)
        #expect(try system.isSame(as: CoordinateReferenceSystem("EPSG:4326")))
        #expect(try !system.isSame(as: CoordinateReferenceSystem("EPSG:4258")))
    }

    @Test("WKT of three dialects and PROJJSON are recognised as the codes they describe")
    func texts() throws {
        let texts = try Fixture.texts()
        #expect(texts.count == 35)
        for example in texts {
            let system = try CoordinateReferenceSystem(example.text)
            #expect(system.code == example.code, "\(example.code) as \(example.form)")
            #expect(try system.isGeographic == CoordinateReferenceSystem(example.code).isGeographic)
        }
    }

    @Test("a text that lies about its code is not taken for the code")
    func falseCode() throws {
        let texts = try Fixture.texts()
        let honest = try #require(texts.first { $0.code == "EPSG:25832" && $0.form == "WKT1_GDAL" }).text
        let lying = honest.replacing("\"central_meridian\",9", with: "\"central_meridian\",10")
        #expect(lying != honest)
        let system = try CoordinateReferenceSystem(lying)
        #expect(system.code == nil)
        #expect(system.definition == lying)
        let transform = try CoordinateTransform(from: .wgs84, to: system)
        #expect(try #require(transform.apply(x: 10, y: 54)).x == 500_000)
    }

    @Test("a shift to WGS 84 in the text is left out: the register's BETA2007 counts")
    func boundSystem() throws {
        let texts = try Fixture.texts()
        let plain = try #require(texts.first { $0.code == "EPSG:31467" && $0.form == "WKT1_GDAL" }).text
        let bound = plain.replacing(
            "AUTHORITY[\"EPSG\",\"7004\"]],",
            with: "AUTHORITY[\"EPSG\",\"7004\"]],TOWGS84[598.1,73.7,418.2,0.202,0.045,-2.455,6.7],")
        #expect(bound != plain)
        let system = try CoordinateReferenceSystem(bound)
        #expect(system.code == "EPSG:31467")
        #expect(try CoordinateTransform(from: system, to: .wgs84).operation.grids.map(\.name) == ["BETA2007.gsb"])
    }

    @Test("of a compound system the horizontal part is taken")
    func compound() throws {
        let system = try CoordinateReferenceSystem("EPSG:5555")
        #expect(system.code == "EPSG:25832")
    }

    @Test("feet are not metres, and degrees even less")
    func units() throws {
        let feet = try CoordinateReferenceSystem("EPSG:2263")
        #expect(feet.isProjected && !feet.isMetric)
        #expect(abs(try #require(feet.axisUnitToMetre) - 0.304800609601219) < 1e-15)
        for text in ["EPSG:2263", "EPSG:4326"] {
            let error = #expect(throws: ReferenceSystemError.self) {
                try CoordinateReferenceSystem(text).requireMetric()
            }
            #expect(error?.kind == .notMetric && error?.detail == text)
        }
        #expect(try CoordinateReferenceSystem("EPSG:3035").requireMetric().isMetric)
    }

    @Test("areas on the map and on the globe")
    func arealScale() throws {
        func scale(_ code: String, _ longitude: Double, _ latitude: Double) throws -> Double? {
            try CoordinateReferenceSystem(code).arealScale(longitude: longitude, latitude: latitude)
        }
        // On the central meridian of UTM lengths are 0.9996 of the truth, in either direction.
        #expect(abs(try #require(try scale("EPSG:25832", 9, 54)) - 0.9996 * 0.9996) < 1e-9)
        #expect(abs(try #require(try scale("EPSG:3035", 14, 48)) - 1) < 1e-6)
        #expect(try #require(try scale("EPSG:3857", 9, 54)) > 2.7)
        #expect(try scale("EPSG:4326", 9, 54) == nil)
        #expect(try scale("EPSG:25832", .nan, 54) == nil)
    }

    @Test("the library and its database tell their versions")
    func versions() throws {
        #expect(ProjLibrary.version.split(separator: ".").count == 3)
        #expect(try #require(ProjLibrary.databaseVersion).hasPrefix("EPSG v"))
    }

    @Test("errors are whole sentences in both languages", arguments: ReferenceSystemError.Kind.allCases)
    func sentences(kind: ReferenceSystemError.Kind) {
        for language in Language.allCases {
            let refusals = kind == .refused ? ReferenceSystemError.Refusal.allCases : []
            for refusal in refusals.map(Optional.some) + [nil] where kind != .refused || refusal != nil {
                let sentence = ReferenceSystemError(kind, detail: "EPSG:4711", refusal: refusal).description(language)
                #expect(sentence.hasSuffix("."))
                #expect(sentence.contains("EPSG:4711"))
                #expect(!sentence.contains("{") && !sentence.contains("⟨"))
            }
        }
    }
}
