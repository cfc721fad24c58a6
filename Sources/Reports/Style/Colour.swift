internal import Glibc

/// A colour of the sRGB space, 8 bits each.
struct Colour: Sendable, Hashable {
    let red: UInt8
    let green: UInt8
    let blue: UInt8

    init(_ hex: UInt32) {
        red = UInt8(truncatingIfNeeded: hex >> 16)
        green = UInt8(truncatingIfNeeded: hex >> 8)
        blue = UInt8(truncatingIfNeeded: hex)
    }

    /// Darker by a factor of 0 (black) to 1 (the same), in the same hue.
    func scaled(by factor: Double) -> Colour {
        func part(_ part: UInt8) -> UInt32 { UInt32(exactly: (Double(part) * factor).rounded(.down)) ?? 0 }
        return Colour(part(red) << 16 | part(green) << 8 | part(blue))
    }

    /// `#rrggbb`.
    var hex: String {
        let digits = Array("0123456789abcdef")
        return [red, green, blue].reduce(into: "#") { text, part in
            text.append(digits[Int(part >> 4)])
            text.append(digits[Int(part & 15)])
        }
    }

    /// The relative luminance of WCAG 2.1, 0 (black) to 1 (white).
    var luminance: Double {
        func linear(_ part: UInt8) -> Double {
            let value = Double(part) / 255
            return value <= 0.04045 ? value / 12.92 : pow((value + 0.055) / 1.055, 2.4)
        }
        return 0.2126 * linear(red) + 0.7152 * linear(green) + 0.0722 * linear(blue)
    }

    /// The contrast ratio of WCAG 2.1, 1 to 21.
    func contrast(with other: Colour) -> Double {
        let (dark, light) = (min(luminance, other.luminance), max(luminance, other.luminance))
        return (light + 0.05) / (dark + 0.05)
    }
}

/// All colours of the reports. None of them stands for people; none is red.
enum Palette {
    /// Text.
    static let ink = Colour(0x1C2A33)
    /// Text of less weight: captions, notes.
    static let quiet = Colour(0x51606B)
    /// Links, headings' rule, bars.
    static let accent = Colour(0x17596A)
    /// Numbers on coloured symbols.
    static let black = Colour(0x000000)
    /// The ground of everything.
    static let paper = Colour(0xFFFFFF)
    /// The ground of boxes and table heads.
    static let panel = Colour(0xF3F6F5)
    /// Lines that only please; nothing hangs on seeing them.
    static let hairline = Colour(0xD5DCDD)
    /// The mark of internal pages: text on its ground.
    static let noticeText = Colour(0x4A3900)
    /// The ground of the mark.
    static let noticeGround = Colour(0xFFF3CF)
    /// The edge of the mark.
    static let noticeEdge = Colour(0x9A7600)

    /// Quarter borders on maps.
    static let border = Colour(0x5A6A74)
    /// Ground of quarters on maps that show no values.
    static let land = Colour(0xF6F5F0)
    /// Ground of what is not the subject of a map.
    static let faintLand = Colour(0xFBFBF9)
    /// Borders of what is not the subject.
    static let faintBorder = Colour(0xB4BEC4)
    /// Waters: part of the quiet base.
    static let water = Colour(0xD4E3EE)
    /// Parks, woods, cemeteries, allotments: part of the quiet base.
    static let green = Colour(0xE6EEDC)
    /// Streets: a quiet base.
    static let street = Colour(0xD3D5D2)
    /// Streets over reached land.
    static let streetOnLand = Colour(0xA9B6B8)
    /// Railways, water and other barriers: quiet, too.
    static let barrier = Colour(0x9AA9BC)
    /// Outline and hatch of focus areas.
    static let focus = Colour(0x5B3A6E)
    /// Hatch of areas without a value.
    static let noData = Colour(0x7A858C)
    /// The ground under the dots of values that are protected.
    static let hiddenGround = Colour(0xE6E8EA)
    /// Bars and lines of charts.
    static let bar = Colour(0x2C7A88)

    /// The five classes of a share, light to dark in one hue, so that grey print keeps their order.
    static let classes = [
        Colour(0xE9F3F3), Colour(0xB5D6D8), Colour(0x86BBC1), Colour(0x5A9CA6), Colour(0x1B5866),
    ]
    /// Reached land for so many times, the shortest first and darkest; at most four, so that each is told apart.
    static func reachedLand(count: Int) -> [Colour] {
        let hues = count < 4 ? [classes[3], classes[2], classes[1]] : [classes[4], classes[3], classes[2], classes[1]]
        return count == 1 ? [classes[2]] : Array(hues.suffix(max(count, 0)))
    }
    /// The text on each class.
    static func text(onClass index: Int) -> Colour {
        index >= 0 && index < classes.count && classes[index].contrast(with: paper) > 4.5 ? paper : ink
    }

    // Okabe & Ito (2008), told apart with every kind of colour vision.
    /// Organised meeting places.
    static let organised = Colour(0x0072B2)
    /// Everyday places.
    static let everyday = Colour(0xE69F00)
    /// Everyday places where a thin line has to be seen on paper.
    static let everydayLine = Colour(0xA66F00)
    /// Services.
    static let service = Colour(0x009E73)
}
