internal import Disclosure
internal import Indicators
internal import Town

extension ReportContext {
    /// A row of the reach tables: a category, or the sum of its kind.
    private struct ReachRow {
        var id: String
        var name: [HTMLNode]
        var isSum: Bool
        var isRecorded: Bool
        /// Whether the town has one for everybody, so that no quarter lacks it.
        var isForWholeTown = false
    }

    /// The places of a kind together, then each category of it, kind by kind. Sensitive places are not asked for.
    private var reachRows: [ReachRow] {
        let counts = recordedPlaces
        return PlaceKind.allCases.flatMap { kind -> [ReachRow] in
            if kind == .organised, input.withholdsOrganisedReach { return [] }
            let rows = study.places.categories.filter { PlaceKind($0) == kind && !$0.isSensitive }.map { category in
                ReachRow(
                    id: ReachTarget.id(ofCategory: category.id), name: [DataText(category.name(language)).node()],
                    isSum: false,
                    isRecorded: (counts[category.id] ?? 0) > 0, isForWholeTown: category.level == .wholeTown)
            }
            if rows.isEmpty { return [] }
            let sum = ReachRow(
                id: kind.reachTarget, name: [.text(words("reach.any.\(kind.rawValue)"))], isSum: true,
                isRecorded: rows.contains(where: \.isRecorded))
            return [sum] + rows
        }
    }

    /// The rows for a quarter: what the town has once for everybody is said to be for the whole town, and left out where
    /// nobody recorded it, since a quarter does not lack it.
    private var quarterReachRows: [ReachRow] {
        reachRows.filter { $0.isRecorded || !$0.isForWholeTown }.map { row in
            guard row.isForWholeTown else { return row }
            var row = row
            row.name.append(Tag.span(.class("word")) { " " + words("reach.whole_town") })
            return row
        }
    }

    /// Who confirmed the list of organised meeting places, or what follows from that nobody did.
    private func confirmationNote() -> HTMLNode? {
        guard study.places.categories.contains(where: { PlaceKind($0) == .organised }) else { return nil }
        guard let confirmation = input.confirmation else {
            return input.edition == .public ? paragraph("reach.unconfirmed") : note("reach.unconfirmed_internal")
        }
        let by = DataText(confirmation.by ?? "")
        return Tag.p(.class("note")) {
            by.isEmpty
                ? words.rich("reach.confirmed", ["on": dateNode(confirmation.on)])
                : words.rich("reach.confirmed_by", ["on": dateNode(confirmation.on), "by": by.node()])
        }
    }

    /// Who reaches what in the town, with the map of one figure.
    func townReachSection() -> HTMLNode {
        section("reach", words("reach.heading")) {
            reachIntroduction()
            if study.population == nil {
                paragraph("reach.no_layer")
            } else {
                if let note = confirmationNote() { note }
                if let limit = middleLimit, !input.withholdsOrganisedReach, onlyQuarter == nil {
                    townReachMap(within: limit)
                }
                reachOfQuartersChart()
                if let map = townReachedLandMap() { map }
                reachTables(townKey, reachRows)
                stopsPart(townKey)
                openHoursPart(townKey)
                groupDifferencePart(townKey)
            }
        }
    }

    /// Who reaches what in a quarter.
    func quarterReachSection(_ quarter: Int) -> HTMLNode {
        section("reach", words("reach.heading")) {
            reachIntroduction()
            if study.population == nil {
                paragraph("reach.no_layer")
            } else if isEmptyQuarter(quarter) {
                paragraph("reach.nobody")
            } else {
                if let note = confirmationNote() { note }
                if let map = quarterReachedLandMap(quarter) { map }
                reachTables(quarterKey(quarter), quarterReachRows)
                stopsPart(quarterKey(quarter), quarter: quarter)
                openHoursPart(quarterKey(quarter))
                groupDifferencePart(quarterKey(quarter))
            }
        }
    }

    /// All residents over all distances first; then the groups side by side, distance by distance.
    @HTMLBuilder private func reachTables(_ area: AreaKey, _ rows: [ReachRow]) -> [HTMLNode] {
        let isEstimated = isEstimatedThroughout(area)
        allResidentsTable(area, rows, marksEstimates: !isEstimated).node
        note("reach.table_note")
        if let note = notConnectedNote(area) { note }
        if isEstimated {
            note(study.population?.areCells == true ? "reach.all_estimated" : "reach.all_estimated_connected")
        }
        if let table = profilesTable(area, rows, marksEstimates: !isEstimated) { table.node }
        if showsGroups {
            Tag.h3 { words("reach.groups_heading") }
            paragraph("reach.groups_intro")
            reachOfGroupsChart(area)
            if area == townKey, let limit = middleLimit { groupReachMaps(within: limit) }
            for (index, limit) in limits.enumerated() {
                groupsTable(
                    area, rows, id: "table-reach-groups-\(index + 1)",
                    caption: words("reach.groups_table", ["limit": within(limit)]), .coverageShare,
                    within: limit, marksEstimates: !isEstimated
                ).node
            }
            groupsTable(
                area, rows, id: "table-nearest-groups",
                caption: words(isTimed ? "reach.nearest_time_table" : "reach.nearest_table"), nearest,
                within: nil, marksEstimates: !isEstimated
            ).node
            noneRecordedSentence(rows)
        }
    }

    /// Whether reach is told in minutes.
    private var isTimed: Bool { input.travel != nil }

    /// How reach was measured.
    private func reachIntroduction() -> HTMLNode {
        guard let travel = input.travel, let walking = travel.profiles.first else { return paragraph("reach.intro") }
        let decimals = Int(exactly: walking.speed) == nil ? 1 : 0
        return paragraph(
            "reach.time_intro",
            [
                "speed": numbers.number(walking.speed, decimals: decimals), "snapping": distance(travel.snapping),
            ])
    }

    /// The residents of an area whom no street reaches, who are in no share; nil where there are none.
    private func notConnectedNote(_ area: AreaKey) -> HTMLNode? {
        guard let travel = input.travel, let residents = value(.residents, area, group: allResidents)?.number,
            let any = input.indicators.values.first(where: {
                $0.level == area.level && $0.areaID == area.id && $0.indicator == Figure.nearestTime.rawValue
                    && $0.group == allResidents && $0.parameters == "measure=\(measure)" && $0.n != nil
            }), let connected = any.n
        else { return nil }
        let people = residents - connected
        guard people >= 0.5 else { return nil }
        return note(
            "reach.not_connected", ["residents": roundedPersons(people), "snapping": distance(travel.snapping)])
    }

    /// Other ways of getting about beside walking, for the places of each kind together: barrier-free, by bicycle, at
    /// other walking speeds.
    private func profilesTable(_ area: AreaKey, _ rows: [ReachRow], marksEstimates: Bool) -> DataTable? {
        guard let travel = input.travel, let limit = middleLimit else { return nil }
        let sums = rows.filter { $0.isSum && $0.isRecorded }
        var table = DataTable(
            id: "table-reach-profiles",
            caption: [.text(words("reach.profiles_table", ["limit": short(limit)]))],
            columns: [.text(words("column.profile"))]
                + sums.map { row in DataTable.Column(header: row.name, isNumeric: true) })
        func append(_ name: String, _ profile: String, kmh: Double? = nil) {
            table.rows.append(
                [[.text(name)]]
                    + sums.map { row in
                        cell(
                            .coverageShare,
                            value(
                                .coverageShare, area, group: allResidents, category: row.id, within: limit, by: profile,
                                kmh: kmh), marksEstimates: marksEstimates)
                    })
        }
        for (index, profile) in travel.profiles.enumerated() {
            append(words("profile.\(profile.id)", ["speed": speed(profile.speed)]), profile.id)
            for kmh in index == 0 ? travel.band.filter({ $0 != profile.speed }) : [] {
                append(words("profile.\(profile.id)", ["speed": speed(kmh)]), profile.id, kmh: kmh)
            }
        }
        return table.rows.isEmpty || sums.isEmpty ? nil : table
    }

    /// A speed: `4,8 km/h`.
    func speed(_ kmh: Double) -> String {
        numbers.number(kmh, decimals: Int(exactly: kmh) == nil ? 1 : 0) + "\u{202F}km/h"
    }

    /// Whether every value of reach in an area is an estimate, as it is where people are counted in cells.
    private func isEstimatedThroughout(_ area: AreaKey) -> Bool {
        let values = input.indicators.values.filter {
            $0.level == area.level && $0.areaID == area.id && Figure.reach.contains($0.indicator) && $0.number != nil
        }
        return !values.isEmpty && values.allSatisfy { $0.status == .estimated }
    }

    private func allResidentsTable(_ area: AreaKey, _ rows: [ReachRow], marksEstimates: Bool) -> DataTable {
        var columns: [DataTable.Column] = [.text(words("column.category"))]
        columns += limits.map { .number(words("column.within", ["limit": short($0)])) }
        if let middle = middleLimit {
            columns.append(.number(words("column.places_within", ["limit": short(middle)])))
        }
        columns.append(.number(words(isTimed ? "column.nearest_time" : "column.nearest")))
        var table = DataTable(
            id: "table-reach", caption: [.text(words(isTimed ? "reach.time_table" : "reach.table"))], columns: columns)
        for row in rows {
            if row.isSum { table.strongRows.insert(table.rows.count) }
            guard row.isRecorded else {
                table.rows.append([row.name] + Array(repeating: [noneRecorded], count: columns.count - 1))
                continue
            }
            var cells = [row.name]
            cells += limits.map { limit in
                coverage(
                    value(.coverageShare, area, group: allResidents, category: row.id, within: limit),
                    marksEstimates: marksEstimates)
            }
            if let middle = middleLimit {
                cells.append(
                    cell(
                        .placesWithin,
                        value(.placesWithin, area, group: allResidents, category: row.id, within: middle),
                        marksEstimates: marksEstimates))
            }
            cells.append(
                cell(
                    nearest, value(nearest, area, group: allResidents, category: row.id),
                    marksEstimates: marksEstimates))
            table.rows.append(cells)
        }
        return table
    }

    private func groupsTable(
        _ area: AreaKey, _ rows: [ReachRow], id: String, caption: String, _ figure: Figure,
        within limit: ReachLimitShown?,
        marksEstimates: Bool
    ) -> DataTable {
        var table = DataTable(
            id: id, caption: [.text(caption)],
            columns: [.text(words("column.category"))]
                + study.groups.indices.map { .number(groupName($0).node()) })
        for row in rows where row.isRecorded {
            if row.isSum { table.strongRows.insert(table.rows.count) }
            table.rows.append(
                [row.name]
                    + study.groups.map { group in
                        let value = value(figure, area, group: group.id, category: row.id, within: limit)
                        return figure == .coverageShare
                            ? coverage(value, marksEstimates: marksEstimates)
                            : cell(figure, value, marksEstimates: marksEstimates)
                    })
        }
        return table
    }

    /// A share with a bar under it.
    private func coverage(_ value: IndicatorValue?, marksEstimates: Bool) -> [HTMLNode] {
        let nodes = cell(.coverageShare, value, marksEstimates: marksEstimates)
        guard let share = value?.number else { return nodes }
        let length = min(max(share, 0), 1) * 60
        return nodes + [
            Tag.svg(.class("bar"), .viewBox(width: 60, height: 5), .ariaHidden) {
                Tag.rect(.x(0), .y(0), .width(60), .height(5), .fill(Palette.hairline))
                Tag.rect(.x(0), .y(0), .width(length), .height(5), .fill(input.look.colour?.colour ?? Palette.accent))
            }
        ]
    }

    @HTMLBuilder private func noneRecordedSentence(_ rows: [ReachRow]) -> [HTMLNode] {
        let missing = rows.filter { !$0.isRecorded && !$0.isSum }
        if !missing.isEmpty {
            Tag.p(.class("note")) {
                words("reach.none_recorded") + " "
                for (index, row) in missing.enumerated() {
                    if index > 0 { ", " }
                    row.name
                }
                "."
            }
        }
    }
}
