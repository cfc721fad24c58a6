// Order by id.
#pragma once

#include <algorithm>
#include <cstddef>
#include <cstdint>
#include <numeric>
#include <utility>
#include <vector>

namespace quartier {

/// The places of things in ascending order of their ids, of equal ids only the last; `duplicate` gets the ids of the
/// others. `id` gives the id at a place.
template <typename ID, typename Action>
std::vector<std::size_t> last_of_each(std::size_t count, ID &&id, Action &&duplicate) {
    std::vector<std::size_t> order(count);
    std::iota(order.begin(), order.end(), std::size_t{0});
    const auto is_before = [&](std::size_t left, std::size_t right) {
        return id(left) != id(right) ? id(left) < id(right) : left < right;
    };
    if (!std::is_sorted(order.begin(), order.end(), is_before)) { std::sort(order.begin(), order.end(), is_before); }
    std::size_t kept = 0;
    for (std::size_t place = 0; place < count; ++place) {
        if (place + 1 < count && id(order[place + 1]) == id(order[place])) {
            duplicate(id(order[place]));
        } else {
            order[kept++] = order[place];
        }
    }
    order.resize(kept);
    return order;
}

/// Brings things in ascending order of their ids and keeps the last of equal ones.
template <typename Value, typename Action> void keep_last_of_each(std::vector<Value> &values, Action &&duplicate) {
    const auto order = last_of_each(
        values.size(), [&](std::size_t place) { return values[place].id; }, duplicate);
    std::vector<Value> kept;
    kept.reserve(order.size());
    for (const auto place : order) { kept.push_back(std::move(values[place])); }
    values.swap(kept);
}

}  // namespace quartier
