#include "geometry.hpp"

#include <stdexcept>

namespace reference {

GEOSContextHandle_t geos() {
    struct Context {
        GEOSContextHandle_t handle = GEOS_init_r();
        ~Context() { GEOS_finish_r(handle); }
    };
    thread_local Context context;
    return context.handle;
}

double area(const Geometry& geometry) {
    double result = 0;
    GEOSArea_r(geos(), geometry.get(), &result);
    return result;
}

Box box(const Geometry& geometry) {
    Box result;
    GEOSGeom_getXMin_r(geos(), geometry.get(), &result.minX);
    GEOSGeom_getYMin_r(geos(), geometry.get(), &result.minY);
    GEOSGeom_getXMax_r(geos(), geometry.get(), &result.maxX);
    GEOSGeom_getYMax_r(geos(), geometry.get(), &result.maxY);
    return result;
}

Geometry intersection(const Geometry& a, const Geometry& b) {
    Geometry result(GEOSIntersection_r(geos(), a.get(), b.get()));
    if (!result) throw std::runtime_error("GEOS could not intersect two geometries");
    return result;
}

static Ring coordinates(const GEOSGeometry* ring) {
    auto sequence = GEOSGeom_getCoordSeq_r(geos(), ring);
    unsigned count = 0;
    GEOSCoordSeq_getSize_r(geos(), sequence, &count);
    Ring result(2 * count);
    GEOSCoordSeq_copyToBuffer_r(geos(), sequence, result.data(), 0, 0);
    return result;
}

std::vector<Ring> rings(const Geometry& geometry) {
    std::vector<Ring> result;
    int parts = GEOSGetNumGeometries_r(geos(), geometry.get());
    for (int part = 0; part < parts; part++) {
        auto polygon = GEOSGetGeometryN_r(geos(), geometry.get(), part);
        if (GEOSGeomTypeId_r(geos(), polygon) != GEOS_POLYGON) continue;
        result.push_back(coordinates(GEOSGetExteriorRing_r(geos(), polygon)));
        int holes = GEOSGetNumInteriorRings_r(geos(), polygon);
        for (int hole = 0; hole < holes; hole++) {
            result.push_back(coordinates(GEOSGetInteriorRingN_r(geos(), polygon, hole)));
        }
    }
    return result;
}

}  // namespace reference
