// W5: for each street node the way to the nearest place of each category, and the places within 1,200 m of walking.
//
// Outward from the places: one search from all places of a category for the nearest; a ball around each node with
// places, whatever their categories, for the counts.

#include <algorithm>
#include <array>
#include <atomic>
#include <numeric>

#include "layers.hpp"
#include "network.hpp"
#include "parallel.hpp"
#include "point_grid.hpp"
#include "searches.hpp"
#include "workloads.hpp"

namespace reference {

namespace {

constexpr int32_t nearLimit = 15000;   // decimetres; what is as far or farther is not near
constexpr int32_t countLimit = 12000;  // decimetres; what is as far counts
constexpr size_t categoryCount = categories.size();
constexpr size_t nodesPerTurn = 512;

/// For each category the decimetres from each node to the nearest place.
std::vector<std::vector<int32_t>> nearest(
    const Network& network, const Places& places, const std::vector<int32_t>& nodeOfPlace) {
    std::vector<std::vector<int32_t>> result(categoryCount);
    forEachIndex(categoryCount, [&](size_t category) {
        std::vector<int32_t> sources;
        for (size_t i = 0; i < places.size(); i++) {
            if (size_t(places.category[i]) == category) sources.push_back(nodeOfPlace[i]);
        }
        result[category] = ManyToAll(network)(sources, nearLimit);
        std::replace(result[category].begin(), result[category].end(), unreached, -1);
    });
    return result;
}

/// For each node the number of places of each category within the limit, node by node.
std::vector<int32_t> counts(
    const Network& network, const Places& places, const std::vector<int32_t>& nodeOfPlace) {
    std::vector<int32_t> order(places.size());
    std::iota(order.begin(), order.end(), 0);
    std::sort(order.begin(), order.end(), [&](int32_t a, int32_t b) { return nodeOfPlace[a] < nodeOfPlace[b]; });
    std::vector<size_t> groups = {0};  // where the places of one node begin in the order
    for (size_t i = 1; i <= order.size(); i++) {
        if (i == order.size() || nodeOfPlace[order[i]] != nodeOfPlace[order[i - 1]]) groups.push_back(i);
    }
    std::vector<int32_t> result(network.size() * categoryCount);
    std::atomic<size_t> next{0};
    onEachThread([&](size_t) {
        Ball ball(network);
        for (size_t turn = next++ * nodesPerTurn; turn + 1 < groups.size(); turn = next++ * nodesPerTurn) {
            for (size_t group = turn; group < std::min(turn + nodesPerTurn, groups.size() - 1); group++) {
                std::array<int32_t, categoryCount> placesHere{};
                for (size_t i = groups[group]; i < groups[group + 1]; i++) placesHere[places.category[order[i]]]++;
                ball(nodeOfPlace[order[groups[group]]], countLimit, [&](int32_t node, int32_t) {
                    for (size_t category = 0; category < categoryCount; category++) {
                        if (placesHere[category] == 0) continue;
                        std::atomic_ref(result[node * categoryCount + category])
                            .fetch_add(placesHere[category], std::memory_order_relaxed);
                    }
                });
            }
        }
    });
    return result;
}

}  // namespace

Object walk(const std::string& folder, Phases& phases) {
    auto addresses = readAddresses(folder);
    auto places = readPlaces(folder);
    addresses.project();
    places.project();
    phases.mark("load points");
    auto network = readNetwork(folder);
    phases.mark("load network");
    PointGrid nodes(network.nodes, 100);
    auto nodeOfAddress = nearestOf(addresses, nodes), nodeOfPlace = nearestOf(places, nodes);
    phases.mark("snap");
    auto near = nearest(network, places, nodeOfPlace);
    phases.mark("nearest");
    auto count = counts(network, places, nodeOfPlace);
    phases.mark("count");

    // Both tables in the order of nodes.csv.
    std::vector<int32_t> row(network.size());
    std::vector<int32_t> nearTable(network.size() * categoryCount), countTable(nearTable.size());
    onShares(network.size(), [&](size_t begin, size_t end, size_t) {
        for (size_t file = begin; file < end; file++) {
            int32_t node = network.number[file];
            row[node] = file;
            for (size_t category = 0; category < categoryCount; category++) {
                nearTable[file * categoryCount + category] = near[category][node];
                countTable[file * categoryCount + category] = count[node * categoryCount + category];
            }
        }
    });
    int64_t reached = 0, nearSum = 0;
    for (auto decimetres : nearTable) {
        reached += decimetres >= 0;
        nearSum += std::max(decimetres, 0);
    }
    std::vector<int64_t> nearOfAddresses(categoryCount), countOfAddresses(categoryCount);
    for (auto& node : nodeOfAddress) {
        for (size_t category = 0; category < categoryCount; category++) {
            int32_t decimetres = near[category][node];
            nearOfAddresses[category] += decimetres < 0 ? nearLimit : decimetres;
            countOfAddresses[category] += count[node * categoryCount + category];
        }
        node = row[node];
    }
    Object oracle;
    oracle.string("near", digest(nearTable)).integer("reached", reached).integer("near_sum", nearSum);
    oracle.integers("addr_sum", nearOfAddresses).string("snap", digest(nodeOfAddress));
    oracle.string("cnt", digest(countTable));
    oracle.integer("cnt_sum", std::accumulate(countTable.begin(), countTable.end(), int64_t{0}));
    oracle.integers("addr_cnt", countOfAddresses);
    phases.mark("digest");
    return oracle;
}

}  // namespace reference
