internal import Features
internal import Foundation
internal import Project

/// Fetches the files from elsewhere that a project names.
enum Downloads {
    /// Fetches each and notes in the state what came. What could not be had is a finding; the last good copy stays.
    ///
    /// - Throws: `Failure` where the folder of downloads cannot be made.
    static func fetch(
        _ project: ProjectFile, to folder: UpdateFolder, state: inout UpdateState, findings: inout [Diagnostic],
        progress: RunProgress
    ) throws(Failure) {
        let downloads = project.update?.downloads ?? []
        guard !downloads.isEmpty else { return }
        try UpdateFolder.make(folder.downloads)
        for download in downloads {
            progress.report(.fetching, download.name)
            var file = FileDownload(download: download, folder: folder.downloads, known: state.downloads[download.name])
            file.check = DownloadCheck(entries: layers(of: project, readFrom: file.path, folder))
            switch file.fetch() {
            case .fetched(let known), .unchanged(let known): state.downloads[download.name] = known
            case .failed(let reason, var arguments):
                arguments["file"] = download.name
                arguments["reason"] = "download_" + reason
                findings.append(Diagnostic(.downloadFailed, at: download.location, arguments))
            }
        }
        let names = Set(downloads.map(\.name))
        state.downloads = state.downloads.filter { names.contains($0.key) }
    }

    /// The layers that are read from a file.
    private static func layers(of project: ProjectFile, readFrom path: String, _ folder: UpdateFolder) -> [LayerEntry] {
        let base = FileAccess.folder(of: folder.project)
        return project.layers.filter { layer in
            ([layer.file] + layer.joined).contains { file in
                (file.hasPrefix("/") || base.isEmpty ? file : base + "/" + file) == path
            }
        }
    }
}

extension UpdateFolder {
    /// Makes a folder where there is none.
    static func make(_ path: String) throws(Failure) {
        do {
            try FileManager.default.createDirectory(atPath: path, withIntermediateDirectories: true)
        } catch {
            throw Failure(
                .cannotCreate,
                Diagnostic(
                    .outputUnwritable, at: SourceLocation(file: path), ["reason": FileAccess.reason(error)]))
        }
    }
}
