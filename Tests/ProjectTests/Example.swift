import Features
import Project

/// A whole project file with every key, and how tests change it.
enum Example {
    static let whole = """
        version: 1
        town:
          name: "Musterstadt"
          ags: "01999000"
          crs: "EPSG:25832"
        period: "2024"
        language: de
        understanding:
          text: "Alle, die hier leben."
          adopted_by: "Stadtrat"
          adopted_on: "2023-05-11"
          goals:
            - { id: "treffpunkt", text: "Ein Treffpunkt.", indicators: [coverage_share, place_count] }
        layers:
          - kind: quarters
            file: "quartiere.geojson"
            crs: "EPSG:4326"
            source: "stadt"
            columns: { id: id, name: name }
          - kind: focus_areas
            file: "daten/schwerpunkte.geojson"
            columns: { id: id, name: name, basis: grundlage }
            defaults: { basis: council_decision, role: "Stadtplanung", date: "2023-05-11", reason: "Zuzug", review: "2026-05-11" }
          - kind: places
            file: "orte.geojson"
            columns: { id: id, name: name, category: art, capacity: plaetze, hours: zeiten, operator: traeger,
                       languages: sprachen, wheelchair: rollstuhl, funded_until: bis, address: adresse }
          - kind: places
            file: "/srv/daten/kitas.geojson"
            category: "Kitas"
          - kind: population
            file: "zellen.geojson"
            columns: { id: id }
          - kind: streets
            file: "strassen.geojson"
          - kind: area
            name: "Schulbezirke"
            file: "schulbezirke.geojson"
        groups:
          - { id: "all", column: "einwohner", name: { de: "Alle", en: "All" } }
          - { id: "foreign", column: "auslaender", name: "foreign" }
        categories:
          - { id: "language_cafe", name: { de: "Sprachcafé" }, kind: meeting_place, encounter: everyday }
          - { id: "park", sensitive: true }
        thresholds:
          distances: [300, 500.5, 1e3]
          border: 25
          minimum_overlap: 2.5
        report:
          languages: [en, de]
          title: "Bericht"
        sources:
          - { id: "stadt", name: "Stadt", licence: "CC0-1.0", date: "2024-12-31", url: "https://example.org", attribution: "© Stadt" }
        earlier: "../2023/quartier.yaml"
        """

    /// The least that a project file says, without findings but the note on the missing understanding.
    static let least = """
        version: 1
        town: { name: "Musterstadt" }
        period: "2024"
        layers:
          - { kind: quarters, file: "q.geojson" }
          - { kind: places, file: "p.geojson", category: library }
        """

    /// The findings of the whole example after one of its pieces was replaced.
    static func findings(replacing piece: String, with other: String) -> [Diagnostic] {
        guard let range = whole.firstRange(of: piece) else { return [] }
        return ProjectFile.decode(whole.replacingCharacters(in: range, with: other), file: "quartier.yaml").findings
    }
}

extension String {
    func replacingCharacters(in range: Range<String.Index>, with other: String) -> String {
        String(self[..<range.lowerBound]) + other + String(self[range.upperBound...])
    }
}
