internal import COsmium
internal import Features
internal import Parallel
internal import Planar
internal import Travel

/// A map as libosmium read it: columns behind a handle. Texts and positions are copied out of it in bulk.
///
/// Unchecked, but sound: what the handle leads to is only read.
@safe struct OsmiumMap: ~Copyable, @unchecked Sendable {
    /// The file, for findings.
    let path: String
    private let handle: OpaquePointer
    let columns: quartier_osmium_columns
    /// The distinct tag sets.
    let tagSets: [TagSet]

    /// Reads a file.
    init(path: String, kind: MapFileKind, clip: Envelope?, selection: MapSelection) throws(Failure) {
        self.path = path
        var texts = TextPointers()
        let rules = unsafe OsmiumMap.rules(selection, &texts)
        let streetKeys = unsafe selection.streetKeys.map { unsafe texts.pointer($0) }
        let nodeKeys = unsafe selection.nodeKeys.map { unsafe texts.pointer($0) }
        let box = clip ?? .empty
        var message = [CChar](repeating: 0, count: OsmiumMap.messageCapacity)
        var handle: OpaquePointer?
        let pathPointer = unsafe texts.pointer(path)
        let formatPointer = unsafe texts.pointer(kind.rawValue)
        let status = unsafe rules.withUnsafeBufferPointer { rules in
            unsafe streetKeys.withUnsafeBufferPointer { streetKeys in
                unsafe nodeKeys.withUnsafeBufferPointer { nodeKeys in
                    var request = unsafe quartier_osmium_request(
                        path: pathPointer, format: formatPointer, is_clipped: clip != nil, west: box.minX,
                        south: box.minY, east: box.maxX, north: box.maxY, rules: rules.baseAddress,
                        rule_count: rules.count, street_keys: streetKeys.baseAddress,
                        street_key_count: streetKeys.count, node_keys: nodeKeys.baseAddress,
                        node_key_count: nodeKeys.count)
                    return unsafe quartier_osmium_read(&request, &handle, &message, message.count)
                }
            }
        }
        guard status == Int32(QUARTIER_OSMIUM_READ.rawValue), let handle = unsafe handle else {
            let bytes = message.prefix { $0 != 0 }.map { UInt8(bitPattern: $0) }
            throw OsmiumMap.failure(status: status, message: String(decoding: bytes, as: UTF8.self), path: path)
        }
        unsafe self.handle = handle
        unsafe columns = quartier_osmium_columns_of(handle).pointee
        tagSets = unsafe OsmiumMap.tagSets(columns)
    }

    deinit { unsafe quartier_osmium_free(handle) }

    private static let messageCapacity = 512

    private static func rules(_ selection: MapSelection, _ texts: inout TextPointers) -> [quartier_osmium_rule] {
        var rules: [quartier_osmium_rule] = unsafe []
        for (use, tags) in [
            (QUARTIER_OSMIUM_STREET, selection.streets), (QUARTIER_OSMIUM_BARRIER, selection.barriers),
            (QUARTIER_OSMIUM_OBJECT, selection.objects),
        ] {
            for tag in tags {
                unsafe rules.append(
                    quartier_osmium_rule(
                        use: Int32(use.rawValue), key: texts.pointer(tag.key), value: texts.pointer(tag.value),
                        unless: texts.pointer(tag.unless)))
            }
        }
        return unsafe rules
    }

    private static func tagSets(_ columns: quartier_osmium_columns) -> [TagSet] {
        let bytes = unsafe UnsafeRawBufferPointer(
            start: columns.text_bytes,
            count: columns.text_count == 0 ? 0 : Int(columns.text_ends[columns.text_count - 1]))
        var texts: [String] = []
        texts.reserveCapacity(unsafe columns.text_count)
        var start = 0
        for index in unsafe 0..<columns.text_count {
            let end = unsafe Int(columns.text_ends[index])
            texts.append(unsafe plainText(UnsafeRawBufferPointer(rebasing: bytes[start..<end])))
            start = end
        }
        var sets: [TagSet] = []
        sets.reserveCapacity(unsafe columns.tag_set_count)
        var pair = 0
        for index in unsafe 0..<columns.tag_set_count {
            let end = unsafe Int(columns.tag_set_ends[index])
            sets.append(
                TagSet(
                    (pair..<end).map {
                        unsafe (texts[Int(columns.tag_keys[$0])], texts[Int(columns.tag_values[$0])])
                    }))
            pair = end
        }
        return sets
    }

    /// A text as people can read it: what is no UTF-8 becomes U+FFFD, control characters become spaces.
    private static func plainText(_ bytes: UnsafeRawBufferPointer) -> String {
        guard unsafe bytes.contains(where: { $0 < 0x20 || $0 == 0x7F }) else {
            return unsafe String(decoding: bytes, as: UTF8.self)
        }
        return unsafe String(decoding: bytes.map { $0 < 0x20 || $0 == 0x7F ? 0x20 : $0 }, as: UTF8.self)
    }
}

extension OsmiumMap {
    /// The streets with their nodes and barriers.
    func streets() -> StreetWays {
        // Texts take as long as all numbers together.
        var (streets, ids) = parallelPair({ numbers() }, { wayIDs() })
        streets.ids = ids
        for index in unsafe 0..<columns.tagged_node_count {
            unsafe streets.nodeTags[columns.tagged_nodes[index]] = columns.tagged_node_tag_sets[index]
        }
        // Sets are numbered by first use, and streets and their nodes come first.
        let last = max(streets.wayTags.max() ?? -1, streets.nodeTags.values.max() ?? -1)
        streets.tagSets = Array(tagSets.prefix(Int(last) + 1))
        var start = 0
        for index in unsafe 0..<columns.barrier_count {
            let end = unsafe Int(columns.barrier_ends[index])
            if let line = unsafe geometry(
                .lineString, columns.barrier_xs, columns.barrier_ys, start..<end)
            {
                streets.barriers.append(line)
            }
            start = end
        }
        return streets
    }

    /// What is numbers of the streets and their nodes.
    private func numbers() -> StreetWays {
        var streets = StreetWays()
        streets.wayTags = unsafe copy(columns.street_tag_sets, columns.street_count)
        streets.nodeEnds = unsafe copy(columns.street_node_ends, columns.street_count)
        streets.nodeIndexes = unsafe copy(columns.street_nodes, columns.street_node_count)
        streets.nodeIDs = unsafe copy(columns.node_ids, columns.node_count)
        streets.xs = unsafe copy(columns.node_xs, columns.node_count)
        streets.ys = unsafe copy(columns.node_ys, columns.node_count)
        return streets
    }

    /// The ids of the streets with their letter.
    private func wayIDs() -> [String] {
        unsafe UnsafeBufferPointer(start: columns.street_ids, count: columns.street_count).map { "w\($0)" }
    }

    /// The selected objects. Those whose positions make no shape are left out: a closed way of one place.
    func objects() -> MapObjects {
        var objects = MapObjects()
        var firstRing = 0
        for index in unsafe 0..<columns.object_count {
            let rings = unsafe firstRing..<Int(columns.object_ring_ends[index])
            firstRing = rings.upperBound
            let tags = unsafe tagSets[Int(columns.object_tag_sets[index])]
            guard let geometry = shape(ofObject: index, rings, tags) else { continue }
            objects.ids.append(
                unsafe "\(OsmiumMap.letters[Int(columns.object_kinds[index])])\(columns.object_ids[index])")
            objects.geometries.append(geometry)
            objects.tags.append(tags)
        }
        return objects
    }

    /// What stands before the ids of nodes, ways and relations.
    static let letters = ["n", "w", "r"]

    private func shape(ofObject index: Int, _ rings: Range<Int>, _ tags: TagSet) -> Geometry? {
        let start = rings.lowerBound == 0 ? 0 : unsafe Int(columns.ring_ends[rings.lowerBound - 1])
        let positions = unsafe start..<Int(columns.ring_ends[rings.upperBound - 1])
        let ends = rings.map { unsafe Int32(Int(columns.ring_ends[$0]) - start) }
        let (xs, ys) = unsafe (columns.ring_xs, columns.ring_ys)
        switch unsafe UInt32(columns.object_kinds[index]) {
        case QUARTIER_OSMIUM_NODE.rawValue:
            return unsafe geometry(.point, xs, ys, positions)
        case QUARTIER_OSMIUM_WAY.rawValue:
            // Three corners and the first again.
            let isClosed = positions.count >= 4 && isSame(positions.lowerBound, positions.upperBound - 1)
            if isClosed && AreaRule.holds(tags) {
                return unsafe geometry(.polygon, xs, ys, positions, ringEnds: ends)
            }
            return unsafe geometry(.lineString, xs, ys, positions)
        default:
            guard unsafe columns.object_is_area[index] != 0 else {
                return rings.count == 1
                    ? unsafe geometry(.lineString, xs, ys, positions)
                    : unsafe geometry(.multiLineString, xs, ys, positions, ringEnds: ends)
            }
            let outer = rings.filter { unsafe columns.ring_is_outer[$0] != 0 }
            guard outer.count > 1 else { return unsafe geometry(.polygon, xs, ys, positions, ringEnds: ends) }
            let partEnds = (outer.dropFirst() + [rings.upperBound]).map { Int32($0 - rings.lowerBound) }
            return unsafe geometry(.multiPolygon, xs, ys, positions, ringEnds: ends, partEnds: partEnds)
        }
    }

    private func isSame(_ left: Int, _ right: Int) -> Bool {
        unsafe columns.ring_xs[left] == columns.ring_xs[right] && columns.ring_ys[left] == columns.ring_ys[right]
    }

    private func geometry(
        _ kind: Geometry.Kind, _ xs: UnsafePointer<Double>?, _ ys: UnsafePointer<Double>?, _ range: Range<Int>,
        ringEnds: [Int32] = [], partEnds: [Int32] = []
    ) -> Geometry? {
        guard let xs = unsafe xs, let ys = unsafe ys else { return nil }
        return try? Geometry(
            kind: kind, xs: unsafe copy(xs + range.lowerBound, range.count),
            ys: unsafe copy(ys + range.lowerBound, range.count), ringEnds: ringEnds, partEnds: partEnds)
    }

    private func copy<Number>(_ start: UnsafePointer<Number>?, _ count: Int) -> [Number] {
        unsafe Array(UnsafeBufferPointer(start: start, count: count))
    }
}
