// W1: read the four layers, project them, make the polygons valid.

#include <numeric>

#include "layers.hpp"
#include "workloads.hpp"

namespace reference {

static std::string summary(const Areas& areas) {
    double total = 0;
    for (auto& geometry : areas.geometry) total += area(geometry);
    Object object;
    object.integer("n", areas.size()).number("area", total).integer("invalid", areas.invalid);
    return object.json();
}

static std::string summary(const Points& points) {
    Object object;
    object.integer("n", points.size());
    object.number("sx", std::accumulate(points.x.begin(), points.x.end(), 0.0));
    object.number("sy", std::accumulate(points.y.begin(), points.y.end(), 0.0));
    return object.json();
}

Object readAndProject(const std::string& folder, Phases& phases) {
    auto quarters = readQuarters(folder);
    auto focusAreas = readFocusAreas(folder);
    phases.mark("polygons");
    auto addresses = readAddresses(folder);
    auto places = readPlaces(folder);
    phases.mark("points");
    addresses.project();
    places.project();
    phases.mark("project points");

    Object oracle;
    oracle.raw("quarters", summary(quarters)).raw("focus", summary(focusAreas));
    oracle.raw("addresses", summary(addresses)).raw("places", summary(places));
    phases.mark("sums");
    return oracle;
}

}  // namespace reference
