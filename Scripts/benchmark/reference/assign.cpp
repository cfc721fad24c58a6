// W3: count residents and places in each quarter.

#include <numeric>

#include "layers.hpp"
#include "parallel.hpp"
#include "quarter_locator.hpp"
#include "workloads.hpp"

namespace reference {

Object assign(const std::string& folder, Phases& phases) {
    auto quarters = readQuarters(folder);
    auto addresses = readAddresses(folder);
    auto places = readPlaces(folder);
    addresses.project();
    places.project();
    phases.mark("load");

    QuarterLocator locator(quarters);
    phases.mark("cell grid");
    constexpr size_t firstCategory = 4, columns = firstCategory + categories.size();
    std::vector<int64_t> table(quarters.size() * columns);  // rows in the order of the file, which is that of qid
    auto quarterOf = quartersOf(addresses, locator);
    for (size_t i = 0; i < addresses.size(); i++) {
        if (quarterOf[i] < 0) continue;
        auto* row = &table[quarterOf[i] * columns];
        row[0]++;
        row[1] += addresses.residents[i];
        row[2] += addresses.foreign[i];
        row[3] += addresses.minors[i];
    }
    phases.mark("join");
    quarterOf = quartersOf(places, locator);
    for (size_t i = 0; i < places.size(); i++) {
        if (quarterOf[i] >= 0) table[quarterOf[i] * columns + firstCategory + places.category[i]]++;
    }
    phases.mark("join places");

    std::vector<int64_t> totals(columns);
    for (size_t i = 0; i < table.size(); i++) totals[i % columns] += table[i];
    Object oracle;
    oracle.integer("assigned", totals[0]).integer("pop", totals[1]).integer("foreign", totals[2]);
    oracle.integer("places", std::accumulate(totals.begin() + firstCategory, totals.end(), int64_t{0}));
    oracle.string("table", digest(table));
    return oracle;
}

}  // namespace reference
