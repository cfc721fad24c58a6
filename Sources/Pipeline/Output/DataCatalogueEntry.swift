internal import Features
internal import Formats
internal import Project
internal import Town
internal import Wording

/// `dcat-ap.jsonld`: the public edition as an entry for an open-data portal, after DCAT-AP.de 2.0. Who publishes it and whom
/// to ask says the project file: an office, never a person.
struct DataCatalogueEntry {
    static let fileName = "dcat-ap.jsonld"

    private let project: ProjectFile
    private let openData: OpenDataEntry
    private let tables: [DataPackage.Table]
    private let maps: [MapLayer.Name]
    private let language: Language

    /// The entry of a project; nil where the project file has no section `open_data`.
    init?(_ project: ProjectFile, tables: [DataPackage.Table], maps: [MapLayer.Name], language: Language) {
        guard let openData = project.openData else { return nil }
        (self.project, self.openData, self.tables, self.maps, self.language) = (
            project, openData, tables, maps, language
        )
    }

    /// The entry as JSON-LD. Without an address of the project, those of files are relative to it: the portal or the office
    /// makes them whole.
    var json: JSONValue {
        var members: [JSONValue.Member] = [
            .init("@context", DataCatalogueEntry.context),
            .init("@id", .string((openData.address ?? "") + "#dataset")),
            .init("@type", "dcat:Dataset"),
            .init("dct:identifier", .string(identifier)),
            .init("dct:title", text(title)),
            .init("dct:description", text(openData.description)),
            .init("dct:publisher", ["@type": "foaf:Organization", "foaf:name": .string(openData.publisher)]),
            .init(
                "dcat:contactPoint",
                [
                    "@type": "vcard:Organization", "vcard:fn": .string(openData.contact),
                    "vcard:hasURL": reference(openData.contactURL),
                ]),
            .init("dcat:theme", reference("http://publications.europa.eu/resource/authority/data-theme/SOCI")),
            .init("dcatde:geocodingDescription", text(project.town.name)),
        ]
        if let key = project.town.municipalKey.map({ "\($0)" }), key.utf8.count == 8 {
            let base = "http://dcat-ap.de/def/politicalGeocoding/"
            members.append(.init("dcatde:politicalGeocodingURI", reference(base + "municipalityKey/" + key)))
            members.append(.init("dcatde:politicalGeocodingLevelURI", reference(base + "Level/municipality")))
        }
        if let first = Study.start(ofPeriod: project.period), let last = Study.end(ofPeriod: project.period) {
            members.append(
                .init(
                    "dct:temporal",
                    ["@type": "dct:PeriodOfTime", "dcat:startDate": day(first), "dcat:endDate": day(last)]))
        }
        if let issued = openData.issued { members.append(.init("dct:issued", day(issued))) }
        if let contributor = openData.contributor {
            members.append(
                .init("dcatde:contributorID", reference("http://dcat-ap.de/def/contributors/" + contributor)))
        }
        if let address = openData.address { members.append(.init("dcat:landingPage", reference(address))) }
        members.append(.init("dcat:distribution", .array(files.map(distribution))))
        return .object(members)
    }

    private static let context: JSONValue = [
        "dcat": "http://www.w3.org/ns/dcat#", "dct": "http://purl.org/dc/terms/",
        "foaf": "http://xmlns.com/foaf/0.1/", "vcard": "http://www.w3.org/2006/vcard/ns#",
        "dcatde": "http://dcat-ap.de/def/dcatde/", "xsd": "http://www.w3.org/2001/XMLSchema#",
    ]

    /// What portals know the same data again by, wherever they come from: town and period, which do not change.
    private var identifier: String {
        "quartier-" + (project.town.municipalKey.map { "\($0)" } ?? project.town.name) + "-" + project.period
    }

    private var title: String {
        project.report.title ?? Catalogue.of(language).text("reports.title", ["town": project.town.name])
    }

    /// A file of the edition, with its type and its name in the list of file types of the EU.
    private struct File {
        let path: String
        let mediaType: String
        let format: String
    }

    private var files: [File] {
        tables.map { File(path: $0.path, mediaType: "text/csv", format: "CSV") }
            + maps.map { File(path: $0.rawValue + ".geojson", mediaType: "application/geo+json", format: "GEOJSON") }
            + [
                File(path: MapPackage.fileName, mediaType: "application/geopackage+sqlite3", format: "GPKG"),
                File(path: OfficeWorkbook.fileName, mediaType: OfficeWorkbook.mediaType, format: "XLSX"),
            ]
    }

    private func distribution(_ file: File) -> JSONValue {
        let address = reference((openData.address ?? "") + file.path)
        return [
            "@type": "dcat:Distribution", "dct:title": .string(file.path), "dcat:accessURL": address,
            "dcat:downloadURL": address,
            "dcat:mediaType": reference("https://www.iana.org/assignments/media-types/" + file.mediaType),
            "dct:format": reference("http://publications.europa.eu/resource/authority/file-type/" + file.format),
            "dct:license": reference(openData.licence.address),
        ]
    }

    private func text(_ text: String) -> JSONValue {
        ["@value": .string(text), "@language": .string(language.rawValue)]
    }

    private func day(_ day: CalendarDate) -> JSONValue { ["@value": .string("\(day)"), "@type": "xsd:date"] }

    private func reference(_ address: String) -> JSONValue { ["@id": .string(address)] }
}
