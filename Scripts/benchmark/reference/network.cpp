#include "network.hpp"

#include <simdjson.h>

#include <algorithm>
#include <charconv>
#include <stdexcept>

namespace reference {

namespace {

/// The numbers of a CSV file without quotes, one after another, its header left out.
class Numbers {
public:
    explicit Numbers(const std::string& path) : text_(simdjson::padded_string::load(path).take_value()) {
        const char* begin = text_.data();
        end_ = begin + text_.size();
        next_ = std::find(begin, end_, '\n') + 1;
    }

    bool isAtEnd() const { return next_ >= end_; }

    template <class Number>
    Number take() {
        Number value;
        auto [after, error] = std::from_chars(next_, end_, value);
        if (error != std::errc()) throw std::runtime_error("a CSV file holds something else than numbers");
        next_ = after + 1;
        return value;
    }

private:
    simdjson::padded_string text_;
    const char *next_, *end_;
};

/// How far along a Hilbert curve of order 16 a cell lies.
uint32_t hilbert(uint32_t x, uint32_t y) {
    constexpr uint32_t last = 0xFFFF;
    uint32_t place = 0;
    for (uint32_t side = 0x8000; side > 0; side /= 2) {
        bool right = x & side, upper = y & side;
        place += side * side * ((3 * right) ^ upper);
        if (upper) continue;
        if (right) {
            x = last - x;
            y = last - y;
        }
        std::swap(x, y);
    }
    return place;
}

/// Brings the nodes into the order of the curve; returns the new number of each.
std::vector<int32_t> orderAlongCurve(Points& nodes) {
    auto [left, right] = std::minmax_element(nodes.x.begin(), nodes.x.end());
    auto [bottom, top] = std::minmax_element(nodes.y.begin(), nodes.y.end());
    double minX = *left, minY = *bottom, scale = 0xFFFF / std::max({*right - minX, *top - minY, 1.0});
    std::vector<std::pair<uint32_t, int32_t>> places;
    for (size_t i = 0; i < nodes.size(); i++) {
        places.emplace_back(hilbert((nodes.x[i] - minX) * scale, (nodes.y[i] - minY) * scale), i);
    }
    std::sort(places.begin(), places.end());
    std::vector<int32_t> number(nodes.size());
    Points ordered;
    for (auto [place, row] : places) {
        number[row] = ordered.size();
        ordered.x.push_back(nodes.x[row]);
        ordered.y.push_back(nodes.y[row]);
    }
    nodes = std::move(ordered);
    return number;
}

}  // namespace

Network readNetwork(const std::string& folder) {
    Network network;
    for (Numbers rows(folder + "/nodes.csv"); !rows.isAtEnd();) {
        rows.take<int32_t>();
        network.nodes.x.push_back(rows.take<double>());
        network.nodes.y.push_back(rows.take<double>());
    }
    network.nodes.project();
    network.number = orderAlongCurve(network.nodes);

    struct Edge {
        int32_t ends[2], decimetres;
    };
    std::vector<Edge> edges;
    auto& first = network.first;
    first.assign(network.size() + 1, 0);
    for (Numbers rows(folder + "/edges.csv"); !rows.isAtEnd();) {
        Edge edge;
        for (auto& end : edge.ends) {
            end = network.number.at(rows.take<int32_t>());
            first[end + 1]++;
        }
        edge.decimetres = rows.take<int32_t>();
        edges.push_back(edge);
    }
    for (size_t node = 0; node < network.size(); node++) first[node + 1] += first[node];
    std::vector<int32_t> next(first.begin(), first.end() - 1);
    network.arcs.resize(2 * edges.size());
    for (auto& edge : edges) {
        for (int side : {0, 1}) network.arcs[next[edge.ends[side]]++] = {edge.ends[1 - side], edge.decimetres};
    }
    return network;
}

}  // namespace reference
