public import Features
internal import Formats
internal import Foundation
internal import Project
internal import Scheduling

/// Unit files by which systemd ticks a project, and the line by which cron does.
public struct ServiceUnits: Sendable, Hashable {
    /// The unit files: name and text, the service first.
    public let files: [File]
    /// The line for cron, without a line break.
    public let cronLine: String

    /// A unit file.
    public struct File: Sendable, Hashable {
        /// Its name.
        public let name: String
        /// Its text.
        public let text: String
    }

    /// Makes the units of a project.
    ///
    /// - Parameters:
    ///   - program: The absolute path of quartier.
    ///   - user: Whom the service runs as; nil for a unit of the user's own systemd.
    /// - Throws: `Failure` as ``ProjectSchedule/init(project:)``, and where a path cannot stand in a unit.
    public init(project path: String, program: String, user: String? = nil) throws(Failure) {
        let schedule = try ProjectSchedule(project: path).schedule
        let (project, _) = try TownInputs.readProject(path)
        let file = ServiceUnits.absolute(path)
        let folder = UpdateFolder(project.update ?? UpdateEntry(), project: file)
        let history = HistoryLocation.path(of: project, at: file).map(FileAccess.folder)
        let notified = [project.notify?.health, project.notify?.metrics, project.notify?.feed?.file]
            .compactMap(\.self).map {
                FileAccess.folder(of: $0.hasPrefix("/") ? $0 : FileAccess.folder(of: file) + "/" + $0)
            }
        var writable = [FileAccess.folder(of: file)]
        for other in [folder.path, FileAccess.folder(of: folder.output)] + (history.map { [$0] } ?? []) + notified
        where !writable.contains(where: { other == $0 || other.hasPrefix($0 + "/") }) { writable.append(other) }
        for text in writable + [file, program, user ?? "-"] where !ServiceUnits.isPlain(text) {
            throw Failure(
                .usage,
                Diagnostic(
                    .valueInvalid, at: SourceLocation(file: path),
                    ["key": text, "reason": "control_character", "hint": "value"]))
        }
        let name = "quartier-" + ServiceUnits.slug(project.town.name)
        files = [
            File(
                name: name + ".service",
                text: ServiceUnits.service(
                    project.town.name, command: [program, "schedule", "tick", "--quiet", file], writable: writable,
                    user: user)),
            File(name: name + ".timer", text: ServiceUnits.timer(project.town.name, schedule)),
        ]
        cronLine =
            "*/15 * * * * "
            + [program, "schedule", "tick", "--quiet", file].map(ServiceUnits.shellQuoted)
            .joined(separator: " ").replacing("%", with: "\\%")
    }

    /// Writes the unit files into a folder, which is made where there is none.
    public func write(to folder: String, overwrite: Bool) throws(Failure) {
        try UpdateFolder.make(folder)
        for file in files {
            try AtomicFile.write(Array(file.text.utf8), to: folder + "/" + file.name, overwrite: overwrite)
        }
    }

    /// A service that may write into the project's folders and nowhere else, and has no rights beyond.
    private static func service(_ town: String, command: [String], writable: [String], user: String?) -> String {
        """
        # Made by quartier schedule install.
        [Unit]
        Description=Quartier: update of \(plain(town))
        After=network-online.target
        Wants=network-online.target

        [Service]
        Type=oneshot
        ExecStart=\(command.map(unitQuoted).joined(separator: " "))
        # 75: another update is running; the next tick makes up for it.
        SuccessExitStatus=75
        TimeoutStartSec=6h
        Nice=10
        IOSchedulingClass=idle
        UMask=0027
        \(user.map { "User=\($0)\n" } ?? "")\
        ReadWritePaths=\(writable.map(unitQuoted).joined(separator: " "))
        ProtectSystem=strict
        ProtectHome=read-only
        PrivateTmp=yes
        PrivateDevices=yes
        ProtectKernelTunables=yes
        ProtectKernelModules=yes
        ProtectKernelLogs=yes
        ProtectControlGroups=yes
        ProtectClock=yes
        ProtectHostname=yes
        NoNewPrivileges=yes
        CapabilityBoundingSet=
        RestrictAddressFamilies=AF_UNIX AF_INET AF_INET6
        RestrictNamespaces=yes
        RestrictRealtime=yes
        RestrictSUIDSGID=yes
        LockPersonality=yes
        MemoryDenyWriteExecute=yes
        SystemCallArchitectures=native
        SystemCallFilter=@system-service

        """
    }

    /// A timer for the dates themselves, and one tick in a quarter of an hour for what was missed, put off, or falls into an
    /// hour that clocks skip: the tick decides what is due, so no date has two runs.
    private static func timer(_ town: String, _ schedule: Schedule) -> String {
        var expression = schedule.expression.description
        if schedule.expression.zoneName == nil { expression += " " + schedule.zone.name }
        return """
            # Made by quartier schedule install.
            [Unit]
            Description=Quartier: when the update of \(plain(town)) is due

            [Timer]
            OnCalendar=\(expression)
            OnCalendar=*:0/15
            Persistent=yes
            AccuracySec=1min

            [Install]
            WantedBy=timers.target

            """
    }

    private static func absolute(_ path: String) -> String {
        URL(
            filePath: path,
            relativeTo: URL(filePath: FileManager.default.currentDirectoryPath, directoryHint: .isDirectory)
        )
        .standardizedFileURL.path(percentEncoded: false)
    }

    /// Whether a text can stand in a unit: no control characters.
    private static func isPlain(_ text: String) -> Bool {
        !text.unicodeScalars.contains { $0.value < 0x20 || $0.value == 0x7F }
    }

    /// A name in a description: `%` begins a specifier.
    private static func plain(_ text: String) -> String {
        String(text.unicodeScalars.filter { $0.value >= 0x20 && $0.value != 0x7F }.map(Character.init))
            .replacing("%", with: "%%")
    }

    /// A word of a command line of a unit.
    private static func unitQuoted(_ text: String) -> String {
        let escaped = text.replacing("\\", with: "\\\\").replacing("\"", with: "\\\"").replacing("%", with: "%%")
            .replacing("$", with: "$$")
        return escaped.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-".contains($0)) }
            ? escaped : "\"\(escaped)\""
    }

    private static func shellQuoted(_ text: String) -> String {
        text.allSatisfy { $0.isASCII && ($0.isLetter || $0.isNumber || "/._-".contains($0)) }
            ? text : "'" + text.replacing("'", with: "'\\''") + "'"
    }

    /// The name of a town as part of a file name.
    private static func slug(_ town: String) -> String {
        let folded = town.lowercased().replacing("ä", with: "ae").replacing("ö", with: "oe").replacing("ü", with: "ue")
            .replacing("ß", with: "ss")
        let slug = String(folded.map { $0.isASCII && ($0.isLetter || $0.isNumber) ? $0 : "-" })
        return slug.allSatisfy { $0 == "-" } ? "stadt" : slug
    }
}
