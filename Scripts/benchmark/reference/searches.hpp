// Shortest paths in a network up to a limit.
#pragma once

#include <algorithm>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "network.hpp"

namespace reference {

inline constexpr int32_t unreached = std::numeric_limits<int32_t>::max();

/// From many nodes at once: a bucket of nodes for each decimetre (Dial), as the whole network is walked.
class ManyToAll {
public:
    explicit ManyToAll(const Network& network) : network_(network) {}

    /// The decimetres from each node to the nearest of the sources, or `unreached` from `limit` on.
    std::vector<int32_t> operator()(const std::vector<int32_t>& sources, int32_t limit) {
        std::vector<int32_t> distance(network_.size(), unreached);
        buckets_.resize(limit);
        for (auto source : sources) {
            distance[source] = 0;
            buckets_[0].push_back(source);
        }
        for (int32_t reached = 0; reached < limit; reached++) {
            auto& bucket = buckets_[reached];
            for (size_t i = 0; i < bucket.size(); i++) {
                int32_t node = bucket[i];
                if (distance[node] != reached) continue;
                for (int32_t arc = network_.first[node]; arc < network_.first[node + 1]; arc++) {
                    auto [head, decimetres] = network_.arcs[arc];
                    int32_t farther = reached + decimetres;
                    if (farther >= limit || farther >= distance[head]) continue;
                    distance[head] = farther;
                    buckets_[farther].push_back(head);
                }
            }
            bucket.clear();
        }
        return distance;
    }

private:
    const Network& network_;
    std::vector<std::vector<int32_t>> buckets_;
};

/// From one node to those around it: a heap with four children, as little is walked.
class Ball {
public:
    explicit Ball(const Network& network) : network_(network), distance_(network.size(), unreached) {}

    /// Calls visit(node, decimetres) for each node at most `limit` decimetres from the source.
    template <class Visit>
    void operator()(int32_t source, int32_t limit, Visit visit) {
        reach(source, 0);
        while (!heap_.empty()) {
            auto [distance, node] = pop();
            if (distance_[node] != distance) continue;
            visit(node, distance);
            for (int32_t arc = network_.first[node]; arc < network_.first[node + 1]; arc++) {
                auto [head, decimetres] = network_.arcs[arc];
                int32_t farther = distance + decimetres;
                if (farther <= limit && farther < distance_[head]) reach(head, farther);
            }
        }
        for (auto node : touched_) distance_[node] = unreached;
        touched_.clear();
    }

private:
    void reach(int32_t node, int32_t distance) {
        if (distance_[node] == unreached) touched_.push_back(node);
        distance_[node] = distance;
        uint64_t key = uint64_t(distance) << 32 | uint32_t(node);
        size_t place = heap_.size();
        heap_.push_back(key);
        for (size_t parent; place > 0 && heap_[parent = (place - 1) / 4] > key; place = parent) {
            heap_[place] = heap_[parent];
        }
        heap_[place] = key;
    }

    std::pair<int32_t, int32_t> pop() {
        uint64_t least = heap_[0], key = heap_.back();
        heap_.pop_back();
        size_t place = 0;
        for (size_t child = 1; child < heap_.size(); child = 4 * place + 1) {
            auto begin = heap_.begin() + child, end = heap_.begin() + std::min(child + 4, heap_.size());
            size_t smallest = std::min_element(begin, end) - heap_.begin();
            if (heap_[smallest] >= key) break;
            heap_[place] = heap_[smallest];
            place = smallest;
        }
        if (!heap_.empty()) heap_[place] = key;
        return {least >> 32, uint32_t(least)};
    }

    const Network& network_;
    std::vector<int32_t> distance_, touched_;
    std::vector<uint64_t> heap_;  // distance and node
};

}  // namespace reference
