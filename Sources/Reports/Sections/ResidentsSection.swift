internal import Indicators
internal import Town

extension ReportContext {
    /// Whether figures of single groups may be and are shown.
    var showsGroups: Bool { study.groups.count > 1 }

    /// The residents of the town, and the groups of each quarter side by side, in the order of the file.
    func townResidentsSection() -> HTMLNode {
        section("residents", words("residents.heading")) {
            if study.population == nil {
                paragraph("residents.no_layer")
            } else {
                paragraph(study.population?.areCells == true ? "residents.cells" : "residents.points")
                if let people = study.population, !people.isExact {
                    paragraph(people.isProtected ? "interval.residents" : "interval.cut.residents")
                }
                groupsTable(townKey, compareWithTown: false).node
                residentsThenAndNowChart()
                if showsGroups {
                    if onlyQuarter == nil {
                        sharesOfQuartersChart()
                        sharesOfQuartersTable().node
                        likenessOfNeighboursCharts()
                    }
                    note("residents.groups_note")
                    definitions()
                    withoutSharedAccommodation(townKey)
                }
                disclosureParagraph()
            }
        }
    }

    /// The residents of a quarter, all first, then each group.
    func quarterResidentsSection(_ quarter: Int) -> HTMLNode {
        section("residents", words("residents.heading")) {
            if study.population == nil {
                paragraph("residents.no_layer")
            } else {
                if isEmptyQuarter(quarter) { paragraph("residents.nobody") }
                groupsTable(quarterKey(quarter), compareWithTown: true).node
                if showsGroups {
                    note("residents.quotient")
                    withoutSharedAccommodation(quarterKey(quarter))
                }
                disclosureParagraph()
            }
        }
    }

    /// By what people belong to each group, where the project says so.
    private func definitions() -> [HTMLNode] {
        let defined = study.groups.indices.filter { study.groups[$0].definition != nil }
        if defined.isEmpty { return [] }
        return [
            note("residents.definitions"),
            Tag.ul {
                for index in defined {
                    if let definition = study.groups[index].definition {
                        Tag.li {
                            groupName(index).node()
                            ": " + words("residents.definition.\(definition.rawValue)")
                        }
                    }
                }
            },
        ]
    }

    /// All residents of an area without those of shared accommodation, which a single house can dominate.
    private func withoutSharedAccommodation(_ area: AreaKey) -> [HTMLNode] {
        guard let group = study.groups.dropFirst().first(where: { $0.id == PopulationGroup.sharedAccommodation }),
            let all = value(.residents, area, group: allResidents)?.number,
            let shared = value(.residents, area, group: group.id)?.number
        else { return [] }
        return [
            note("residents.without_shared", ["count": numbers.number(max(0, all - shared), decimals: 0)])
        ]
    }

    private func groupsTable(_ area: AreaKey, compareWithTown: Bool) -> DataTable {
        var columns: [DataTable.Column] = [.text(words("column.group")), .number(words("column.persons"))]
        if showsGroups { columns.append(.number(words("column.group_share"))) }
        if showsGroups, compareWithTown {
            columns += [.number(words("column.town_share")), .number(words("column.quotient"))]
        }
        var table = DataTable(id: "table-groups", caption: [.text(words("residents.table"))], columns: columns)
        for (index, group) in study.groups.enumerated() {
            var row = [
                [groupName(index).node()], cell(.residents, value(.residents, area, group: group.id)),
            ]
            if showsGroups {
                row.append(shareCell(area, group: index))
                if compareWithTown {
                    row.append(shareCell(townKey, group: index))
                    row.append(
                        index == 0
                            ? [missing(.notApplicable)]
                            : cell(.locationQuotient, value(.locationQuotient, area, group: group.id)))
                }
            }
            table.rows.append(row)
        }
        table.strongRows = [0]
        return table
    }

    /// The share of a group; all residents are the whole by definition, as long as anybody lives there.
    private func shareCell(_ area: AreaKey, group: Int) -> [HTMLNode] {
        let id = study.groups[checked: group]?.id
        if group == 0 {
            let residents = value(.residents, area, group: id)
            guard let number = residents?.number else { return [missing(residents?.status ?? .noData)] }
            return number > 0 ? [shareNode(1)] : [missing(.notApplicable)]
        }
        return cell(.groupShare, value(.groupShare, area, group: id))
    }

    private func sharesOfQuartersTable() -> DataTable {
        var table = DataTable(
            id: "table-group-shares", caption: [.text(words("residents.shares_table"))],
            columns: [
                .number(words("column.number")), .text(words("column.quarter")), .number(words("column.residents")),
            ]
                + study.groups.indices.dropFirst().map { group in
                    DataTable.Column(
                        header: words.rich("column.share_of", ["group": groupName(group).node()]), isNumeric: true)
                }, headerColumn: 1)
        func row(_ number: String, _ name: [HTMLNode], _ area: AreaKey) -> [[HTMLNode]] {
            [[.text(number)], name, cell(.residents, value(.residents, area, group: allResidents))]
                + study.groups.indices.dropFirst().map { shareCell(area, group: $0) }
        }
        for quarter in study.quarters.ids.indices {
            table.rows.append(row("\(quarter + 1)", [quarterName(quarter).node()], quarterKey(quarter)))
        }
        table.strongRows = [table.rows.count]
        table.rows.append(row("", [.text(words("town_total"))], townKey))
        return table
    }
}
