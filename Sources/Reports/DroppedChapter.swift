public import Town

/// A chapter that could not be written, and the layer whose file would open it.
public struct DroppedChapter: Sendable, Hashable {
    /// The chapters that hang on an optional layer.
    public enum Chapter: String, Sendable, Hashable, CaseIterable {
        case residents, groups, reach
        case focusAreas = "focus_areas"
        case streets
    }

    /// The kinds of input that open a chapter.
    public enum Opener: String, Sendable, Hashable, CaseIterable {
        case population
        case groupColumns = "group_columns"
        case focusAreas = "focus_areas"
        case streets
    }

    /// The chapter.
    public var chapter: Chapter
    /// What would open it.
    public var opener: Opener

    /// Makes an entry.
    public init(chapter: Chapter, opener: Opener) {
        self.chapter = chapter
        self.opener = opener
    }

    /// The chapters that a study cannot fill, in the order of the report.
    public static func list(for study: Study) -> [DroppedChapter] {
        var list: [DroppedChapter] = []
        if study.population == nil {
            list.append(DroppedChapter(chapter: .reach, opener: .population))
            list.append(DroppedChapter(chapter: .residents, opener: .population))
            list.append(DroppedChapter(chapter: .groups, opener: .population))
        } else if study.groups.count < 2 {
            list.append(DroppedChapter(chapter: .groups, opener: .groupColumns))
        }
        if study.focusAreas == nil {
            list.append(DroppedChapter(chapter: .focusAreas, opener: .focusAreas))
        }
        if study.streets.isEmpty {
            list.append(DroppedChapter(chapter: .streets, opener: .streets))
        }
        return list
    }
}
