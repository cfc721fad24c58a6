internal import Indicators
internal import Town

extension ReportContext {
    /// What these data do not show: stands in every report.
    func limitsSection() -> HTMLNode {
        section("limits", words("limits.heading")) {
            Tag.ul {
                for key in [
                    "possibility", input.travel == nil ? "straight_line" : "travel_time", "recorded", "citizenship",
                    "place_of_residence", "estimates",
                ] {
                    Tag.li { words("limits.\(key)") }
                }
                if let people = input.people {
                    Tag.li { words("limits.census") }
                    if people.years.contains(2011) { Tag.li { words("limits.census_years") } }
                }
            }
        }
    }

    /// The chapters that are missing, and the file that would open each.
    func droppedSection() -> [HTMLNode] {
        if input.droppedChapters.isEmpty { return [] }
        return [
            section("dropped", words("dropped.heading")) {
                paragraph("dropped.intro")
                Tag.ul {
                    for dropped in input.droppedChapters {
                        Tag.li {
                            Tag.strong { words("chapter.\(dropped.chapter.rawValue)") }
                            " – " + words("opener.\(dropped.opener.rawValue)")
                        }
                    }
                }
            }
        ]
    }

    /// How the figures were made.
    func methodSection() -> HTMLNode {
        section("method", words("method.heading")) {
            Tag.dl(.class("facts")) {
                for indicator in indicatorsShown {
                    Tag.div {
                        Tag.dt { indicator.text(.title, language) }
                        for part in [MethodSheet.Part.says, .saysNot, .formula, .limits] {
                            Tag.dd {
                                Tag.span(.class("word")) { words.text(ofKey: "sheet.\(part.rawValue)") + ": " }
                                indicator.text(part, language)
                            }
                        }
                    }
                }
            }
            Tag.p { words.rich("method.annex", ["link": Tag.a(.href(.annex)) { words("annex.title") }]) }
            travelMethod()
            Tag.h3 { words("method.signs") }
            Tag.ul {
                Tag.li { words("method.estimated", ["word": status(.estimated)]) }
                if study.population?.isProtected == true { Tag.li { words("interval.method") } }
                if study.population?.coarseCells.isEmpty == false { Tag.li { words("interval.cut") } }
                if let people = input.people {
                    Tag.li {
                        words(
                            "interval.noise.\(people.basis.rawValue)",
                            [
                                "variance": numbers.number(people.variance, decimals: 1),
                                "deviation": numbers.number(people.variance.squareRoot(), decimals: 1),
                            ])
                    }
                    if people.years.contains(2011) { Tag.li { words("interval.noise.2011") } }
                }
                Tag.li { words("method.none_recorded", ["word": words("none_recorded")]) }
                Tag.li { words("method.no_data", ["word": status(.noData)]) }
                Tag.li { words("method.not_applicable", ["word": status(.notApplicable)]) }
                if let text = disclosureNote { Tag.li { text } }
                if let travel = input.travel {
                    Tag.li {
                        words(
                            "method.not_connected",
                            ["word": status(.notConnected), "snapping": distance(travel.snapping)])
                    }
                    Tag.li { words("method.not_reachable", ["word": status(.notReachable)]) }
                }
            }
            Tag.h3 { words("method.provenance") }
            Tag.dl(.class("facts")) {
                Tag.div {
                    Tag.dt { words("method.version") }
                    Tag.dd { DataText(input.provenance.toolVersion).node() }
                }
                Tag.div {
                    Tag.dt { words("method.reference_system") }
                    Tag.dd { DataText(study.referenceSystem).node() }
                }
                if !input.provenance.operations.isEmpty {
                    Tag.div {
                        Tag.dt { words("method.operations") }
                        for operation in input.provenance.operations {
                            Tag.dd { DataText(operation).node(length: 300) }
                        }
                    }
                }
            }
            if !input.provenance.inputs.isEmpty { checksumsTable().node }
        }
    }

    /// The indicators of the report's own tables, as far as there are values: of distance and time only the one that was
    /// measured. All others are explained in the annex.
    private var indicatorsShown: [IndicatorDescriptor] {
        let ids = Set(input.indicators.values.map(\.indicator)).intersection(Figure.allCases.map(\.rawValue))
        return IndicatorCatalogue.all.map(\.descriptor).filter { ids.contains($0.id) }
    }

    private func checksumsTable() -> DataTable {
        var table = DataTable(
            id: "table-inputs", caption: [.text(words("method.inputs"))],
            columns: [.text(words("column.file")), .text(words("column.checksum"))])
        for file in input.provenance.inputs {
            table.rows.append([
                [DataText(file.name).node()], [Tag.code { DataText(file.checksum).shortened() }],
            ])
        }
        return table
    }

    /// Where the data come from, under which licence.
    func sourcesSection() -> HTMLNode {
        section("sources", words("sources.heading")) {
            if input.sources.isEmpty {
                paragraph("sources.none")
            } else {
                Tag.ul(.class("sources")) {
                    for source in input.sources {
                        Tag.li { sourceEntry(source) }
                    }
                }
            }
        }
    }

    private func sourceEntry(_ source: SourceNote) -> [HTMLNode] {
        var nodes = [Tag.strong { DataText(source.name).node() }]
        if let date = source.date, !DataText(date).isEmpty {
            nodes += [.text(" · " + words("sources.date") + " "), dateNode(date)]
        }
        if let licence = source.licence, !DataText(licence).isEmpty {
            nodes += [.text(" · " + words("sources.licence") + " "), DataText(licence).node()]
        } else {
            nodes.append(.text(" · " + words("sources.no_licence")))
        }
        if let attribution = source.attribution.map(credit), !attribution.isEmpty {
            nodes += [.text(" · "), attribution.node(length: 300)]
        }
        if let address = source.address, !DataText(address).isEmpty {
            nodes.append(.text(" · "))
            let shown = DataText(address).node()
            if let link = Link(external: address) {
                nodes.append(Tag.a(.href(link), .rel("noopener noreferrer")) { shown })
            } else {
                nodes.append(shown)
            }
        }
        return nodes
    }
}
