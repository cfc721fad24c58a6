public import Disclosure
public import Features
public import Indicators
public import Town
public import Wording

/// Everything a report is made from. A pure value: no clock, no file.
public struct ReportInput: Sendable {
    /// The title; where it is empty, one is made from the town's name.
    public var title: String
    /// The language of all texts.
    public var language: Language
    /// What the edition may show of the town.
    public let publication: Publication
    /// What was found in the data.
    public var diagnostics: [Diagnostic]
    /// Who confirmed the list of organised meeting places; nil where nobody did, and then no reach of them is public.
    public var confirmation: PlacesConfirmation?
    /// What the town means by integration.
    public var understanding: Understanding
    /// Where the data come from.
    public var sources: [SourceNote]
    /// The distances and tolerances of the run.
    public var thresholds: Thresholds
    /// How people get around; nil where reach is measured in a straight line.
    public var travel: TravelNote?
    /// The land that maps of reach show: of the targets of ``ReachedLand/shownTargets``, the shortest time first; empty
    /// where reach is measured in a straight line.
    public let reachedLand: [ReachedLand]
    /// What is to say of counts of people from a census; nil where none is used.
    public var people: PeopleNote?
    /// The offers of releases.
    public var releasedOffers: [ReleasedOffers]
    /// What is known of the boundaries of the last release's quarters; nil where nobody looked.
    public var releasedBoundaries: ReleasedBoundaries?
    /// The answers to questions of earlier reports.
    public var answers: [QuestionAnswer]
    /// How the figures were made.
    public var provenance: Provenance
    /// What of the looks and words is the town's own.
    public var look: Look
    /// The chapters that could not be written.
    public var droppedChapters: [DroppedChapter]

    /// Makes an input; the dropped chapters follow from the study.
    public init(
        _ publication: Publication, title: String = "", language: Language,
        diagnostics: [Diagnostic] = [], confirmation: PlacesConfirmation? = nil,
        understanding: Understanding = Understanding(), sources: [SourceNote] = [], thresholds: Thresholds,
        travel: TravelNote? = nil, reachedLand: [ReachedLand] = [], people: PeopleNote? = nil,
        releasedOffers: [ReleasedOffers] = [], releasedBoundaries: ReleasedBoundaries? = nil,
        answers: [QuestionAnswer] = [],
        provenance: Provenance, look: Look = Look()
    ) {
        self.title = title
        self.language = language
        self.publication = publication
        self.diagnostics = diagnostics
        self.confirmation = confirmation
        self.understanding = understanding
        self.sources = sources
        self.thresholds = thresholds
        self.travel = travel
        self.reachedLand = reachedLand.filter { !publication.withheldReachTargets.contains($0.target) }
        self.people = people
        self.releasedOffers = releasedOffers
        self.releasedBoundaries = releasedBoundaries
        self.answers = answers
        self.provenance = provenance
        self.look = look
        self.droppedChapters = DroppedChapter.list(for: publication.study)
    }

    /// For whom.
    public var edition: Edition { publication.edition }

    /// The town's layers and how they lie on each other.
    public var study: Study { publication.study }

    /// The indicator values.
    public var indicators: IndicatorTable { publication.indicators }

    /// Whether reach of organised meeting places is left out, since nobody confirmed their list.
    var withholdsOrganisedReach: Bool { publication.withholdsOrganisedReach }
}

/// That somebody looked through the list of organised meeting places and found it right.
public struct PlacesConfirmation: Sendable, Hashable {
    /// When (ISO date).
    public var on: String
    /// Who: an office or a role.
    public var by: String?

    /// Makes a confirmation.
    public init(on: String, by: String? = nil) {
        self.on = on
        self.by = by
    }
}

/// The town's own understanding of integration, as the project file gives it.
public struct Understanding: Sendable, Hashable {
    /// A goal and the indicators that speak of it.
    public struct Goal: Sendable, Hashable {
        /// The stable id.
        public var id: String
        /// The goal in the town's words.
        public var text: String
        /// The ids of indicators.
        public var indicators: [String]

        /// Makes a goal.
        public init(id: String, text: String, indicators: [String]) {
            self.id = id
            self.text = text
            self.indicators = indicators
        }
    }

    /// The town's words; empty where it gave none. Blank lines separate paragraphs.
    public var text: String
    /// Who adopted it.
    public var adoptedBy: String?
    /// When (ISO date).
    public var adoptedOn: String?
    /// The goals.
    public var goals: [Goal]

    /// Makes an understanding; empty without arguments.
    public init(text: String = "", adoptedBy: String? = nil, adoptedOn: String? = nil, goals: [Goal] = []) {
        self.text = text
        self.adoptedBy = adoptedBy
        self.adoptedOn = adoptedOn
        self.goals = goals
    }
}

/// Where data come from.
public struct SourceNote: Sendable, Hashable {
    /// The name.
    public var name: String
    /// The licence.
    public var licence: String?
    /// The date of the data (ISO date or year).
    public var date: String?
    /// How the source wants to be named.
    public var attribution: String?
    /// Its address.
    public var address: String?

    /// Makes a source note.
    public init(
        name: String, licence: String? = nil, date: String? = nil, attribution: String? = nil, address: String? = nil
    ) {
        self.name = name
        self.licence = licence
        self.date = date
        self.attribution = attribution
        self.address = address
    }
}

/// The distances and tolerances of a run, in metres.
public struct Thresholds: Sendable, Codable, Hashable {
    /// The straight-line distances that reach is measured within, ascending.
    public var distances: [Double]
    /// A place this near outside a border counts as near it.
    public var border: Double

    /// Makes thresholds.
    public init(distances: [Double], border: Double) {
        self.distances = distances
        self.border = border
    }
}

/// How the figures were made.
public struct Provenance: Sendable, Codable, Hashable {
    /// An input file and its checksum.
    public struct InputFile: Sendable, Codable, Hashable {
        /// The name as the project file has it.
        public var name: String
        /// The checksum, with its kind: `sha256:…`.
        public var checksum: String

        /// Makes an entry.
        public init(name: String, checksum: String) {
            self.name = name
            self.checksum = checksum
        }
    }

    /// The version of the tool.
    public var toolVersion: String
    /// The names of the coordinate operations used.
    public var operations: [String]
    /// The input files.
    public var inputs: [InputFile]

    /// Makes a provenance.
    public init(toolVersion: String, operations: [String] = [], inputs: [InputFile] = []) {
        self.toolVersion = toolVersion
        self.operations = operations
        self.inputs = inputs
    }
}
