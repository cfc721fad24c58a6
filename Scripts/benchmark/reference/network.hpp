// The walking network of the generated region.
#pragma once

#include <cstdint>
#include <string>
#include <vector>

#include "layers.hpp"

namespace reference {

/// Nodes along a Hilbert curve, so that near nodes are near in memory, and the arcs that leave each of them.
struct Network {
    Points nodes;                 // easting and northing in metres
    std::vector<int32_t> number;  // of the node in each row of nodes.csv
    struct Arc {
        int32_t head;
        int32_t decimetres;
    };
    std::vector<int32_t> first;  // where a node's arcs begin; one entry more than nodes
    std::vector<Arc> arcs;

    size_t size() const { return nodes.size(); }
};

/// Reads nodes.csv and edges.csv; an edge can be walked both ways.
Network readNetwork(const std::string& folder);

}  // namespace reference
