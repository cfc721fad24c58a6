"""The hand-drawn plan of Musterstadt: metres east and north of the market square.

The town is invented. Its frame lies in EPSG:25832 around 9.55° E, 54.3° N, on open country.
"""

# East and north of the market square in EPSG:25832, in metres.
ORIGIN = (535800.0, 6017200.0)

# Where borders meet. R: on the railway, V: on the river, the others on land.
NODES = {
    "R1": (-2300, 930), "R2": (-760, 765), "R4": (350, 792), "R5": (1350, 520), "R7": (1900, 180), "R6": (2500, -60),
    "V1": (2600, -1180), "V5": (1500, -930), "V2": (1050, -720), "VA": (600, -420), "V3": (-750, -480),
    "V6": (-1150, -300), "V4": (-2150, -720),
    "A1": (-480, 330), "N1": (250, 1900), "S1": (1200, -1650), "S2": (-700, -1780), "H1": (-1500, -1900),
    "H2": (-2150, -1400),
}

RAIL = [(-3200, 1000), "R1", (-1500, 800), "R2", (-200, 800), "R4", (800, 710), "R5", "R7", "R6", (3300, -250)]
RIVER = [
    (3300, -1350), "V1", (2050, -900), "V5", "V2", (820, -540), "VA", (150, -400), (-300, -560), "V3", "V6",
    (-1650, -420), "V4", (-2600, -690), (-3300, -900),
]

# The borders on land: control points from node to node, and how far (metres) parcel corners leave the smooth line.
BORDERS = {
    "ring": (["A1", (-330, 455), (-60, 520), (230, 470), (450, 290), (560, 20), (640, -230), "VA"], 0),
    "ring-west": (["A1", (-590, 100), (-640, -180), "V3"], 0),
    "west-station": (["A1", (-600, 440), (-640, 600), "R2"], 6),
    "station-works": (["R5", (1230, 330), (1290, 60), (1160, -180), (1190, -480), "V2"], 9),
    "river-village": (["V5", (1330, -1120), (1400, -1330), "S1"], 14),
    "river-estate": (["V6", (-1030, -720), (-900, -960), (-960, -1330), (-760, -1560), "S2"], 8),
    "estate-mill": (["H2", (-1980, -1330), (-1720, -1560), (-1560, -1690), "H1"], 10),
    "north-new": (["R4", (230, 1010), (330, 1300), (220, 1620), "N1"], 8),
    "out-west": (["V4", (-2390, -430), (-2240, -60), (-2460, 330), (-2380, 660), "R1"], 18),
    "out-north": (["R1", (-2190, 1270), (-1820, 1400), (-1640, 1790), (-1090, 1830), (-700, 2080), (-240, 1960), "N1"],
                  18),
    "out-new": (["N1", (640, 2080), (1100, 1980), (1330, 1720), (1780, 1520), (1700, 1080), (1980, 720), "R7"], 18),
    "out-works": (["R6", (2680, -330), (2480, -690), (2660, -960), "V1"], 15),
    "out-village": (["V1", (2760, -1560), (2480, -1850), (2390, -2230), (1890, -2180), (1560, -2290), (1480, -1880),
                     "S1"], 18),
    "out-river": (["S1", (840, -1730), (620, -1950), (180, -1820), (-260, -2010), "S2"], 18),
    "out-estate": (["S2", (-960, -2040), (-1290, -1870), "H1"], 15),
    "out-mill": (["H1", (-1700, -2190), (-2150, -2120), (-2480, -1760), "H2"], 18),
    "out-estate-west": (["H2", (-2390, -1240), (-2230, -980), "V4"], 15),
}
# From 2024 on the border between Am Fluss and Lerchenfeld keeps to the Südring: a slice changes sides.
CORRECTED_BORDERS = {
    "river-estate": (["V6", (-1030, -720), (-720, -960), (-700, -1330), (-700, -1560), "S2"], 8),
}

# Each quarter: id, name, and its rings as borders walked forwards, or backwards with a minus sign.
QUARTERS = [
    ("01", "Altstadt", [["-ring", "ring-west", "river:V3:VA"]]),
    ("02", "Bahnhofsviertel", [["west-station", "rail:R2:R5", "station-works", "river:V2:VA", "-ring"]]),
    ("03", "Nordstadt", [["out-north", "-north-new", "rail:R4:R1"]]),
    ("04", "Sonnenfeld", [["north-new", "out-new", "rail:R7:R4"]]),
    ("05", "Gewerbepark Ost", [["rail:R5:R6", "out-works", "river:V1:V2", "-station-works"]]),
    ("06", "Am Fluss", [["river:V6:V5", "river-village", "out-river", "-river-estate"]]),
    ("07", "Lerchenfeld",
     [["river:V4:V6", "river-estate", "out-estate", "-estate-mill", "out-estate-west"]]),
    ("08", "Weststadt", [["rail:R1:R2", "-west-station", "ring-west", "river:V3:V4", "out-west"]]),
    ("09", "Holmsdorf", [["river:V5:V1", "out-village", "-river-village"], ["estate-mill", "out-mill"]]),
]

# The main roads: name, class, control points. Those that name a junction meet there exactly.
JUNCTIONS = {
    "market": (0, 0), "north gate": (-60, 520), "east gate": (560, 20), "station": (40, 690), "wall": (-590, 100),
    "north": (-180, 1480), "mill": (-1460, 240), "west": (-1020, 130), "east": (1560, -120),
    "south": (-30, -1290), "estate": (-1390, -1180), "works": (1830, -260), "village": (1930, -1590),
    "new": (1260, 1190), "quay": (-100, -390), "level": (-1380, 1230),
}
MAIN_ROADS = [
    ("Wallring", "secondary", [(-743, -457), (-640, -180), "wall", "A1", (-330, 455), "north gate", (230, 470),
                               (450, 290), "east gate", (640, -230), (603, -396)]),
    ("Lange Straße", "pedestrian", ["market", (-30, 260), "north gate"]),
    ("Brückenstraße", "residential", ["market", (-40, -200), "quay"]),
    ("Südstraße", "secondary", ["quay", (-110, -620), (-20, -950), "south"]),
    ("Dorfchaussee", "tertiary", ["south", (60, -1560), (160, -1790)]),
    ("Bahnhofstraße", "secondary", ["north gate", (0, 610), "station"]),
    ("Nordstraße", "secondary", ["station", (50, 900), (-20, 1200), "north", (-260, 1720), (-300, 1940)]),
    ("Westtor", "residential", ["market", (-300, 40), "wall"]),
    ("Weststraße", "secondary", ["wall", "west", "mill", (-1950, 190), (-2300, 130)]),
    ("Osttor", "residential", ["market", (290, -10), "east gate"]),
    ("Oststraße", "secondary", ["east gate", (1000, -40), "east", "works", (2180, -400), (2520, -460)]),
    ("Am Güterbahnhof", "tertiary", ["A1", (-520, 560), (-280, 660), "station", (400, 660), (800, 560), (1120, 330),
                                     (1140, 120), (1130, -60)]),
    ("Mühlenweg", "tertiary", ["mill", (-1480, 520), (-1440, 850), "level"]),
    ("Nordring", "tertiary", ["level", (-900, 1420), "north", (300, 1480), (800, 1420), "new"]),
    ("Sonnenallee", "tertiary", ["new", (1440, 800), (1530, 350), "east"]),
    ("Westbrücke", "secondary", ["west", (-1180, -60), (-1330, -420), (-1370, -800), "estate"]),
    ("Südring", "secondary", ["estate", (-900, -1240), (-450, -1330), "south", (500, -1230), (960, -1330),
                              (1450, -1480), "village"]),
    ("Werksbrücke", "tertiary", ["works", (1780, -620), (1790, -960), (1860, -1280), "village"]),
    ("Holmsdorfer Straße", "tertiary", ["village", (2100, -1850), (2250, -2110)]),
    ("Mühlenchaussee", "tertiary", ["estate", (-1620, -1400), (-1800, -1700), (-2050, -1900)]),
]
SHORTCUTS = [
    ("Kirchsteig", "path", [(-820, 330), (-560, 370), (-380, 300)]),
    ("Wiesenweg", "path", [(-1180, -980), (-950, -1010), (-700, -900), (-480, -860)]),
    ("Grüner Weg", "path", [(90, 1330), (320, 1220), (560, 1130), (700, 1060)]),
    ("Holmsteig", "path", [(900, -1180), (1340, -1190), (1700, -1330)]),
    ("Gleisweg", "path", [(900, 300), (1240, 250), (1480, 120)]),
]
FOOTBRIDGE = ("Lokschuppensteg", "footway",
              [(-520, 560), (-566, 660), (-572, 775), (-560, 880), (-505, 955), (-440, 975)])

# The residential streets: one lattice each. Angle in degrees, spacing and reach (half axes) in metres, wander in
# metres, the share of pieces left out, and the endings of the street names.
NEIGHBOURHOODS = [
    dict(quarter="01", centre=(-40, -20), angle=12, spacing=(92, 84), reach=(620, 560), wander=15, gaps=0.16,
         highway="living_street", endings=("gasse", "gang", "twiete")),
    dict(quarter="02", centre=(200, 600), angle=-6, spacing=(118, 100), reach=(1000, 260), wander=7, gaps=0.08,
         highway="residential", endings=("straße",)),
    dict(quarter="02", centre=(880, -130), angle=8, spacing=(112, 128), reach=(420, 640), wander=7, gaps=0.1,
         highway="residential", endings=("straße", "hof")),
    dict(quarter="03", centre=(-650, 1350), angle=-9, spacing=(128, 104), reach=(1150, 560), wander=10, gaps=0.13,
         highway="residential", endings=("straße", "weg")),
    dict(quarter="05", centre=(1950, -480), angle=-22, spacing=(230, 190), reach=(640, 480), wander=5, gaps=0.2,
         highway="service", endings=("straße",)),
    dict(quarter="06", centre=(150, -1150), angle=5, spacing=(116, 132), reach=(1080, 640), wander=12, gaps=0.14,
         highway="residential", endings=("weg", "straße")),
    dict(quarter="07", centre=(-1500, -1030), angle=24, spacing=(168, 142), reach=(680, 620), wander=9, gaps=0.12,
         highway="residential", endings=("ring", "bogen"), stubs=True),
    dict(quarter="08", centre=(-1450, 250), angle=3, spacing=(136, 112), reach=(860, 580), wander=16, gaps=0.15,
         highway="residential", endings=("weg", "allee")),
    dict(quarter="09", centre=(1960, -1640), angle=-30, spacing=(135, 120), reach=(420, 360), wander=30, gaps=0.3,
         highway="residential", endings=("weg", "koppel")),
    dict(quarter="09", centre=(-1900, -1790), angle=15, spacing=(140, 110), reach=(220, 190), wander=26, gaps=0.25,
         highway="residential", endings=("mühle", "weg")),
]
# Sonnenfeld is drawn with a compass: rings around a green.
COMPASS = dict(quarter="04", centre=(1010, 1010), rings=(110, 205, 300, 400, 500), spokes=14, gaps=0.16,
               highway="residential", endings=("bogen", "kehre"))

# Tracks of an allotment colony that no road reaches: an island in the network.
ISLAND = [
    ("Kolonie Abendfrieden", "track", [(-2180, -560), (-2090, -500), (-1990, -470)]),
    ("Kolonie Abendfrieden", "track", [(-2090, -500), (-2110, -400), (-2080, -300)]),
    ("Kolonie Abendfrieden", "track", [(-2110, -400), (-2000, -380)]),
]

# What is recorded of streets beyond their class, by name. The footbridge has steps at both ends; the old town is paved
# with setts; Westtor and Osttor are one-way streets in which bicycles may ride against the traffic.
STREET_TAGS = {
    "Lokschuppensteg": dict(surface="metal_grid", width="2.2", wheelchair="no"),
    "Kirchsteig": dict(surface="fine_gravel", width="1.6"),
    "Wiesenweg": dict(surface="ground", width="1.2"),
    "Grüner Weg": dict(surface="compacted", width="2.5"),
    "Holmsteig": dict(surface="grass", width="1.0"),
    "Gleisweg": dict(surface="asphalt", width="3"),
    "Stadtufer": dict(surface="fine_gravel", width="2"),
    "Uferweg": dict(surface="compacted", width="2"),
    "Lange Straße": dict(surface="paving_stones", wheelchair="yes"),
    "Westtor": dict(oneway="yes", **{"oneway:bicycle": "no"}),
    "Osttor": dict(oneway="yes", **{"oneway:bicycle": "no"}),
}
STREET_TAGS_BY_CLASS = {"living_street": dict(surface="sett")}

# Stops: name, mode, place, and departures per hour on weekdays, Saturdays and Sundays (None: not recorded). Both
# directions together.
STOPS = [
    ("Musterstadt, Bahnhof", "train", (60, 745), (3, 2, 2)),
    ("Bahnhof", "bus", "station", (8, 4, 2)),
    ("Nordtor", "bus", "north gate", (6, 4, 2)),
    ("Markt", "bus", (25, 30), (2, 1, 0)),
    ("Südbrücke", "bus", "quay", (4, 3, 2)),
    ("Südring", "bus", "south", (4, 3, 2)),
    ("Dorfchaussee", "bus", (60, -1560), (1, 0, 0)),
    ("Wall", "bus", "wall", (4, 3, 2)),
    ("Weststraße", "bus", "west", (4, 2, 1)),
    ("Mühlenweg", "bus", "mill", (2, 1, 1)),
    ("Alte Chaussee", "bus", (-1950, 190), (2, 1, 0)),
    ("Lerchenfeld", "bus", "estate", (4, 2, 1)),
    ("Lerchenfeld Ost", "bus", (-900, -1240), (4, 2, 1)),
    ("Mühlenchaussee", "bus", (-1800, -1700), (None, None, None)),
    ("Osttor", "bus", "east gate", (4, 3, 2)),
    ("Oststraße", "bus", "east", (3, 1, 0)),
    ("Gewerbepark", "bus", "works", (3, 0, 0)),
    ("Holmsdorf", "bus", "village", (2, 1, 1)),
    ("Holmsdorf Süd", "bus", (2100, -1850), (1, 0, 0)),
    ("Nordstraße", "bus", (-20, 1200), (4, 3, 2)),
    ("Nordring", "bus", "north", (4, 3, 2)),
    ("Nordring West", "bus", (-900, 1420), (2, 1, 0)),
    ("Sonnenfeld", "bus", "new", (2, 2, 1)),
    ("Sonnenallee", "bus", (1440, 800), (2, 2, 1)),
]

FOCUS_AREAS = [
    dict(id="S1", name="Rund um den Bahnhof", grundlage="council_decision", rolle="Rat der Stadt", datum="2021-09-23",
         begruendung="Viele Neuzugezogene kommen hier an; Wohnungen, Läden und Beratung liegen beieinander.",
         pruefung="2027-09-23",
         outline=[(-330, 560), (-120, 400), (250, 380), (560, 520), (520, 760), (380, 1010), (-60, 1080), (-340, 850)]),
    dict(id="S2", name="Lerchenfeld und Am Südring", grundlage="computed", rolle="Stadtplanung", datum="2022-02-14",
         begruendung="Rechnerischer Hinweis aus dem Anteil im Vergleich zur Gesamtstadt; vor Ort noch zu besprechen.",
         pruefung="2027-02-14",
         outline=[(-1820, -1180), (-1560, -800), (-1150, -760), (-760, -1010), (-620, -1300), (-900, -1520),
                  (-1350, -1560)]),
    dict(id="S3", name="Am Nordring", grundlage="local_knowledge", rolle="Integrationsbeauftragte",
         datum="2022-05-11",
         begruendung="Hinweise aus Schule, Kita und Nachbarschaftstreff: viele junge Familien aus mehreren Ländern.",
         pruefung="2027-05-11",
         outline=[(-150, 1270), (120, 1130), (560, 900), (860, 1000), (800, 1330), (480, 1500), (120, 1640),
                  (-120, 1520)]),
]
FUNDING_AREAS = [
    dict(id="F1", name="Fördergebiet Stadtkern",
         outline=[(-560, 60), (-300, 380), (60, 600), (420, 640), (700, 380), (640, -60), (500, -330), (60, -300),
                  (-360, -420)]),
    dict(id="F2", name="Fördergebiet Lerchenfeld",
         outline=[(-1950, -1050), (-1700, -700), (-1250, -620), (-1000, -1000), (-1050, -1500), (-1600, -1450)]),
]
