internal import Indicators
internal import Town

/// The three kinds of places as people read them, each with a shape and a colour, so that either one is enough.
enum PlaceKind: String, Sendable, CaseIterable {
    case organised, everyday, service

    init(_ category: PlaceTable.Category) {
        switch (category.kind, category.encounter) {
        case (.service, _): self = .service
        case (.meetingPlace, .organised): self = .organised
        case (.meetingPlace, .everyday): self = .everyday
        }
    }

    /// The target of reach that counts all places of the kind.
    var reachTarget: String {
        switch self {
        case .organised: ReachTarget.organisedPlaces
        case .everyday: ReachTarget.everydayPlaces
        case .service: ReachTarget.services
        }
    }

    var colour: Colour {
        switch self {
        case .organised: Palette.organised
        case .everyday: Palette.everyday
        case .service: Palette.service
        }
    }

    /// The colour of a number on the symbol: the one that is easier to read.
    var textColour: Colour {
        colour.contrast(with: Palette.paper) >= 4.5 ? Palette.paper : Palette.black
    }

    /// A circle, square or triangle about a point. `isHollow` marks places outside the area that is shown.
    func symbol(at point: PixelPoint, radius: Double, isHollow: Bool = false) -> HTMLNode {
        let fill = HTMLAttribute.fill(isHollow ? Palette.paper : colour)
        let edge = HTMLAttribute.stroke(isHollow ? Palette.ink : Palette.paper)
        let width = HTMLAttribute.strokeWidth(isHollow ? 1.6 : 1.2)
        switch self {
        case .organised:
            return Tag.circle(.cx(point.x), .cy(point.y), .r(radius), fill, edge, width)
        case .everyday:
            let half = radius * 0.9
            return Tag.rect(
                .x(point.x - half), .y(point.y - half), .width(2 * half), .height(2 * half), .cornerRadius(1.5),
                fill, edge, width)
        case .service:
            let (reach, rise) = (radius * 1.3, radius * 1.25)
            return Tag.polygon(
                .points([
                    PixelPoint(x: point.x, y: point.y - rise),
                    PixelPoint(x: point.x + reach, y: point.y + radius * 0.8),
                    PixelPoint(x: point.x - reach, y: point.y + radius * 0.8),
                ]), fill, edge, width, .roundJoins)
        }
    }
}
