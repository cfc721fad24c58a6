// W4: for each address the distance to the nearest place of each category, and the places within 500 m and 1,000 m.

#include <array>
#include <cmath>

#include "layers.hpp"
#include "parallel.hpp"
#include "point_grid.hpp"
#include "workloads.hpp"

namespace reference {

namespace {

constexpr double nearRadius = 500, farRadius = 1000;  // metres
constexpr size_t categoryCount = categories.size();

struct Sums {
    std::vector<int64_t> millimetres = std::vector<int64_t>(categoryCount);
    std::vector<int64_t> near = std::vector<int64_t>(categoryCount);
    std::vector<int64_t> far = std::vector<int64_t>(categoryCount);
};

/// One grid for each category, its cells about as large as hold a third of a place.
std::vector<PointGrid> gridsByCategory(const Places& places, double area) {
    std::array<Points, categoryCount> points;
    for (size_t i = 0; i < places.size(); i++) {
        points[places.category[i]].x.push_back(places.x[i]);
        points[places.category[i]].y.push_back(places.y[i]);
    }
    std::vector<PointGrid> grids;
    for (auto& category : points) {
        double count = std::max<size_t>(1, category.size());
        grids.emplace_back(category, std::max(100.0, sqrt(area / count * 0.35)));
    }
    return grids;
}

}  // namespace

Object reach(const std::string& folder, Phases& phases) {
    auto addresses = readAddresses(folder);
    auto places = readPlaces(folder);
    addresses.project();
    places.project();
    phases.mark("load");

    PointGrid allPlaces(places, 500);
    auto byCategory = gridsByCategory(places, allPlaces.area());
    PointGrid byLocation(addresses, 250);
    phases.mark("grids");

    std::vector<Sums> sums(threadCount());
    std::vector<int32_t> totals(2 * addresses.size());
    onShares(addresses.size(), [&](size_t begin, size_t end, size_t thread) {
        Sums sum;
        for (size_t k = begin; k < end; k++) {
            int32_t address = byLocation.order()[k];
            double x = addresses.x[address], y = addresses.y[address];
            for (size_t c = 0; c < categoryCount; c++) {
                sum.millimetres[c] += llrint(sqrt(byCategory[c].nearest(x, y).squaredDistance) * 1000);
            }
            int32_t near = 0, far = 0;
            allPlaces.forEachNear(x, y, farRadius, [&](int32_t place, double squared) {
                bool isNear = squared <= nearRadius * nearRadius, isFar = squared <= farRadius * farRadius;
                sum.near[places.category[place]] += isNear;
                sum.far[places.category[place]] += isFar;
                near += isNear;
                far += isFar;
            });
            totals[2 * address] = near;
            totals[2 * address + 1] = far;
        }
        sums[thread] = std::move(sum);
    });
    Sums total;
    for (auto& sum : sums) {
        for (size_t c = 0; c < categoryCount; c++) {
            total.millimetres[c] += sum.millimetres[c];
            total.near[c] += sum.near[c];
            total.far[c] += sum.far[c];
        }
    }
    phases.mark("nearest and count");

    Object oracle;
    oracle.integers("near_mm", total.millimetres).integers("c500", total.near).integers("c1000", total.far);
    oracle.string("tothash", digest(totals));
    phases.mark("digest");
    return oracle;
}

}  // namespace reference
