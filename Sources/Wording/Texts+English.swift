/// The English texts. See ``Catalogue`` for the form of a line.
let englishTexts = #"""
    # statuses, units, levels
    status.valid = value
    status.estimated = estimated
    status.no_data = not recorded
    status.suppressed = protected (small number)
    status.unreliable = uncertain
    status.not_connected = not connected to the street network (check)
    status.not_reachable = not reachable here
    status.not_applicable = not meaningful here
    status.cannot_tell = cannot tell
    unit.persons = persons
    unit.share = share
    unit.m = metres (straight line)
    unit.places = places
    unit.ratio = ratio
    level.town = town
    level.quarter = quarter
    level.focus_area = focus area
    level.area = area
    target.meeting_places = Meeting places (all)
    target.services = Services (all)
    # method sheets
    sheet.says = What it says
    sheet.says_not = What it does not say
    sheet.formula = Formula
    sheet.limits = Limits
    sheet.unit = Unit
    sheet.version = Version of the method
    sheet.references = References
    indicator.residents.title = Residents
    indicator.residents.says = How many people live in the area, all of them and each group.
    indicator.residents.says_not = Not how long they have lived there, how they live or where they feel they belong.
    indicator.residents.formula = Sum of w·P over the points or cells; w is the share of a cut cell's area that lies
     in the area, otherwise 1.
    indicator.residents.limits = Where a border cuts a cell, its people are divided by area: "estimated". People who
     live outside every quarter do not count for the town and are named apart.
    indicator.group_share.title = Share of the group
    indicator.group_share.says = Which part of the area's residents belongs to the group.
    indicator.group_share.says_not = Nothing about living together, need or participation. Citizenship is not
     immigration history.
    indicator.group_share.formula = p = Σ w·P_g / Σ w·P
    indicator.group_share.limits = With few residents the share varies much; without residents it is not meaningful.
    indicator.location_quotient.title = Share compared with the whole town
    indicator.location_quotient.says = How the group's share in the area relates to its share in the whole town; 1 means
     equal.
    indicator.location_quotient.says_not = It does not measure living together and does not rate a quarter.
    indicator.location_quotient.formula = LQ = p_i / P with p_i the share in the area, P the share in the town
    indicator.location_quotient.limits = Where the group is small in the town, a high value means few people.
    indicator.place_count.title = Recorded places
    indicator.place_count.says = How many meeting places and services are recorded in the area.
    indicator.place_count.says_not = Not whether they are used or enough; not recorded does not mean that there are
     none.
    indicator.place_count.formula = Number of places whose point lies in the area
    indicator.place_count.limits = Depends on how complete the list is. Places just beyond a border are listed apart.
    indicator.nearest_distance.title = Distance to the nearest place (straight line)
    indicator.nearest_distance.says = Half of the people have the nearest recorded place of this kind this near or
     nearer, in metres in a straight line.
    indicator.nearest_distance.says_not = Not the walk: river, railway and streets make it longer. Not whether the place
     is used.
    indicator.nearest_distance.formula = median of min_j c_ij weighted by P; where half lies exactly between two values,
     the smaller one
    indicator.nearest_distance.limits = From cells the distance is measured from the middle: "estimated". Places outside
     the town count as far as they are recorded.
    indicator.places_within.title = Places within a distance (straight line)
    indicator.places_within.says = How many recorded places of this kind a person has within the distance, on average.
    indicator.places_within.says_not = Not whether there is room, whether it is open or whether anybody goes.
    indicator.places_within.formula = Σ w·P_g·O(T) / Σ w·P_g, O(T) the number of places with c ≤ T
    indicator.places_within.limits = The threshold matters; that is why several stand side by side.
    indicator.coverage_share.title = Share with a place within a distance (straight line)
    indicator.coverage_share.says = Which part of the people has at least one recorded place of this kind within the
     distance.
    indicator.coverage_share.says_not = Possibility is not use; and a straight line is not a walk.
    indicator.coverage_share.formula = Σ w·P_g·1[min_j c_ij ≤ T] / Σ w·P_g, threshold included
    indicator.coverage_share.limits = The threshold matters; from cells the distance is measured from the middle.
    # output folder
    Q705.message = The output folder holds other things than results of Quartier; it is not replaced.
    Q705.remedy = Name another folder with --output, or empty this one yourself.
    # coordinate reference systems and the command transform
    crs.error.unknown = The coordinate reference system "{detail}" is not known.
    crs.error.refused = The coordinate reference system "{detail}" is not accepted: {reason}.
    crs.error.notMetric = The coordinate reference system "{detail}" is not a projection in metres.
    crs.error.gridMissing = The datum shift needs the grid {detail}, which is not installed; on Debian the package proj-data
      has the free grids, others are at cdn.proj.org.
    crs.error.ballpark = No datum shift is known for {detail}; without one, places would be wrong by up to some hundred
      metres.
    crs.error.noOperation = No transform is known for {detail}.
    crs.error.failed = The coordinate transform failed: {detail}.
    crs.refusal.projString = PROJ strings are not read from data
    crs.refusal.link = links are not followed
    crs.refusal.form = a code such as EPSG:25832, WKT or PROJJSON is needed
    crs.refusal.tooLong = the text is longer than 100,000 bytes
    crs.refusal.malformed = the text contains control characters or is nested too deep
    crs.refusal.embeddedFile = the text contains PROJ strings or names files
    crs.refusal.kind = it is not a geographic or projected system in two dimensions
    crs.refusal.axes = its axes do not point east and north
    transform.systems = From {from} to {to}, east before north always
    transform.operation = Operation: {operation}
    transform.accuracy = Accuracy: {metres} m
    transform.accuracyUnknown = Accuracy: unknown
    transform.grids = Grids: {grids}
    transform.noGrids = Grids: none needed
    transform.missingGrids = Not installed: {grids}
    transform.fallback = Careful: the more accurate operation is not at hand, this one takes its place on request.
    transform.ballpark = Careful: the datum shift is left out, places may be wrong by some hundred metres.
    transform.malformedLine = Line {line} is not two numbers: "{text}".
    # place categories
    category.community_centre = Community centre
    category.neighbourhood_centre = Neighbourhood centre
    category.youth_centre = Youth centre
    category.womens_centre = Women's centre
    category.senior_centre = Senior centre
    category.cultural_centre = Cultural centre
    category.place_of_worship = Place of worship
    category.sports_centre = Sports centre
    category.club = Club house
    category.music_school = Music school
    category.library = Library
    category.park = Park
    category.playground = Playground
    category.cafe = Café
    category.market = Market
    category.allotment = Allotment gardens
    category.swimming_pool = Swimming pool
    category.school = School
    category.kindergarten = Kindergarten
    category.shop = Shop
    category.doctor = Doctor's practice
    category.pharmacy = Pharmacy
    category.town_hall = Town hall
    category.language_school = Language school
    category.job_centre = Job centre
    category.social_facility = Social facility
    category.counselling = Counselling
    category.refugee_accommodation = Refugee accommodation
    category.shelter = Shelter
    """#
