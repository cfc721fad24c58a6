import Audit

/// Leaks through the classes and colours of maps, and through figures that follow from two others.
extension Leak {
    /// A map in a page whose shapes have the colours of a legend with one narrow class.
    private static func map(_ colours: [String: String]) -> String {
        let shapes = colours.sorted { $0.key < $1.key }.map { name, colour in
            "<path d=\"M0 0\" fill=\"\(colour)\"><title>\(name)</title></path>"
        }
        return """
            <figure><svg>\(shapes.joined())</svg><figcaption>Menschen mit ausländischer Staatsangehörigkeit</figcaption>
            <ul><li><svg><rect fill="#fed"/></svg>75 bis unter 79</li><li><svg><rect fill="#c10"/></svg>79 bis unter 200</li></ul>
            </figure>
            """
    }

    private static func legend(_ middle: String) -> String {
        """
        <figure><figcaption>Anteil ausländischer Menschen</figcaption><ul><li>0 bis unter \(middle) %</li>
        <li>\(middle) bis unter 20 %</li></ul></figure>
        """
    }

    static let inMaps: [Leak] = [
        Leak(
            "a hidden quarter in the colour of a narrow class", .hiddenElsewhere,
            { $0.pageText = map(["Hafen": "#fed", "Nord": "#c10", "Ost": "#FED"]) },
            clean: { $0.pageText = map(["Hafen": "#fed", "Nord": "#c10", "Ost": "url(#hidden)"]) }),
        // 77 of 1,200 people are 6.4 per cent.
        Leak(
            "a class break in per cent", .classBreak, { $0.pageText = legend("6,4") },
            clean: { $0.pageText = legend("5") }
        ),
        Leak(
            "a hidden share of two numbers that are shown", .hiddenElsewhere,
            { $0.rows.append(.hidden("01", indicator: "group_share", unit: "share")) },
            clean: { $0.rows.append(.hidden("04", indicator: "group_share", unit: "share")) }),
        Leak(
            "bounds of shares around a hidden one", .hiddenNarrow,
            { bound(&$0, lower: ("0.512", "0.900"), upper: ("0.100", "0.512")) },
            clean: { bound(&$0, lower: ("", ""), upper: ("", "")) }),
    ]

    /// Hides a share, and tells of those before and after it only bounds.
    private static func bound(
        _ town: inout SmallPublication, lower: (String, String), upper: (String, String)
    ) {
        for (minutes, bounds) in [("5", lower), ("15", upper)] {
            town.change("06", "all", "coverage_share", minutes: minutes) {
                ($0.value, $0.status, $0.lower, $0.upper) = ("", "estimated", bounds.0, bounds.1)
            }
        }
        town.change("06", "all", "coverage_share", minutes: "10") {
            ($0.value, $0.n, $0.status) = ("", "", "suppressed")
        }
    }
}
