"""Invented, neutral names."""

STEMS = (
    "Ahorn Amsel Apfel Bach Birken Blumen Brombeer Buchen Distel Dohlen Dorn Eichen Eiben Erlen Eschen Espen Falken "
    "Farn Feld Fichten Finken Flieder Föhren Forst Garten Geest Ginster Goldammer Habicht Hasel Heide Hirten Holunder "
    "Hopfen Igel Ilex Iris Jasmin Kamp Kastanien Kiebitz Kiefern Kirsch Klee Knick Kornblumen Kranich Lärchen Lerchen "
    "Linden Lupinen Malven Marder Meisen Milan Minzen Mistel Mohn Moor Möwen Narzissen Nelken Nuss Otter Pappel "
    "Pfingstrosen Pirol Platanen Primel Quitten Rain Reet Reiher Ried Robinien Rosen Rotdorn Salbei Sanddorn Schilf "
    "Schlehen Schwalben Silber Sonnen Spatzen Specht Sperber Staren Steig Stein Storch Tannen Teich Thymian Tulpen "
    "Ulmen Veilchen Wacholder Wald Weiden Weißdorn Wiesen Zaunkönig Zedern Zeisig").split()
OLD_STEMS = (
    "Bäcker Böttcher Brunnen Drechsler Enge Fischer Färber Gerber Glocken Hut Kannen Kerzen Kirch Korb Kupfer "
    "Küster Leder Mauer Mühlen Nadel Nikolai Ofen Pfeffer Rathaus Salz Schmiede Schuster Seiler Spital Töpfer Turm "
    "Weber"
).split()


class StreetNames:
    """Gives every street of every lattice its own name, the same for the same row."""

    def __init__(self, random):
        self._pools = {"old": OLD_STEMS[:], "all": STEMS[:]}
        for pool in self._pools.values():
            random.shuffle(pool)
        self._given = {}
        self._used = set()

    def of(self, area, row, endings, random):
        """The name of the street in one row of a lattice."""
        if (area, row) not in self._given:
            self._given[area, row] = self._new(endings, random)
        return self._given[area, row]

    def _new(self, endings, random):
        pool = self._pools["old" if "gasse" in endings else "all"]
        for _ in range(1000):
            name = pool[int(random.random() * len(pool))] + endings[int(random.random() * len(endings))]
            if name not in self._used:
                self._used.add(name)
                return name
        raise ValueError("too few street names")
