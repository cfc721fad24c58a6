internal import Disclosure
internal import Indicators
internal import Town

extension ReportContext {
    /// The figures that open a page: residents, places, reach.
    func keyFigures(_ area: AreaKey, places: Int) -> HTMLNode {
        var items: [(name: String, value: [HTMLNode])] = []
        items.append(
            (words("key.residents"), cell(.residents, value(.residents, area, group: allResidents))))
        items.append((words("key.places"), places == 0 ? [noneRecorded] : [numberNode(Double(places))]))
        if let limit = middleLimit {
            for kind in reachedKinds {
                items.append(
                    (
                        words("key.reach.\(kind.rawValue)", ["limit": within(limit)]),
                        cell(.coverageShare, middleShare(area, kind))
                    ))
            }
        }
        return Tag.dl(.class("key-figures")) {
            for item in items {
                Tag.div {
                    Tag.dt { item.name }
                    Tag.dd { item.value }
                }
            }
        }
    }

    /// The town at a glance: lead, key figures, the map and the table of quarters.
    func townPortrait() -> HTMLNode {
        section("portrait", words("portrait.heading")) {
            Tag.p(.class("lead")) { townLead() }
            offersSummary()
            keyFigures(townKey, places: study.places.count)
            plainFigures(townKey)
            if let onlyQuarter {
                quarterMap(onlyQuarter)
            } else {
                townPlacesMap()
                quartersTable().node
                note("portrait.order")
            }
            silentQuarters()
        }
    }

    private func townLead() -> [HTMLNode] {
        let town = DataText(study.townName).node()
        let quarters = words.counted(
            "portrait.quarters", study.quarters.count, shown: numbers.number(Double(study.quarters.count)))
        var nodes: [HTMLNode]
        if let residents = value(.residents, townKey, group: allResidents), residents.number != nil {
            nodes = words.rich(
                "portrait.lead",
                [
                    "town": town, "quarters": .text(quarters), "residents": .text(roundedPersons(residents)),
                    "period": DataText(study.period).node(length: 40),
                ])
        } else {
            nodes = words.rich(
                "portrait.lead_without_residents",
                ["town": town, "quarters": .text(quarters), "period": DataText(study.period).node(length: 40)])
        }
        let counts = PlaceKind.allCases.map { kind in
            study.places.ids.indices.count { self.kind(ofPlace: $0) == kind }
        }
        nodes.append(.text(" " + placesSentence(counts)))
        return nodes
    }

    /// „Erfasst sind 12 Treffpunkte, 30 Alltagsorte und 9 Angebote.“
    func placesSentence(_ counts: [Int]) -> String {
        guard counts.reduce(0, +) > 0 else { return words("portrait.no_places") }
        let parts = zip(PlaceKind.allCases, counts).map { kind, count in
            let key = "place_kind_count.\(kind.rawValue)"
            return count == 0
                ? words(key + ".none") : words.counted(key, count, shown: numbers.number(Double(count)))
        }
        return words(
            "portrait.places",
            ["organised": parts.first ?? "", "everyday": parts[checked: 1] ?? "", "service": parts[checked: 2] ?? ""])
    }

    /// The quarters in the order of their file: a table, never a ranking.
    private func quartersTable() -> DataTable {
        var columns: [DataTable.Column] = [
            .number(words("column.number")), .text(words("column.quarter")), .number(words("column.residents")),
            .number(words("column.organised_places")), .number(words("column.everyday_places")),
            .number(words("column.services")),
        ]
        if let limit = middleLimit {
            columns += reachedKinds.map {
                .number(words("column.share_within.\($0.rawValue)", ["limit": short(limit)]))
            }
        }
        var table = DataTable(
            id: "table-quarters",
            caption: [.text(words(input.travel == nil ? "portrait.table" : "portrait.time_table"))],
            columns: columns, headerColumn: 1)
        for quarter in study.quarters.ids.indices {
            let link = Tag.a(.href(.quarter(quarter))) { quarterName(quarter).node() }
            table.rows.append(
                [[.text("\(quarter + 1)")], [link]] + quarterFigures(quarterKey(quarter)))
        }
        table.strongRows = [table.rows.count]
        table.rows.append([[.text("")], [.text(words("town_total"))]] + quarterFigures(townKey))
        return table
    }

    private func quarterFigures(_ area: AreaKey) -> [[HTMLNode]] {
        [
            cell(.residents, value(.residents, area, group: allResidents)),
            cell(.placeCount, value(.placeCount, area, category: ReachTarget.organisedPlaces)),
            cell(.placeCount, value(.placeCount, area, category: ReachTarget.everydayPlaces)),
            cell(.placeCount, value(.placeCount, area, category: ReachTarget.services)),
        ]
            + (middleLimit == nil
                ? [] : reachedKinds.map { cell(.coverageShare, middleShare(area, $0)) })
    }

    /// Sentences on what tables show only as an odd row: quarters without residents, residents outside.
    private func silentQuarters() -> [HTMLNode] {
        var nodes: [HTMLNode] = []
        for quarter in study.quarters.ids.indices where isEmptyQuarter(quarter) {
            nodes.append(
                Tag.p { words.rich("portrait.no_residents", ["quarter": quarterName(quarter).node()]) })
        }
        if let outside = study.overlay.residentsOutside.first, outside >= 0.5 {
            let range = study.overlay.residentsOutsideRanges.first ?? nil
            nodes.append(
                paragraph("portrait.residents_outside", ["residents": roundedPersons(outside, range: range)]))
        } else if input.publication.hidesResidentsOutside {
            nodes.append(paragraph("disclosure.outside"))
        }
        return nodes
    }

    /// Whether a quarter has no residents, though residents are recorded.
    func isEmptyQuarter(_ quarter: Int) -> Bool {
        study.population != nil
            && value(.residents, quarterKey(quarter), group: allResidents)?.number == 0
    }
}
