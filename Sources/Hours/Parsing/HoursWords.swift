/// The words of opening hours, in lower case.
enum HoursWords {
    /// Weekdays as OpenStreetMap and people write them.
    static let weekdays: [String: Weekday] = {
        var words: [String: Weekday] = [
            "tu": .tuesday, "we": .wednesday, "th": .thursday, "su": .sunday, "monday": .monday, "tuesday": .tuesday,
            "wednesday": .wednesday, "thursday": .thursday, "friday": .friday, "saturday": .saturday,
            "sunday": .sunday,
        ]
        let german: [(String, String, Weekday)] = [
            ("mo", "montag", .monday), ("di", "dienstag", .tuesday), ("mi", "mittwoch", .wednesday),
            ("do", "donnerstag", .thursday), ("fr", "freitag", .friday), ("sa", "samstag", .saturday),
            ("sa", "sonnabend", .saturday), ("so", "sonntag", .sunday),
        ]
        for (short, long, day) in german {
            words[short] = day
            for ending in ["", "s", "e", "en"] { words[long + ending] = day }
        }
        return words
    }()

    /// Whole stretches of weekdays.
    static let stretches: [String: (Weekday, Weekday)] = [
        "täglich": (.monday, .sunday), "daily": (.monday, .sunday), "wochenende": (.saturday, .sunday),
    ]

    static let holidays: [String: HolidayKind] = [
        "ph": .public, "feiertag": .public, "feiertags": .public, "feiertage": .public, "feiertagen": .public,
        "sh": .school, "ferien": .school, "schulferien": .school,
    ]

    static let months: [String: Int] = [
        "jan": 1, "feb": 2, "mar": 3, "apr": 4, "may": 5, "jun": 6, "jul": 7, "aug": 8, "sep": 9, "oct": 10, "nov": 11,
        "dec": 12, "mär": 3, "mrz": 3, "mai": 5, "okt": 10, "dez": 12, "sept": 9, "januar": 1, "februar": 2,
        "märz": 3, "april": 4, "juni": 6, "juli": 7, "august": 8, "september": 9, "oktober": 10, "november": 11,
        "dezember": 12, "january": 1, "february": 2, "march": 3, "june": 6, "july": 7, "october": 10, "december": 12,
    ]

    static let states: [String: OpeningState] = [
        "open": .open, "geöffnet": .open, "offen": .open, "off": .closed, "closed": .closed, "geschlossen": .closed,
        "zu": .closed, "unknown": .cannotTell, "unbekannt": .cannotTell,
    ]

    /// Ways to say that one has to ask before; what is shown of them.
    static let arrangements: [(words: [String], comment: String)] = [
        (["nach", "vereinbarung"], "nach Vereinbarung"), (["n", "v"], "nach Vereinbarung"),
        (["nur", "nach", "vereinbarung"], "nach Vereinbarung"), (["nach", "terminvereinbarung"], "nach Vereinbarung"),
        (["nach", "absprache"], "nach Absprache"), (["auf", "anfrage"], "auf Anfrage"),
        (["nach", "anmeldung"], "nach Anmeldung"), (["nur", "mit", "termin"], "mit Termin"),
        (["mit", "termin"], "mit Termin"), (["by", "appointment"], "by appointment"),
        (["by", "arrangement"], "by appointment"), (["on", "request"], "on request"),
    ]

    static let alwaysPhrases = [["rund", "um", "die", "uhr"], ["around", "the", "clock"]]

    /// Words before days that say nothing.
    static let dayFillers: Set<String> = [
        "am", "an", "jeden", "jede", "jeder", "jeweils", "immer", "every", "on", "in", "den", "der",
    ]

    /// Words before times that say nothing.
    static let timeFillers: Set<String> = ["von", "from"]

    static let conjunctions: Set<String> = ["und", "u", "sowie", "and"]

    static let exceptions: Set<String> = ["außer", "ausser", "ausgenommen", "except", "nicht"]

    /// Which of a month's weekdays.
    static let positions: [String: Int] = {
        var words = ["first": 1, "second": 2, "third": 3, "fourth": 4, "last": -1]
        for (stem, position) in [("erst", 1), ("zweit", 2), ("dritt", 3), ("viert", 4), ("letzt", -1)] {
            for ending in ["e", "en", "er", "es"] { words[stem + ending] = position }
        }
        return words
    }()

    /// Times that depend on the sun.
    static let sunTimes: Set<String> = [
        "sunrise", "sunset", "dawn", "dusk", "sonnenaufgang", "sonnenuntergang", "dämmerung",
    ]

    /// Words that people use for different days or times.
    static let ambiguous: Set<String> = [
        "werktags", "werktag", "werktäglich", "werktagen", "wochentags", "wochentag", "wochentagen", "vierzehntägig",
        "summer", "winter", "sommer", "weekdays", "workdays",
    ]
}
