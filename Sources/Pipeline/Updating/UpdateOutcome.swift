public import Disclosure
public import Features

/// What an update did and found: what the command prints and what notices are made of.
public struct UpdateOutcome: Sendable, Hashable {
    /// What came of it.
    public enum Kind: String, Sendable, Codable, Hashable, CaseIterable {
        /// Nothing that matters has changed: nothing was written but the state of the updates.
        case unchanged
        /// Only texts, notes or rules of publication changed: the files were written again from the figures of the last
        /// run.
        case rendered
        /// The figures were computed again.
        case computed
        /// It ended before its time; the output, the history and the state are those of the last good update.
        case failed
    }

    /// What came of it.
    public var kind: Kind
    /// The town's name; empty where the project file could not be read.
    public var town: String
    /// The period that the data describe.
    public var period: String
    /// When the update began, seconds after 1970-01-01 00:00:00 UTC, as its caller said.
    public var startedAt: Int
    /// When the last update before this one ended well; nil where none did.
    public var lastGoodAt: Int?
    /// The folder with the results.
    public var output: String
    /// Everything that was looked at, in order of paths.
    public var inputs: [UpdateInput] = []
    /// The run in the history; nil where none was made or the project keeps no history.
    public var run: RecordedRun?
    /// The newest run of the history before this one; nil where there was none.
    public var previousRun: Int?
    /// Whether there was no run before this one, so that nothing can have changed.
    public var isFirstRun = false
    /// Everything found: in the data where figures were computed, in getting files from elsewhere, and what ended a failed
    /// update.
    public var findings: [Diagnostic] = []
    /// Why a failed update ended; nil for the others.
    public var failure: Failure?
    /// The inputs that shrank so much that a fault is likelier than a change of the town.
    public var shrunkenInputs: [ShrunkenInput] = []
    /// The headline figures that changed from the last recorded run by more than their uncertainty and the tolerance.
    public var changes: [HeadlineChange] = []
    /// The indicators whose method or unit is another than in the last run, by id: their figures do not compare.
    public var newMethods: [String] = []
    /// The ends of funding within the coming months, the earliest first.
    public var fundingEnds: [ComingFundingEnd] = []
    /// The results of participation whose people wait for an answer, the oldest first.
    public var unanswered: [UnansweredResult] = []

    /// The inputs that differ from those of the last good update.
    public var changedInputs: [UpdateInput] { inputs.filter { $0.change != .same } }

    /// Whether there is something that people who are not watching should hear of: figures that changed, an input that
    /// shrank, a failure. Never on a first run.
    public var isNews: Bool {
        failure != nil || !isFirstRun && (!changes.isEmpty || !newMethods.isEmpty || !shrunkenInputs.isEmpty)
    }
}

/// A file that an update looked at.
public struct UpdateInput: Sendable, Codable, Hashable {
    /// What a change of it makes necessary.
    public enum Role: String, Sendable, Codable, Hashable, CaseIterable {
        /// The project file: what it says of data and methods, or of texts and rules.
        case project
        /// A file of a layer, or one that belongs to it: the figures change.
        case data
        /// A note or an earlier release: the texts and what is protected change.
        case texts
    }

    /// How it stands to the last good update.
    public enum Change: String, Sendable, Codable, Hashable, CaseIterable {
        case same, changed, added, removed
    }

    /// The path as the project file leads to it.
    public var path: String
    /// What a change of it makes necessary.
    public var role: Role
    /// The size in bytes; 0 where it is gone.
    public var bytes: Int
    /// The SHA-256; empty where it is gone.
    public var sha256: String
    /// How it stands to the last good update.
    public var change: Change
}

/// A headline figure that changed: one of the whole town for all residents.
public struct HeadlineChange: Sendable, Hashable {
    /// The indicator's id.
    public var indicator: String
    /// Its parameters in canonical form; empty where there are none.
    public var parameters: String
    /// The category of places; empty where it is not about places.
    public var category: String
    /// The unit.
    public var unit: String
    /// The value of the last recorded run.
    public var before: Double
    /// The value now.
    public var after: Double

    /// The change.
    public var difference: Double { after - before }
}

/// Money that ends soon.
public struct ComingFundingEnd: Sendable, Codable, Hashable {
    /// The id of the offer or place.
    public var id: String
    /// The name of the offer or place.
    public var name: String
    /// Whether it is a place; otherwise an offer.
    public var isPlace: Bool
    /// The last day that is paid for.
    public var day: CalendarDate
}

/// A result of participation that nobody answered yet.
public struct UnansweredResult: Sendable, Codable, Hashable {
    /// The id of the record.
    public var id: String
    /// The day on which people took part; nil where it is not recorded.
    public var date: CalendarDate?
    /// The name of the quarter; nil for the whole town or a place.
    public var quarter: String?
    /// What came out, in the town's words.
    public var result: String?
    /// The office in charge.
    public var office: String?
}
