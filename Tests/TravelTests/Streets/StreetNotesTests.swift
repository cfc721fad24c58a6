import Features
import Testing
import Travel
import Wording

/// What tags say that no profile evaluates or can read.
@Suite struct StreetNotesTests {
    /// Ways with these tags, one each.
    private func ways(_ texts: [String], nodes: [String] = []) -> StreetWays {
        var ways = StreetWays()
        for text in texts {
            let first = Int32(ways.xs.count)
            ways.xs += [Double(first), Double(first) + 1]
            ways.ys += [0, 0]
            ways.ids.append("w\(ways.ids.count + 1)")
            ways.nodeIndexes += [first, first + 1]
            ways.nodeEnds.append(Int32(ways.nodeIndexes.count))
            ways.wayTags.append(Int32(ways.tagSets.count))
            ways.tagSets.append(tags(text))
        }
        for (node, text) in nodes.enumerated() {
            ways.nodeTags[Int32(node)] = Int32(ways.tagSets.count)
            ways.tagSets.append(tags(text))
        }
        return ways
    }

    private let source = SourceLocation(file: "town.osm")

    @Test func conditionalAccessOncePerFile() throws {
        let notes = ways(
            [
                "highway=footway, access:conditional=no @ (22:00-06:00)",
                "highway=footway, opening_hours=sunrise-sunset, foot:conditional=yes @ (Mo-Fr)",
                "highway=residential, access:conditional=delivery @ (06:00-10:00)",
                "highway=residential, maxspeed:conditional=30 @ (22:00-06:00)", "shop=yes, opening_hours=Mo-Sa",
            ], nodes: ["barrier=gate, opening_hours=08:00-20:00"]
        ).tagNotes(source: source)
        let note = try #require(notes.first)
        #expect(notes.map(\.code) == [.conditionalAccess])
        #expect(note.severity == .note)
        #expect(note.arguments["count"] == "4")
        #expect(note.arguments["examples"] == "access:conditional, opening_hours, foot:conditional")
        #expect(note.location == source)
    }

    @Test func unreadableMeasuresOncePerFile() throws {
        let notes = ways(
            [
                "highway=path, width=narrow", "highway=path, width=narrow, incline=steep", "highway=path, incline=up",
                "highway=path, width=2 m, incline=5%", "highway=path, est_width=0",
            ], nodes: ["barrier=kerb, kerb:height=0", "barrier=kerb, kerb:height=low"]
        ).tagNotes(source: source)
        let note = try #require(notes.first)
        #expect(notes.map(\.code) == [.measureUnreadable])
        #expect(note.arguments["count"] == "4")
        #expect(note.arguments["examples"] == "width=narrow, est_width=0, incline=steep, kerb:height=low")
    }

    @Test func nothingToSay() {
        #expect(StreetWays().tagNotes(source: source).isEmpty)
        #expect(ways(["highway=residential"]).tagNotes(source: source).isEmpty)
    }

    @Test func textsAreWhole() {
        let notes = ways(["highway=path, width=narrow, access:conditional=no @ (22:00-06:00)"]).tagNotes(source: source)
        #expect(notes.count == 2)
        for note in notes {
            for language in Language.allCases {
                for text in [note.message(language), note.remedy(language)] {
                    #expect(!text.contains { "{}⟨⟩".contains($0) }, "\(text)")
                }
            }
        }
    }
}
