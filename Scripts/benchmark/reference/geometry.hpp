// GEOS behind owning pointers, one context for each thread.
#pragma once

#include <geos_c.h>

#include <memory>
#include <vector>

namespace reference {

/// The GEOS context of the calling thread. Geometries may pass between threads, contexts may not.
GEOSContextHandle_t geos();

struct Destroy {
    void operator()(GEOSGeometry* geometry) const { GEOSGeom_destroy_r(geos(), geometry); }
};
using Geometry = std::unique_ptr<GEOSGeometry, Destroy>;

struct Box {
    double minX, minY, maxX, maxY;
};

double area(const Geometry& geometry);
Box box(const Geometry& geometry);
Geometry intersection(const Geometry& a, const Geometry& b);

/// A ring's coordinates, x and y in turn.
using Ring = std::vector<double>;

/// The rings of a polygon or multipolygon: shells and holes alike.
std::vector<Ring> rings(const Geometry& geometry);

}  // namespace reference
