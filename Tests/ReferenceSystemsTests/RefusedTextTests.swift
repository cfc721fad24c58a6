import TestSupport
import Testing

@testable import ReferenceSystems

@Suite("Texts that are not taken")
struct RefusedTextTests {
    private func refusal(_ text: String) -> ReferenceSystemError.Refusal? {
        do {
            _ = try CoordinateReferenceSystem(text)
            return nil
        } catch {
            return error.refusal
        }
    }

    @Test(
        "PROJ strings and pipelines",
        arguments: [
            "+proj=utm +zone=32", "proj=utm zone=32", "+init=epsg:25832", "init=epsg:25832", "+type=crs +proj=longlat",
            " +proj=utm +zone=32 ", "+proj=pipeline +step +proj=hgridshift +grids=/etc/passwd",
            "+PROJ=UTM", "+nadgrids=@/etc/passwd", "type=crs proj=longlat nadgrids=/dev/zero",
            "urn:ogc:def:crs:+proj=utm",
        ])
    func projStrings(text: String) { #expect(refusal(text) == .projString) }

    @Test(
        "links other than those of the OGC register",
        arguments: [
            "https://example.org/crs.wkt", "http://spatialreference.org/ref/epsg/25832/ogcwkt/", "file:///etc/passwd",
            "http://www.opengis.net.example.org/def/crs/EPSG/0/25832", "ftp://www.opengis.net/def/crs/EPSG/0/25832",
            "http://www.opengis.net/def/crs/EPSG/0/25832/../../x", "http://www.opengis.net/def/crs-compound?1=x",
            "http://127.0.0.1/def/crs/EPSG/0/25832",
        ])
    func links(text: String) { #expect(refusal(text) == .link) }

    @Test(
        "names, files and what else is no code",
        arguments: [
            "", " ", "WGS 84", "WGS84", "ETRS89 / UTM zone 32N", "25832", "/etc/passwd", "../quarter.prj",
            "quarter.prj", "@quarter.prj", "EPSG", "EPSG:", "EPSG: 25832", "EPSG:-1", "EPSG:25832.0", "EPSG:٢٥٨٣٢",
            "EPSG:1234567890", "EPSG::25832", "EPSG:8.9:25832", "EPSG:25832+7837", "ESRI:102100", "IAU_2015:30100",
            "OGC:CRS27", "urn:ogc:def:crs:EPSG", "urn:ogc:def:crs:EPSG::25832:",
            "urn:ogc:def:coordinateOperation:EPSG::1671",
            "urn:ogc:def:crs,crs:EPSG::4326,crs:EPSG::5773", "epsg:25832; drop table crs", "null", "[]",
            "VERTCS[\"a\"]",
            "CONVERSION[\"a\"]", "COORDINATEOPERATION[\"a\"]",
        ])
    func forms(text: String) { #expect(refusal(text) == .form) }

    @Test(
        "WKT and PROJJSON that carry PROJ strings or name files",
        arguments: [
            #"PROJCS["x",GEOGCS["y"],EXTENSION["PROJ4","+proj=merc +nadgrids=/etc/passwd"]]"#,
            #"GEOGCS["x",EXTENSION ["PROJ4_GRIDS","@/tmp/evil.gsb"]]"#,
            #"BOUNDCRS[SOURCECRS[GEOGCRS["x"]],ABRIDGEDTRANSFORMATION["t",METHOD["NTv2"],PARAMETERFILE["f","/tmp/g"]]]"#,
            #"PROJCRS["x",CONVERSION["c",METHOD["PROJ ob_tran o_proj =longlat"]]]"#,
            #"PROJCRS["x",CONVERSION["c",METHOD["PROJ-based operation method: +proj=x"]]]"#,
            #"GEOGCRS["x",METHOD["PROJ hgridshift"]]"#,
            #"{"type":"ProjectedCRS","conversion":{"method":{"name":"\u0050ROJ hgridshift"}}}"#,
            #"{"type":"DerivedGeographicCRS","conversion":{"parameters":[{"name":"f","value" : "/etc/passwd"}]}}"#,
            #"{"type":"BoundCRS","parameters":[{"name":"Latitude and longitude difference file","value":"/tmp/x.gsb"}]}"#,
        ])
    func smuggled(text: String) { #expect(refusal(text) == .embeddedFile) }

    @Test("too long, too deep, with control characters")
    func size() {
        #expect(refusal("EPSG:25832" + String(repeating: " ", count: 100_000)) == .tooLong)
        #expect(refusal("GEOGCS" + String(repeating: "[", count: 50_000)) == .malformed)
        #expect(refusal(String(repeating: "{\"a\":", count: 5_000)) == .malformed)
        #expect(refusal("EPSG:25832\u{0}") == .malformed)
        #expect(refusal("GEOGCS[\u{1B}[31m]") == .malformed)
    }

    @Test(
        "codes that do not exist, text that PROJ cannot read",
        arguments: [
            "EPSG:0", "EPSG:1", "EPSG:999999999", "{}", "GEOGCS[]", "PROJCS[\"x\"]", "{\"type\":\"GeographicCRS\"}",
        ])
    func unknown(text: String) {
        let error = #expect(throws: ReferenceSystemError.self) { try CoordinateReferenceSystem(text) }
        #expect(error?.kind == .unknown)
    }

    @Test(
        "systems that are no map or globe in two dimensions",
        arguments: ["EPSG:4978", "EPSG:4979", "EPSG:7837"])
    func kinds(text: String) { #expect(refusal(text) == .kind) }

    @Test("a rotated pole")
    func rotatedPole() {
        let text = """
            GEOGCRS["rotated",BASEGEOGCRS["WGS 84",DATUM["World Geodetic System 1984",ELLIPSOID["WGS 84",6378137,\
            298.257223563]]],DERIVINGCONVERSION["pole",METHOD["Pole rotation (GRIB convention)"],\
            PARAMETER["Latitude of the southern pole (GRIB convention)",-39,ANGLEUNIT["degree",0.0174532925199433]],\
            PARAMETER["Longitude of the southern pole (GRIB convention)",18,ANGLEUNIT["degree",0.0174532925199433]],\
            PARAMETER["Axis rotation (GRIB convention)",0,ANGLEUNIT["degree",0.0174532925199433]]],CS[ellipsoidal,2],\
            AXIS["latitude",north],AXIS["longitude",east],ANGLEUNIT["degree",0.0174532925199433]]
            """
        #expect(refusal(text) == .kind)
    }

    @Test("systems whose axes point elsewhere", arguments: ["EPSG:2053", "EPSG:5041"])
    func axes(text: String) { #expect(refusal(text) == .axes) }

    @Test("messages hold an excerpt of one line, however long and strange the text")
    func excerpt() {
        let error = #expect(throws: ReferenceSystemError.self) {
            try CoordinateReferenceSystem("a\nb\u{7}c" + String(repeating: "ö", count: 500))
        }
        #expect(error?.detail == "a b c" + String(repeating: "ö", count: 55) + "…")
    }

    @Test("3,000 mutated texts never crash and never make PROJ print")
    func mutations() async throws {
        let result = await #expect(
            processExitsWith: .success, observing: [\.standardErrorContent, \.standardOutputContent]
        ) {
            var generator = SeededGenerator(seed: 3_000)
            let texts = try Fixture.texts().map(\.text) + ["EPSG:25832", "urn:ogc:def:crs:EPSG::25832"]
            for _ in 0..<3_000 {
                guard let seed = texts.randomElement(using: &generator) else { return }
                let text = mutated(seed, &generator)
                if let system = try? CoordinateReferenceSystem(text), system.name.count > 1_000_000 { return }
            }
        }
        let printed = try #require(result)
        #expect(String(decoding: printed.standardErrorContent, as: UTF8.self).contains("proj") == false)
        #expect(String(decoding: printed.standardOutputContent, as: UTF8.self).contains("proj") == false)
    }
}

/// A text with one to four bytes changed, left out, doubled, cut off or moved.
private func mutated(_ text: String, _ generator: inout SeededGenerator) -> String {
    var bytes = Array(text.utf8)
    for _ in 0..<Int.random(in: 1...4, using: &generator) where !bytes.isEmpty {
        let at = Int.random(in: 0..<bytes.count, using: &generator)
        switch Int.random(in: 0..<6, using: &generator) {
        case 0: bytes[at] = UInt8.random(in: 0...255, using: &generator)
        case 1: bytes.remove(at: at)
        case 2: bytes.insert(bytes[at], at: at)
        case 3: bytes.removeSubrange(at...)
        case 4: bytes.insert(contentsOf: Array("99999999999".utf8), at: at)
        default:
            let end = Int.random(in: at..<bytes.count, using: &generator)
            bytes.insert(contentsOf: Array(bytes[at...end].prefix(200)), at: at)
        }
    }
    return String(decoding: bytes, as: UTF8.self)
}
