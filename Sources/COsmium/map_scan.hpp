// Reading a file into a store.
#pragma once

#include "map_store.hpp"
#include "osmium_face.h"

#include <stdexcept>

namespace quartier {

/// A file that is not a state of the map.
struct HistoryFile : std::runtime_error {
    HistoryFile() : std::runtime_error{"changes or several versions of objects"} {}
};

/// Reads the file of a request: in one pass where it is sorted (nodes before ways) and no selected object reaches far out
/// of the box; else in as many as are needed.
void scan(const quartier_osmium_request &request, MapStore &store);

}  // namespace quartier
