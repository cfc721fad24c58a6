internal import Indicators
internal import Overlay
internal import Town

extension ReportContext {
    /// The categories in the order of the tables: organised meeting places, everyday places, services.
    var orderedCategories: [PlaceTable.Category] {
        PlaceKind.allCases.flatMap { kind in study.places.categories.filter { PlaceKind($0) == kind } }
    }

    /// The number of places recorded in the whole town, by id of the category.
    var recordedPlaces: [String: Int] {
        var counts: [String: Int] = [:]
        for place in study.places.ids.indices {
            if let category = study.places.category(ofPlace: place) { counts[category.id, default: 0] += 1 }
        }
        return counts
    }

    /// What the town has: how many places of each category are recorded.
    func townPlacesSection() -> HTMLNode {
        section("places", words("places.heading")) {
            paragraph("places.intro")
            categoriesTable(townKey, counts: recordedPlaces).node
            note("places.recorded")
            placesAmongPeopleChart()
            if let onlyQuarter {
                placesOfQuarter(onlyQuarter)
            }
            outsideSection()
        }
    }

    private func categoriesTable(_ area: AreaKey, counts: [String: Int]) -> DataTable {
        var table = DataTable(
            id: "table-categories", caption: [.text(words("places.categories_table"))],
            columns: [
                .text(words("column.category")), .text(words("column.kind")), .number(words("column.places")),
            ])
        for category in orderedCategories {
            let count = counts[category.id] ?? 0
            table.rows.append([
                [DataText(category.name(language)).node()], kindCell(category),
                count == 0 ? [noneRecorded] : [numberNode(Double(count))],
            ])
        }
        return table
    }

    private func kindCell(_ category: PlaceTable.Category) -> [HTMLNode] {
        let kind = PlaceKind(category)
        return [
            Tag.span(.class("kind")) {
                Tag.svg(.class("swatch"), .centredViewBox(radius: 12), .ariaHidden) {
                    kind.symbol(at: PixelPoint(x: 0, y: 0), radius: 8)
                }
                Tag.span {
                    words("place_kind_one.\(kind.rawValue)")
                    if category.isSensitive { Tag.span(.class("word")) { " " + words("places.sensitive") } }
                }
            }
        ]
    }

    /// Places that lie in no quarter: listed, so that none is lost.
    @HTMLBuilder private func outsideSection() -> [HTMLNode] {
        // Those near the border of the only quarter are in the table before.
        let listed = onlyQuarter.map { nearbyPlaces[$0] } ?? []
        let places = outsidePlaces.filter { !listed.contains($0) }
        if outsidePlaces.isEmpty {
            paragraph("places.all_inside")
        } else if !places.isEmpty {
            Tag.h3 { words("places.outside_heading") }
            Tag.p {
                words.counted(
                    "places.outside", places.count, shown: numbers.number(Double(places.count)),
                    ["border": distance(input.thresholds.border)])
            }
            outsideTable(places).node
        }
    }

    private func outsideTable(_ places: [Int]) -> DataTable {
        var table = DataTable(
            id: "table-outside", caption: [.text(words("places.outside_table"))],
            columns: [
                .text(words("column.place")), .text(words("column.category")), .text(words("column.situation")),
            ])
        for place in places {
            let assignment = study.overlay.placeAssignments[checked: place]
            var situation: [HTMLNode] = [.text(words("situation.outside"))]
            if let assignment, assignment.situation == .nearBorder,
                study.quarters.ids.indices.contains(Int(assignment.quarter))
            {
                situation = words.rich(
                    "situation.near", ["quarter": quarterName(Int(assignment.quarter)).node()])
            }
            table.rows.append([placeName(place), categoryCell(place), situation])
        }
        return table
    }

    private func placeName(_ place: Int) -> [HTMLNode] {
        let name = DataText(study.places.names[checked: place] ?? "")
        return name.isEmpty ? [Tag.span(.class("word")) { words("places.unnamed") }] : [name.node()]
    }

    private func categoryCell(_ place: Int) -> [HTMLNode] {
        guard let category = study.places.category(ofPlace: place) else { return [missing(.noData)] }
        return [DataText(category.name(language)).node()]
    }

    /// The places of a quarter, numbered as on its map.
    func quarterPlacesSection(_ quarter: Int) -> HTMLNode {
        section("places", words("places.quarter_heading")) {
            if placesOfQuarters[quarter].isEmpty { paragraph("places.none_in_quarter") }
            placesOfQuarter(quarter)
            if !placesOfQuarters[quarter].isEmpty { note("places.recorded") }
        }
    }

    /// The tables of the places in a quarter and near its border.
    @HTMLBuilder private func placesOfQuarter(_ quarter: Int) -> [HTMLNode] {
        if !placesOfQuarters[quarter].isEmpty {
            placesTable(
                id: "table-places", caption: words("places.quarter_table"), placesOfQuarters[quarter], from: 1
            ).node
        }
        if !nearbyPlaces[quarter].isEmpty {
            Tag.h3 { words("places.nearby_heading") }
            paragraph("places.nearby", ["border": distance(input.thresholds.border)])
            placesTable(
                id: "table-nearby", caption: words("places.nearby_table"), nearbyPlaces[quarter],
                from: placesOfQuarters[quarter].count + 1
            ).node
        }
    }

    private func placesTable(id: String, caption: String, _ places: [Int], from first: Int) -> DataTable {
        var table = DataTable(
            id: id, caption: [.text(caption)],
            columns: [
                .number(words("column.number")), .text(words("column.place")), .text(words("column.category")),
                .text(words("column.kind")), .text(words("column.hours")), .text(words("column.operator")),
                .text(words("column.languages")), .text(words("column.wheelchair")),
                .text(words("column.funded_until")),
            ], headerColumn: 1)
        for (offset, place) in places.enumerated() {
            let category = study.places.category(ofPlace: place)
            let languages = (study.places.languages[checked: place] ?? []).map(languageName).joined(separator: ", ")
            let wheelchair = study.places.wheelchair[checked: place] ?? .unknown
            let funding = DataText((study.places.fundedUntil[checked: place] ?? nil) ?? "")
            table.rows.append([
                [.text("\(first + offset)")], placeName(place), categoryCell(place),
                category.map(kindCell) ?? [missing(.noData)],
                textCell((study.places.hours[checked: place] ?? nil).map(hours)),
                operatorCell(
                    study.places.operators[checked: place] ?? nil, study.places.operatorKind(ofPlace: place)),
                textCell(languages),
                wheelchair == .unknown
                    ? [missing(.noData)] : [.text(words("wheelchair.\(wheelchair.rawValue)"))],
                funding.isEmpty ? [Tag.span(.class("word")) { words("places.no_end") }] : dateCell(funding.whole),
            ])
        }
        return table
    }
}
