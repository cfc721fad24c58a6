import TestSupport
import Testing
import Travel

/// What holds of every passage, whatever the tags.
@Suite struct PassagePropertyTests {
    /// Keys and values that the tables know, and some that nobody should write.
    private static let vocabulary: [(key: String, values: [String])] = {
        var values: [String: Set<String>] = [:]
        for profile in TravelProfile.all {
            for table in [profile.wayRules, profile.nodeRules] {
                for condition in table.questions.flatMap({ $0.rules.flatMap(\.conditions) }) {
                    values[condition.key, default: []].formUnion(condition.values)
                }
            }
        }
        let absurd = ["", " ", ";", "banana", "-1", "1e999", "10%", "0.5 m", "YES", "no;yes", "\u{0}", "🚲", "up"]
        return values.map { ($0.key, ($0.value.union(absurd)).sorted()) }.sorted { $0.key < $1.key }
    }()

    private static func randomTags(using generator: inout SeededGenerator) -> TagSet {
        var pairs: [(String, String)] = []
        // Most sets have a highway, as most ways do.
        let streets = vocabulary.first { $0.key == "highway" }?.values ?? []
        if Int.random(in: 0..<5, using: &generator) > 0, let kind = streets.randomElement(using: &generator) {
            pairs.append(("highway", kind))
        }
        for _ in 0..<Int.random(in: 0...6, using: &generator) {
            guard let (key, values) = vocabulary.randomElement(using: &generator),
                let value = values.randomElement(using: &generator)
            else { continue }
            pairs.append((key, value))
        }
        return TagSet(pairs)
    }

    @Test(arguments: TravelProfile.all.map(\.id))
    func everyTagSetHasAPassage(id: String) throws {
        let profile = try #require(TravelProfile.profile(id))
        var generator = SeededGenerator(seed: 118)
        var open = 0
        for _ in 0..<20_000 {
            let tags = Self.randomTags(using: &generator)
            let passage = profile.passage(ofWay: tags)
            #expect((passage.refusal == nil) == (passage.forward || passage.backward), "\(tags)")
            #expect(passage.slowness >= 1 && passage.slowness.isFinite, "\(tags)")
            #expect(passage.refusal == nil || !passage.isAssumed, "\(tags)")
            if passage.refusal == nil { open += 1 }
            let node = profile.passage(ofNode: tags)
            #expect(node.isOpen == (node.refusal == nil), "\(tags)")
            #expect(node.delay >= 0 && (node.isOpen || node.delay == 0), "\(tags)")
        }
        // The generator makes both kinds, else the properties say little.
        #expect((2_000..<18_000).contains(open), "\(open)")
    }

    /// A wheelchair passes nowhere where walking is impossible, unless `wheelchair` itself opens it.
    @Test func wheelchairWithinWalking() {
        var generator = SeededGenerator(seed: 18_040)
        for _ in 0..<20_000 {
            let tags = Self.randomTags(using: &generator)
            guard tags["wheelchair"] == nil else { continue }
            let onFoot = TravelProfile.walking.passage(ofWay: tags)
            let rolling = TravelProfile.wheelchair.passage(ofWay: tags)
            if onFoot.refusal != nil { #expect(rolling.refusal != nil, "\(tags)") }
            if !onFoot.forward { #expect(!rolling.forward, "\(tags)") }
            if !onFoot.backward { #expect(!rolling.backward, "\(tags)") }
        }
    }

    /// To forbid never opens: whatever else is said, the mode's own `no` closes to walkers and wheelchairs.
    @Test(arguments: [("walking", "foot"), ("wheelchair", "wheelchair")])
    func theModesOwnNoCloses(row: (id: String, key: String)) throws {
        let profile = try #require(TravelProfile.profile(row.id))
        var generator = SeededGenerator(seed: 250)
        for _ in 0..<5_000 {
            let tags = Self.randomTags(using: &generator)
            let closed = TagSet([(row.key, "no")] + zip(tags.keys, tags.values))
            #expect(profile.passage(ofWay: closed).refusal != nil, "\(closed)")
        }
    }

    /// Tags that no table asks for change nothing.
    @Test func otherTagsChangeNothing() {
        var generator = SeededGenerator(seed: 4)
        for _ in 0..<2_000 {
            let tags = Self.randomTags(using: &generator)
            let named = TagSet(
                Array(zip(tags.keys, tags.values)) + [("name", "Am Markt"), ("lit", "yes"), ("aaa", "b")])
            for profile in TravelProfile.all {
                #expect(profile.passage(ofWay: named) == profile.passage(ofWay: tags))
                #expect(profile.passage(ofNode: named) == profile.passage(ofNode: tags))
            }
        }
    }

    @Test func namesOfTraits() {
        #expect(UnrecordedTraits([.incline, .surface]).names == ["surface", "incline"])
        #expect(UnrecordedTraits(rawValue: 31).names == ["surface", "width", "incline", "kerb", "barrier"])
        #expect(UnrecordedTraits().names.isEmpty)
    }
}
