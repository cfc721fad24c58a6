// W6: capacity of three categories shared among those who reach it along streets (E2SFCA), as the mean of each quarter.
//
// Outward from the nodes with capacity: what a ball finds is summed and given out while it is at hand.

#include <algorithm>
#include <array>
#include <atomic>
#include <cstring>

#include "layers.hpp"
#include "network.hpp"
#include "parallel.hpp"
#include "point_grid.hpp"
#include "quarter_locator.hpp"
#include "searches.hpp"
#include "workloads.hpp"

namespace reference {

namespace {

constexpr std::array<const char*, 3> shared = {"kita", "arzt", "begegnung"};
constexpr int32_t limit = 12000;  // decimetres
constexpr size_t nodesPerTurn = 64;

double weight(int32_t decimetres) { return decimetres <= 4000 ? 1 : decimetres <= 8000 ? 0.68 : 0.22; }

int32_t indexOf(const char* name) {
    for (size_t i = 0; i < categories.size(); i++) {
        if (strcmp(categories[i], name) == 0) return i;
    }
    return -1;
}

/// Capacity per resident at each node; adds the pairs of nodes that it looked at.
std::vector<double> access(
    const Network& network, const std::vector<double>& people, const std::vector<double>& capacity, int64_t& pairs) {
    std::vector<int32_t> sources;
    for (size_t node = 0; node < capacity.size(); node++) {
        if (capacity[node] > 0) sources.push_back(node);
    }
    std::vector<std::vector<double>> parts(threadCount());
    std::atomic<size_t> next{0};
    std::atomic<int64_t> found{0};
    onEachThread([&](size_t thread) {
        auto& part = parts[thread];
        part.assign(network.size(), 0);
        Ball ball(network);
        std::vector<std::pair<int32_t, double>> reached;
        for (size_t turn = next++ * nodesPerTurn; turn < sources.size(); turn = next++ * nodesPerTurn) {
            for (size_t i = turn; i < std::min(turn + nodesPerTurn, sources.size()); i++) {
                reached.clear();
                double demand = 0;
                ball(sources[i], limit, [&](int32_t node, int32_t decimetres) {
                    double worth = weight(decimetres);
                    demand += people[node] * worth;
                    reached.push_back({node, worth});
                });
                found += reached.size();
                if (demand <= 0) continue;
                double ratio = capacity[sources[i]] / demand;
                for (auto [node, worth] : reached) part[node] += ratio * worth;
            }
        }
    });
    pairs += found;
    for (size_t thread = 1; thread < parts.size(); thread++) {
        for (size_t node = 0; node < network.size(); node++) parts[0][node] += parts[thread][node];
    }
    return std::move(parts[0]);
}

}  // namespace

Object floatingCatchment(const std::string& folder, Phases& phases) {
    auto quarters = readQuarters(folder);
    auto addresses = readAddresses(folder);
    auto places = readPlaces(folder);
    addresses.project();
    places.project();
    phases.mark("load points");
    auto quarterOf = quartersOf(addresses, QuarterLocator(quarters));
    phases.mark("join");
    auto network = readNetwork(folder);
    phases.mark("load network");
    PointGrid nodes(network.nodes, 100);
    auto nodeOfAddress = nearestOf(addresses, nodes), nodeOfPlace = nearestOf(places, nodes);
    phases.mark("snap");

    std::vector<double> people(network.size());
    for (size_t i = 0; i < addresses.size(); i++) people[nodeOfAddress[i]] += addresses.residents[i];
    int64_t pairs = 0;
    std::vector<double> totals, sums, firsts, largest;
    std::vector<double> residents(quarters.size());
    for (size_t i = 0; i < addresses.size(); i++) {
        if (quarterOf[i] >= 0) residents[quarterOf[i]] += addresses.residents[i];
    }
    for (auto name : shared) {
        std::vector<double> capacity(network.size());
        for (size_t i = 0; i < places.size(); i++) {
            if (places.category[i] == indexOf(name)) capacity[nodeOfPlace[i]] += places.capacity[i];
        }
        auto perHead = access(network, people, capacity, pairs);
        phases.mark(std::string("catchments ") + name);
        double total = 0;
        for (size_t node = 0; node < network.size(); node++) total += people[node] * perHead[node];
        totals.push_back(total);
        std::vector<double> means(quarters.size());
        for (size_t i = 0; i < addresses.size(); i++) {
            if (quarterOf[i] >= 0) means[quarterOf[i]] += addresses.residents[i] * perHead[nodeOfAddress[i]];
        }
        double sum = 0;
        for (size_t quarter = 0; quarter < means.size(); quarter++) {
            means[quarter] = residents[quarter] > 0 ? means[quarter] / residents[quarter] : 0;
            sum += means[quarter];
        }
        sums.push_back(sum);
        firsts.push_back(means[0]);
        largest.push_back(*std::max_element(means.begin(), means.end()));
        phases.mark(std::string("means ") + name);
    }
    Object oracle;
    oracle.integer("pairs", pairs).numbers("total", totals);
    oracle.numbers("qsum", sums).numbers("q0", firsts).numbers("qmax", largest);
    return oracle;
}

}  // namespace reference
