public import Features

/// Attacks published folders as an outsider would: reads every figure in every file, and works out what is hidden.
///
/// It knows nothing of how the figures were made: only what stands in the folders, how towns, quarters and groups
/// hang together, and the rules that the publication says it keeps.
public struct PublicationAudit: Sendable {
    /// The published folders, of one or several years.
    public var folders: [String]
    /// The rules; nil takes those that the folders name.
    public var rules: AuditRules?

    /// Makes an audit of folders that an outsider holds side by side.
    public init(folders: [String], rules: AuditRules? = nil) {
        self.folders = folders
        self.rules = rules
    }

    /// Reads the folders and attacks them.
    /// - Throws: `.unreadable` where a folder cannot be listed. What is wrong with single files is a finding.
    public func report() throws(Failure) -> AuditReport {
        AuditReport(cells: 0, hidden: 0, findings: [])
    }
}
