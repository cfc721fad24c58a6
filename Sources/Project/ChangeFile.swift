public import Features
internal import Town

/// What a town would change: longer hours, one place more, a place that closes, an offer that ends. A file of its own beside
/// the project file, so that the data stay what they are.
///
/// The keys stand in `Documentation/Scenario.md`.
public struct ChangeFile: Sendable, Hashable {
    /// What is changed.
    public enum Change: Sendable, Hashable {
        /// Other opening hours of a place, by its id or name.
        case hoursOfPlace(String, hours: String)
        /// Other hours of an offer, by its id or name.
        case hoursOfOffer(String, hours: String)
        /// One place more.
        case newPlace(NewPlace)
        /// A place that closes, with the offers that take place nowhere else.
        case placeCloses(String)
        /// An offer that ends.
        case offerEnds(String)
    }

    /// A place that there is not yet.
    public struct NewPlace: Sendable, Hashable {
        /// Where it is.
        public enum Position: Sendable, Hashable {
            /// Degrees, WGS 84.
            case geographic(LongitudeLatitude)
            /// Metres in the system of the project.
            case projected(x: Double, y: Double)
        }

        /// The name.
        public var name: String
        /// The id or name of the category.
        public var category: String
        /// Where it is.
        public var position: Position
        /// The opening hours; nil where nobody knows them yet.
        public var hours: String?
    }

    /// A change with the place of the file where it stands.
    public struct Item: Sendable, Hashable {
        /// What is changed.
        public var change: Change
        /// Where it stands.
        public var location: SourceLocation
    }

    /// What the file is about, in the town's words.
    public var title: String?
    /// The changes, in the order in which they come.
    public var items: [Item]

    /// Makes a file of changes.
    public init(title: String? = nil, items: [Item]) {
        self.title = title
        self.items = items
    }

    /// The most changes of a file: more is another town.
    public static let maximumCount = 1_000

    /// The kinds of changes, as the file names them.
    private enum Kind: String, CaseIterable {
        case hours
        case newPlace = "new_place"
        case placeCloses = "place_closes"
        case offerEnds = "offer_ends"
    }

    /// Reads the text of a change file.
    ///
    /// All findings are collected; the file is nil as soon as one of them is an error.
    public static func decode(_ text: String, file: String) -> (file: ChangeFile?, findings: [Diagnostic]) {
        let document = YAMLDocument(text, file: file)
        let findings = FindingList(
            document.findings.map { finding in
                var finding = finding
                // What is wrong with the YAML of a change file is no fault of the project file.
                if finding.code == .projectSyntax { finding.code = .changeFileUnreadable }
                return finding
            })
        var result: ChangeFile?
        if let root = document.root, !root.isNull {
            result = YAMLMapping(root, path: "", findings: findings).map(read)
        } else if document.findings.isEmpty {
            findings.add(.keyMissing, at: SourceLocation(file: file), ["key": "changes"])
        }
        return (findings.findings.contains { $0.severity == .error } ? nil : result, findings.findings)
    }

    private static func read(_ root: YAMLMapping) -> ChangeFile {
        let title = root.text("title")
        let mappings = root.mappings("changes", required: true)
        if mappings.count > maximumCount { root.refuse("changes", "too_many_changes", ["limit": "\(maximumCount)"]) }
        let items = mappings.prefix(maximumCount).compactMap { mapping -> Item? in
            let change = change(mapping)
            mapping.finish()
            return change.map { Item(change: $0, location: mapping.location) }
        }
        root.finish()
        return ChangeFile(title: title, items: items)
    }

    private static func change(_ mapping: YAMLMapping) -> Change? {
        guard let kind: Kind = mapping.choice("kind", required: true) else {
            // Without a kind nobody knows which of these keys may stand here.
            for key in mapping.keys { _ = mapping.node(key) }
            return nil
        }
        switch kind {
        case .hours:
            let (place, offer) = (mapping.text("place"), mapping.text("offer"))
            let hours = hours(mapping, required: true)
            guard (place == nil) != (offer == nil) else {
                mapping.findings.refuse(mapping.path("place"), at: mapping.location, "place_or_offer")
                return nil
            }
            guard let hours else { return nil }
            return place.map { .hoursOfPlace($0, hours: hours) } ?? offer.map { .hoursOfOffer($0, hours: hours) }
        case .newPlace: return newPlace(mapping).map { .newPlace($0) }
        case .placeCloses: return mapping.text("place", required: true).map { .placeCloses($0) }
        case .offerEnds: return mapping.text("offer", required: true).map { .offerEnds($0) }
        }
    }

    private static func newPlace(_ mapping: YAMLMapping) -> NewPlace? {
        let name = mapping.text("name", required: true)
        let category = mapping.text("category", required: true)
        let hours = hours(mapping, required: false)
        let numbers = ["lon", "lat", "x", "y"].map { key in
            mapping.numbers(key).flatMap { numbers -> Double? in
                if numbers.count == 1 { return numbers[0] }
                mapping.refuse(key, "expected_number")
                return nil
            }
        }
        let position: NewPlace.Position? =
            switch (numbers[0], numbers[1], numbers[2], numbers[3]) {
            case (let longitude?, let latitude?, nil, nil) where abs(longitude) <= 180 && abs(latitude) <= 90:
                .geographic(LongitudeLatitude(longitude: longitude, latitude: latitude))
            case (nil, nil, let x?, let y?): .projected(x: x, y: y)
            default: nil
            }
        guard let position else {
            mapping.findings.refuse(mapping.path("lon"), at: mapping.location, "expected_position")
            return nil
        }
        guard let name, let category else { return nil }
        return NewPlace(name: name, category: category, position: position, hours: hours)
    }

    /// Hours that can be read; what cannot would be taken for hours that nobody knows.
    private static func hours(_ mapping: YAMLMapping, required: Bool) -> String? {
        guard let text = mapping.text("hours", required: required) else { return nil }
        guard var finding = Diagnostic.unreadableHours(text, at: mapping.location("hours")) else { return text }
        finding.severity = .error
        mapping.findings.add(finding)
        return nil
    }
}
