internal import Indicators
internal import Town

extension ReportContext {
    /// With whom people could be at the places in their reach, beside where they live: for each group the share of its own
    /// members among those whom they may meet. A possibility, not a counted encounter. Nothing where the table has no such
    /// figure, as in the public edition.
    @HTMLBuilder func encounterSection(_ area: AreaKey) -> [HTMLNode] {
        let columns = [ReachTarget.everydayPlaces, ReachTarget.organisedPlaces]
        let shown = study.groups.indices.dropFirst().filter { group in
            columns.contains { exposure("place_exposure", area, group, $0)?.number != nil }
        }
        if showsGroups, !shown.isEmpty {
            section("encounter", words("encounter.heading")) {
                paragraph("encounter.intro")
                encounterTable(area, shown, columns).node
                saysNot("place_exposure")
            }
        }
    }

    private func encounterTable(_ area: AreaKey, _ groups: [Int], _ columns: [String]) -> DataTable {
        var table = DataTable(
            id: "table-encounter", caption: [.text(words("encounter.table"))],
            columns: [.text(words("column.group")), .number(words("encounter.home"))]
                + columns.map { .number(words("encounter.\($0)")) })
        for group in groups {
            let home = columns.compactMap { exposure("home_exposure", area, group, $0) }.first
            table.rows.append(
                [[groupName(group).node()], home.map(figureCell) ?? [missing(.noData)]]
                    + columns.map { column in
                        var nodes =
                            exposure("place_exposure", area, group, column).map(figureCell) ?? [missing(.noData)]
                        if exposure("encounter_gain", area, group, column)?.reason == .noReliableDifference {
                            nodes.append(
                                Tag.span(.class("word")) { " " + words.text(ofKey: "reason.no_reliable_difference") })
                        }
                        return nodes
                    })
        }
        return table
    }

    /// The figure of a group's own members among those whom its members may meet.
    private func exposure(_ indicator: String, _ area: AreaKey, _ group: Int, _ category: String) -> IndicatorValue? {
        let id = study.groups[checked: group]?.id
        return figures(indicator, area).first {
            $0.group == id && $0.category == category && $0.parameter("with") == id
                && $0.parameter("people") != "exchanged"
        }
    }
}
