extension MethodSheet {
    /// See ``PlaceCount``.
    static let placeCount = MethodSheet(
        german: Text(
            title: "Erfasste Orte",
            says: "Wie viele Treffpunkte und Einrichtungen in dem Gebiet erfasst sind.",
            saysNot: "Nicht, ob sie genutzt werden oder ausreichen; nicht erfasst heißt nicht, dass es keine gibt.",
            formula: "Anzahl der Orte, deren Punkt im Gebiet liegt",
            limits: "Hängt an der Vollständigkeit der Liste. Orte knapp jenseits einer Grenze stehen gesondert.",
            here: "In {town} sind {value} dieser Art erfasst ({category})."),
        english: Text(
            title: "Recorded places",
            says: "How many meeting places and services are recorded in the area.",
            saysNot: "Not whether they are used or enough; not recorded does not mean that there are none.",
            formula: "Number of places whose point lies in the area",
            limits: "Depends on how complete the list is. Places just beyond a border are listed apart.",
            here: "In {town} {value} of this kind are recorded ({category})."))
}
