import OpenStreetMap
import Testing

@Suite("The library that reads OpenStreetMap files")
struct OsmiumLibraryTests {
    @Test("has a version of three numbers")
    func version() {
        #expect(OsmiumLibrary.version.split(separator: ".").count == 3)
    }
}
