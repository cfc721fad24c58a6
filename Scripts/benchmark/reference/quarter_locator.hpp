// Which quarter a point lies in.
#pragma once

#include <cstdint>
#include <vector>

#include "layers.hpp"
#include "parallel.hpp"

namespace reference {

/// Square cells, each knowing the quarter at its centre and the border segments that pass through it. A point in a
/// cell without segments is where the centre is; else the segments crossed on the way to the centre decide.
class QuarterLocator {
public:
    explicit QuarterLocator(const Areas& quarters);

    /// The index of the quarter that holds the point, or -1.
    int32_t quarter(double x, double y) const;

private:
    struct Segment {
        double ax, ay, bx, by;
        int32_t quarter;
    };

    template <class Visit>
    void forEachCell(const Segment& segment, Visit visit) const;
    void indexSegments();
    void findOwners();

    static constexpr double cellSize = 120;  // metres: about two segments of a border
    std::vector<Segment> segments_;
    double minX_ = 1e300, minY_ = 1e300;
    int columns_ = 0, rows_ = 0;
    std::vector<int32_t> owner_;  // the quarter at the centre of each cell, or -1
    std::vector<int32_t> first_;  // where a cell's segments begin in inCell_; in each cell ordered by quarter
    std::vector<int32_t> inCell_;
};

/// The quarter of each point, or -1.
inline std::vector<int32_t> quartersOf(const Points& points, const QuarterLocator& locator) {
    std::vector<int32_t> quarters(points.size());
    onShares(points.size(), [&](size_t begin, size_t end, size_t) {
        for (size_t i = begin; i < end; i++) quarters[i] = locator.quarter(points.x[i], points.y[i]);
    });
    return quarters;
}

}  // namespace reference
