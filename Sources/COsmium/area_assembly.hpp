// Multipolygon relations made into areas.
#pragma once

#include "map_store.hpp"

#include <cstdint>
#include <vector>

namespace quartier {

/// A ring of an area, in ten-millionths of a degree, closed.
struct AreaRing {
    bool is_outer;
    std::vector<std::int32_t> xs;
    std::vector<std::int32_t> ys;
};

/// The rings of a relation, each outer ring followed by its inner rings; none where its ways make no area or one of
/// them lacks a node. `ways` are the indexes of those of its ways that are in the store, in the order of the members.
std::vector<AreaRing> assemble_area(
    const MapStore &store, const StoredRelation &relation, const std::vector<std::size_t> &ways);

}  // namespace quartier
