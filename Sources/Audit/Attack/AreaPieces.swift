internal import Planar
internal import Topology

/// How focus areas and other areas lie on the quarters, as the published maps show it.
struct AreaPieces: Sendable {
    /// The pieces of areas in quarters.
    private(set) var pieces: [PeopleAttack.Piece] = []
    /// The levels in which areas may overlap, so that nobody can add up their pieces.
    private(set) var mayOverlap: Set<String> = []
    private var whole: Set<Gazetteer.Area> = []

    /// Whether no part of an area lies outside of the quarters.
    func isWhollyInQuarters(_ area: Gazetteer.Area) -> Bool { whole.contains(area) }

    /// The share of an area that counts as all of it: maps are drawn to a metre.
    private static let all = 0.999

    /// Reads the shapes of a folder: pieces that name both a quarter and an area, and areas that lie in one quarter.
    init(_ folder: PublishedFolder, _ gazetteer: Gazetteer) {
        let shapes = folder.files.flatMap(\.shapes)
        var found: [PeopleAttack.Piece: Geometry] = [:]
        var order: [PeopleAttack.Piece] = []
        for shape in shapes {
            guard let quarter = shape.values["quarter_id"], let id = shape.values["area_id"],
                gazetteer.area(quarter, levels: ["quarter"]) != nil,
                let area = gazetteer.area(id, levels: AreaPieces.levels(shape)), area.level != "quarter"
            else { continue }
            let piece = PeopleAttack.Piece(area: area, quarter: quarter)
            if found[piece] == nil { order.append(piece) }
            found[piece] = shape.geometry
        }
        let quarters = shapes.compactMap { shape -> (id: String, geometry: Geometry)? in
            guard shape.values["quarter_id"] == nil, shape.values["area_id"] == nil, let id = shape.values["id"],
                gazetteer.area(id, levels: ["quarter"]) != nil, !shape.layer.contains("focus")
            else { return nil }
            return (id, shape.geometry)
        }
        let engine = TopologyEngine()
        for shape in shapes where shape.values["quarter_id"] == nil {
            guard let id = shape.values["area_id"] ?? shape.values["id"],
                let area = gazetteer.area(id, levels: AreaPieces.levels(shape)),
                area.level != "quarter", area.level != "town", !order.contains(where: { $0.area == area })
            else { continue }
            for quarter in quarters {
                guard (try? engine.test(.coveredBy, shape.geometry, quarter.geometry)) == true else { continue }
                let piece = PeopleAttack.Piece(area: area, quarter: quarter.id)
                order.append(piece)
                found[piece] = shape.geometry
                whole.insert(area)
                break
            }
        }
        pieces = order
        mayOverlap = AreaPieces.overlapping(order, found, engine)
        for table in folder.files.flatMap(\.tables) { addShares(table, gazetteer) }
    }

    private static func levels(_ shape: PublishedShape) -> [String] {
        let level = shape.values["layer"] ?? shape.values["level"] ?? ""
        return level.isEmpty ? ["focus_area", "area"] : [level]
    }

    /// Areas whose pieces are all of them.
    private mutating func addShares(_ table: PublishedTable, _ gazetteer: Gazetteer) {
        guard table.form == .records, let share = table.column("share_of_area"), let id = table.column("area_id") else {
            return
        }
        var sums: [Gazetteer.Area: Double] = [:]
        for row in table.rows.indices {
            let level = table.text(row, table.column("layer", "level"))
            guard let area = gazetteer.area(table.text(row, id), levels: level.isEmpty ? [] : [level]),
                let number = Double(table.text(row, share))
            else { continue }
            sums[area, default: 0] += number
        }
        for (area, sum) in sums where sum >= AreaPieces.all { whole.insert(area) }
    }

    private static func overlapping(
        _ pieces: [PeopleAttack.Piece], _ shapes: [PeopleAttack.Piece: Geometry], _ engine: TopologyEngine
    ) -> Set<String> {
        var levels: Set<String> = []
        for (number, piece) in pieces.enumerated() {
            for other in pieces[..<number] where other.quarter == piece.quarter && other.area.level == piece.area.level
            {
                guard let first = shapes[piece], let second = shapes[other], first.envelope.intersects(second.envelope)
                else { continue }
                let isApart =
                    (try? engine.test(.touches, first, second)) == true
                    || (try? engine.test(.disjoint, first, second)) == true
                if !isApart { levels.insert(piece.area.level) }
            }
        }
        return levels
    }
}
