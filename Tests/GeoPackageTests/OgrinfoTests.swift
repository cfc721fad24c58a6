import Features
import Foundation
import GeoPackage
import ReferenceSystems
import TestSupport
import Testing

/// What GDAL says about our files.
@Suite(.needs(.ogrinfo)) struct OgrinfoTests {
    @Test func gdalOpensWhatIsWritten() throws {
        let scratch = try Scratch()
        let path = scratch.path("a.gpkg")
        let blue = LayerStyle.Colour(red: 0, green: 0, blue: 255)
        let style = LayerStyle(name: "s", renderer: .single(.fill(blue, outline: blue, width: 1)))
        try GeoPackageWriter.write(
            [
                GeoPackageLayer(try Samples.quarters(), in: try Samples.utm(), title: "Quartiere", style: style),
                GeoPackageLayer(try Samples.points(1_234, seed: 8), in: .wgs84),
                GeoPackageLayer(Samples.table(), in: nil),
            ], to: path)
        let (status, text) = try OtherProgram.ogrinfo.run(["-so", "-al", path])
        #expect(status == 0)
        #expect(!text.contains("Warning") && !text.contains("ERROR"), "\(text)")
        for expected in [
            "Layer name: Quartiere \"neu\"\nMetadata:\n  IDENTIFIER=Quartiere", "Geometry: Multi Polygon",
            "Feature Count: 3\nExtent: (0.000000, 0.000000) - (50.000000, 10.000000)", "ID[\"EPSG\",25832]",
            "FID Column = fid\nGeometry Column = geom", "open: Integer(Boolean)", "large: Integer64", "share: Real",
            "Feature Count: 1234", "ID[\"EPSG\",4326]", "Layer name: layer_gpkg_numbers", "Layer name: layer_styles",
        ] {
            #expect(text.contains(expected), "\(expected) is not in \(text)")
        }
    }

    @Test func gdalFindsByTheIndex() throws {
        let scratch = try Scratch()
        let layer = try Samples.points(500, seed: 9)
        try GeoPackageWriter.write([GeoPackageLayer(layer, in: try Samples.utm())], to: scratch.path("a.gpkg"))
        let box = ["-spat", "520000", "5920000", "560000", "5950000"]
        let text = try OtherProgram.ogrinfo.run(["-so", "-al"] + box + [scratch.path("a.gpkg")]).text
        let points = try #require(layer.geometries.points)
        let inside = points.xs.indices.filter {
            (520_000...560_000).contains(points.xs[$0]) && (5_920_000...5_950_000).contains(points.ys[$0])
        }
        #expect(text.contains("Feature Count: \(inside.count)"), "\(inside.count) are not in \(text)")
    }
}
