import Testing

@testable import OpenStreetMap

@Suite struct EntrancesTests {
    @Test func rowsAndTheirRanges() {
        var entrances = Entrances()
        entrances.append([(1, 2), (3, 4)])
        entrances.append([])
        entrances.append([(5, 6)])
        #expect(entrances.count == 3 && entrances.ends == [2, 2, 3])
        #expect(entrances.xs == [1, 3, 5] && entrances.ys == [2, 4, 6])
        #expect((0..<3).map(entrances.range) == [0..<2, 2..<2, 2..<3])
    }

    @Test func allMoveAtOnceAndTheLostAreLeftOut() {
        var entrances = Entrances()
        entrances.append([(1, 2), (3, 4)])
        entrances.append([(5, 6)])
        entrances.append([(7, 8)])
        var calls = 0
        entrances.movePositions { xs, ys in
            calls += 1
            for index in xs.indices { (xs[index], ys[index]) = (ys[index] * 10, xs[index]) }
            return [0, 2]
        }
        #expect(calls == 1)
        #expect(entrances.ends == [1, 1, 2] && entrances.xs == [40, 80] && entrances.ys == [3, 7])
    }

    @Test(
        arguments: [
            ("entrance=main", EntranceRules.Rank.main), ("entrance=yes", .main), ("entrance=service", .secondary),
            ("entrance=emergency", .secondary), ("entrance=exit", .secondary), ("barrier=gate", .main),
            ("barrier=kissing_gate", .main), ("barrier=bollard", .main), ("barrier=gate, access=private", nil),
            ("entrance=main, access=no", nil), ("barrier=wall", nil), ("barrier=fence", nil), ("entrance=no", nil),
            ("barrier=gate, disused=yes", nil), ("door=yes", nil),
        ] as [(String, EntranceRules.Rank?)]) func waysIn(_ tags: String, _ rank: EntranceRules.Rank?)
    {
        #expect(EntranceRules.rank(of: MapSketch.tags(tags)) == rank)
    }

    @Test func waysInLieOnTheOutline() throws {
        var sketch = MapSketch()
        try sketch.node(10, 0, "entrance=main")
        try sketch.node(5, 5, "entrance=yes")
        try sketch.node(0, 10, "entrance=service")
        try sketch.area([0, 0, 10, 0, 10, 10, 0, 10], "amenity=library")
        let finder = EntranceFinder(sketch.objects)
        let all = finder.entrances(on: [sketch.objects.geometries[3]])
        // The one inside the house is not on the outline; the one for service does not count beside the main one.
        #expect(all.map(\.x) == [MapSketch.longitude(10)] && all.map(\.y) == [MapSketch.latitude(0)])
        #expect(finder.entrances(on: [sketch.objects.geometries[0]]).isEmpty)

        var back = MapSketch()
        try back.node(0, 10, "entrance=service")
        try back.node(10, 10, "entrance=main, access=private")
        try back.area([0, 0, 10, 0, 10, 10, 0, 10], "amenity=library")
        let only = EntranceFinder(back.objects).entrances(on: [back.objects.geometries[2]])
        #expect(only.map(\.x) == [MapSketch.longitude(0)])
    }
}
