// The columns that a map is handed over as.
#pragma once

#include "map_store.hpp"
#include "osmium_face.h"

#include <cstdint>
#include <vector>

namespace quartier {

/// Columns as `quartier_osmium_columns` describes them.
struct MapColumns {
    std::vector<char> text_bytes;
    std::vector<std::int64_t> text_ends;
    std::vector<std::int32_t> tag_keys, tag_values;
    std::vector<std::int64_t> tag_set_ends;

    std::vector<std::int64_t> street_ids;
    std::vector<std::int32_t> street_tag_sets, street_node_ends, street_nodes;

    std::vector<std::int64_t> node_ids;
    std::vector<double> node_xs, node_ys;
    std::vector<std::int32_t> tagged_nodes, tagged_node_tag_sets;

    std::vector<std::int64_t> barrier_ends;
    std::vector<double> barrier_xs, barrier_ys;

    std::vector<std::uint8_t> object_kinds;
    std::vector<std::int64_t> object_ids;
    std::vector<std::int32_t> object_tag_sets;
    std::vector<std::uint8_t> object_is_area;
    std::vector<std::int64_t> object_ring_ends, ring_ends;
    std::vector<std::uint8_t> ring_is_outer;
    std::vector<double> ring_xs, ring_ys;

    Findings findings;

    /// The columns as pointers into this value.
    quartier_osmium_columns view() const;
};

/// Makes the columns of what was kept of a file.
MapColumns make_columns(MapStore &store);

}  // namespace quartier
