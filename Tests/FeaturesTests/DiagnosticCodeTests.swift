import Features
import Testing

/// All codes once more. They stand in outputs and in people's notes: whoever changes a name or a weight changes it here,
/// too, and a code that was given away is never given again.
@Suite struct DiagnosticCodeTests {
    static let table = """
        Q101 file-unreadable error
        Q102 file-empty error
        Q103 not-utf8 error
        Q104 json-syntax error
        Q105 json-too-deep error
        Q106 duplicate-key error
        Q107 not-geo-json error
        Q108 truncated error
        Q109 number-out-of-range error
        Q110 byte-order-mark note
        Q111 unpaired-surrogate error
        Q112 too-large error
        Q113 member-malformed warning
        Q114 foreign-member note
        Q115 not-a-collection note
        Q116 properties-null note
        Q117 further-findings note
        Q118 osm-syntax error
        Q119 osm-nodes-missing warning
        Q120 osm-area-broken warning
        Q121 osm-tags-absurd warning
        Q122 grid-malformed error
        Q123 osm-ways-short note
        Q124 osm-duplicates warning
        Q131 table-record-too-long error
        Q132 table-quote-unclosed error
        Q133 table-record-short warning
        Q134 table-record-long warning
        Q135 table-nul-bytes warning
        Q136 table-encoding-invalid warning
        Q137 table-encoding-mixed warning
        Q138 table-column-renamed warning
        Q139 table-formulas note
        Q140 table-without-records warning
        Q141 table-number-unusable warning
        Q142 table-column-not-numeric warning
        Q143 table-number-ambiguous warning
        Q144 table-text-behind-quote warning
        Q201 geometry-missing warning
        Q202 geometry-malformed error
        Q203 too-few-positions error
        Q204 ring-not-closed error
        Q205 geometry-invalid warning
        Q206 geometry-repaired note
        Q207 z-ignored note
        Q208 empty-elements note
        Q209 winding-order note
        Q210 wrong-kind error
        Q212 duplicate-positions note
        Q213 overlay-fallback note
        Q214 overlay-failed error
        Q215 geometry-rejected error
        Q301 crs-missing error
        Q302 crs-unknown error
        Q303 crs-old-member note
        Q304 crs-not-metric error
        Q305 outside-area-of-use warning
        Q306 coordinates-look-projected error
        Q307 coordinates-swapped warning
        Q308 zone-prefix warning
        Q309 grid-missing error
        Q310 grid-replaced note
        Q311 transform-failed error
        Q312 crs-refused error
        Q313 scale-distortion note
        Q401 column-missing error
        Q402 id-missing note
        Q403 id-duplicate error
        Q404 name-missing warning
        Q405 value-missing warning
        Q406 value-not-numeric warning
        Q407 value-negative warning
        Q408 value-not-whole warning
        Q409 group-exceeds-all warning
        Q410 category-missing warning
        Q411 category-unknown warning
        Q412 hours-unreadable warning
        Q413 date-unreadable warning
        Q414 funding-ended warning
        Q415 leading-zeros-lost warning
        Q416 basis-unknown warning
        Q417 review-overdue warning
        Q418 wheelchair-unknown warning
        Q419 mixed-types warning
        Q420 capacity-unreadable warning
        Q421 sensitive-left-out note
        Q422 places-merged note
        Q423 conditional-access note
        Q424 measure-unreadable note
        Q425 departures-unreadable warning
        Q426 rows-without-area warning
        Q427 areas-without-row warning
        Q428 joined-by-prefix note
        Q429 joined-by-name note
        Q430 rows-ambiguous warning
        Q431 total-differs note
        Q432 value-twice warning
        Q433 address-unknown warning
        Q434 address-number-unknown warning
        Q435 address-uncertain warning
        Q501 quarters-overlap warning
        Q502 quarters-gap warning
        Q503 place-outside warning
        Q504 place-near-border note
        Q505 place-duplicate warning
        Q506 focus-outside warning
        Q507 quarter-without-residents note
        Q508 residents-outside warning
        Q509 layer-far-away warning
        Q510 chapter-dropped note
        Q511 quarter-sliver warning
        Q512 quarter-in-parts note
        Q514 cells-cut note
        Q515 sensitive-place note
        Q516 layer-empty error
        Q521 network-components note
        Q522 streets-dropped note
        Q523 network-empty warning
        Q524 residents-not-connected warning
        Q525 place-not-connected warning
        Q526 heights-missing note
        Q527 lines-not-joined note
        Q528 map-places-outside note
        Q601 project-syntax error
        Q602 key-unknown error
        Q603 key-missing error
        Q604 value-invalid error
        Q605 understanding-empty note
        Q606 layer-missing error
        Q607 municipal-key error
        Q608 key-duplicate error
        Q609 file-outside-project error
        Q701 output-exists error
        Q702 output-unwritable error
        Q704 internal-inconsistency error
        Q705 output-not-ours error
        """

    @Test func codesNamesAndSeveritiesAreAsAgreed() {
        let found = DiagnosticCode.allCases.map { "\($0.rawValue) \($0.name) \($0.severity.rawValue)" }
        let agreed = Self.table.split(separator: "\n").map(String.init)
        for (code, expected) in zip(found, agreed) { #expect(code == expected) }
        #expect(found.count == agreed.count)
    }

    @Test func codesStandInOrder() {
        #expect(DiagnosticCode.allCases == DiagnosticCode.allCases.sorted())
    }
}
