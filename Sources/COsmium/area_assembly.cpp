#include "area_assembly.hpp"

#include <osmium/area/assembler.hpp>
#include <osmium/builder/osm_object_builder.hpp>
#include <osmium/memory/buffer.hpp>
#include <osmium/osm.hpp>

#include <utility>

namespace quartier {
namespace {

constexpr std::size_t first_buffer_size = std::size_t{1} << 16U;

template <typename Ring> AreaRing copy(const Ring &ring, bool is_outer) {
    AreaRing copied{is_outer, {}, {}};
    for (const auto &node : ring) {
        copied.xs.push_back(node.location().x());
        copied.ys.push_back(node.location().y());
    }
    return copied;
}

}  // namespace

std::vector<AreaRing> assemble_area(
    const MapStore &store, const StoredRelation &relation, const std::vector<std::size_t> &ways) {
    if (ways.empty()) { return {}; }
    osmium::memory::Buffer objects{first_buffer_size, osmium::memory::Buffer::auto_grow::yes};
    std::vector<std::size_t> offsets;
    for (const auto index : ways) {
        {
            osmium::builder::WayBuilder builder{objects};
            builder.set_id(store.ways.ways[index].id);
            osmium::builder::WayNodeListBuilder nodes{builder};
            for (auto place = store.ways.begin(index); place < store.ways.ways[index].end; ++place) {
                const auto row = store.row(store.ways.references[place]);
                if (row == MapStore::nowhere) { return {}; }
                nodes.add_node_ref(store.node_id(row), osmium::Location{store.x(row), store.y(row)});
            }
        }
        offsets.push_back(objects.commit());
    }
    {
        // Without tags: the assembler decides by geometry, and texts of a file stay out of its reach.
        osmium::builder::RelationBuilder builder{objects};
        builder.set_id(relation.id);
        osmium::builder::RelationMemberListBuilder members{builder};
        // Those that were found, in the order of the members.
        auto found = ways.begin();
        for (const auto &member : relation.members) {
            if (found == ways.end() || store.ways.ways[*found].id != member.way) { continue; }
            members.add_member(osmium::item_type::way, member.way, member.role.c_str());
            ++found;
        }
    }
    const auto relation_offset = objects.commit();
    std::vector<const osmium::Way *> members;
    members.reserve(offsets.size());
    for (const auto offset : offsets) { members.push_back(&objects.get<osmium::Way>(offset)); }

    osmium::area::AssemblerConfig config;
    config.create_empty_areas = false;
    osmium::memory::Buffer areas{first_buffer_size, osmium::memory::Buffer::auto_grow::yes};
    osmium::area::Assembler assembler{config};
    std::vector<AreaRing> rings;
    if (!assembler(objects.get<osmium::Relation>(relation_offset), members, areas)) { return rings; }
    for (const auto &area : areas.select<osmium::Area>()) {
        for (const auto &outer : area.outer_rings()) {
            rings.push_back(copy(outer, true));
            for (const auto &inner : area.inner_rings(outer)) { rings.push_back(copy(inner, false)); }
        }
    }
    return rings;
}

}  // namespace quartier
