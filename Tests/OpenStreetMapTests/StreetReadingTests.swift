import Features
import OpenStreetMap
import Planar
import Testing
import Travel

@Suite("Streets from OpenStreetMap")
struct StreetReadingTests {
    /// A crossing of two streets at node 3, 0.01° apart each, and a way that is no street.
    let crossing = XMLMap(
        body: node(1, 8.70, 50.0) + node(2, 8.72, 50.0) + node(3, 8.71, 50.0, [("highway", "crossing"), ("note", "x")])
            + node(4, 8.71, 50.01) + node(5, 8.71, 49.99, [("natural", "tree")])
            + way(20, [4, 3, 5], [("surface", "asphalt"), ("highway", "footway"), ("name", "Gasse")])
            + way(10, [1, 3, 2], [("highway", "residential"), ("name", "Hauptstraße")])
            + way(30, [1, 2], [("building", "yes")]))

    @Test("come in the order of their ids with the nodes they share")
    func columns() throws {
        let streets = try crossing.read().streets
        #expect(streets.ids == ["w10", "w20"])
        #expect(streets.nodeIDs == [1, 2, 3, 4, 5])
        #expect(Array(streets.nodes(ofWay: 0)) == [0, 2, 1])
        #expect(Array(streets.nodes(ofWay: 1)) == [3, 2, 4])
        #expect(streets.xs == [8.70, 8.72, 8.71, 8.71, 8.71])
        #expect(streets.ys == [50.0, 50.0, 50.0, 50.01, 49.99])
    }

    @Test("keep the tags that were asked for, in sets that streets share")
    func tags() throws {
        let streets = try crossing.read().streets
        #expect(streets.tags(ofWay: 0) == TagSet([("highway", "residential")]))
        #expect(streets.tags(ofWay: 1) == TagSet([("highway", "footway"), ("surface", "asphalt")]))
        #expect(streets.nodeTags == [2: 2])
        #expect(streets.tagSets[2] == TagSet([("highway", "crossing")]))
        #expect(streets.tagSets.count == 3)
        var named = MapSelection()
        named.streetKeys.append("name")
        #expect(try crossing.read(selection: named).streets.tags(ofWay: 0)["name"] == "Hauptstraße")
    }

    @Test("do not depend on the order of the file")
    func order() throws {
        let lines = crossing.body.split(separator: "\n")
        let reversed = XMLMap(body: lines.reversed().joined(separator: "\n"))
        let (sorted, unsorted) = (try crossing.read(), try reversed.read())
        #expect(sorted.streets.ids == unsorted.streets.ids)
        #expect(sorted.streets.nodeIndexes == unsorted.streets.nodeIndexes)
        #expect(sorted.streets.tagSets == unsorted.streets.tagSets)
        #expect(sorted.streets.wayTags == unsorted.streets.wayTags)
        #expect(sorted.streets.xs == unsorted.streets.xs)
        #expect(unsorted.findings == [])
    }

    @Test("are the same whether the ids of nodes have gaps or none", arguments: [1, 7, 1 << 40])
    func gaps(step: Int) throws {
        let count = 400
        // Every node but one, which is missing: with steps of 1 ids are without a gap up to it, and so is the row.
        let nodes = (0..<count).map { node(5 + $0 * step, 8 + Double($0) / 1e4, 50) }.joined()
        let ways = (0..<count - 1).map {
            way(1 + $0, [5 + $0 * step, 5 + ($0 * 17 % count) * step], [("highway", "path")])
        }
        let beyond = way(count, [5, 5 - step, 5 + step, 5 + count * step], [("highway", "path")])
        let read = try XMLMap(body: nodes + ways.joined() + beyond).read()
        for index in 0..<read.streets.count - 1 {
            let number = try #require(Int(read.streets.ids[index].dropFirst())) - 1
            let ends = read.streets.nodes(ofWay: index).map { read.streets.nodeIDs[Int($0)] }
            #expect(ends == [Int64(5 + number * step), Int64(5 + (number * 17 % count) * step)])
        }
        // The first way leads from a node to itself; that with missing nodes is cut to single ones.
        #expect(read.streets.count == count - 1 - (0..<count - 1).count { $0 * 17 % count == $0 })
        #expect(read.findings.map(\.code) == [.osmNodesMissing, .osmWaysShort])
    }

    @Test("keep texts apart that begin alike and are equally long")
    func similarTexts() throws {
        var selection = MapSelection()
        selection.streetKeys = ["highway", "name", "namf"]
        let names = (0..<600).map { "Straße des \(1_000 + $0 * 7 % 600)" }
        let ways = names.indices.map { index in
            way(
                index + 1, [1, 2],
                [("highway", "path"), ("name", names[index]), ("namf", names[names.count - 1 - index])])
        }
        let twice = ways + names.indices.map { way(1_000 + $0, [2, 1], [("highway", "path"), ("name", names[$0])]) }
        let map = XMLMap(body: node(1, 8.7, 50) + node(2, 8.8, 50) + twice.joined())
        let streets = try map.read(selection: selection).streets
        #expect(streets.count == 1_200)
        for (index, name) in names.enumerated() {
            #expect(streets.tags(ofWay: index)["name"] == name)
            #expect(streets.tags(ofWay: index)["namf"] == names[names.count - 1 - index])
            #expect(streets.tags(ofWay: names.count + index) == TagSet([("highway", "path"), ("name", name)]))
        }
        #expect(streets.tagSets.count == 1_200)
    }

    @Test("are kept whole where one of their nodes is in the box")
    func clip() throws {
        let box = Envelope(minX: 8.695, minY: 49.995, maxX: 8.705, maxY: 50.005)
        let streets = try crossing.read(clip: box).streets
        #expect(streets.ids == ["w10"])
        #expect(streets.nodeIDs == [1, 2, 3])
        // On the edge counts.
        let edge = Envelope(minX: 8.6, minY: 49.9, maxX: 8.70, maxY: 50.0)
        #expect(try crossing.read(clip: edge).streets.ids == ["w10"])
        #expect(try crossing.read(clip: Envelope(minX: 0, minY: 0, maxX: 1, maxY: 1)).streets.count == 0)
    }

    @Test("are whole even where they reach far out of the box")
    func farNodes() throws {
        let map = XMLMap(
            body: node(1, 8.7, 50) + node(2, 8.701, 50) + node(3, 20, 60) + node(4, -20, -60) + node(9, 30, 30)
                + way(1, [3, 1, 2, 4, 3], [("highway", "path")]) + way(2, [9, 3], [("highway", "path")]))
        let data = try map.read(clip: Envelope(minX: 8.69, minY: 49.99, maxX: 8.71, maxY: 50.01))
        #expect(data.streets.ids == ["w1"])
        #expect(data.streets.nodeIDs == [1, 2, 3, 4])
        #expect(Array(data.streets.nodes(ofWay: 0)) == [2, 0, 1, 3, 2])
        #expect(data.streets.xs == [8.7, 8.701, 20, -20])
        #expect(data.findings == [])
    }
}
