internal import Hours
internal import Town

/// When each place of a town is open to everybody in the ordinary week of the period: its own hours, else those of its
/// offers, and room slots that are open to all.
struct PlaceHours: Sendable {
    /// For each place what is certain.
    let sure: [WeeklyHours]
    /// For each place what is certain or may be; the whole week where nothing is recorded.
    let possible: [WeeklyHours]
    /// Whether anything is recorded.
    let isRecorded: [Bool]

    /// The hours of a study; nil where the period names no day.
    init?(_ study: Study) {
        guard let day = study.periodStart else { return nil }
        let places = study.places
        var texts: [[String]] = places.ids.indices.map { places.hours[$0].map { [$0] } ?? [] }
        if let offers = study.offers {
            let own = texts.map { !$0.isEmpty }
            for offer in 0..<offers.count {
                guard let text = offers.hours[offer] else { continue }
                for place in offers.places(ofOffer: offer) where !own[Int(place)] { texts[Int(place)].append(text) }
            }
        }
        var sure: [WeeklyHours] = []
        var possible: [WeeklyHours] = []
        var isRecorded: [Bool] = []
        for (place, own) in texts.enumerated() {
            var weeks = own.compactMap { try? OpeningHours($0) }.map { $0.ordinaryWeek(of: day) }
            weeks += (study.rooms?.valid(on: day).slots ?? [])
                .filter { $0.placeID == places.ids[place] && $0.keyHolder == .openToAll }
                .map { $0.hours.ordinaryWeek(of: day) }
            isRecorded.append(!weeks.isEmpty)
            sure.append(weeks.reduce(.closed) { $0.union(WeeklyHours($1)) })
            possible.append(
                weeks.isEmpty
                    ? WeeklyHours([0..<WeeklyHours.week])
                    : weeks.reduce(.closed) { $0.union(WeeklyHours($1, orPerhaps: true)) })
        }
        (self.sure, self.possible, self.isRecorded) = (sure, possible, isRecorded)
    }

    /// Whether hours of any place are recorded that a sum of targets counts.
    func isAnyRecorded(_ sum: Int, _ sumsOfPlaces: [[Int]]) -> Bool {
        isRecorded.indices.contains { isRecorded[$0] && sumsOfPlaces[$0].contains(sum) }
    }
}
