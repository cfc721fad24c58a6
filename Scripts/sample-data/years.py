"""The three yearly states: one town, and the known causes that make 2023 and 2024 differ from 2022."""

import copy
import random

import memory
import offers
import output
import places
import plan
import population
import project
import shapes
from names import STEMS
from quarters import Borders, make_quarters
from streets import make_streets

SEED = 20240
YEARS = (2022, 2023, 2024)


def generator(topic):
    """A generator of its own for each topic, so that a change in one leaves the others as they are."""
    return random.Random(f"Musterstadt {SEED} {topic}")


class Town:
    """Everything that the states share; the causes of change are applied to copies."""

    def __init__(self):
        self.borders = Borders(generator("borders"), corrected=False)
        self.quarters = make_quarters(self.borders)
        self.corrected_quarters = make_quarters(Borders(generator("borders"), corrected=True))
        self.streets = make_streets(generator("streets"), self.borders, self.quarters)
        self.cells = population.make_cells(
            generator("population"), self.quarters, self.streets, [self.borders.rail, self.borders.river])
        without_bridge = [street for street in self.streets if street.name != plan.FOOTBRIDGE[0]]
        self.places, self.sites = places.make_places(generator("places"), self.quarters, without_bridge, STEMS)
        self._fill_accommodations()
        self._add_exceptions()
        self.offers = offers.make_offers(generator("offers"), self.places)

    def _fill_accommodations(self):
        """The residents of an accommodation all live in one cell, which they dominate, as in real grids."""
        for place in self.places:
            if place.columns["kategorie"] == "refugee_accommodation":
                east, north = population.to_laea(place.point)
                cell = next(cell for cell in self.cells
                            if 0 <= east - cell.east < 100 and 0 <= north - cell.north < 100)
                population.settle(generator("accommodation"), [cell], place.columns["plaetze"], (0, 0.3, 0.01),
                                  everyone_foreign=True)

    def _add_exceptions(self):
        """A place just outside the town, and the counselling whose funding ends with 2023."""
        outside = min(self._beside("out-north"), key=lambda point: min(
            shapes.distance_to_line(point, street.points) for street in self.streets))
        self.places.append(places.Place(outside, "03", dict(
            id="P179", name="Vereinsheim der Angelfreunde", kategorie="club", plaetze=40, zeiten="Sa 09:00-13:00",
            traeger="Angelfreunde Lohau e. V.", rollstuhl="no", adresse="Am Stadtrand 1")))
        self.closing = next(place for place in self.places
                            if place.columns["kategorie"] == "counselling" and place.quarter == "02")
        self.closing.columns["gefoerdert_bis"] = "2023-12-31"
        self.cafe_site = self.sites.next("07", "language_cafe")
        self.kita_site = self.sites.next("04", "kindergarten")

    def _beside(self, border):
        """The points 30 m outside the middles of a border's pieces."""
        line = self.borders.line(border)
        for a, b in zip(line, line[1:]):
            yield tuple((p + q) / 2 + 30 * n for p, q, n in zip(a, b, shapes.normal(a, b)))

    def state(self, year):
        """The files of one year: name and text."""
        quarters = self.corrected_quarters if year >= 2024 else self.quarters
        changes = {"aenderung.yaml": project.CHANGES} if year == YEARS[-1] else {}
        return {
            "quartier.yaml": project.text(year),
            "quartiere.geojson": output.collection(
                output.feature({"id": identifier, "name": name}, output.area_geometry(rings))
                for identifier, name, rings in quarters),
            "schwerpunkte.geojson": _areas(plan.FOCUS_AREAS),
            "foerdergebiete.geojson": _areas(plan.FUNDING_AREAS),
            "orte.geojson": self._places_text(year),
            "angebote.csv": offers.table(
                offers.COLUMNS, offers.of_year(self.offers, self.places_of(year), year)),
            "raumzeiten.csv": offers.table(
                offers.SLOT_COLUMNS, offers.slots_of_year(self.places_of(year), year)),
            "zellen.geojson": self._cells_text(year),
            "strassen.geojson": self._streets_text(year),
            "barrieren.geojson": self._barriers_text(),
            "haltestellen.geojson": _stops(),
            "beteiligung.csv": memory.participation_of_year(year),
        } | changes | memory.notes_of_year(year)

    def places_of(self, year):
        """The places of a year, with the changes in offers applied."""
        result = copy.deepcopy(self.places)
        youth = next(place for place in result
                     if place.columns["kategorie"] == "youth_centre" and place.quarter == "03")
        if year >= 2023:
            result.append(_language_cafe(*self.cafe_site))
        if year >= 2024:
            youth.columns["zeiten"] = "Tu-Fr 13:00-17:00"
            result = [place for place in result if place.columns["id"] != self.closing.columns["id"]]
            result.append(_new_kita(*self.kita_site))
        for place in result:
            place.columns = _with_operator_kind(place.columns)
        return result

    def cells_of(self, year):
        """The cells of a year, with the changes in residents applied; only cells with residents."""
        cells = copy.deepcopy(self.cells)
        if year >= 2023:
            new = [cell for cell in cells if cell.quarter == "04"]
            population.settle(generator("new homes"), new, 400, (0.08, 0.31, 0.05))
        if year >= 2024:
            station = [cell for cell in cells if cell.quarter == "02"]
            population.settle(generator("arrivals"), station, 150, (0, 0.2, 0.04), everyone_foreign=True)
        return [cell for cell in cells if cell.counts["einwohner"]]

    def _places_text(self, year):
        return output.collection(output.feature(place.columns, output.point_geometry(place.point))
                                 for place in self.places_of(year))

    def _cells_text(self, year):
        return output.collection(
            output.feature(dict(id=cell.identifier, **cell.counts),
                           {"type": "Polygon", "coordinates": [cell.degrees()]})
            for cell in self.cells_of(year))

    def streets_of(self, year):
        """The streets of a year with their ids, which stay the same in all years."""
        return [(f"W{index + 1:04}", street) for index, street in enumerate(self.streets)
                if year >= 2024 or street.name != plan.FOOTBRIDGE[0]]

    def _streets_text(self, year):
        features = []
        for identifier, street in self.streets_of(year):
            columns = dict(id=identifier, name=street.name, highway=street.highway)
            if street.bridge:
                columns["bridge"] = "yes"
            columns |= plan.STREET_TAGS_BY_CLASS.get(street.highway, {}) | plan.STREET_TAGS.get(street.name, {})
            features.append(output.feature(columns, output.line_geometry(street.points)))
        return output.collection(features)

    def _barriers_text(self):
        """The river and the railway: nobody walks from a door across them."""
        return output.collection([
            output.feature(dict(id="B1", name="Bahnlinie", art="rail"), output.line_geometry(self.borders.rail)),
            output.feature(dict(id="B2", name="Lohau", art="river"), output.line_geometry(self.borders.river))])


def _stops():
    """The stops with their departures per hour; what is not recorded is left out."""
    features = []
    for number, (name, mode, place, departures) in enumerate(plan.STOPS, 1):
        columns = dict(id=f"H{number:02}", name=name, art=mode)
        for day, count in zip(("werktag", "samstag", "sonntag"), departures):
            if count is not None:
                columns["abfahrten_" + day] = count
        point = plan.JUNCTIONS[place] if isinstance(place, str) else place
        features.append(output.feature(columns, output.point_geometry((point[0] + 6.0, point[1] + 4.0))))
    return output.collection(features)


def _with_operator_kind(columns):
    """The columns with the kind of operator behind the operator, where one is recorded."""
    result = {}
    for name, value in columns.items():
        result[name] = value
        if name == "traeger":
            result["traegerart"] = offers.operator_kind(value)
    return result


def _areas(areas):
    features = []
    for area in areas:
        columns = {key: value for key, value in area.items() if key != "outline"}
        ring = shapes.closed_spline([tuple(map(float, point)) for point in area["outline"]], 60)
        if shapes.signed_area(ring) < 0:
            ring.reverse()
        features.append(output.feature(columns, output.area_geometry([ring])))
    return output.collection(features)


def _language_cafe(point, street, number):
    return places.Place(point, "07", dict(
        id="P180", name="Sprachcafé Lerchenfeld", kategorie="language_cafe", plaetze=30,
        zeiten="Mo,We 15:00-19:00; Sa 10:00-13:00", traeger="Weitblick e. V.", sprachen="de;en;ar;uk;ru",
        rollstuhl="yes", gefoerdert_bis="2024-12-31", adresse=f"{street} {number}"))


def _new_kita(point, street, number):
    return places.Place(point, "04", dict(
        id="P181", name="Kita Sonnenbogen", kategorie="kindergarten", plaetze=80, zeiten="Mo-Fr 07:00-17:00",
        traeger="Stadt Musterstadt", sprachen="de;en", rollstuhl="yes", adresse=f"{street} {number}"))
