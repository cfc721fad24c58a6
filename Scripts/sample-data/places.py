"""The places: meeting places, services and shops beside the streets."""

import math
from dataclasses import dataclass, field

import shapes
from quarters import quarter_at

TOWN = "Stadt Musterstadt"
# category: number, weights of the quarters 01 to 09, names, operators, hours, capacity (from, to) or None.
# Where there are as many names (operators, hours) as places they are given in order, otherwise drawn.
KINDS = {
    "kindergarten": (14, (1, 2, 3, 1, 0, 2, 3, 2, 1), ["Kita {street}"],
                     [TOWN, "Kirchenkreis Lohau", "Elternverein Kunterbunt e. V."],
                     ["Mo-Fr 07:00-16:00", "Mo-Fr 07:00-17:00", "Mo-Th 07:00-16:30; Fr 07:00-15:00"], (35, 120)),
    "school": (9, (1, 2, 2, 0, 0, 1, 2, 1, 0.3), ["{stem}schule"], [TOWN], ["Mo-Fr 07:30-16:00", "Mo-Fr 07:30-13:30"],
               (160, 720)),
    "youth_centre": (3, (0, 1, 1, 0, 0, 0, 1, 0, 0), ["Jugendtreff {quarter}"], [TOWN],
                     ["Tu-Fr 14:00-20:00"], (30, 60)),
    "library": (2, (1, 0, 0, 0, 0, 0, 1, 0, 0), ["Bücherei {quarter}"], [TOWN],
                ["Tu,Th 10:00-18:00; We,Fr 14:00-18:00; Sa 10:00-13:00"], (40, 90)),
    "community_centre": (4, (1, 0, 1, 0, 0, 1, 0, 0, 1), ["Bürgerhaus {quarter}"], [TOWN, "Bürgerverein Lohau e. V."],
                         ["Mo-Sa 09:00-22:00", "Mo-Fr 15:00-21:00"], (60, 240)),
    "neighbourhood_centre": (4, (0, 1, 1, 0, 0, 0, 2, 0, 0), ["Nachbarschaftstreff {street}"],
                             ["Weitblick e. V.", "Kirchenkreis Lohau", TOWN],
                             ["Mo-Th 10:00-17:00", "Mo,We,Fr 14:00-19:00"], (25, 70)),
    "senior_centre": (4, (1, 0, 1, 0, 0, 1, 0, 1, 0), ["Seniorentreff {street}"],
                      ["Kirchenkreis Lohau", "Miteinander e. V."], ["Mo-Fr 10:00-17:00"], (30, 60)),
    "place_of_worship": (7, (2, 1.5, 1, 0, 0, 1, 1, 1, 0.6),
                         ["Nikolaikirche", "Freie Gemeinde Lohau", "Moschee {street}", "Lukaskirche", "Friedenskirche",
                          "Kreuzkirche", "Michaelskirche"],
                         ["Kirchenkreis Lohau", "Freie Gemeinde Lohau", "Moscheeverein Lohau e. V."]
                         + ["Kirchenkreis Lohau"] * 4,
                         ["Mo-Sa 10:00-17:00; Su 09:30-11:30", "Su 10:00-13:00; We 18:00-20:00", "Mo-Su 11:30-21:00"]
                         + ["Su 09:30-11:30"] * 4, (60, 300)),
    "sports_centre": (7, (0, 1, 2, 0.6, 1, 1, 1.5, 1, 0.5), ["Sportplatz {street}", "Turnhalle {street}"],
                      ["TSV Musterstadt e. V.", TOWN], ["Mo-Fr 15:00-22:00; Sa,Su 10:00-18:00"], (80, 400)),
    "park": (8, (1, 1, 1.5, 1, 0, 2, 1, 1, 0.5), ["{stem}park", "{stem}anger"], [TOWN], ["24/7"], None),
    "playground": (24, (1, 2, 4, 2, 0, 4, 4, 3, 1.5), ["Spielplatz {street}"], [TOWN], ["Mo-Su 08:00-20:00"], None),
    "shop": (28, (8, 6, 3, 0.5, 3, 2, 2, 1.5, 0.4), ["{stem}markt", "{stem}laden", "Backhaus {stem}"],
             ["privat"],
             ["Mo-Sa 08:00-20:00", "Mo-Fr 09:00-18:00; Sa 09:00-14:00", "Mo-Sa 06:00-18:00; Su 08:00-11:00"], None),
    "cafe": (13, (7, 4, 1, 0, 0.5, 1, 0.5, 0.5, 0), ["Café {stem}"], ["privat"],
             ["Tu-Su 10:00-18:00", "Mo-Sa 09:00-19:00"], (18, 60)),
    "doctor": (14, (5, 4, 2, 0, 0, 1.5, 1, 1, 0), ["Praxis {street}"], ["privat"],
               ["Mo,Tu,Th 08:00-12:00,15:00-18:00; We,Fr 08:00-12:00"], None),
    "pharmacy": (6, (2, 2, 1, 0, 0, 1, 1, 0, 0), ["{stem}-Apotheke"], ["privat"],
                 ["Mo-Fr 08:30-18:30; Sa 08:30-13:00"], None),
    "town_hall": (1, (1, 0, 0, 0, 0, 0, 0, 0, 0), ["Rathaus"], [TOWN],
                  ["Mo,Tu,Fr 08:30-12:00; Th 08:30-12:00,14:00-18:00"], None),
    "language_school": (2, (1, 2, 0, 0, 0, 0, 0, 0, 0), ["Sprachschule {street}"], ["Volkshochschule Lohau e. V."],
                        ["Mo-Th 08:30-20:30; Fr 08:30-13:00"], (60, 120)),
    "job_centre": (1, (0, 1, 0, 0, 0, 0, 0, 0, 0), ["Jobcenter Musterstadt"], ["Jobcenter"],
                   ["Mo,Tu,Fr 08:00-12:00; Th 08:00-12:00,14:00-18:00"], None),
    "social_facility": (4, (1, 2, 0, 0, 0, 0, 1, 0, 0), ["Sozialkaufhaus {street}", "Tafel {street}"],
                        ["Weitblick e. V.", "Kirchenkreis Lohau"], ["Tu,Th 10:00-14:00"], (20, 50)),
    "allotment": (3, (0, 0, 1, 0, 0, 0, 1, 1, 0), ["Kleingärten {stem}grund"], ["Gartenfreunde Lohau e. V."],
                  ["Mar-Oct Mo-Su 08:00-20:00"], None),
    "music_school": (1, (1, 0, 0, 0, 0, 0, 0, 0, 0), ["Musikschule Musterstadt"], [TOWN], ["Mo-Fr 13:00-19:30"],
                     (80, 80)),
    "club": (8, (1, 1, 1.5, 0, 0, 1, 1, 1, 1.2),
             ["Chor Lohau", "Kulturverein Kompass", "Schützenheim Lohau", "Feuerwehrhaus Nordstadt", "Ruderclub Lohau",
              "Kulturverein Regenbogen", "Tennisheim Weststadt", "Dorfverein Holmsdorf"],
             ["Chor Lohau e. V.", "Kompass e. V.", "Schützenverein Lohau e. V.", TOWN, "Ruderclub Lohau e. V.",
              "Regenbogen e. V.", "TSV Musterstadt e. V.", "Dorfverein Holmsdorf e. V."],
             ["We,Fr 18:00-22:00", "Tu,Th 17:00-21:00; Sa 14:00-18:00"], (25, 90)),
    "counselling": (5, (1, 2, 0, 0, 0, 0, 1, 0, 0), ["Beratung {street}"], ["Weitblick e. V.", "Kompass e. V."],
                    ["Mo,We 09:00-13:00; Th 14:00-18:00"], (8, 20)),
    "swimming_pool": (1, (0, 0, 0, 0, 0, 1, 0, 0, 0), ["Hallenbad am Fluss"], [TOWN],
                      ["Tu-Fr 06:30-20:00; Sa,Su 09:00-18:00"], (300, 300)),
    "cultural_centre": (2, (1, 1, 0, 0, 0, 0, 0, 0, 0), ["Kulturhaus {street}"], ["Kulturverein Anker e. V."],
                        ["Th-Sa 17:00-23:00"], (90, 180)),
    "market": (1, (1, 0, 0, 0, 0, 0, 0, 0, 0), ["Wochenmarkt"], [TOWN], ["We,Sa 07:00-13:00"], None),
    "refugee_accommodation": (2, (0, 0, 1, 0, 0, 0, 1, 0, 0), ["Unterkunft {street}"], [TOWN], ["24/7"], (90, 90)),
}
LANGUAGES = {"02": ["ar", "uk", "tr", "ru", "fa"], "07": ["ru", "ar", "tr", "uk", "pl"], "03": ["uk", "pl", "ar"]}
TALKING = {"neighbourhood_centre", "counselling", "language_school", "social_facility", "library", "kindergarten",
           "doctor", "job_centre", "town_hall", "youth_centre", "refugee_accommodation", "community_centre", "club"}
PROJECTS = {"neighbourhood_centre": 0.9, "counselling": 0.9, "social_facility": 0.75, "youth_centre": 0.6,
            "cultural_centre": 0.6, "senior_centre": 0.5, "language_school": 0.6, "kindergarten": 0.1, "club": 0.2}
CLUSTERED = {"shop", "cafe", "doctor", "pharmacy"}
FUNDING_ENDS = ("2025-06-30", "2025-12-31", "2026-06-30", "2026-12-31", "2027-12-31")


@dataclass
class Place:
    """One place of the plan with its columns."""

    point: tuple
    quarter: str
    columns: dict = field(default_factory=dict)


class Sites:
    """Finds free sites beside streets."""

    def __init__(self, random, quarters, streets):
        self.random, self.quarters = random, quarters
        self.taken, self.numbers, self.streets = [], {}, {}
        for street in streets:
            middle = shapes.along(street.points, shapes.length(street.points) / 2)[0]
            home = quarter_at(quarters, middle)
            if home and not street.bridge and shapes.length(street.points) > 30 and street.highway != "track":
                self.streets.setdefault(home, []).append(street)

    def next(self, quarter, category):
        """A site 14 m beside a street of the quarter; nearer to the market is likelier.

        It lies 25 m from all others, and 180 m and in another street from its like, except for shops and practices.
        """
        for _ in range(4000):
            street = self.streets[quarter][int(self.random.random() * len(self.streets[quarter]))]
            point = self._beside(street)
            keep = 0.25 + 0.75 * math.exp(-math.hypot(*point) / 700)
            if self.random.random() > keep or quarter_at(self.quarters, point) != quarter:
                continue
            if all(self._apart(point, street, category, *other) for other in self.taken):
                self.taken.append((point, street.name, category))
                return point, street.name, self._number(street)
        raise ValueError(f"no free site in quarter {quarter}")

    @staticmethod
    def _apart(point, street, category, other_point, other_street, other_category):
        """Whether a site is far enough from one that is taken."""
        distance = math.dist(point, other_point)
        if category == other_category and category not in CLUSTERED:
            return distance > 180 and street.name != other_street
        return distance > 25 and (category != other_category or street.name != other_street or distance > 70)

    def _beside(self, street):
        total = shapes.length(street.points)
        point, segment = shapes.along(street.points, total * (0.15 + 0.7 * self.random.random()))
        nx, ny = shapes.normal(street.points[segment], street.points[segment + 1])
        side = 14 if self.random.random() < 0.5 else -14
        return point[0] + side * nx, point[1] + side * ny

    def _number(self, street):
        number = self.numbers.get(street.name, 0) + 1 + int(6 * self.random.random())
        self.numbers[street.name] = number
        return number


def make_places(random, quarters, streets, stems):
    """The places of 2022 before the exceptions of `years`, in the order of their categories."""
    sites = Sites(random, quarters, streets)
    titles = {identifier: name for identifier, name, _ in quarters}
    stems = list(stems)
    random.shuffle(stems)
    places = []
    for category, kind in KINDS.items():
        for position, quarter in enumerate(_shared_out(kind[0], kind[1])):
            point, street, number = sites.next(quarter, category)
            words = dict(stem=stems[len(places) % len(stems)], quarter=titles[quarter], street=street)
            columns = dict(id=f"P{len(places) + 1:03}")
            columns.update(_columns(random, category, quarter, position, words))
            columns["adresse"] = f"{street} {number}"
            places.append(Place(point, quarter, columns))
    return places, sites


def _shared_out(number, weights):
    """Quarter ids in proportion to the weights (largest remainder)."""
    total = sum(weights)
    exact = [number * weight / total for weight in weights]
    whole = [int(value) for value in exact]
    order = sorted(range(9), key=lambda index: (whole[index] - exact[index], index))
    for index in order[:number - sum(whole)]:
        whole[index] += 1
    return [f"{index + 1:02}" for index in range(9) for _ in range(whole[index])]


def _pick(random, choices):
    return choices[int(random.random() * len(choices))]


def _columns(random, category, quarter, position, words):
    """The columns between id and address of the place at one position of its category."""
    number, _, names, operators, hours, capacity = KINDS[category]

    def choose(choices):
        return choices[position] if len(choices) == number else _pick(random, choices)

    columns = dict(name=choose(names).format(**words), kategorie=category)
    if capacity:
        columns["plaetze"] = capacity[0] + 5 * int((capacity[1] - capacity[0]) / 5 * random.random())
    columns["zeiten"] = choose(hours)
    columns["traeger"] = choose(operators)
    if category in TALKING:
        columns["sprachen"] = ";".join(["de"] + _languages(random, quarter))
    columns["rollstuhl"] = _pick(random, ["yes", "yes", "yes", "limited", "no"])
    if random.random() < PROJECTS.get(category, 0):
        columns["gefoerdert_bis"] = _pick(random, FUNDING_ENDS)
    return columns


def _languages(random, quarter):
    spoken = ["en"] + LANGUAGES.get(quarter, ["pl"])
    return [language for language in spoken if random.random() < 0.55]
