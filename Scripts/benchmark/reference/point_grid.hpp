// Points in square cells, for the nearest and the near.
#pragma once

#include <algorithm>
#include <cmath>
#include <cstdint>
#include <limits>
#include <utility>
#include <vector>

#include "layers.hpp"
#include "parallel.hpp"

namespace reference {

class PointGrid {
public:
    PointGrid(const Points& points, double cellSize) : cellSize_(cellSize) {
        if (points.size() == 0) return;
        auto [left, right] = std::minmax_element(points.x.begin(), points.x.end());
        auto [bottom, top] = std::minmax_element(points.y.begin(), points.y.end());
        minX_ = *left;
        minY_ = *bottom;
        columns_ = (*right - minX_) / cellSize + 1;
        rows_ = (*top - minY_) / cellSize + 1;
        first_.assign(size_t(columns_) * rows_ + 1, 0);
        auto cell = [&](size_t i) { return size_t(row(points.y[i])) * columns_ + column(points.x[i]); };
        for (size_t i = 0; i < points.size(); i++) first_[cell(i) + 1]++;
        for (size_t i = 0; i + 1 < first_.size(); i++) first_[i + 1] += first_[i];
        std::vector<int32_t> next(first_.begin(), first_.end() - 1);
        index_.resize(points.size());
        for (size_t i = 0; i < points.size(); i++) index_[next[cell(i)]++] = i;
        for (auto i : index_) positions_.push_back({points.x[i], points.y[i]});
    }

    /// The indices of the points, cell by cell.
    const std::vector<int32_t>& order() const { return index_; }
    double area() const { return cellSize_ * cellSize_ * columns_ * rows_; }

    struct Nearest {
        int32_t index = -1;
        double squaredDistance = std::numeric_limits<double>::infinity();
    };

    /// The nearest point: rings of cells around the point's own, until none can hold a nearer.
    Nearest nearest(double x, double y) const {
        Nearest nearest;
        int column = floor((x - minX_) / cellSize_), row = floor((y - minY_) / cellSize_);
        auto search = [&](int c, int r) {
            if (c < 0 || r < 0 || c >= columns_ || r >= rows_) return;
            size_t cell = size_t(r) * columns_ + c;
            for (int32_t i = first_[cell]; i < first_[cell + 1]; i++) {
                double dx = positions_[i].x - x, dy = positions_[i].y - y, squared = dx * dx + dy * dy;
                if (squared < nearest.squaredDistance) nearest = {index_[i], squared};
            }
        };
        int rings = std::max(std::max(column, columns_ - column), std::max(row, rows_ - row));
        for (int ring = 0; ring <= rings; ring++) {
            double reached = (ring - 1) * cellSize_;
            if (ring > 0 && nearest.squaredDistance <= reached * reached) break;
            if (ring == 0) search(column, row);
            for (int step = -ring; ring > 0 && step <= ring; step++) {
                search(column + step, row - ring);
                search(column + step, row + ring);
            }
            for (int step = 1 - ring; step < ring; step++) {
                search(column - ring, row + step);
                search(column + ring, row + step);
            }
        }
        return nearest;
    }

    /// Calls visit(index, squared distance) for each point in the cells that a box of `radius` around x, y touches.
    template <class Visit>
    void forEachNear(double x, double y, double radius, Visit visit) const {
        int left = column(x - radius), right = column(x + radius);
        for (int r = row(y - radius); r <= row(y + radius); r++) {
            int32_t end = first_[size_t(r) * columns_ + right + 1];
            for (int32_t i = first_[size_t(r) * columns_ + left]; i < end; i++) {
                double dx = positions_[i].x - x, dy = positions_[i].y - y;
                visit(index_[i], dx * dx + dy * dy);
            }
        }
    }

private:
    struct Position {
        double x, y;
    };

    int column(double x) const { return std::clamp(int(floor((x - minX_) / cellSize_)), 0, columns_ - 1); }
    int row(double y) const { return std::clamp(int(floor((y - minY_) / cellSize_)), 0, rows_ - 1); }

    double cellSize_, minX_ = 0, minY_ = 0;
    int columns_ = 0, rows_ = 0;
    std::vector<int32_t> first_;  // where a cell's points begin in index_ and positions_
    std::vector<int32_t> index_;
    std::vector<Position> positions_;
};

/// The nearest node of each point.
inline std::vector<int32_t> nearestOf(const Points& points, const PointGrid& nodes) {
    std::vector<int32_t> result(points.size());
    onShares(points.size(), [&](size_t begin, size_t end, size_t) {
        for (size_t i = begin; i < end; i++) result[i] = nodes.nearest(points.x[i], points.y[i]).index;
    });
    return result;
}

}  // namespace reference
