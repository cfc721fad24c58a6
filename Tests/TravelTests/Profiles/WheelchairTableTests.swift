import Testing
import Travel

/// Where a wheelchair passes: tags and what the profile `wheelchair` makes of them.
@Suite struct WheelchairTableTests {
    /// Tags under which nothing is left to be assumed.
    private static let known = "width=2, surface=asphalt, incline=0"

    @Test(arguments: [
        // Permission: wheelchair, then foot, then access
        ("highway=footway", "both"),
        ("highway=footway, wheelchair=yes", "both"),
        ("highway=footway, wheelchair=limited", "both"),
        ("highway=footway, wheelchair=no", "no: access"),
        ("highway=footway, wheelchair=private", "no: private"),
        ("highway=footway, foot=no", "no: access"),
        ("highway=footway, foot=no, wheelchair=designated", "both"),
        ("highway=footway, access=private", "no: private"),
        ("highway=motorway", "no: kind"),
        ("highway=construction, wheelchair=yes", "no: construction"),
        ("highway=residential, sidewalk=separate", "no: access"),
        ("highway=residential, sidewalk:both=separate", "no: access"),
        ("highway=residential, sidewalk:left=separate", "both"),
        ("highway=residential, foot=use_sidepath", "no: access"),
        ("highway=residential, sidewalk=separate, wheelchair=yes", "both"),
        ("highway=ladder", "no: kind"),
        ("highway=elevator", "both"),
        ("highway=corridor", "both"),
        ("highway=platform", "both"),
        ("highway=footway, oneway:foot=yes", "forward"),
        // Steps
        ("highway=steps", "no: steps"),
        ("highway=steps, step_count=1", "no: steps"),
        ("highway=steps, handrail=yes", "no: steps"),
        ("highway=steps, ramp=yes", "no: steps"),
        ("highway=steps, ramp:stroller=yes", "no: steps"),
        ("highway=steps, ramp:bicycle=yes", "no: steps"),
        ("highway=steps, ramp:wheelchair=yes", "both ×2.0"),
        ("highway=steps, ramp:wheelchair=no", "no: steps"),
        ("highway=steps, wheelchair=yes", "both ×2.0"),
        ("highway=steps, wheelchair=limited", "no: steps"),
    ])
    func permissionInShort(row: (tags: String, expected: String)) {
        let passage = TravelProfile.wheelchair.passage(ofWay: tags(row.tags + ", " + Self.known))
        #expect(text(passage) == row.expected, "\(row.tags)")
    }

    @Test(arguments: [
        // Width: 0.90 m is the narrowest passage
        ("width=0.9", "both"),
        ("width=0.90 m", "both"),
        ("width=90 cm", "both"),
        ("width=0.89", "no: width"),
        ("width=0,8", "no: width"),
        ("width=80 cm", "no: width"),
        ("width=2'11\"", "no: width"),
        ("width=3'", "both"),
        ("width=0.8-1.2", "no: width"),
        ("est_width=0.5", "no: width"),
        ("est_width=1", "both"),
        ("width=1, est_width=0.5", "both"),
        ("maxwidth:physical=0.7, width=2", "no: width"),
        ("width=0.5, wheelchair=yes", "both"),
        ("width=narrow", "both ?width"),
        ("width=-1", "both ?width"),
        ("width=0", "both ?width"),
        ("width=narrow, est_width=1", "both"),
        ("", "both ?width"),
    ])
    func widthInShort(row: (tags: String, expected: String)) {
        let passage = TravelProfile.wheelchair.passage(
            ofWay: tags("highway=footway, surface=asphalt, incline=0, " + row.tags))
        #expect(text(passage) == row.expected, "\(row.tags)")
    }

    @Test(arguments: [
        ("incline=0", "both"),
        ("incline=3%", "both"),
        ("incline=6%", "both"),
        ("incline=-6 %", "both"),
        ("incline=6.1%", "no: incline"),
        ("incline=-8%", "no: incline"),
        ("incline=10", "no: incline"),
        ("incline=3°", "both"),
        ("incline=4°", "no: incline"),
        ("incline=1:20", "both"),
        ("incline=1:12", "no: incline"),
        ("incline=5-10%", "no: incline"),
        ("incline=10%, wheelchair=yes", "both"),
        ("incline=up", "both ?incline"),
        ("incline=down", "both ?incline"),
        ("incline=steep", "both ?incline"),
        ("incline=900%", "both ?incline"),
        ("", "both ?incline"),
        ("incline=0, incline:across=2.5%", "both"),
        ("incline=0, incline:across=4%", "no: incline"),
        ("incline=0, incline:across=-4%", "no: incline"),
    ])
    func inclineInShort(row: (tags: String, expected: String)) {
        let passage = TravelProfile.wheelchair.passage(
            ofWay: tags("highway=footway, surface=asphalt, width=2, " + row.tags))
        #expect(text(passage) == row.expected, "\(row.tags)")
    }

    @Test(arguments: [
        ("surface=asphalt", "both"),
        ("surface=paving_stones", "both"),
        ("surface=concrete:plates", "both"),
        ("surface=wood", "both"),
        ("surface=compacted", "both ×1.5"),
        ("surface=fine_gravel", "both ×1.5"),
        ("surface=sett", "both ×1.5"),
        ("surface=cobblestone", "both ×2.0"),
        ("surface=unhewn_cobblestone", "no: surface"),
        ("surface=gravel", "no: surface"),
        ("surface=sand", "no: surface"),
        ("surface=ground", "no: surface"),
        ("surface=grass", "no: surface"),
        ("surface=unpaved", "both ×1.5 ?surface"),
        ("surface=banana", "both ?surface"),
        ("", "both ?surface"),
        ("smoothness=excellent", "both"),
        ("smoothness=good, surface=gravel", "both"),
        ("smoothness=intermediate", "both ×1.2"),
        ("smoothness=bad", "no: surface"),
        ("smoothness=bad, surface=asphalt", "no: surface"),
        ("smoothness=impassable", "no: surface"),
        ("surface=gravel, wheelchair=yes", "both"),
        ("smoothness=intermediate, wheelchair=yes", "both ×1.2"),
        ("tracktype=grade1", "both"),
        ("tracktype=grade2", "both ×1.5"),
        ("tracktype=grade3", "no: surface"),
        ("tracktype=grade5", "no: surface"),
        ("tracktype=grade5, surface=asphalt", "both"),
        ("ford=yes, surface=asphalt", "no: surface"),
    ])
    func groundInShort(row: (tags: String, expected: String)) {
        let passage = TravelProfile.wheelchair.passage(
            ofWay: tags("highway=footway, incline=0, width=2, " + row.tags))
        #expect(text(passage) == row.expected, "\(row.tags)")
    }

    /// What is not recorded is passable and said to be an assumption, trait by trait.
    @Test(arguments: [
        ("highway=footway", "both ?surface,width,incline"),
        ("highway=footway, surface=asphalt", "both ?width,incline"),
        ("highway=footway, surface=asphalt, width=2", "both ?incline"),
        ("highway=footway, surface=asphalt, width=2, incline=1%", "both"),
        ("highway=footway, wheelchair=yes", "both"),
        // A street for cars is wide enough.
        ("highway=residential", "both ?surface,incline"),
        ("highway=track", "both ×1.5 ?surface,incline"),
        // What is refused is not assumed.
        ("highway=steps", "no: steps"),
    ])
    func assumptions(row: (tags: String, expected: String)) {
        let passage = TravelProfile.wheelchair.passage(ofWay: tags(row.tags))
        #expect(text(passage) == row.expected, "\(row.tags)")
        #expect(passage.isAssumed == row.expected.contains("?"))
    }

    @Test(arguments: [
        ("", "open"),
        ("barrier=gate", "open"),
        ("barrier=gate, access=private", "no: private"),
        ("barrier=gate, wheelchair=no", "no: access"),
        ("barrier=bollard", "open"),
        ("barrier=bollard, maxwidth:physical=1.2", "open"),
        ("barrier=bollard, maxwidth:physical=0.8", "no: width"),
        ("barrier=stile", "no: barrier"),
        ("barrier=turnstile", "no: barrier"),
        ("barrier=full-height_turnstile", "no: barrier"),
        ("barrier=kissing_gate", "no: barrier"),
        ("barrier=kissing_gate, wheelchair=yes", "open"),
        ("barrier=cycle_barrier", "open ?barrier"),
        ("barrier=cycle_barrier, maxwidth:physical=70 cm", "no: width"),
        ("barrier=cattle_grid", "no: barrier"),
        ("barrier=kerb", "open ?kerb"),
        ("barrier=kerb, kerb=flush", "open"),
        ("barrier=kerb, kerb=lowered", "open"),
        ("barrier=kerb, kerb=raised", "no: barrier"),
        ("barrier=kerb, kerb=rolled", "no: barrier"),
        ("kerb=raised", "no: barrier"),
        ("kerb=raised, kerb:height=3 cm", "open"),
        ("kerb=lowered, kerb:height=0.05", "no: barrier"),
        ("kerb=raised, wheelchair=yes", "open"),
        ("barrier=kerb, kerb:height=0", "open"),
        ("kerb=yes", "open ?kerb"),
        ("barrier=kerb, height=0.03", "open"),
        ("barrier=kerb, height=12 cm", "no: barrier"),
        ("highway=crossing, kerb=lowered", "open"),
        // The point of a crossing lies on the carriageway, too.
        ("highway=crossing, kerb=raised", "open ?kerb"),
        ("highway=bus_stop, wheelchair=no", "open"),
        ("highway=elevator", "open 60 s"),
        ("highway=elevator, wheelchair=no", "no: access"),
    ])
    func nodeInShort(row: (tags: String, expected: String)) {
        #expect(text(TravelProfile.wheelchair.passage(ofNode: tags(row.tags))) == row.expected, "\(row.tags)")
    }
}
