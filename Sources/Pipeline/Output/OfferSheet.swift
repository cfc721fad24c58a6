internal import Disclosure
internal import Formats
internal import Reports
internal import Town

/// The offers as a table: what is offered where, for whom, and how long it is paid for.
enum OfferSheet {
    /// A column: name, type in the data package, key of the description.
    typealias Column = (name: String, type: String, key: String)

    /// The columns of an edition in the order of the file; the internal ones are not in the public edition.
    static func columns(_ edition: Edition) -> [Column] {
        let names =
            [
                "id", "name", "kind", "place_ids", "quarter_ids", "mobile", "staff_post", "hours", "for_whom",
                "languages",
            ]
            + ["operator", "operator_kind", "staff_share", "staff_hours", "volunteer_share", "volunteer_hours"]
            + ["funding", "funded_until", "decided_by", "source", "date"]
            + (edition == .internal ? ["succession", "newcomers", "backing"] : [])
        return names.map { name in
            let type =
                switch name {
                case "mobile", "staff_post": "boolean"
                case "staff_share", "staff_hours", "volunteer_share", "volunteer_hours": "number"
                case "funded_until", "date": "date"
                default: "string"
                }
            return (name, type, "offer_column.\(name)")
        }
    }

    /// The table as CSV.
    static func csv(_ study: Study, _ edition: Edition) -> [UInt8] {
        var writer = CSVWriter(.standard, header: columns(edition).map(\.name))
        for row in rows(study, edition) { writer.append(row) }
        return writer.bytes
    }

    /// The rows of the table.
    static func rows(_ study: Study, _ edition: Edition) -> [[TableCell]] {
        guard let offers = study.offers else { return [] }
        return offers.ids.indices.map { offer in
            var cells = cells(ofOffer: offer, offers, study)
            if edition == .internal {
                cells += [offers.successionSecured, offers.isOpenToNewcomers, offers.hasBacking].map {
                    .text($0[offer].rawValue)
                }
            }
            return cells
        }
    }

    private static func cells(ofOffer offer: Int, _ offers: OfferTable, _ study: Study) -> [TableCell] {
        let places = offers.places(ofOffer: offer).map { study.places.ids[Int($0)] }
        let quarters = study.quarters(ofOffer: offer).map { study.quarters.ids[$0] }
        return [
            .text(offers.ids[offer]), .recorded(offers.names[offer]), .recorded(offers.kinds[offer]),
            .recorded(places.joined(separator: " ")), .recorded(quarters.joined(separator: " ")),
            .text("\(offers.isMobile[offer])"), .text("\(offers.isStaffPost[offer])"), .recorded(offers.hours[offer]),
            .recorded(offers.targetGroups[offer].joined(separator: ";")),
            .recorded(offers.languages[offer].joined(separator: ";")), .recorded(offers.operators[offer]),
            .text(offers.operatorKinds[offer].rawValue),
        ] + work(offers.staff[offer]) + work(offers.volunteers[offer]) + [
            .text(offers.funding[offer].kind.rawValue), .recorded(offers.funding[offer].day.map { "\($0)" }),
            .recorded(offers.deciders[offer].map(\.rawValue).joined(separator: " ")), .recorded(offers.sources[offer]),
            .recorded(offers.dates[offer].map { "\($0)" }),
        ]
    }

    /// A share and hours, of which at most one is recorded.
    private static func work(_ work: OfferTable.Work?) -> [TableCell] {
        switch work {
        case .share(let share): [.number(share), .empty]
        case .weeklyHours(let hours): [.empty, .number(hours)]
        case nil: [.empty, .empty]
        }
    }
}
