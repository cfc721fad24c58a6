internal import Features
internal import Formats
internal import Project
internal import Reports
internal import Town
internal import Wording

/// What a list to correct is made from, in any language: places and offers with what was found of each.
struct CorrectionSource: Sendable {
    private let study: Study
    /// The address of each place; nil where none is recorded.
    private let addresses: [String?]
    private let placeFindings: [[Diagnostic]]
    private let offerFindings: [[Diagnostic]]

    init(_ inputs: TownInputs, _ assembly: StudyAssembly) {
        study = assembly.study
        let layers = inputs.layers(.places)
        var findings: [Row: [Diagnostic]] = [:]
        for finding in assembly.findings {
            if let row = finding.location.flatMap(Row.init) { findings[row, default: []].append(finding) }
        }
        addresses = assembly.placeRows.map { CorrectionSource.address(layers[$0.layer], $0.row) }
        placeFindings = assembly.placeRows.map { place in
            Row(layers[place.layer].location(place.row)).flatMap { findings[$0] } ?? []
        }
        // Offers are read row by row, table by table.
        offerFindings = inputs.tables(.offers).flatMap { table in
            (0..<table.layer.count).map { row in
                Row(table.layer.location(ofFeature: row)).flatMap { findings[$0] } ?? []
            }
        }
    }

    /// A row of a file.
    private struct Row: Hashable {
        let file: String
        let feature: Int

        init?(_ location: SourceLocation) {
            guard let feature = location.feature else { return nil }
            file = location.file
            self.feature = feature
        }
    }

    private static func address(_ layer: LoadedLayer, _ row: Int) -> String? {
        if let address = layer.text(.address, row) { return address }
        guard let street = layer.text(.street, row) else { return nil }
        let house = [street, layer.text(.houseNumber, row)].compactMap { $0 }.joined(separator: " ")
        return [house, layer.text(.postcode, row)].compactMap { $0 }.joined(separator: ", ")
    }

    /// The list in a language.
    func list(_ language: Language) -> CorrectionList {
        let offers = study.offers.map { table in table.ids.indices.map { entry(ofOffer: $0, table, language) } }
        return CorrectionList(
            town: study.townName, period: study.period, language: language,
            entries: study.places.ids.indices.map { entry(ofPlace: $0, language) } + (offers ?? []))
    }

    private func entry(ofPlace place: Int, _ language: Language) -> CorrectionList.Entry {
        let places = study.places
        let category = places.categories[Int(places.categoryIndexes[place])]
        let wheelchair = places.wheelchair[place]
        let name = CorrectionList.Value(places.names[place])
        return CorrectionList.Entry(
            .place, id: places.ids[place], name: name, place: name,
            values: [
                .category: category.id == PlaceReading.unknown.id ? .notRecorded : .init(category.name(language)),
                .address: .init(addresses[place]), .hours: .init(places.hours[place]),
                .wheelchair: wheelchair == .unknown
                    ? .notRecorded : .init(Catalogue.of(language).text("reports.wheelchair.\(wheelchair.rawValue)")),
                .operator: operatorText(places.operators[place], places.operatorKind(ofPlace: place), language),
                .fundedUntil: .init(places.fundedUntil[place]),
            ], findings: placeFindings[place].map { $0.message(language) })
    }

    private func entry(ofOffer offer: Int, _ offers: OfferTable, _ language: Language) -> CorrectionList.Entry {
        let catalogue = Catalogue.of(language)
        let names = offers.places(ofOffer: offer).map { place in
            let name = study.places.names[Int(place)]
            return name.isEmpty ? study.places.ids[Int(place)] : name
        }
        let sites =
            names + (offers.isMobile[offer] ? [catalogue.text("correction.mobile")] : [])
            + (offers.isStaffPost[offer] ? [catalogue.text("correction.staff_post")] : [])
        let funding = offers.funding[offer]
        let deciders = offers.deciders[offer].map { catalogue.text("reports.decider.\($0.rawValue)") }
        return CorrectionList.Entry(
            .offer, id: offers.ids[offer], name: .init(offers.names[offer]),
            place: .init(sites.joined(separator: ", ")),
            values: [
                .category: .init(offers.kinds[offer]), .hours: .init(offers.hours[offer]),
                .operator: operatorText(offers.operators[offer], offers.operatorKinds[offer], language),
                .funding: funding.kind == .notRecorded
                    ? .notRecorded : .init(catalogue.text("reports.funding.\(funding.kind.rawValue)")),
                .fundedUntil: funding.kind == .permanent ? .notApplicable : .init(funding.day.map { "\($0)" }),
                .decidedBy: .init(deciders.joined(separator: ", ")),
            ],
            findings: (offerFindings.indices.contains(offer) ? offerFindings[offer] : []).map { $0.message(language) })
    }

    private func operatorText(_ name: String?, _ kind: OperatorKind, _ language: Language) -> CorrectionList.Value {
        let kind = kind == .notRecorded ? nil : Catalogue.of(language).text("operator_kind.\(kind.rawValue)")
        return .init([name, kind].compactMap { $0 }.joined(separator: ", "))
    }
}
