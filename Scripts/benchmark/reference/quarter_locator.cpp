#include "quarter_locator.hpp"

#include <algorithm>
#include <cmath>

namespace reference {

QuarterLocator::QuarterLocator(const Areas& quarters) {
    double maxX = -1e300, maxY = -1e300;
    for (size_t quarter = 0; quarter < quarters.size(); quarter++) {
        for (auto& ring : rings(quarters.geometry[quarter])) {
            for (size_t i = 0; i + 3 < ring.size(); i += 2) {
                segments_.push_back({ring[i], ring[i + 1], ring[i + 2], ring[i + 3], int32_t(quarter)});
                minX_ = std::min(minX_, ring[i]);
                minY_ = std::min(minY_, ring[i + 1]);
                maxX = std::max(maxX, ring[i]);
                maxY = std::max(maxY, ring[i + 1]);
            }
        }
    }
    if (segments_.empty()) return;
    columns_ = (maxX - minX_) / cellSize + 1;
    rows_ = (maxY - minY_) / cellSize + 1;
    indexSegments();
    findOwners();
}

/// Visits the cells under the segment's box.
template <class Visit>
void QuarterLocator::forEachCell(const Segment& segment, Visit visit) const {
    int left = (std::min(segment.ax, segment.bx) - minX_) / cellSize;
    int right = (std::max(segment.ax, segment.bx) - minX_) / cellSize;
    int bottom = (std::min(segment.ay, segment.by) - minY_) / cellSize;
    int top = (std::max(segment.ay, segment.by) - minY_) / cellSize;
    for (int row = bottom; row <= std::min(top, rows_ - 1); row++) {
        for (int column = left; column <= std::min(right, columns_ - 1); column++) {
            visit(size_t(row) * columns_ + column);
        }
    }
}

void QuarterLocator::indexSegments() {
    size_t cells = size_t(columns_) * rows_;
    first_.assign(cells + 1, 0);
    for (auto& segment : segments_) {
        forEachCell(segment, [&](size_t cell) { first_[cell + 1]++; });
    }
    for (size_t cell = 0; cell < cells; cell++) first_[cell + 1] += first_[cell];
    std::vector<int32_t> next(first_.begin(), first_.end() - 1);
    inCell_.resize(first_[cells]);
    for (size_t i = 0; i < segments_.size(); i++) {
        forEachCell(segments_[i], [&](size_t cell) { inCell_[next[cell]++] = i; });
    }
}

/// Scans each row of cell centres: a quarter owns the centres between its odd and even crossings.
void QuarterLocator::findOwners() {
    struct Crossing {
        double x;
        int32_t quarter;
    };
    owner_.assign(size_t(columns_) * rows_, -1);
    std::vector<std::vector<Crossing>> crossings(rows_);
    for (auto& segment : segments_) {
        double low = std::min(segment.ay, segment.by), high = std::max(segment.ay, segment.by);
        int firstRow = std::max(0, int(ceil((low - minY_) / cellSize - 0.5)));
        int lastRow = std::min(rows_ - 1, int(floor((high - minY_) / cellSize - 0.5)));
        for (int row = firstRow; row <= lastRow; row++) {
            double y = minY_ + (row + 0.5) * cellSize;
            if ((segment.ay > y) == (segment.by > y)) continue;
            double x = segment.ax + (y - segment.ay) * (segment.bx - segment.ax) / (segment.by - segment.ay);
            crossings[row].push_back({x, segment.quarter});
        }
    }
    for (int row = 0; row < rows_; row++) {
        auto& line = crossings[row];
        std::sort(line.begin(), line.end(), [](const Crossing& a, const Crossing& b) {
            return a.quarter != b.quarter ? a.quarter < b.quarter : a.x < b.x;
        });
        for (size_t i = 0; i + 1 < line.size(); i += 2) {
            int from = std::max(0, int(ceil((line[i].x - minX_) / cellSize - 0.5)));
            int to = std::min(columns_ - 1, int(floor((line[i + 1].x - minX_) / cellSize - 0.5)));
            for (int column = from; column <= to; column++) {
                owner_[size_t(row) * columns_ + column] = line[i].quarter;
            }
        }
    }
}

int32_t QuarterLocator::quarter(double x, double y) const {
    int column = (x - minX_) / cellSize, row = (y - minY_) / cellSize;
    if (x < minX_ || y < minY_ || column >= columns_ || row >= rows_) return -1;
    size_t cell = size_t(row) * columns_ + column;
    int32_t owner = owner_[cell], next = first_[cell], end = first_[cell + 1];
    if (next == end) return owner;

    double centreX = minX_ + (column + 0.5) * cellSize, centreY = minY_ + (row + 0.5) * cellSize;
    auto crosses = [&](const Segment& s) {
        double point = (s.bx - s.ax) * (y - s.ay) - (s.by - s.ay) * (x - s.ax);
        double centre = (s.bx - s.ax) * (centreY - s.ay) - (s.by - s.ay) * (centreX - s.ax);
        if ((point > 0) == (centre > 0)) return false;
        double start = (centreX - x) * (s.ay - y) - (centreY - y) * (s.ax - x);
        double end = (centreX - x) * (s.by - y) - (centreY - y) * (s.bx - x);
        return (start > 0) != (end > 0);
    };
    int32_t found = -1;
    bool ownerHasSegments = false;
    while (next < end) {
        int32_t quarter = segments_[inCell_[next]].quarter;
        bool inside = quarter == owner;
        ownerHasSegments |= inside;
        for (; next < end && segments_[inCell_[next]].quarter == quarter; next++) {
            if (crosses(segments_[inCell_[next]])) inside = !inside;
        }
        if (inside) found = quarter;
    }
    return found < 0 && !ownerHasSegments ? owner : found;
}

}  // namespace reference
