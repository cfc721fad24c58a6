// W2: intersect quarters and focus areas, dissolve the quarters, union the focus areas, and cut 500 m buffers.
//
// GEOS gets as little as possible: only pairs whose boxes meet, unions within a group of overlapping boxes only, and no
// dissolving at all, since equal edges of neighbouring quarters cancel.

#include <algorithm>
#include <cmath>
#include <cstring>
#include <numeric>
#include <set>
#include <stdexcept>

#include "layers.hpp"
#include "parallel.hpp"
#include "workloads.hpp"

namespace reference {

namespace {

constexpr double smallestPiece = 0.01;  // square metres
constexpr double bufferRadius = 500;    // metres
constexpr int quadrantSegments = 16;

using Pair = std::pair<size_t, size_t>;

std::vector<Box> boxes(const std::vector<Geometry>& geometries) {
    std::vector<Box> result;
    for (auto& geometry : geometries) result.push_back(box(geometry));
    return result;
}

/// All pairs (index on the left, index on the right) whose boxes meet: a sweep over the right boxes, sorted by their
/// left edge.
std::vector<Pair> meetingBoxes(const std::vector<Box>& left, const std::vector<Box>& right) {
    std::vector<size_t> order(right.size());
    std::iota(order.begin(), order.end(), size_t{0});
    std::sort(order.begin(), order.end(), [&](size_t a, size_t b) { return right[a].minX < right[b].minX; });
    double widest = 0;
    std::vector<double> starts;
    for (auto index : order) {
        starts.push_back(right[index].minX);
        widest = std::max(widest, right[index].maxX - right[index].minX);
    }
    std::vector<Pair> pairs;
    for (size_t i = 0; i < left.size(); i++) {
        auto& box = left[i];
        size_t k = std::lower_bound(starts.begin(), starts.end(), box.minX - widest) - starts.begin();
        for (; k < order.size() && starts[k] <= box.maxX; k++) {
            auto& other = right[order[k]];
            if (other.maxX >= box.minX && other.minY <= box.maxY && other.maxY >= box.minY) {
                pairs.emplace_back(i, order[k]);
            }
        }
    }
    return pairs;
}

std::vector<double> intersectionAreas(
    const std::vector<Pair>& pairs, const std::vector<Geometry>& left, const std::vector<Geometry>& right) {
    std::vector<double> areas(pairs.size());
    forEachIndex(pairs.size(), [&](size_t i) {
        areas[i] = area(intersection(left[pairs[i].first], right[pairs[i].second]));
    });
    return areas;
}

double sum(const std::vector<double>& values) { return std::accumulate(values.begin(), values.end(), 0.0); }

double totalArea(const std::vector<Geometry>& geometries) {
    double total = 0;
    for (auto& geometry : geometries) total += area(geometry);
    return total;
}

/// Groups of geometries whose boxes hang together, the largest group first.
std::vector<std::vector<size_t>> components(const std::vector<Geometry>& geometries) {
    auto extents = boxes(geometries);
    std::vector<size_t> parent(geometries.size());
    std::iota(parent.begin(), parent.end(), size_t{0});
    auto root = [&](size_t index) {
        while (parent[index] != index) index = parent[index] = parent[parent[index]];
        return index;
    };
    for (auto [a, b] : meetingBoxes(extents, extents)) parent[root(a)] = root(b);
    std::vector<std::vector<size_t>> members(geometries.size()), groups;
    for (size_t i = 0; i < geometries.size(); i++) members[root(i)].push_back(i);
    for (auto& group : members) {
        if (!group.empty()) groups.push_back(std::move(group));
    }
    std::stable_sort(groups.begin(), groups.end(), [](auto& a, auto& b) { return a.size() > b.size(); });
    return groups;
}

/// The union, as one geometry for each group of overlapping boxes.
std::vector<Geometry> unionByComponent(const std::vector<Geometry>& geometries) {
    auto groups = components(geometries);
    std::vector<Geometry> result(groups.size());
    forEachIndex(groups.size(), [&](size_t i) {
        std::vector<GEOSGeometry*> copies;
        for (auto member : groups[i]) copies.push_back(GEOSGeom_clone_r(geos(), geometries[member].get()));
        if (copies.size() == 1 && GEOSGeomTypeId_r(geos(), copies[0]) == GEOS_POLYGON) {
            result[i].reset(copies[0]);
            return;
        }
        Geometry all(GEOSGeom_createCollection_r(geos(), GEOS_GEOMETRYCOLLECTION, copies.data(), copies.size()));
        result[i].reset(GEOSUnaryUnion_r(geos(), all.get()));
    });
    return result;
}

struct Dissolved {
    size_t districts;
    double area, borderLength;
};

uint64_t pointHash(double x, double y) {
    uint64_t a, b;
    memcpy(&a, &x, sizeof a);
    memcpy(&b, &y, sizeof b);
    a *= 0x9E3779B97F4A7C15ull;
    a ^= a >> 29;
    b *= 0xBF58476D1CE4E5B9ull;
    b ^= b >> 31;
    return a + b * 3;
}

double doubledArea(const Ring& ring) {
    double total = 0;
    for (size_t i = 0; i + 3 < ring.size(); i += 2) {
        total += (ring[i] - ring[0]) * (ring[i + 3] - ring[1]) - (ring[i + 2] - ring[0]) * (ring[i + 1] - ring[1]);
    }
    return total;
}

/// Districts of quarters that share their borders vertex by vertex: an edge that two quarters of a district share is
/// inside it; the edges that remain are its border.
Dissolved dissolve(const Areas& quarters) {
    struct Edge {
        uint64_t key;  // the same in both directions
        double length, doubledArea;
        int64_t district;
    };
    std::vector<Edge> edges;
    auto origin = rings(quarters.geometry.at(0)).at(0);
    for (size_t quarter = 0; quarter < quarters.size(); quarter++) {
        bool isShell = true;  // the generated quarters have one ring; a further one would be a hole
        for (auto& ring : rings(quarters.geometry[quarter])) {
            double sign = (doubledArea(ring) > 0) == isShell ? 1 : -1;
            for (size_t i = 0; i + 3 < ring.size(); i += 2) {
                double ax = ring[i] - origin[0], ay = ring[i + 1] - origin[1];
                double bx = ring[i + 2] - origin[0], by = ring[i + 3] - origin[1];
                edges.push_back(
                    {pointHash(ring[i], ring[i + 1]) + pointHash(ring[i + 2], ring[i + 3]), hypot(bx - ax, by - ay),
                     sign * (ax * by - bx * ay), quarters.district[quarter]});
            }
            isShell = false;
        }
    }
    std::sort(edges.begin(), edges.end(), [](const Edge& a, const Edge& b) {
        return a.district != b.district ? a.district < b.district : a.key < b.key;
    });
    Dissolved result{std::set<int64_t>(quarters.district.begin(), quarters.district.end()).size(), 0, 0};
    for (size_t i = 0; i < edges.size();) {
        size_t end = i;
        while (end < edges.size() && edges[end].key == edges[i].key && edges[end].district == edges[i].district) end++;
        if ((end - i) % 2 == 1) {
            result.borderLength += edges[i].length;
            result.area += edges[i].doubledArea / 2;
        }
        i = end;
    }
    return result;
}

std::vector<Geometry> buffersAroundMeetingPlaces(const Places& places) {
    std::vector<Geometry> buffers;
    for (size_t i = 0; i < places.size(); i++) {
        if (places.category[i] != meetingPlaces) continue;
        Geometry point(GEOSGeom_createPointFromXY_r(geos(), places.x[i], places.y[i]));
        buffers.emplace_back(GEOSBuffer_r(geos(), point.get(), bufferRadius, quadrantSegments));
    }
    return buffers;
}

}  // namespace

Object overlay(const std::string& folder, Phases& phases) {
    auto quarters = readQuarters(folder);
    auto focusAreas = readFocusAreas(folder);
    auto places = readPlaces(folder);
    places.project();
    phases.mark("load");

    auto quarterBoxes = boxes(quarters.geometry);
    auto pairs = meetingBoxes(boxes(focusAreas.geometry), quarterBoxes);
    auto areas = intersectionAreas(pairs, focusAreas.geometry, quarters.geometry);
    std::vector<int64_t> pieces;
    std::vector<double> shares;
    double pieceArea = 0;
    for (size_t i = 0; i < pairs.size(); i++) {
        if (areas[i] <= smallestPiece) continue;
        auto [focusArea, quarter] = pairs[i];
        pieces.push_back(quarters.id[quarter] * 100000 + focusAreas.id[focusArea]);
        shares.push_back(areas[i] / area(quarters.geometry[quarter]));
        pieceArea += areas[i];
    }
    std::sort(pieces.begin(), pieces.end());
    phases.mark("overlay");

    auto dissolved = dissolve(quarters);
    phases.mark("dissolve");
    double focusUnion = totalArea(unionByComponent(focusAreas.geometry));
    phases.mark("union");
    auto catchment = unionByComponent(buffersAroundMeetingPlaces(places));
    phases.mark("buffer+union");
    auto served = meetingBoxes(boxes(catchment), quarterBoxes);
    double servedArea = sum(intersectionAreas(served, catchment, quarters.geometry));
    phases.mark("catchment in quarters");

    Object oracle;
    oracle.integer("pieces", pieces.size()).number("area", pieceArea).string("pairhash", digest(pieces));
    oracle.integer("districts", dissolved.districts);
    oracle.number("darea", dissolved.area).number("dlen", dissolved.borderLength);
    oracle.number("union", focusUnion).number("catch", totalArea(catchment)).number("catchq", servedArea);
    return oracle;
}

}  // namespace reference
