import Features
import Hours
import Testing

/// What the laws of the federal states say of holidays, state by state and year by year.
@Suite struct HolidayRuleTests {
    private func day(_ iso: String) throws -> CalendarDate { try #require(CalendarDate(iso: iso)) }

    // How many days of 2024 are holidays in the whole state (the laws; Brandenburg counts two Sundays by name).
    @Test(
        arguments: [
            (.badenWuerttemberg, 12), (.bavaria, 12), (.berlin, 10), (.brandenburg, 12), (.bremen, 10), (.hamburg, 10),
            (.hesse, 10), (.mecklenburgVorpommern, 11), (.lowerSaxony, 10), (.northRhineWestphalia, 11),
            (.rhinelandPalatinate, 11), (.saarland, 12), (.saxony, 11), (.saxonyAnhalt, 11), (.schleswigHolstein, 10),
            (.thuringia, 11),
        ] as [(FederalState, Int)])
    func numbersOfHolidays(_ state: FederalState, _ count: Int) {
        #expect(PublicHolidays.days(of: state, in: 2024).count == count)
    }

    @Test(arguments: FederalState.allCases) func nineDaysAreKeptEverywhere(_ state: FederalState) throws {
        for year in 1995...2100 {
            let days = PublicHolidays.days(of: state, in: year)
            #expect(days == days.sorted() && Set(days).count == days.count)
            #expect(days.allSatisfy { $0.year == year })
            let easter = try #require(CalendarDate.easter(year))
            let fixed = try ["01-01", "05-01", "10-03", "12-25", "12-26"].map { try day("\(year)-\($0)") }
            let moving = [-2, 1, 39, 50].compactMap { easter.adding(days: $0) }
            #expect(Set(days).isSuperset(of: fixed + moving))
            // Good Friday, Easter Monday, Ascension, Whit Monday.
            #expect(moving.map(\.weekday) == [.friday, .monday, .thursday, .monday])
        }
    }

    // Laws that began or ended: the last year without, the first year with.
    @Test(
        arguments: [
            (.berlin, "03-08", 2018, 2019), (.mecklenburgVorpommern, "03-08", 2022, 2023),
            (.thuringia, "09-20", 2018, 2019), (.schleswigHolstein, "10-31", 2016, 2017),
            (.hamburg, "10-31", 2016, 2018),
            (.lowerSaxony, "10-31", 2016, 2018), (.bremen, "10-31", 2016, 2018),
        ] as [(FederalState, String, Int, Int)])
    func lawsHaveABeginning(_ state: FederalState, _ date: String, _ without: Int, _ with: Int) throws {
        #expect(PublicHolidays(state: state).isHoliday(try day("\(without)-\(date)")) == false)
        #expect(PublicHolidays(state: state).isHoliday(try day("\(with)-\(date)")) == true)
        #expect(PublicHolidays(state: state).isHoliday(try day("2030-\(date)")) == true)
    }

    // 500 years of the Reformation: 2017 everywhere, 2018 no longer in the south and west.
    @Test(arguments: FederalState.allCases) func reformationDayOf2017(_ state: FederalState) throws {
        #expect(PublicHolidays(state: state).isHoliday(try day("2017-10-31")) == true)
        let without: [FederalState] = [
            .badenWuerttemberg, .bavaria, .berlin, .hesse, .northRhineWestphalia, .rhinelandPalatinate, .saarland,
        ]
        #expect(PublicHolidays(state: state).isHoliday(try day("2018-10-31")) == !without.contains(state))
    }

    // The Wednesday before the last Sunday of the church year, between 16 and 22 November.
    @Test func theDayOfRepentanceIsAWednesdayInSaxony() throws {
        for year in 1995...2100 {
            let days = PublicHolidays.days(of: .saxony, in: year).filter { $0.month == 11 }
            #expect(days.count == 1)
            let found = try #require(days.first)
            #expect(found.weekday == .wednesday && (16...22).contains(found.day))
            #expect(PublicHolidays(state: .hesse).isHoliday(found) == false)
        }
        #expect(PublicHolidays(state: .saxony).isHoliday(try day("2024-11-20")) == true)
    }

    /// Hours at places of the same text differ from state to state as the holidays do.
    @Test func theSameTextInTwoStates() throws {
        let hours = try OpeningHours("Mo-Fr 09:00-17:00; PH off; Dec 24,31 09:00-12:00")
        func open(_ state: FederalState, _ iso: String) throws -> Int {
            let holidays = HolidayCalendar(publicHolidays: PublicHolidays(state: state), schoolHolidays: nil)
            return try hours.week(of: day(iso), holidays: holidays).openMinutes
        }
        // Corpus Christi on Thursday, 30 May 2024.
        #expect(try open(.hesse, "2024-05-30") == 4 * 480 && open(.schleswigHolstein, "2024-05-30") == 5 * 480)
        // Reformation Day on Thursday, 31 October 2024, All Saints' Day on Friday.
        #expect(try open(.schleswigHolstein, "2024-10-31") == 4 * 480 && open(.bavaria, "2024-10-31") == 4 * 480)
        #expect(try open(.hesse, "2024-10-31") == 5 * 480 && open(.saxonyAnhalt, "2024-10-31") == 4 * 480)
        // Christmas week: the 24th in the morning, then two holidays, then Friday.
        #expect(try open(.hesse, "2024-12-24") == 480 + 180 + 480)
    }
}
