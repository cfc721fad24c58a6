extension MethodSheet {
    /// See ``ComputedFocusArea``.
    static let computedFocusArea = MethodSheet(
        german: Text(
            title: "Schwerpunktbereich: rechnerischer Hinweis",
            says: """
                Ob die Rechnung darauf hinweist, dass der Anteil der Gruppe in einem Quartier und seiner Nachbarschaft \
                höher ist, als der Zufall es täte: 1 ja, 0 nein, sonst nicht beurteilbar. Dazu (kept), in welchem Teil der \
                Ziehungen der unsicheren Zahlen das Ergebnis gleich bleibt.
                """,
            saysNot: """
                Kein Schwerpunktbereich und keine Bewertung: ein Hinweis für ein Gespräch mit Menschen, die das Quartier \
                kennen. Intern, bis jemand ihn mit Begründung als Schwerpunktbereich bestätigt.
                """,
            formula: """
                1, wenn der nach Benjamini–Hochberg angepasste Zufallsanteil von Gi* höchstens rate ist und der eigene \
                Anteil über dem der Stadt liegt – und wenn das Gitter (Seite metres), die Rechnung ohne gekennzeichnete \
                Gemeinschaftsunterkünfte und mindestens least_kept der Ziehungen dasselbe sagen
                """,
            limits: """
                Nicht beurteilbar ist ein Quartier bei zu wenigen Menschen der Gruppe, ohne Nachbarn, in Städten mit sehr \
                wenigen Quartieren, und wo das Ergebnis an Grenzen, an einer Unterkunft oder am Rauschen der Zahlen hängt. \
                Ein einzelnes Quartier mit hohem Anteil unter niedrigen Nachbarn findet die Rechnung nicht; am Rand \
                eines Bereichs ist sie oft unentschieden. Umverteilt werden ganze Quartiere. Liegen nur Zahlen je Quartier \
                vor, die auf Zellen verteilt wurden, so bleibt das Gitter aus dem Spiel: es weiß nichts Eigenes.
                """,
            here: "In {town} beträgt der Wert {value}."),
        english: Text(
            title: "Focus area: computed hint",
            says: """
                Whether the computation points to a share of the group in a quarter and its neighbourhood that is higher \
                than chance would have it: 1 yes, 0 no, else it cannot tell. Beside it (kept) in which part of the draws \
                of uncertain counts the result stays the same.
                """,
            saysNot: """
                It is no focus area and no rating: it is a hint for a talk with people who know the quarter. Internal \
                until somebody confirms it with a reason as a focus area.
                """,
            formula: """
                1 where the chance of Gi*, adjusted by Benjamini–Hochberg, is at most rate and the own share is above the \
                town's – and where the grid (side metres), the computation without marked shared accommodation and at \
                least least_kept of the draws say the same
                """,
            limits: """
                It cannot tell with too few people of the group, without neighbours, in towns of very few quarters, and \
                where the result hangs on borders, on one accommodation or on the noise of counts. It does not find a \
                single quarter with a high share among low neighbours; at the edge of an area it is often undecided. Whole \
                quarters are rearranged. Where there are only figures per quarter that were spread over cells, the grid is \
                left out: it knows nothing of its own.
                """,
            here: "In {town} the value is {value}."))
}
