// What the passes over a file keep, before columns are made of it.
#pragma once

#include "node_table.hpp"
#include "osmium_face.h"
#include "tag_rules.hpp"
#include "text_table.hpp"

#include <array>
#include <cstdint>
#include <string>
#include <utility>
#include <vector>

namespace quartier {

/// Counts of what was found wrong.
class Findings {
  public:
    void count(quartier_osmium_finding_code code, std::int32_t kind, std::int64_t id, std::int64_t times = 1) {
        auto &finding = counts[code];
        const bool is_first =
            finding.count == 0 || std::pair(kind, id) < std::pair(finding.first_kind, finding.first_id);
        if (is_first) {
            finding.first_kind = kind;
            finding.first_id = id;
        }
        finding.count += times;
    }

    std::array<quartier_osmium_finding, QUARTIER_OSMIUM_FINDING_COUNT> counts{};
};

/// A node that was selected as an object, or that has tags which matter on streets.
struct TaggedNode {
    std::int64_t id;
    std::int32_t x;
    std::int32_t y;
    std::int32_t tag_set;
};

/// A way and what it is for.
struct StoredWay {
    std::int64_t id;
    /// Where its references end in `WayStore::references`; they begin where those of the way before it end.
    std::uint64_t end;
    std::int32_t street_tags;
    std::int32_t object_tags;
    std::uint8_t uses;
    bool is_inside;
    /// Whether a selected relation needs it.
    bool is_member;
};

/// Ways in the order of the file.
struct WayStore {
    std::vector<StoredWay> ways;
    /// Rows of the node table; where a node is not in it, the complement of an index into `unknown_ids`.
    std::vector<std::int32_t> references;
    std::vector<std::int64_t> unknown_ids;

    std::uint64_t begin(std::size_t way) const { return way == 0 ? 0 : ways[way - 1].end; }
};

/// A multipolygon or boundary relation that was selected.
struct StoredRelation {
    struct Member {
        std::int64_t way;
        std::string role;
    };
    std::int64_t id;
    std::int32_t uses;
    std::int32_t tag_set;
    std::vector<Member> members;
};

/// Everything kept of a file.
struct MapStore {
    TagSetTable sets;
    NodeTable nodes;
    /// Nodes outside the box that ways reach, looked up in a pass of their own.
    NodeTable far_nodes;
    std::vector<TaggedNode> object_nodes;
    std::vector<TaggedNode> street_nodes;
    WayStore ways;
    std::vector<StoredRelation> relations;
    Findings findings;

    static constexpr std::int32_t nowhere = -1;
    /// The row of a reference among the nodes and, behind them, the far nodes; `nowhere` for a missing node.
    std::int32_t row(std::int32_t reference) const {
        if (reference >= 0) { return reference; }
        const auto found = far_nodes.find(ways.unknown_ids[static_cast<std::size_t>(~reference)]);
        return found == NodeTable::absent ? nowhere : static_cast<std::int32_t>(nodes.count()) + found;
    }
    std::int64_t node_id(std::int32_t row) const {
        const auto index = static_cast<std::size_t>(row);
        return index < nodes.count() ? nodes.ids[index] : far_nodes.ids[index - nodes.count()];
    }
    std::int32_t x(std::int32_t row) const {
        const auto index = static_cast<std::size_t>(row);
        return index < nodes.count() ? nodes.xs[index] : far_nodes.xs[index - nodes.count()];
    }
    std::int32_t y(std::int32_t row) const {
        const auto index = static_cast<std::size_t>(row);
        return index < nodes.count() ? nodes.ys[index] : far_nodes.ys[index - nodes.count()];
    }
};

}  // namespace quartier
