import Testing

@testable import ReferenceSystems

@Suite("Coordinate reference systems from text")
struct CoordinateReferenceSystemTests {
    @Test(
        "every spelling of a code is the same system",
        arguments: [
            "EPSG:25832", "epsg:25832", " EPSG:25832\n", "urn:ogc:def:crs:EPSG::25832",
            "urn:ogc:def:crs:EPSG:8.9:25832",
            "urn:x-ogc:def:crs:EPSG::25832", "http://www.opengis.net/def/crs/EPSG/0/25832",
            "https://www.opengis.net/def/crs/EPSG/0/25832",
        ])
    func spellings(text: String) throws {
        let system = try CoordinateReferenceSystem(text)
        #expect(system.code == "EPSG:25832")
        #expect("\(system)" == "EPSG:25832")
        #expect(system.name == "ETRS89 / UTM zone 32N")
        #expect(system.isProjected && system.isMetric && !system.isGeographic)
        #expect(system.axisUnitToMetre == 1)
        #expect(system.areaOfUse?.contains(longitude: 9, latitude: 54) == true)
    }

    @Test(
        "CRS84 is WGS 84 with longitude first",
        arguments: [
            "OGC:CRS84", "urn:ogc:def:crs:OGC:1.3:CRS84", "urn:ogc:def:crs:OGC::CRS84",
            "http://www.opengis.net/def/crs/OGC/1.3/CRS84",
        ])
    func crs84(text: String) throws {
        let system = try CoordinateReferenceSystem(text)
        #expect(system == .wgs84)
        #expect(system.isGeographic && !system.isMetric && system.axisUnitToMetre == nil)
        #expect(try system.isSame(as: CoordinateReferenceSystem("EPSG:4326")))
    }
}
