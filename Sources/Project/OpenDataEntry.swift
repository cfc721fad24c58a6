public import Features

/// What an open-data portal is told of the public edition: the section `open_data` of the project file.
public struct OpenDataEntry: Sendable, Hashable {
    /// The licences that portals know, by the words of the project file.
    public enum Licence: String, Sendable, Hashable, CaseIterable {
        case attribution = "dl-de/by-2-0"
        case zero = "dl-de/zero-2-0"
        case creativeCommonsAttribution = "CC-BY-4.0"
        case creativeCommonsZero = "CC0-1.0"
        case openDatabase = "ODbL-1.0"

        /// The address of the licence in the list of DCAT-AP.de.
        public var address: String {
            let base = "http://dcat-ap.de/def/licenses/"
            return switch self {
            case .attribution: base + "dl-by-de/2.0"
            case .zero: base + "dl-zero-de/2.0"
            case .creativeCommonsAttribution: base + "cc-by/4.0"
            case .creativeCommonsZero: base + "cc-zero"
            case .openDatabase: base + "odbl"
            }
        }
    }

    /// Who publishes the data: the town.
    public var publisher: String
    /// Whom to ask: an office, never a person.
    public var contact: String
    /// The address of the office's page: DCAT-AP.de wants one, or a mailbox.
    public var contactURL: String
    /// What the data are, in a sentence.
    public var description: String
    /// Under what terms others may use them.
    public var licence: Licence
    /// The folder on the web where the files of the public edition will lie, with a slash at its end.
    public var address: String?
    /// When they were published first.
    public var issued: CalendarDate?
    /// By what name the national portal knows who delivers the data, in its list http://dcat-ap.de/def/contributors.
    public var contributor: String?
}

extension ProjectFile {
    /// The section `open_data`; nil where there is none or it is not whole.
    static func readOpenData(_ root: YAMLMapping) -> OpenDataEntry? {
        guard let mapping = root.mapping("open_data") else { return nil }
        let publisher = mapping.text("publisher", required: true)
        let contact = mapping.text("contact", required: true)
        if let contact, contact.contains("@") { mapping.refuse("contact", "expected_office") }
        let url = mapping.address("contact_url", required: true)
        let description = mapping.text("description", required: true)
        let licence: OpenDataEntry.Licence? = mapping.choice("licence", required: true)
        let address = mapping.address("address")
        let issued = mapping.date("issued")
        let contributor = mapping.text("contributor")
        if let contributor, contributor.wholeMatch(of: /[A-Za-z0-9_\-]+/) == nil {
            mapping.refuse("contributor", "expected_contributor")
        }
        mapping.finish()
        guard let publisher, let contact, let url, let description, let licence else { return nil }
        return OpenDataEntry(
            publisher: publisher, contact: contact, contactURL: url, description: description, licence: licence,
            address: address.map { $0.hasSuffix("/") ? $0 : $0 + "/" }, issued: issued, contributor: contributor)
    }
}
