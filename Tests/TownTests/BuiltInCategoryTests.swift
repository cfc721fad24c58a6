import Testing
import Town

/// The built-in table row by row: whoever changes a category changes what is counted, so it is written down twice.
@Suite struct BuiltInCategoryTests {
    struct Row: Sendable {
        var id: String
        var kind: PlaceTable.Category.Kind
        var encounter: PlaceTable.Category.Encounter
        var level: PlaceTable.Category.Level

        init(
            _ id: String, _ kind: PlaceTable.Category.Kind, _ encounter: PlaceTable.Category.Encounter,
            _ level: PlaceTable.Category.Level
        ) {
            self.id = id
            self.kind = kind
            self.encounter = encounter
            self.level = level
        }
    }

    static let rows: [Row] = [
        Row("adult_education", .service, .organised, .wholeTown),
        Row("allotment", .meetingPlace, .everyday, .quarter),
        Row("cafe", .meetingPlace, .everyday, .quarter),
        Row("club", .meetingPlace, .organised, .wholeTown),
        Row("community_centre", .meetingPlace, .organised, .quarter),
        Row("community_garden", .meetingPlace, .everyday, .quarter),
        Row("counselling", .service, .organised, .wholeTown),
        Row("cultural_centre", .meetingPlace, .organised, .wholeTown),
        Row("doctor", .service, .organised, .quarter),
        Row("food_bank", .service, .organised, .wholeTown),
        Row("job_centre", .service, .organised, .wholeTown),
        Row("kindergarten", .service, .everyday, .nearHome),
        Row("language_school", .service, .organised, .wholeTown),
        Row("library", .meetingPlace, .everyday, .wholeTown),
        Row("market", .meetingPlace, .everyday, .wholeTown),
        Row("music_school", .meetingPlace, .organised, .wholeTown),
        Row("neighbourhood_centre", .meetingPlace, .organised, .nearHome),
        Row("park", .meetingPlace, .everyday, .nearHome),
        Row("pharmacy", .service, .organised, .quarter),
        Row("place_of_worship", .meetingPlace, .organised, .quarter),
        Row("playground", .meetingPlace, .everyday, .nearHome),
        Row("refugee_accommodation", .service, .organised, .wholeTown),
        Row("school", .service, .everyday, .quarter),
        Row("senior_centre", .meetingPlace, .organised, .quarter),
        Row("shelter", .service, .organised, .wholeTown),
        Row("shop", .service, .everyday, .nearHome),
        Row("social_facility", .service, .organised, .quarter),
        Row("sports_centre", .meetingPlace, .organised, .quarter),
        Row("swimming_pool", .meetingPlace, .everyday, .wholeTown),
        Row("town_hall", .service, .organised, .wholeTown),
        Row("womens_centre", .meetingPlace, .organised, .wholeTown),
        Row("youth_centre", .meetingPlace, .organised, .quarter),
    ]

    @Test func theTableIsAsAgreed() {
        #expect(PlaceCategoryTable.builtIn.ids == Self.rows.map(\.id))
        for row in Self.rows {
            let category = PlaceCategoryTable.builtIn.category(for: row.id)
            #expect(category?.category.kind == row.kind, "\(row.id)")
            #expect(category?.category.encounter == row.encounter, "\(row.id)")
            #expect(category?.level == row.level, "\(row.id)")
        }
    }
}
