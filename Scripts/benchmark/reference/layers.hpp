// The layers of the generated region, read from GeoJSON with simdjson and projected to EPSG:25832 with PROJ.
#pragma once

#include <array>
#include <cstdint>
#include <string>
#include <vector>

#include "geometry.hpp"

namespace reference {

/// In the order of the results; the same list as in workloads.py.
inline constexpr std::array<const char*, 12> categories = {
    "haltestelle", "spielplatz", "supermarkt", "kita",       "arzt",   "apotheke",
    "grundschule", "begegnung",  "beratung",   "sprachkurs", "jugend", "bibliothek"};
inline constexpr size_t meetingPlaces = 7;

/// Points as columns; longitude and latitude first, easting and northing in metres once projected.
struct Points {
    std::vector<double> x, y;
    size_t size() const { return x.size(); }
    /// Each layer sets up its own transformation.
    void project();
};

struct Addresses : Points {
    std::vector<int32_t> residents, foreign, minors;
};

struct Places : Points {
    std::vector<int32_t> category, capacity;
};

/// Polygons, already projected and made valid.
struct Areas {
    std::vector<Geometry> geometry;
    std::vector<int64_t> id;
    std::vector<int64_t> district;  // -1 where the layer has none
    size_t invalid = 0;             // so many had to be made valid
    size_t size() const { return geometry.size(); }
};

Addresses readAddresses(const std::string& folder);
Places readPlaces(const std::string& folder);
Areas readQuarters(const std::string& folder);
Areas readFocusAreas(const std::string& folder);

}  // namespace reference
