internal import Town

/// Where notes, participation and guides stand among the pages.
extension ReportContext {
    /// Notes and measures, what became of participation, and the way to the guide for a conversation.
    func memorySections(_ quarter: Int?) -> [HTMLNode] {
        notesSection(quarter) + participationSection(quarter) + [guideLink(quarter)]
    }

    private func guideLink(_ quarter: Int?) -> HTMLNode {
        Tag.p(.class("note")) {
            words.rich("guide.more", ["link": Tag.a(.href(.guide(quarter))) { words("guide.link") }])
        }
    }

    /// The page on participation, where there is a table of it, and the guides: for the town, and for each quarter unless
    /// there is only one.
    func memoryPages() -> [ReportSet.Page] {
        let participation = study.memory.participation.map {
            ReportSet.Page(path: PagePath.participation, text: HTMLWriter.document(participationPage($0)))
        }
        let quarters: [Int?] = onlyQuarter == nil ? study.quarters.ids.indices.map(Optional.some) : []
        let guides = ([nil] + quarters).map { quarter in
            ReportSet.Page(path: PagePath.guide(quarter), text: HTMLWriter.document(guidePage(quarter)))
        }
        return (participation.map { [$0] } ?? []) + guides
    }
}
