internal import Formats
internal import Planar

/// W1: read the four layers, project them, make the areas valid.
enum ReadWorkload {
    static func run(_ region: Region, _ recorder: inout WorkloadRecorder) throws {
        for name in ["quarters", "focus"] {
            let areas = try region.areas(name)
            recorder.record(
                name,
                [
                    "n": .integer(areas.geometries.count),
                    "area": .number(areas.geometries.reduce(0) { $0 + $1.area }),
                    "invalid": .integer(areas.invalidCount),
                ])
            recorder.endPhase(name)
        }
        for name in ["addresses", "places"] {
            let points = try region.points(name)
            recorder.record(
                name,
                [
                    "n": .integer(points.xs.count), "sx": .number(points.xs.reduce(0, +)),
                    "sy": .number(points.ys.reduce(0, +)),
                ])
            recorder.endPhase(name)
        }
    }
}
