internal import Formats
internal import Project
internal import Wording

/// `dcat-ap.jsonld`: the public edition as an entry for an open-data portal, after DCAT-AP.de 2.0. Who publishes it and whom
/// to ask says the project file: an office, never a person.
struct DataCatalogueEntry {
    static let fileName = "dcat-ap.jsonld"

    private let project: ProjectFile
    private let openData: OpenDataEntry
    private let tables: [DataPackage.Table]

    /// The entry of a project; nil where the project file has no section `open_data`.
    init?(_ project: ProjectFile, tables: [DataPackage.Table]) {
        guard let openData = project.openData else { return nil }
        (self.project, self.openData, self.tables) = (project, openData, tables)
    }

    /// The entry as JSON-LD. Addresses of files are relative to it: the portal or the office makes them whole.
    var json: JSONValue {
        let files =
            tables.map { ($0.path, "text/csv", "CSV") } + [
                (MapPackage.fileName, "application/geopackage+sqlite3", "GPKG"),
                (OfficeWorkbook.fileName, OfficeWorkbook.mediaType, "XLSX"),
            ]
        return [
            "@context": [
                "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/",
                "foaf": "http://xmlns.com/foaf/0.1/", "vcard": "http://www.w3.org/2006/vcard/ns#",
                "dcatde": "http://dcat-ap.de/def/dcatde/",
            ],
            "@type": "dcat:Dataset",
            "dct:title": text(project.report.title ?? "Quartiersdaten " + project.town.name),
            "dct:description": text(openData.description),
            "dct:publisher": ["@type": "foaf:Organization", "foaf:name": .string(openData.publisher)],
            "dcat:contactPoint": .object(
                [
                    .init("@type", "vcard:Organization"), .init("vcard:fn", .string(openData.contact)),
                ] + (openData.contactURL.map { [.init("vcard:hasURL", ["@id": .string($0)])] } ?? [])),
            "dct:spatial": .object(
                [.init("@type", "dct:Location"), .init("dct:title", .string(project.town.name))]),
            "dcatde:politicalGeocodingURI": geocoding,
            "dcat:theme": ["@id": "http://publications.europa.eu/resource/authority/data-theme/SOCI"],
            "dct:temporal": ["@type": "dct:PeriodOfTime", "dct:title": .string(project.period)],
            "dcat:distribution": .array(
                files.map { path, type, format in
                    [
                        "@type": "dcat:Distribution", "dct:title": .string(path),
                        "dcat:accessURL": ["@id": .string(path)], "dcat:mediaType": .string(type),
                        "dct:format": [
                            "@id": .string("http://publications.europa.eu/resource/authority/file-type/" + format)
                        ],
                        "dct:license": ["@id": .string(openData.licence.address)],
                    ]
                }),
        ]
    }

    private func text(_ text: String) -> JSONValue {
        ["@value": .string(text), "@language": .string(project.language?.rawValue ?? "de")]
    }

    /// The municipality by its key of 8 digits; nothing where the project names none.
    private var geocoding: JSONValue {
        guard let key = project.town.municipalKey.map({ "\($0)" }), key.utf8.count == 8 else { return .array([]) }
        return ["@id": .string("http://dcat-ap.de/def/politicalGeocoding/municipalityKey/" + key)]
    }
}
