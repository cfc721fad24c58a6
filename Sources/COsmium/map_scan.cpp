#include "map_scan.hpp"

#include "block_inflation.hpp"
#include "last_of_each.hpp"

#include <osmium/io/bzip2_compression.hpp>
#include <osmium/io/gzip_compression.hpp>
#include <osmium/io/pbf_input.hpp>
#include <osmium/io/reader.hpp>
#include <osmium/io/xml_input.hpp>
#include <osmium/osm.hpp>
#include <osmium/thread/pool.hpp>

#include <algorithm>
#include <limits>
#include <string>

namespace quartier {
namespace {

constexpr double units_per_degree = osmium::detail::coordinate_precision;

/// A box in ten-millionths of a degree, edges included.
struct Box {
    double west, south, east, north;

    bool holds(std::int32_t x, std::int32_t y) const { return x >= west && x <= east && y >= south && y <= north; }
    Box expanded(double margin) const { return {west - margin, south - margin, east + margin, north + margin}; }
};

/// What ends the first pass when a node comes after a way.
struct Unsorted {};

class Scanner {
  public:
    Scanner(const quartier_osmium_request &request, MapStore &store)
        : request_(request), store_(store), rules_(request), tags_(rules_, store.sets),
          wants_relations_(rules_.has_use(QUARTIER_OSMIUM_BARRIER | QUARTIER_OSMIUM_OBJECT)),
          box_{request.west * units_per_degree, request.south * units_per_degree, request.east * units_per_degree,
               request.north * units_per_degree},
          halo_(box_.expanded(halo_degrees * units_per_degree)) {}

    void run() {
        try {
            read(osmium::osm_entity_bits::nwr, [this](const osmium::OSMObject &object) { take(object, true); });
        } catch (const Unsorted &) {
            store_ = MapStore{};
            are_nodes_finished_ = false;
            read(osmium::osm_entity_bits::node, [this](const osmium::OSMObject &object) { take(object, false); });
            read(
                osmium::osm_entity_bits::way | osmium::osm_entity_bits::relation,
                [this](const osmium::OSMObject &object) { take(object, false); });
        }
        finish_nodes();
        select_relations();
        if (request_.is_clipped) { read_far_nodes(); }
    }

  private:
    /// How far around the box nodes are kept in the first pass, so that nearly all ways that leave it are complete: 10 km
    /// from south to north.
    static constexpr double halo_degrees = 0.09;

    auto duplicate(std::int32_t kind) {
        return [this, kind](std::int64_t id) { store_.findings.count(QUARTIER_OSMIUM_DUPLICATES, kind, id); };
    }

    template <typename Action> void read(osmium::osm_entity_bits::type entities, Action &&action) {
        // A path is never taken for a URL or for standard input.
        const std::string path = request_.path[0] == '/' ? request_.path : "./" + std::string{request_.path};
        const osmium::io::File file{path, request_.format};
        osmium::thread::Pool pool{static_cast<int>(std::max(1U, std::thread::hardware_concurrency()))};
        osmium::io::Reader reader{file, entities, osmium::io::read_meta::no, pool};
        if (reader.header().has_multiple_object_versions()) { throw HistoryFile{}; }
        while (const osmium::memory::Buffer buffer = reader.read()) {
            for (const auto &object : buffer.select<osmium::OSMObject>()) {
                // Deleted objects are in files of editors.
                if (object.visible()) { action(object); }
            }
        }
        // libosmium takes anything shorter than a block's header, or zeros, for the end.
        if (file.format() == osmium::io::file_format::pbf && reader.offset() != reader.file_size()) {
            throw osmium::pbf_error{"the file goes on after its last block"};
        }
        reader.close();
    }

    void take(const osmium::OSMObject &object, bool must_be_sorted) {
        switch (object.type()) {
        case osmium::item_type::node:
            if (are_nodes_finished_ && must_be_sorted) { throw Unsorted{}; }
            take(static_cast<const osmium::Node &>(object));
            break;
        case osmium::item_type::way:
            finish_nodes();
            take(static_cast<const osmium::Way &>(object));
            break;
        case osmium::item_type::relation:
            if (wants_relations_) { take(static_cast<const osmium::Relation &>(object)); }
            break;
        default:
            break;
        }
    }

    void take(const osmium::Node &node) {
        const auto location = node.location();
        if (!location.valid()) { return; }
        if (request_.is_clipped && !halo_.holds(location.x(), location.y())) { return; }
        store_.nodes.append(node.id(), location.x(), location.y());
        const auto &list = node.tags();
        if (list.empty() || !is_inside(location.x(), location.y())) { return; }
        tags_.load(list);
        bool is_absurd = false;
        if ((tags_.uses() & QUARTIER_OSMIUM_OBJECT) != 0) {
            const auto set = tags_.set(ObjectTags::Kept::all, is_absurd);
            store_.object_nodes.push_back({node.id(), location.x(), location.y(), set});
        }
        if (tags_.matters_on_streets()) {
            const auto set = tags_.set(ObjectTags::Kept::of_nodes, is_absurd);
            store_.street_nodes.push_back({node.id(), location.x(), location.y(), set});
        }
        if (is_absurd) { store_.findings.count(QUARTIER_OSMIUM_TAGS_ABSURD, QUARTIER_OSMIUM_NODE, node.id()); }
    }

    void take(const osmium::Way &way) {
        tags_.load(way.tags());
        const auto uses = tags_.uses();
        // A relation that comes later may need any way.
        if (uses == 0 && !wants_relations_) { return; }
        const auto start = store_.ways.references.size();
        const auto unknown_start = store_.ways.unknown_ids.size();
        append_references(way.nodes());
        bool is_known = false;
        bool is_inside_box = false;
        for (auto place = start; place < store_.ways.references.size(); ++place) {
            const auto row = store_.ways.references[place];
            if (row < 0) { continue; }
            is_known = true;
            is_inside_box = is_inside_box || is_inside(row);
        }
        const bool is_selected = uses != 0 && (is_inside_box || !request_.is_clipped);
        // Ways with no node in the halo are looked for again where a relation needs them.
        if (!is_selected && !(wants_relations_ && is_known)) {
            store_.ways.references.resize(start);
            store_.ways.unknown_ids.resize(unknown_start);
            return;
        }
        StoredWay stored{way.id(), store_.ways.references.size(), 0, 0, 0, is_inside_box, false};
        if (is_selected) {
            stored.uses = static_cast<std::uint8_t>(uses);
            bool is_absurd = false;
            if ((uses & QUARTIER_OSMIUM_STREET) != 0) {
                stored.street_tags = tags_.set(ObjectTags::Kept::of_streets, is_absurd);
            }
            if ((uses & QUARTIER_OSMIUM_OBJECT) != 0) {
                stored.object_tags = tags_.set(ObjectTags::Kept::all, is_absurd);
            }
            if (is_absurd) { store_.findings.count(QUARTIER_OSMIUM_TAGS_ABSURD, QUARTIER_OSMIUM_WAY, way.id()); }
        }
        store_.ways.ways.push_back(stored);
    }

    void take(const osmium::Relation &relation) {
        tags_.load(relation.tags());
        const auto uses = tags_.uses() & (QUARTIER_OSMIUM_BARRIER | QUARTIER_OSMIUM_OBJECT);
        // Boundaries are put together like multipolygons.
        const auto type = tags_.value("type");
        if (uses == 0 || (type != "multipolygon" && type != "boundary")) { return; }
        StoredRelation stored{relation.id(), uses, 0, {}};
        bool is_absurd = false;
        if ((uses & QUARTIER_OSMIUM_OBJECT) != 0) { stored.tag_set = tags_.set(ObjectTags::Kept::all, is_absurd); }
        if (is_absurd) {
            store_.findings.count(QUARTIER_OSMIUM_TAGS_ABSURD, QUARTIER_OSMIUM_RELATION, relation.id());
        }
        for (const auto &member : relation.members()) {
            if (member.type() == osmium::item_type::way) { stored.members.push_back({member.ref(), member.role()}); }
        }
        store_.relations.push_back(std::move(stored));
    }

    bool is_inside(std::int32_t x, std::int32_t y) const { return !request_.is_clipped || box_.holds(x, y); }
    bool is_inside(std::int32_t row) const { return is_inside(store_.x(row), store_.y(row)); }

    /// Look-ups that follow each other closely wait for memory together.
    void append_references(const osmium::WayNodeList &nodes) {
        auto &ways = store_.ways;
        for (const auto &reference : nodes) { ways.references.push_back(store_.nodes.find(reference.ref())); }
        auto place = ways.references.size() - nodes.size();
        for (const auto &reference : nodes) {
            auto &row = ways.references[place++];
            if (row != NodeTable::absent) { continue; }
            if (ways.unknown_ids.size() >= NodeTable::largest_count) { throw std::length_error{"more nodes than fit"}; }
            row = ~static_cast<std::int32_t>(ways.unknown_ids.size());
            ways.unknown_ids.push_back(reference.ref());
        }
    }

    void finish_nodes() {
        if (are_nodes_finished_) { return; }
        are_nodes_finished_ = true;
        store_.nodes.finish(duplicate(QUARTIER_OSMIUM_NODE));
    }

    /// Brings ways and relations in the order of ids, drops relations with no node in the box, and marks the ways that
    /// the others need, reading those that lie far away.
    void select_relations() {
        sort_ways();
        keep_last_of_each(store_.relations, duplicate(QUARTIER_OSMIUM_RELATION));
        const auto is_in_box = [this](const StoredRelation &relation) {
            return std::any_of(relation.members.begin(), relation.members.end(), [this](const auto &member) {
                const auto *way = find_way(member.way);
                return way != nullptr && way->is_inside;
            });
        };
        auto &relations = store_.relations;
        if (request_.is_clipped) {
            relations.erase(
                std::remove_if(
                    relations.begin(), relations.end(), [&](const auto &relation) { return !is_in_box(relation); }),
                relations.end());
        }
        std::vector<std::int64_t> missing;
        for (const auto &relation : relations) {
            for (const auto &member : relation.members) {
                auto *way = find_way(member.way);
                if (way == nullptr) {
                    missing.push_back(member.way);
                } else {
                    way->is_member = true;
                }
            }
        }
        if (!request_.is_clipped || missing.empty()) { return; }
        std::sort(missing.begin(), missing.end());
        read(osmium::osm_entity_bits::way, [&](const osmium::OSMObject &object) {
            if (!std::binary_search(missing.begin(), missing.end(), object.id())) { return; }
            append_references(static_cast<const osmium::Way &>(object).nodes());
            store_.ways.ways.push_back({object.id(), store_.ways.references.size(), 0, 0, 0, false, true});
        });
        sort_ways();
    }

    StoredWay *find_way(std::int64_t id) {
        auto &ways = store_.ways.ways;
        const auto found = std::lower_bound(
            ways.begin(), ways.end(), id, [](const StoredWay &way, std::int64_t wanted) { return way.id < wanted; });
        return found != ways.end() && found->id == id ? &*found : nullptr;
    }

    void sort_ways() {
        auto &ways = store_.ways;
        const auto is_not_before = [](const StoredWay &left, const StoredWay &right) { return left.id >= right.id; };
        if (std::adjacent_find(ways.ways.begin(), ways.ways.end(), is_not_before) == ways.ways.end()) { return; }
        const auto order = last_of_each(
            ways.ways.size(), [&](std::size_t way) { return ways.ways[way].id; }, duplicate(QUARTIER_OSMIUM_WAY));
        WayStore sorted;
        sorted.unknown_ids.swap(ways.unknown_ids);
        for (const auto index : order) {
            auto way = ways.ways[index];
            const auto first = ways.references.begin() + static_cast<std::ptrdiff_t>(ways.begin(index));
            const auto last = ways.references.begin() + static_cast<std::ptrdiff_t>(way.end);
            sorted.references.insert(sorted.references.end(), first, last);
            way.end = sorted.references.size();
            sorted.ways.push_back(way);
        }
        ways = std::move(sorted);
    }

    /// Looks up the nodes outside the halo to which selected ways reach.
    void read_far_nodes() {
        const auto &ways = store_.ways;
        std::vector<std::int64_t> wanted;
        for (std::size_t way = 0; way < ways.ways.size(); ++way) {
            if (ways.ways[way].uses == 0 && !ways.ways[way].is_member) { continue; }
            for (auto place = ways.begin(way); place < ways.ways[way].end; ++place) {
                const auto reference = ways.references[place];
                if (reference < 0) { wanted.push_back(ways.unknown_ids[static_cast<std::size_t>(~reference)]); }
            }
        }
        if (wanted.empty()) { return; }
        std::sort(wanted.begin(), wanted.end());
        read(osmium::osm_entity_bits::node, [&](const osmium::OSMObject &object) {
            const auto location = static_cast<const osmium::Node &>(object).location();
            if (location.valid() && std::binary_search(wanted.begin(), wanted.end(), object.id())) {
                store_.far_nodes.append(object.id(), location.x(), location.y());
            }
        });
        store_.far_nodes.finish(duplicate(QUARTIER_OSMIUM_NODE));
    }

    const quartier_osmium_request &request_;
    MapStore &store_;
    TagRules rules_;
    ObjectTags tags_;
    bool wants_relations_;
    Box box_;
    Box halo_;
    bool are_nodes_finished_ = false;
};

}  // namespace

void scan(const quartier_osmium_request &request, MapStore &store) { Scanner{request, store}.run(); }

}  // namespace quartier
