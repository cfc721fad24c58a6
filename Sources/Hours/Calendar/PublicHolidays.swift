public import Features

/// The public holidays of a federal state, computed from its law as it stood in each year, 1995 and later.
///
/// Some are kept in some municipalities only (``LocalHoliday``); whether the town is one of them is a parameter, and
/// without it nobody can tell.
public struct PublicHolidays: Sendable, Codable, Hashable {
    /// Holidays that are kept in a part of a state only.
    public enum LocalHoliday: String, Sendable, Codable, CodingKeyRepresentable, Hashable, CaseIterable {
        /// Assumption of Mary, 15 August: in Bavaria where more Catholics than Protestants live.
        case assumption
        /// Corpus Christi: in Saxony and Thuringia in some Catholic municipalities.
        case corpusChristi = "corpus_christi"
        /// The Peace Festival on 8 August: in the city of Augsburg.
        case augsburgPeace = "augsburg_peace"
    }

    /// The state.
    public let state: FederalState
    /// Whether the town keeps a local holiday; absent where that is not known.
    public let local: [LocalHoliday: Bool]

    /// The holidays of a state. The Augsburg Peace Festival is not kept unless said so.
    public init(state: FederalState, local: [LocalHoliday: Bool] = [:]) {
        self.state = state
        self.local = [.augsburgPeace: false].merging(local) { $1 }
    }

    /// The holidays of a municipality, whose key names the state (and the city of Augsburg).
    public init(municipality key: MunicipalKey, local: [LocalHoliday: Bool] = [:]) {
        let isAugsburg = key.municipality == "09761000"
        self.init(
            state: FederalState(key),
            local: [.augsburgPeace: isAugsburg].merging(isAugsburg ? [.assumption: true] : [:]) { $1 }
                .merging(local) { $1 })
    }

    /// Whether a day is a public holiday; nil where it is one in parts of the state and the town's part is not known.
    public func isHoliday(_ day: CalendarDate) -> Bool? {
        if PublicHolidays.days(of: state, in: day.year).contains(day) { return true }
        guard let name = PublicHolidays.localDays(of: state, in: day.year).first(where: { $0.day == day })?.name else {
            return false
        }
        return local[name]
    }

    /// The days of a year that the town keeps for certain, sorted.
    public func days(in year: Int) -> [CalendarDate] {
        let kept = PublicHolidays.localDays(of: state, in: year).filter { local[$0.name] == true }.map(\.day)
        return Set(PublicHolidays.days(of: state, in: year) + kept).sorted()
    }

    /// The days of a year that are kept in the whole state, sorted.
    public static func days(of state: FederalState, in year: Int) -> [CalendarDate] {
        var days: Set<CalendarDate> = []
        func add(_ month: Int, _ day: Int) {
            if let date = CalendarDate(year: year, month: month, day: day) { days.insert(date) }
        }
        func addEaster(_ offset: Int) {
            if let date = CalendarDate.easter(year)?.adding(days: offset) { days.insert(date) }
        }
        for (month, day) in [(1, 1), (5, 1), (10, 3), (12, 25), (12, 26)] { add(month, day) }
        for offset in [-2, 1, 39, 50] { addEaster(offset) }  // Good Friday, Easter Monday, Ascension, Whit Monday
        // Brandenburg's law names the two Sundays, too.
        if state == .brandenburg { for offset in [0, 49] { addEaster(offset) } }
        if [.badenWuerttemberg, .bavaria, .saxonyAnhalt].contains(state) { add(1, 6) }
        if state == .berlin, year >= 2019 { add(3, 8) }
        if state == .mecklenburgVorpommern, year >= 2023 { add(3, 8) }
        // Berlin, once each: 75 and 80 years of the end of the war, 75 years of the uprising of 1953.
        if state == .berlin, year == 2020 || year == 2025 { add(5, 8) }
        if state == .berlin, year == 2028 { add(6, 17) }
        if hasCorpusChristi.contains(state) { addEaster(60) }
        if state == .saarland { add(8, 15) }
        if state == .thuringia, year >= 2019 { add(9, 20) }
        if year == 2017 || hasReformationDay.contains(state) || year >= 2018 && hasItSince2018.contains(state) {
            add(10, 31)
        }
        if hasAllSaints.contains(state) { add(11, 1) }
        // The Day of Repentance: the Wednesday before 23 November; elsewhere given up with 1995.
        if state == .saxony || year < 1995, let eve = CalendarDate(year: year, month: 11, day: 22) {
            let back = (eve.weekday.rawValue - Weekday.wednesday.rawValue + 7) % 7
            add(11, 22 - back)
        }
        return days.sorted()
    }

    /// The days of a year that are kept in parts of the state, sorted.
    public static func localDays(of state: FederalState, in year: Int) -> [(day: CalendarDate, name: LocalHoliday)] {
        switch state {
        case .bavaria:
            [(8, LocalHoliday.augsburgPeace), (15, .assumption)].compactMap { day, name in
                CalendarDate(year: year, month: 8, day: day).map { ($0, name) }
            }
        case .saxony, .thuringia:
            CalendarDate.easter(year)?.adding(days: 60).map { [($0, .corpusChristi)] } ?? []
        default: []
        }
    }

    private static let hasCorpusChristi: Set<FederalState> = [
        .badenWuerttemberg, .bavaria, .hesse, .northRhineWestphalia, .rhinelandPalatinate, .saarland,
    ]
    private static let hasAllSaints: Set<FederalState> = [
        .badenWuerttemberg, .bavaria, .northRhineWestphalia, .rhinelandPalatinate, .saarland,
    ]
    private static let hasReformationDay: Set<FederalState> = [
        .brandenburg, .mecklenburgVorpommern, .saxony, .saxonyAnhalt, .thuringia,
    ]
    private static let hasItSince2018: Set<FederalState> = [.bremen, .hamburg, .lowerSaxony, .schleswigHolstein]
}
