#include "layers.hpp"

#include <proj.h>
#include <simdjson.h>

#include <algorithm>
#include <stdexcept>
#include <string_view>

namespace reference {

namespace {

/// EPSG:4326 to EPSG:25832, longitude first.
class Projection {
public:
    Projection() : context_(proj_context_create()) {
        PJ* asDefined = proj_create_crs_to_crs(context_, "EPSG:4326", "EPSG:25832", nullptr);
        if (!asDefined) throw std::runtime_error("PROJ knows no way from EPSG:4326 to EPSG:25832");
        operation_ = proj_normalize_for_visualization(context_, asDefined);
        proj_destroy(asDefined);
    }
    ~Projection() {
        proj_destroy(operation_);
        proj_context_destroy(context_);
    }
    Projection(const Projection&) = delete;

    /// Projects coordinates in place that lie `stride` bytes apart.
    void apply(double* x, double* y, size_t count, size_t stride) const {
        proj_trans_generic(operation_, PJ_FWD, x, stride, count, y, stride, count, nullptr, 0, 0, nullptr, 0, 0);
    }

private:
    PJ_CONTEXT* context_;
    PJ* operation_;
};

simdjson::padded_string load(const std::string& folder, const std::string& name) {
    return simdjson::padded_string::load(folder + "/" + name).take_value();
}

int32_t category(std::string_view name) {
    auto found = std::find(categories.begin(), categories.end(), name);
    if (found == categories.end()) throw std::runtime_error("unknown category " + std::string(name));
    return found - categories.begin();
}

using Properties = simdjson::ondemand::object;

/// Walks a collection of points without building a tree; `attributes` reads the properties of each feature.
template <class Attributes>
void readPoints(const simdjson::padded_string& json, Points& points, Attributes attributes) {
    simdjson::ondemand::parser parser;
    auto document = parser.iterate(json).take_value();
    for (auto item : document["features"].get_array()) {
        auto feature = item.get_object().take_value();
        attributes(feature["properties"].get_object().take_value());
        auto geometry = feature["geometry"].get_object().take_value();
        auto* column = &points.x;
        for (auto number : geometry["coordinates"].get_array().take_value()) {
            column->push_back(number.get_double());
            column = &points.y;
        }
    }
}

int32_t integer(Properties& properties, const char* name) { return int64_t(properties[name].get_int64()); }

using Element = simdjson::dom::element;

Geometry readRing(Element json, const Projection& projection) {
    std::vector<double> xy;
    for (auto point : json.get_array()) {
        auto position = point.get_array();
        xy.push_back(position.at(0).get_double());
        xy.push_back(position.at(1).get_double());
    }
    projection.apply(&xy[0], &xy[1], xy.size() / 2, 2 * sizeof(double));
    auto sequence = GEOSCoordSeq_copyFromBuffer_r(geos(), xy.data(), xy.size() / 2, 0, 0);
    return Geometry(GEOSGeom_createLinearRing_r(geos(), sequence));
}

/// Hands the members over to a GEOS function that takes ownership of them.
std::vector<GEOSGeometry*> release(std::vector<Geometry>& members) {
    std::vector<GEOSGeometry*> result;
    for (auto& member : members) result.push_back(member.release());
    return result;
}

Geometry readPolygon(Element json, const Projection& projection) {
    std::vector<Geometry> rings;
    for (auto ring : json.get_array()) rings.push_back(readRing(ring, projection));
    auto handles = release(rings);
    return Geometry(GEOSGeom_createPolygon_r(geos(), handles[0], handles.data() + 1, handles.size() - 1));
}

Geometry readGeometry(Element json, const Projection& projection) {
    std::string_view type = json["type"].get_string();
    Element coordinates = json["coordinates"];
    if (type == "Polygon") return readPolygon(coordinates, projection);
    std::vector<Geometry> parts;
    for (auto part : coordinates.get_array()) parts.push_back(readPolygon(part, projection));
    auto handles = release(parts);
    return Geometry(GEOSGeom_createCollection_r(geos(), GEOS_MULTIPOLYGON, handles.data(), handles.size()));
}

Areas readAreas(const std::string& folder, const char* name, const char* idName) {
    Areas areas;
    auto json = load(folder, name);
    simdjson::dom::parser parser;
    Element document = parser.parse(json);
    Projection projection;
    for (auto feature : document["features"].get_array()) {
        auto properties = feature["properties"];
        areas.id.push_back(int64_t(properties[idName].get_int64()));
        int64_t district = -1;
        if (properties["district"].get_int64().get(district) != simdjson::SUCCESS) district = -1;
        areas.district.push_back(district);
        auto geometry = readGeometry(feature["geometry"], projection);
        if (!GEOSisValid_r(geos(), geometry.get())) {
            geometry.reset(GEOSMakeValid_r(geos(), geometry.get()));
            areas.invalid++;
        }
        areas.geometry.push_back(std::move(geometry));
    }
    return areas;
}

}  // namespace

void Points::project() { Projection().apply(x.data(), y.data(), size(), sizeof(double)); }

Addresses readAddresses(const std::string& folder) {
    Addresses addresses;
    readPoints(load(folder, "addresses.geojson"), addresses, [&](Properties properties) {
        addresses.residents.push_back(integer(properties, "pop"));
        addresses.foreign.push_back(integer(properties, "foreign"));
        addresses.minors.push_back(integer(properties, "u18"));
    });
    return addresses;
}

Places readPlaces(const std::string& folder) {
    Places places;
    readPoints(load(folder, "places.geojson"), places, [&](Properties properties) {
        places.category.push_back(category(properties["category"].get_string()));
        places.capacity.push_back(integer(properties, "capacity"));
    });
    return places;
}

Areas readQuarters(const std::string& folder) { return readAreas(folder, "quarters.geojson", "qid"); }

Areas readFocusAreas(const std::string& folder) { return readAreas(folder, "focus.geojson", "fid"); }

}  // namespace reference
