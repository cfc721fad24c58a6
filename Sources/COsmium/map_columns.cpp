#include "map_columns.hpp"

#include "area_assembly.hpp"
#include "last_of_each.hpp"

#include <osmium/osm/location.hpp>

#include <algorithm>
#include <limits>
#include <stdexcept>
#include <utility>

namespace quartier {
namespace {

double degrees(std::int32_t units) { return osmium::Location::fix_to_double(units); }

std::int32_t checked_count(std::size_t count) {
    if (count > static_cast<std::size_t>(std::numeric_limits<std::int32_t>::max())) {
        throw std::length_error{"more street nodes than fit"};
    }
    return static_cast<std::int32_t>(count);
}

class Builder {
  public:
    explicit Builder(MapStore &store) : store_(store) { columns_.findings = store.findings; }

    MapColumns build() {
        select_members();
        add_streets();
        number_nodes();
        add_tagged_nodes();
        add_barriers();
        add_objects();
        add_texts();
        return std::move(columns_);
    }

  private:
    using Rows = std::vector<std::int32_t>;

    /// The known nodes of a way, those that follow themselves left out, cut where nodes are missing. Gives `piece` each
    /// part; what is wrong is counted on the first look at a way.
    template <typename Piece> void for_pieces(std::size_t index, bool is_first_look, Piece &&piece) {
        const auto &way = store_.ways.ways[index];
        std::int64_t missing = 0;
        bool has_piece = false;
        const auto end_piece = [&] {
            if (rows_.size() >= 2) {
                has_piece = true;
                piece(rows_);
            }
            rows_.clear();
        };
        rows_.clear();
        for (auto place = store_.ways.begin(index); place < way.end; ++place) {
            const auto row = store_.row(store_.ways.references[place]);
            if (row == MapStore::nowhere) {
                ++missing;
                end_piece();
            } else if (rows_.empty() || rows_.back() != row) {
                rows_.push_back(row);
            }
        }
        end_piece();
        if (!is_first_look) { return; }
        auto &findings = columns_.findings;
        if (missing > 0) {
            findings.count(QUARTIER_OSMIUM_NODES_MISSING, QUARTIER_OSMIUM_WAY, way.id);
            findings.count(QUARTIER_OSMIUM_REFERENCES_MISSING, QUARTIER_OSMIUM_WAY, way.id, missing);
        } else if (!has_piece) {
            findings.count(QUARTIER_OSMIUM_SHORT_WAYS, QUARTIER_OSMIUM_WAY, way.id);
        }
    }

    /// Finds the ways of the relations; those of barriers become barriers.
    void select_members() {
        for (const auto &relation : store_.relations) {
            std::vector<std::size_t> found;
            for (const auto &member : relation.members) {
                const auto &ways = store_.ways.ways;
                const auto way = std::lower_bound(
                    ways.begin(), ways.end(), member.way,
                    [](const StoredWay &left, std::int64_t wanted) { return left.id < wanted; });
                if (way == ways.end() || way->id != member.way) { continue; }
                const auto index = static_cast<std::size_t>(way - ways.begin());
                found.push_back(index);
                if ((relation.uses & QUARTIER_OSMIUM_BARRIER) != 0) {
                    store_.ways.ways[index].uses |= QUARTIER_OSMIUM_BARRIER;
                }
            }
            members_.push_back(std::move(found));
        }
    }

    void add_streets() {
        numbers_.assign(store_.nodes.count() + store_.far_nodes.count(), unnumbered);
        columns_.street_nodes.reserve(store_.ways.references.size());
        columns_.street_ids.reserve(store_.ways.ways.size());
        columns_.street_tag_sets.reserve(store_.ways.ways.size());
        columns_.street_node_ends.reserve(store_.ways.ways.size());
        for (std::size_t index = 0; index < store_.ways.ways.size(); ++index) {
            const auto &way = store_.ways.ways[index];
            if ((way.uses & QUARTIER_OSMIUM_STREET) == 0) { continue; }
            const auto set = tag_set(way.street_tags);
            for_pieces(index, true, [&](const Rows &rows) {
                for (const auto row : rows) { numbers_[static_cast<std::size_t>(row)] = numbered; }
                columns_.street_nodes.insert(columns_.street_nodes.end(), rows.begin(), rows.end());
                columns_.street_ids.push_back(way.id);
                columns_.street_tag_sets.push_back(set);
                columns_.street_node_ends.push_back(checked_count(columns_.street_nodes.size()));
            });
        }
    }

    /// Numbers the nodes of streets by id and replaces rows by numbers.
    void number_nodes() {
        Rows used;
        used.reserve(numbers_.size());
        for (std::size_t row = 0; row < numbers_.size(); ++row) {
            if (numbers_[row] != unnumbered) { used.push_back(static_cast<std::int32_t>(row)); }
        }
        if (store_.far_nodes.count() > 0) {
            std::sort(used.begin(), used.end(), [this](std::int32_t left, std::int32_t right) {
                return store_.node_id(left) < store_.node_id(right);
            });
        }
        columns_.node_ids.reserve(used.size());
        columns_.node_xs.reserve(used.size());
        columns_.node_ys.reserve(used.size());
        for (const auto row : used) {
            numbers_[static_cast<std::size_t>(row)] = static_cast<std::int32_t>(columns_.node_ids.size());
            columns_.node_ids.push_back(store_.node_id(row));
            columns_.node_xs.push_back(degrees(store_.x(row)));
            columns_.node_ys.push_back(degrees(store_.y(row)));
        }
        for (auto &node : columns_.street_nodes) { node = numbers_[static_cast<std::size_t>(node)]; }
    }

    void add_tagged_nodes() {
        // Twice the same node is counted where nodes are read.
        keep_last_of_each(store_.street_nodes, [](std::int64_t) {});
        for (const auto &node : store_.street_nodes) {
            const auto row = store_.nodes.find(node.id);
            if (row == NodeTable::absent || numbers_[static_cast<std::size_t>(row)] < 0) { continue; }
            columns_.tagged_nodes.push_back(numbers_[static_cast<std::size_t>(row)]);
            columns_.tagged_node_tag_sets.push_back(tag_set(node.tag_set));
        }
    }

    void add_barriers() {
        for (std::size_t index = 0; index < store_.ways.ways.size(); ++index) {
            const auto uses = store_.ways.ways[index].uses;
            if ((uses & QUARTIER_OSMIUM_BARRIER) == 0) { continue; }
            for_pieces(index, (uses & QUARTIER_OSMIUM_STREET) == 0, [&](const Rows &rows) {
                for (const auto row : rows) {
                    columns_.barrier_xs.push_back(degrees(store_.x(row)));
                    columns_.barrier_ys.push_back(degrees(store_.y(row)));
                }
                columns_.barrier_ends.push_back(static_cast<std::int64_t>(columns_.barrier_xs.size()));
            });
        }
    }

    void add_objects() {
        keep_last_of_each(store_.object_nodes, [](std::int64_t) {});
        for (const auto &node : store_.object_nodes) {
            columns_.ring_xs.push_back(degrees(node.x));
            columns_.ring_ys.push_back(degrees(node.y));
            end_ring(true);
            end_object(QUARTIER_OSMIUM_NODE, node.id, node.tag_set, false);
        }
        for (std::size_t index = 0; index < store_.ways.ways.size(); ++index) {
            if ((store_.ways.ways[index].uses & QUARTIER_OSMIUM_OBJECT) != 0) { add_object_way(index); }
        }
        for (std::size_t index = 0; index < store_.relations.size(); ++index) {
            if ((store_.relations[index].uses & QUARTIER_OSMIUM_OBJECT) != 0) { add_object_relation(index); }
        }
    }

    /// A way as an object is one line through all its known nodes.
    void add_object_way(std::size_t index) {
        const auto &way = store_.ways.ways[index];
        const bool is_first_look = (way.uses & (QUARTIER_OSMIUM_STREET | QUARTIER_OSMIUM_BARRIER)) == 0;
        Rows all;
        for_pieces(index, is_first_look, [&](const Rows &rows) { all.insert(all.end(), rows.begin(), rows.end()); });
        if (all.empty()) { return; }
        add_line(all);
        end_object(QUARTIER_OSMIUM_WAY, way.id, way.object_tags, false);
    }

    void add_object_relation(std::size_t index) {
        const auto &relation = store_.relations[index];
        const auto rings = assemble_area(store_, relation, members_[index]);
        for (const auto &ring : rings) {
            for (std::size_t place = 0; place < ring.xs.size(); ++place) {
                columns_.ring_xs.push_back(degrees(ring.xs[place]));
                columns_.ring_ys.push_back(degrees(ring.ys[place]));
            }
            end_ring(ring.is_outer);
        }
        if (rings.empty() || members_[index].size() < relation.members.size()) {
            columns_.findings.count(QUARTIER_OSMIUM_AREAS_BROKEN, QUARTIER_OSMIUM_RELATION, relation.id);
        }
        if (rings.empty()) {
            for (const auto way : members_[index]) {
                for_pieces(way, false, [&](const Rows &rows) { add_line(rows); });
            }
            if (columns_.ring_ends.size() == rings_before_object()) { return; }
        }
        end_object(QUARTIER_OSMIUM_RELATION, relation.id, relation.tag_set, !rings.empty());
    }

    std::size_t rings_before_object() const {
        return columns_.object_ring_ends.empty() ? 0 : static_cast<std::size_t>(columns_.object_ring_ends.back());
    }

    void add_line(const Rows &rows) {
        for (const auto row : rows) {
            columns_.ring_xs.push_back(degrees(store_.x(row)));
            columns_.ring_ys.push_back(degrees(store_.y(row)));
        }
        end_ring(true);
    }

    void end_ring(bool is_outer) {
        columns_.ring_ends.push_back(static_cast<std::int64_t>(columns_.ring_xs.size()));
        columns_.ring_is_outer.push_back(is_outer ? 1 : 0);
    }

    void end_object(std::uint8_t kind, std::int64_t id, std::int32_t set, bool is_area) {
        columns_.object_kinds.push_back(kind);
        columns_.object_ids.push_back(id);
        columns_.object_tag_sets.push_back(tag_set(set));
        columns_.object_is_area.push_back(is_area ? 1 : 0);
        columns_.object_ring_ends.push_back(static_cast<std::int64_t>(columns_.ring_ends.size()));
    }

    /// Numbers the sets that are used in the order of their first use, which does not depend on the order of the file.
    std::int32_t tag_set(std::int32_t stored) {
        const auto index = static_cast<std::size_t>(stored);
        if (index >= set_numbers_.size()) { set_numbers_.resize(index + 1, unnumbered); }
        if (set_numbers_[index] == unnumbered) {
            set_numbers_[index] = static_cast<std::int32_t>(sets_in_use_.size());
            sets_in_use_.push_back(stored);
        }
        return set_numbers_[index];
    }

    void add_texts() {
        std::vector<std::int32_t> text_numbers;
        const auto number = [&](std::int32_t stored) {
            const auto index = static_cast<std::size_t>(stored);
            if (index >= text_numbers.size()) { text_numbers.resize(index + 1, unnumbered); }
            if (text_numbers[index] == unnumbered) {
                text_numbers[index] = static_cast<std::int32_t>(columns_.text_ends.size());
                const auto text = store_.sets.texts[stored];
                columns_.text_bytes.insert(columns_.text_bytes.end(), text.begin(), text.end());
                columns_.text_ends.push_back(static_cast<std::int64_t>(columns_.text_bytes.size()));
            }
            return text_numbers[index];
        };
        for (const auto stored : sets_in_use_) {
            for (const auto &pair : store_.sets[stored]) {
                columns_.tag_keys.push_back(number(pair.first));
                columns_.tag_values.push_back(number(pair.second));
            }
            columns_.tag_set_ends.push_back(static_cast<std::int64_t>(columns_.tag_keys.size()));
        }
    }

    static constexpr std::int32_t unnumbered = -1;
    static constexpr std::int32_t numbered = 0;

    MapStore &store_;
    MapColumns columns_;
    std::vector<std::vector<std::size_t>> members_;
    /// By row of the node table and, behind it, of the far nodes.
    std::vector<std::int32_t> numbers_;
    std::vector<std::int32_t> set_numbers_;
    std::vector<std::int32_t> sets_in_use_;
    Rows rows_;
};

}  // namespace

MapColumns make_columns(MapStore &store) { return Builder{store}.build(); }

quartier_osmium_columns MapColumns::view() const {
    quartier_osmium_columns view{};
    view.text_bytes = text_bytes.data();
    view.text_ends = text_ends.data();
    view.text_count = text_ends.size();
    view.tag_keys = tag_keys.data();
    view.tag_values = tag_values.data();
    view.tag_set_ends = tag_set_ends.data();
    view.tag_set_count = tag_set_ends.size();
    view.street_ids = street_ids.data();
    view.street_tag_sets = street_tag_sets.data();
    view.street_node_ends = street_node_ends.data();
    view.street_count = street_ids.size();
    view.street_nodes = street_nodes.data();
    view.street_node_count = street_nodes.size();
    view.node_ids = node_ids.data();
    view.node_xs = node_xs.data();
    view.node_ys = node_ys.data();
    view.node_count = node_ids.size();
    view.tagged_nodes = tagged_nodes.data();
    view.tagged_node_tag_sets = tagged_node_tag_sets.data();
    view.tagged_node_count = tagged_nodes.size();
    view.barrier_ends = barrier_ends.data();
    view.barrier_count = barrier_ends.size();
    view.barrier_xs = barrier_xs.data();
    view.barrier_ys = barrier_ys.data();
    view.object_kinds = object_kinds.data();
    view.object_ids = object_ids.data();
    view.object_tag_sets = object_tag_sets.data();
    view.object_is_area = object_is_area.data();
    view.object_ring_ends = object_ring_ends.data();
    view.object_count = object_ids.size();
    view.ring_ends = ring_ends.data();
    view.ring_is_outer = ring_is_outer.data();
    view.ring_count = ring_ends.size();
    view.ring_xs = ring_xs.data();
    view.ring_ys = ring_ys.data();
    for (std::size_t code = 0; code < findings.counts.size(); ++code) { view.findings[code] = findings.counts[code]; }
    return view;
}

}  // namespace quartier
