internal import Indicators
internal import Overlay
internal import Town

extension ReportContext {
    /// The focus areas: what each rests on and how it lies on the quarters.
    func focusAreasSection() -> HTMLNode {
        section("focus-areas", words("focus.heading")) {
            if let focusAreas = study.focusAreas {
                paragraph("focus.intro")
                if focusAreas.areas.count == 0 { paragraph("focus.empty") }
                for area in focusAreas.areas.ids.indices { focusArea(focusAreas, area) }
            } else {
                paragraph("focus.no_layer")
            }
        }
    }

    private func focusArea(_ focusAreas: FocusAreaTable, _ area: Int) -> HTMLNode {
        let pieces = study.overlay.focusPieces.filter { Int($0.area) == area }
        let ground = focusAreas.grounds[checked: area]
        return Tag.div(.class("card")) {
            Tag.h3 { ReportContext.name(focusAreas.areas, area).node() }
            Tag.dl(.class("facts")) {
                fact("focus.basis", [.text(words("basis.\((ground?.basis ?? .unknown).rawValue)"))])
                fact("focus.role", textCell(ground?.role))
                fact("focus.date", dateCell(ground?.date))
                fact("focus.reason", textCell(ground?.reason, length: 600))
                fact("focus.review", dateCell(ground?.review))
                fact(
                    "focus.residents",
                    cell(
                        .residents,
                        value(
                            .residents, AreaKey(level: .focusArea, id: focusAreas.areas.ids[checked: area] ?? ""),
                            group: allResidents)))
            }
            if pieces.isEmpty {
                paragraph("focus.outside_all")
            } else {
                piecesTable(
                    id: "table-focus-\(area + 1)",
                    caption: words.rich(
                        "focus.table", ["area": ReportContext.name(focusAreas.areas, area).node()]), pieces,
                    named: .quarter
                ).node
                let inside = pieces.reduce(0) { $0 + $1.shareOfArea }
                if inside < 0.995 {
                    paragraph("focus.partly_outside", ["share": numbers.percent(1 - inside)])
                }
            }
        }
    }

    private func fact(_ key: String, _ content: [HTMLNode]) -> HTMLNode {
        Tag.div {
            Tag.dt { words(key) }
            Tag.dd { content }
        }
    }

    /// By what a piece is named in its table: the quarter, or the area that lies on it.
    enum PieceName {
        case quarter
        case area(AreaTable)
    }

    func piecesTable(id: String, caption: [HTMLNode], _ pieces: [OverlayPiece], named: PieceName) -> DataTable {
        let first: String
        switch named {
        case .quarter: first = words("column.quarter")
        case .area: first = words("column.area")
        }
        var table = DataTable(
            id: id, caption: caption,
            columns: [
                .text(first), .number(words("column.hectares")), .number(words("column.share_of_area")),
                .number(words("column.share_of_quarter")), .number(words("column.residents")),
                .number(words("column.share_of_quarter_residents")),
            ])
        for piece in pieces {
            let name: DataText
            switch named {
            case .quarter: name = quarterName(Int(piece.quarter))
            case .area(let areas): name = ReportContext.name(areas, Int(piece.area))
            }
            table.rows.append(
                [
                    [name.node()], [numberNode(piece.squareMetres / 10_000, decimals: 1)],
                    [shareNode(piece.shareOfArea)], [shareNode(piece.shareOfQuarter)],
                ] + residentsCells(of: piece))
        }
        return table
    }

    private func residentsCells(of piece: OverlayPiece) -> [[HTMLNode]] {
        guard let residents = piece.residents.first else {
            let status: Status = piece.isSuppressed ? .suppressed : .noData
            return [[missing(status)], [missing(status)]]
        }
        let mark = piece.isEstimated ? estimatedMark : []
        let bounds = piece.residentRanges.first ?? nil
        let inQuarter = value(.residents, quarterKey(Int(piece.quarter)), group: allResidents)
        let share: [HTMLNode]
        if let total = inQuarter?.number {
            share = total > 0 ? mark + [shareNode(min(residents / total, 1))] : [missing(.notApplicable)]
        } else {
            share = [missing(inQuarter?.status ?? .noData)]
        }
        return [
            mark + [numberNode(.residents, residents)] + range(.residents, bounds?.lowerBound, bounds?.upperBound),
            share,
        ]
    }

    /// The other area layers, overlaid in the same way.
    func otherAreasSections() -> [HTMLNode] {
        study.otherAreas.enumerated().map { layer, areas in
            let pieces = study.overlay.otherPieces[checked: layer] ?? []
            return Tag.section(.id("areas-\(layer + 1)"), .labelledBy("areas-\(layer + 1)-heading")) {
                Tag.h2(.id("areas-\(layer + 1)-heading")) { DataText(areas.title).node() }
                paragraph("areas.intro")
                for area in areas.ids.indices {
                    let own = pieces.filter { Int($0.area) == area }
                    Tag.h3 { ReportContext.name(areas, area).node() }
                    if own.isEmpty {
                        paragraph("areas.outside_all")
                    } else {
                        piecesTable(
                            id: "table-areas-\(layer + 1)-\(area + 1)",
                            caption: words.rich("focus.table", ["area": ReportContext.name(areas, area).node()]), own,
                            named: .quarter
                        ).node
                    }
                }
            }
        }
    }

    /// What of focus areas and other layers lies on a quarter.
    func quarterAreasSection(_ quarter: Int) -> HTMLNode {
        let focusPieces = study.overlay.focusPieces.filter { Int($0.quarter) == quarter }
        return section("focus-areas", words("focus.quarter_heading")) {
            if let focusAreas = study.focusAreas {
                if focusPieces.isEmpty {
                    paragraph("focus.none_in_quarter")
                } else {
                    piecesTable(
                        id: "table-focus", caption: [.text(words("focus.quarter_table"))], focusPieces,
                        named: .area(focusAreas.areas)
                    ).node
                    note("focus.quarter_note")
                }
            } else {
                paragraph("focus.no_layer")
            }
            for (layer, areas) in study.otherAreas.enumerated() {
                let pieces = (study.overlay.otherPieces[checked: layer] ?? []).filter { Int($0.quarter) == quarter }
                if !pieces.isEmpty {
                    Tag.h3 { DataText(areas.title).node() }
                    piecesTable(
                        id: "table-areas-\(layer + 1)", caption: [.text(words("areas.quarter_table"))], pieces,
                        named: .area(areas)
                    ).node
                }
            }
        }
    }
}
