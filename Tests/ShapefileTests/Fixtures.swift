import Foundation
import TestSupport

/// What Scripts/fixtures/geopackage.py made with GDAL.
let fixtures = FixtureFolder(in: .module)
