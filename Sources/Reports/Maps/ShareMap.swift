internal import Indicators
internal import Planar
internal import Town

/// What maps of shares have in common: the fill of an area, and its legend.
extension ReportContext {
    /// The fill of areas by the class of their share; what is protected is dotted, what has no value is hatched, neither is
    /// white.
    func shareFill(_ value: IndicatorValue?, _ polygons: [PixelPolygon], _ drawing: MapDrawing) -> [HTMLNode] {
        let data = pathData(polygons)
        if let share = value?.number {
            return [Tag.path(.d(data), .fill(Palette.classes[ShareClass(share).index]), .evenOdd)]
        }
        return [
            Tag.path(.d(data), .fill(Palette.paper), .evenOdd),
            Tag.path(.d(data), .fill(patternID: unshownPattern(value, drawing)), .evenOdd),
        ]
    }

    private func unshownPattern(_ value: IndicatorValue?, _ drawing: MapDrawing) -> String {
        value?.status == .suppressed ? drawing.hiddenPattern : drawing.noDataPattern
    }

    /// All classes, and the patterns of what is not shown as far as they occur.
    func shareLegend(_ values: [IndicatorValue?], _ drawing: MapDrawing) -> [HTMLNode] {
        func box(_ fill: HTMLAttribute) -> [HTMLNode] {
            [
                Tag.rect(
                    .x(-9), .y(-7), .width(18), .height(14), fill, .stroke(Palette.border), .strokeWidth(1.2))
            ]
        }
        var legend = ShareClass.all.map { shareClass in
            legendItem(
                box(.fill(Palette.classes[shareClass.index])), [.text(shareClass.legend(numbers, words))])
        }
        let unknown = values.filter { $0?.number == nil }
        for (pattern, part) in [
            (drawing.hiddenPattern, unknown.filter { $0?.status == .suppressed }),
            (drawing.noDataPattern, unknown.filter { $0?.status != .suppressed }),
        ] where !part.isEmpty {
            legend.append(legendItem(box(.fill(patternID: pattern)), [.text(missingWord(part))]))
        }
        return legend
    }

    /// The share of each group with a meeting place within a limit, in the same classes side by side: all residents first.
    /// Nothing where no group but all has a value, and in a town of one quarter.
    func groupReachMaps(within limit: ReachLimitShown) -> [HTMLNode] {
        guard showsGroups, onlyQuarter == nil, let kind = reachedKinds.first,
            let table = limits.firstIndex(of: limit)
        else { return [] }
        let columns = study.groups.map { group in
            study.quarters.ids.indices.map { quarter in
                value(
                    .coverageShare, quarterKey(quarter), group: group.id, category: kind.reachTarget, within: limit)
            }
        }
        let shown = columns.indices.filter { group in columns[group].contains { $0?.number != nil } }
        guard shown.count > 1 else { return [] }
        let frame = MapFrame(around: townFrame.world, width: ReportContext.smallMapWidth)
        let drawings = shown.map { MapDrawing(id: "map-reach-group-\($0 + 1)", frame: frame, numbers: numbers) }
        let quarters = study.quarters.geometries.map { frame.polygons($0) }
        let legend = drawings.first.map { shareLegend(shown.flatMap { columns[$0] }, $0) } ?? []
        return [
            Tag.figure(.class("multiples")) {
                Tag.div(.class("small-maps")) {
                    for (group, drawing) in zip(shown, drawings) {
                        Tag.div {
                            Tag.p(.class("map-title")) { groupName(group).node() }
                            groupReachSheet(group, columns[group], quarters, drawing, kind, limit)
                        }
                    }
                }
                Tag.figcaption {
                    Tag.p(.class("map-title")) { words("chart.reach.\(kind.rawValue)", ["limit": within(limit)]) }
                    Tag.ul(.class("legend")) { legend }
                    Tag.p(.class("note")) { mapAttribution }
                    Tag.p(.class("note")) {
                        Tag.a(.href(.part("table-quarters-groups"))) { words("chart.table_link") }
                    }
                }
            },
            quarterGroupsTable(columns, shown, caption: words("map.groups_table", ["limit": within(limit)])).node,
            Tag.p(.class("note")) {
                Tag.a(.href(.part("table-reach-groups-\(table + 1)"))) { words("map.groups_more") }
            },
        ]
    }

    private static let smallMapWidth = 340.0

    private func groupReachSheet(
        _ group: Int, _ values: [IndicatorValue?], _ quarters: [[PixelPolygon]], _ drawing: MapDrawing,
        _ kind: PlaceKind, _ limit: ReachLimitShown
    ) -> HTMLNode {
        var layers: [HTMLNode] = []
        for (quarter, polygons) in quarters.enumerated() { layers += shareFill(values[quarter], polygons, drawing) }
        for polygons in quarters { layers.append(border(polygons, colour: Palette.paper, width: 2.6)) }
        for polygons in quarters { layers.append(border(polygons, width: 0.9)) }
        var placement = LabelPlacement(fontSize: 12, bounds: bounds(of: drawing.frame))
        placement.take(drawing.northBox)
        var above: [HTMLNode] = []
        for (quarter, polygons) in quarters.enumerated() {
            guard let label = placement.place([["\(quarter + 1)"]], in: polygons) else { continue }
            let colour = values[quarter]?.number.map { ShareClass($0).index }
            above += drawing.haloText(
                label.lines.joined(), at: PixelPoint(x: label.middle.x, y: label.middle.y + 4), size: 12,
                colour: colour.map(Palette.text(onClass:)) ?? Palette.ink,
                halo: colour.map { Palette.classes[$0] } ?? Palette.paper, isBold: true)
        }
        let name = groupName(group).shortened()
        let known = values.compactMap { $0?.number }
        var description = words("map.groups_description", ["group": name, "limit": within(limit)])
        if let low = known.min(), let high = known.max() {
            description += " " + words("map.reach.range", ["low": numbers.percent(low), "high": numbers.percent(high)])
        }
        let unknown = values.count - known.count
        description += " " + words.counted("map.reach.unknown", unknown, shown: numbers.number(Double(unknown)))
        return drawing.sheet(
            title: words("map.groups_title", ["group": name]), description: description, attribution: "",
            north: words("map.north"), layers: layers, above: above)
    }

    /// The figures of the maps: quarters in the order of their file, groups side by side.
    private func quarterGroupsTable(
        _ columns: [[IndicatorValue?]], _ shown: [Int], caption: String
    ) -> DataTable {
        var table = DataTable(
            id: "table-quarters-groups", caption: [.text(caption)],
            columns: [.number(words("column.number")), .text(words("column.quarter"))]
                + shown.map { .number(groupName($0).node()) }, headerColumn: 1)
        for quarter in study.quarters.ids.indices {
            table.rows.append(
                [[.text("\(quarter + 1)")], [quarterName(quarter).node()]]
                    + shown.map { cell(.coverageShare, columns[$0][quarter]) })
        }
        return table
    }
}
