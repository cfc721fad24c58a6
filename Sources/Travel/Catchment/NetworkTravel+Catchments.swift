extension NetworkTravel {
    /// The distance of raster points where nothing else is said, in metres.
    public static let defaultStep = 10

    /// The times under way between all positions of a raster and the nearest of some places: in the travel's direction,
    /// over all streets, up to a limit.
    ///
    /// - Parameters:
    ///   - xs: the x of the places in metres. Of a place with entrances these are its entrances.
    ///   - ys: their y, as many.
    ///   - seconds: the longest time that is wanted exactly; at most the travel's cap.
    ///   - step: the distance of raster points in whole metres. It is doubled where the surface would have more than 16.8
    ///     million points (at 10 m a square of 41 km): ``RasterWindow/step`` says what it became.
    public func travelTimeSurface(
        xs: [Double], ys: [Double], within seconds: Double, step: Int = NetworkTravel.defaultStep
    ) -> TravelTimeSurface {
        let places = zip(xs, ys).filter { $0.isFinite && $1.isFinite }
        let access = finder.access(
            xs: places.map(\.0), ys: places.map(\.1), leaving: direction == .inward)
        let limit = NetworkTravel.milliseconds(seconds, atMost: cap)
        var step = max(step, 1)
        while true {
            let margin = TravelTimeSurface.margin(step: step, legCostPerMetre: network.legCostPerMetre)
            let largestCost = min(limit, StreetNetwork.largestCost - margin) + margin
            let nodeCosts = network.arcs(from: direction).nearestColumn(
                access.seeds, members: (0..<access.count).map { Int32(truncatingIfNeeded: $0) }, limit: largestCost)
            let surface = TravelTimeSurface(
                network: network, nodeCosts: nodeCosts, attachments: access.attachments, direction: direction,
                snapping: finder.snapping, barriers: finder.barriers, largestCost: largestCost, step: step)
            // A longer step has a wider margin, up to which times must be known.
            if surface.window.step == step { return surface }
            step = surface.window.step
        }
    }

    /// The catchments of places: the land from which the nearest of them is reached within each limit (or that is reached
    /// from the nearest of them, where the travel's direction is inward).
    ///
    /// One position gives the catchment of a place, several that of all together: all places of a category, or the
    /// places of a quarter. A quarter as such has no catchment here: its middle would stand for nobody, and what people
    /// ask is who reaches the places that are in it.
    ///
    /// - Parameters:
    ///   - limits: in seconds, in any order; at most the travel's cap.
    /// - Returns: a catchment for each limit, in their order, and the raster's step in metres: see
    ///   ``travelTimeSurface(xs:ys:within:step:)``.
    public func catchments(
        xs: [Double], ys: [Double], limits: [Double], step: Int = NetworkTravel.defaultStep
    ) -> (catchments: [Catchment], step: Int) {
        let surface = travelTimeSurface(xs: xs, ys: ys, within: limits.max() ?? 0, step: step)
        let catchments = surface.catchments(limits: limits.map { NetworkTravel.milliseconds($0, atMost: cap) })
        return (catchments, surface.window.step)
    }
}
