import Features
import Foundation
import Testing

@testable import Formats

/// 74 small files, each named by its defect (chrieke/geojson-invalid-geometry, MIT), if they lie beside the repository.
@Suite struct ConformanceTests {
    /// What each broken file must be found guilty of; files not named here are only read.
    private static let expected: [String: DiagnosticCode] = [
        "invalid_exterior_not_ccw": .windingOrder,
        "invalid_incorrect_geometry_data_type": .geometryMalformed,
        "invalid_interior_not_cw": .windingOrder,
        "invalid_less_three_unique_nodes": .tooFewPositions,
        "invalid_unclosed": .ringNotClosed,
        "invalid_feature_geometry_is_string": .geometryMalformed,
        "invalid_feature_id_type": .memberMalformed,
        "invalid_feature_no_properties": .memberMalformed,
        "invalid_feature_properties_is_array": .memberMalformed,
        "invalid_feature_properties_is_int": .memberMalformed,
        "invalid_feature_wrong_geometry_key": .memberMalformed,
        "invalid_featurecollection_feature_nullfeature": .memberMalformed,
        "invalid_featurecollection_features_is_object": .notGeoJSON,
        "invalid_featurecollection_no_features_member": .notGeoJSON,
        "invalid_featurecollection_nulltype": .notGeoJSON,
        "invalid_featurecollection_type_lowercase": .notGeoJSON,
        "invalid_featurecollection_unknown_type": .notGeoJSON,
        "invalid_geometry_bbox_not4or6": .memberMalformed,
        "invalid_geometry_bbox_not_list": .memberMalformed,
        "invalid_geometry_bbox_not_numbers": .memberMalformed,
        "invalid_geometry_coordinates_1d": .geometryMalformed,
        "invalid_geometry_coordinates_empty_position": .geometryMalformed,
        "invalid_geometry_coordinates_missing": .geometryMalformed,
        "invalid_geometry_coordinates_string": .geometryMalformed,
        "invalid_geometry_depth_deep_point": .geometryMalformed,
        "invalid_geometry_depth_deep_polygon": .geometryMalformed,
        "invalid_geometry_depth_shallow_linestring": .geometryMalformed,
        "invalid_geometry_depth_shallow_multipolygon": .geometryMalformed,
        "invalid_geometry_depth_shallow_polygon": .geometryMalformed,
        "invalid_geometry_geometrycollection_null_geometry": .geometryMalformed,
        "invalid_geometry_mislabeled_point": .geometryMalformed,
        "invalid_geometry_missing_type": .notGeoJSON,
        "invalid_geometry_wrong_geometry_type": .notGeoJSON,
        "problematic_3d_coordinates": .zIgnored,
        "problematic_4d_coordinates": .zIgnored,
        "problematic_crs_defined": .crsOldMember,
        "problematic_feature_null_geometry": .geometryMissing,
        "problematic_geometry_not_wrapped": .notACollection,
    ]

    private static let folder = "../shared/data/geojson_invalid/chrieke"

    @Test(.enabled(if: FileManager.default.fileExists(atPath: folder), "the files are not here"))
    func everyFileGivesItsFinding() throws {
        var seen = 0
        for path in try FileManager.default.subpathsOfDirectory(atPath: Self.folder) where path.hasSuffix("json") {
            let name = try #require(path.split(separator: "/").last?.split(separator: ".").first.map(String.init))
            seen += 1
            do throws(Failure) {
                let read = try GeoJSONReader.read(path: Self.folder + "/" + path)
                if let code = Self.expected[name] {
                    #expect(codes(read).contains(code), "\(name): \(codes(read))")
                } else {
                    let faults = read.diagnostics.filter { $0.severity == .error }
                    #expect(faults.isEmpty, "\(name): \(faults)")
                }
            } catch {
                #expect(error.diagnostics.first?.code == Self.expected[name], "\(name): \(error)")
            }
        }
        #expect(seen == 74)
    }
}
