internal import Indicators
internal import Town

/// One of the few figures that every report tells, for all residents of an area.
struct MainFigure: Sendable {
    /// Which figure: the end of the keys of its texts.
    enum Kind: String, Sendable, CaseIterable {
        case residents
        case organisedNear = "organised_near"
        case everydayNear = "everyday_near"
        case nearestPlace = "nearest_place"
        case openEvening = "open_evening"
        case openSaturday = "open_saturday"
        case openSunday = "open_sunday"
        case handedOver = "handed_over"
    }

    /// Which figure.
    let kind: Kind
    /// Its value.
    let value: IndicatorValue
    /// How far „in Reichweite“ is, in words; empty where the figure says nothing of it.
    let limit: String
}

extension ReportContext {
    /// The main figures of an area, as far as the edition has them, in the order of a report.
    func mainFigures(_ area: AreaKey) -> [MainFigure] { mainFigures(area, reaching: openKind) }

    /// The same with reach of one kind of meeting places: of everyday ones where that of organised ones is withheld.
    func mainFigures(_ area: AreaKey, reaching openKind: PlaceKind) -> [MainFigure] {
        MainFigure.Kind.allCases.compactMap { kind in
            let found: (IndicatorValue?, String?)
            switch kind {
            case .residents: found = (value(.residents, area, group: allResidents), "")
            case .organisedNear:
                found = (
                    openKind == .organised ? middleShare(area, .organised) : nil, middleLimit.map(within)
                )
            case .everydayNear: found = (middleShare(area, .everyday), middleLimit.map(within))
            case .nearestPlace:
                found = (value(nearest, area, group: allResidents, category: openKind.reachTarget), "")
            case .openEvening: found = openFigure(area, "weekday_evening", openKind)
            case .openSaturday: found = openFigure(area, "saturday", openKind)
            case .openSunday: found = openFigure(area, "sunday", openKind)
            case .handedOver:
                found = (figuresOfAll("room_hours", area).first { $0.parameter("kind") == "handed_over" }, "")
            }
            guard let shown = found.0, let limit = found.1 else { return nil }
            return MainFigure(kind: kind, value: shown, limit: limit)
        }
    }

    private func openFigure(_ area: AreaKey, _ slot: String, _ kind: PlaceKind) -> (IndicatorValue?, String?) {
        let value = openShare(area, slot: slot, kind)
        return (value, value.flatMap(catchment))
    }

    /// What a main figure is called in tables.
    func name(_ figure: MainFigure) -> String {
        words("plain.\(figure.kind.rawValue).name", arguments(figure, value: ""))
    }

    /// Each main figure in a sentence on what it says and one on what it does not: persons to tens, whole minutes, shares in
    /// tenths, each with its range. That nobody lives there stands in the first sentence of the page already.
    @HTMLBuilder func plainFigures(_ area: AreaKey) -> [HTMLNode] {
        let figures = mainFigures(area).filter { figure in
            figure.value.number.map { figure.kind != .residents || $0 > 0 } ?? false
        }
        if !figures.isEmpty {
            Tag.h3 { words("plain.heading") }
            Tag.dl(.class("plain")) {
                for figure in figures {
                    Tag.div {
                        Tag.dt { says(figure) }
                        Tag.dd(.class("note")) { words("plain.\(figure.kind.rawValue).not") }
                    }
                }
            }
        }
    }

    /// What a main figure says.
    func says(_ figure: MainFigure) -> String {
        words("plain.\(figure.kind.rawValue).says", arguments(figure, value: plainText(figure)))
    }

    private func arguments(_ figure: MainFigure, value: String) -> [String: String] {
        ["value": value, "limit": figure.limit, "place": words("question.place.\(openKind.rawValue)")]
    }

    /// The number of a main figure in a sentence.
    private func plainText(_ figure: MainFigure) -> String {
        guard let number = figure.value.number else { return status(figure.value.status) }
        switch figure.kind {
        case .residents: return roundedPersons(figure.value)
        case .organisedNear, .everydayNear, .openEvening, .openSaturday, .openSunday: return plainShare(figure.value)
        case .nearestPlace:
            return input.travel == nil ? distance(number.rounded()) : wholeMinutes(number)
        case .handedOver: return hoursText(number)
        }
    }

    /// Minutes in a sentence, whole ones: „7 Minuten“, „unter 1 Minute“.
    func wholeMinutes(_ minutes: Double) -> String {
        if minutes < 1 { return words("under_one_minute") }
        let whole = minutes.rounded()
        return words.counted("plain.minutes", whole == 1 ? 1 : 2, shown: numbers.number(whole))
    }
}
