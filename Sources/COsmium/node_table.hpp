// The positions of nodes by id.
#pragma once

#include "last_of_each.hpp"

#include <algorithm>
#include <cstdint>
#include <stdexcept>
#include <vector>

namespace quartier {

/// Nodes as columns, ascending ids once they are sorted; positions in ten-millionths of a degree.
class NodeTable {
  public:
    static constexpr std::int32_t absent = -1;
    /// 4 GB of columns; Germany as a whole has more, a state has not.
    static constexpr std::size_t largest_count = std::size_t{1} << 28U;

    void append(std::int64_t id, std::int32_t x, std::int32_t y) {
        if (ids.size() == largest_count) { throw std::length_error{"more nodes than fit"}; }
        is_ascending_ = is_ascending_ && (ids.empty() || ids.back() < id);
        ids.push_back(id);
        xs.push_back(x);
        ys.push_back(y);
    }

    std::size_t count() const { return ids.size(); }

    /// Brings the ids in order, keeps the last of equal ones and gives `duplicate` their ids, then makes look-ups fast.
    template <typename Action> void finish(Action &&duplicate) {
        if (!is_ascending_) { sort(duplicate); }
        is_ascending_ = true;
        index();
    }

    /// The row of an id, or `absent`.
    std::int32_t find(std::int64_t id) const {
        if (ids.empty() || id < ids.front() || id > ids.back()) { return absent; }
        if (is_gapless_) { return static_cast<std::int32_t>(distance(ids.front(), id)); }
        const auto bucket = static_cast<std::size_t>(distance(ids.front(), id) >> shift_);
        const auto first = ids.begin() + starts_[bucket];
        const auto last = ids.begin() + starts_[bucket + 1];
        const auto found = std::lower_bound(first, last, id);
        return found != last && *found == id ? static_cast<std::int32_t>(found - ids.begin()) : absent;
    }

    std::vector<std::int64_t> ids;
    std::vector<std::int32_t> xs;
    std::vector<std::int32_t> ys;

  private:
    // Exact for all pairs of ids, negative ones too.
    static std::uint64_t distance(std::int64_t from, std::int64_t to) {
        return static_cast<std::uint64_t>(to) - static_cast<std::uint64_t>(from);
    }

    template <typename Action> void sort(Action &&duplicate) {
        NodeTable sorted;
        for (const auto row : last_of_each(count(), [this](std::size_t row) { return ids[row]; }, duplicate)) {
            sorted.append(ids[row], xs[row], ys[row]);
        }
        ids.swap(sorted.ids);
        xs.swap(sorted.xs);
        ys.swap(sorted.ys);
    }

    // The range of ids is cut into about as many equal buckets as there are nodes: ids of an extract come in clusters,
    // so a look-up mostly ends in the bucket or after a few steps of a binary search in it. In files that were numbered
    // anew (`osmium renumber`) the id itself tells the row.
    void index() {
        if (ids.empty()) { return; }
        const auto range = distance(ids.front(), ids.back());
        is_gapless_ = range == ids.size() - 1;
        if (is_gapless_) { return; }
        shift_ = 0;
        while ((range >> shift_) >= 2 * static_cast<std::uint64_t>(ids.size())) { ++shift_; }
        starts_.assign(static_cast<std::size_t>(range >> shift_) + 2, 0U);
        for (const auto id : ids) { ++starts_[static_cast<std::size_t>(distance(ids.front(), id) >> shift_) + 1]; }
        for (std::size_t bucket = 1; bucket < starts_.size(); ++bucket) { starts_[bucket] += starts_[bucket - 1]; }
    }

    bool is_ascending_ = true;
    /// Whether each id is one more than the one before.
    bool is_gapless_ = false;
    unsigned shift_ = 0;
    std::vector<std::uint32_t> starts_;
};

}  // namespace quartier
