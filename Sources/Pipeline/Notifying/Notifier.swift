public import Features
internal import Foundation
internal import Formats
internal import Project
public import Wording

/// Tells people and programs of updates, as the section `notify` of the project file says.
///
/// What cannot be told is a finding and undoes no update. What was told is kept in the folder of updates, so that nothing
/// is told twice; a message that was not taken goes out again with the next update.
public enum Notifier {
    /// Tells of an update that came to an end, and brings all files for monitors up to date.
    ///
    /// - Parameters:
    ///   - project: the path of the project file.
    ///   - language: the language of the messages; nil for that of the project.
    ///   - wait: waits some seconds, before another attempt; nil for a real wait.
    /// - Returns: what could not be told.
    public static func tell(
        _ outcome: UpdateOutcome, project path: String, language: Language? = nil,
        wait: ((Int) -> Void)? = nil
    ) -> [Diagnostic] {
        let wait = wait ?? { sleep(UInt32(clamping: $0)) }
        guard let (project, entry) = project(path) else { return [] }
        let language = language ?? project.language ?? .german
        let folder = UpdateFolder(project.update ?? UpdateEntry(), project: path)
        var findings = refresh(project, entry, folder, now: outcome.startedAt, language)
        let known = memory(folder)
        var next = known.after(outcome)
        if let notice = Notice(outcome, known: known), entry.webhook != nil || entry.mail != nil {
            next.letters.append(
                NoticeMemory.Letter(
                    subject: notice.subject(language), text: notice.text(language),
                    body: notice.json(language).text(.indented) + "\n", time: outcome.startedAt,
                    isForWebhook: entry.webhook != nil, isForMail: entry.mail != nil))
            next.letters = next.letters.suffix(NoticeMemory.mostLetters)
            // Who is killed while sending sends again: twice is better than never.
            keep(next, folder, &findings)
        }
        for index in next.letters.indices {
            findings += send(&next.letters[index], entry, folder, now: outcome.startedAt, wait: wait).filter {
                !findings.contains($0)
            }
        }
        next.letters.removeAll { !$0.isForWebhook && !$0.isForMail }
        keep(next, folder, &findings)
        return findings
    }

    /// Brings the files for monitors up to date without an update: their ages grow.
    ///
    /// - Parameter now: seconds after 1970-01-01 00:00:00 UTC.
    public static func refresh(project path: String, now: Int, language: Language? = nil) -> [Diagnostic] {
        guard let (project, entry) = project(path) else { return [] }
        let folder = UpdateFolder(project.update ?? UpdateEntry(), project: path)
        return refresh(project, entry, folder, now: now, language ?? project.language ?? .german)
    }

    /// Makes the feed of a project anew, after a release: what is public is told of at once, not with the next update.
    ///
    /// - Parameter release: the folder of the release.
    /// - Returns: the file, nil where the project has no feed; and why it could not be made.
    public static func feed(
        project path: String, release: String, language: Language? = nil
    ) -> (file: String?, findings: [Diagnostic]) {
        do throws(Failure) {
            let (project, _) = try TownInputs.readProject(path)
            guard let entry = project.notify, let feed = entry.feed else { return (nil, []) }
            let record = try? JSONValue(parsing: FileAccess.readAll(release + "/" + RunRecord.fileName))
            let run = [record?["town"]?.string ?? "", record?["period"]?.string ?? ""]
            guard run[0] == project.town.name else {
                let arguments = [
                    "run": run.joined(separator: " "), "project": "\(project.town.name) \(project.period)",
                ]
                return (nil, [Diagnostic(.keptRunOfOther, at: SourceLocation(file: path), arguments)])
            }
            let folder = UpdateFolder(project.update ?? UpdateEntry(), project: path)
            var findings: [Diagnostic] = []
            write(feed, project, folder, language ?? project.language ?? .german, &findings)
            return (Notifier.path(feed.file, folder), findings)
        } catch {
            return (nil, error.diagnostics)
        }
    }

    private static func project(_ path: String) -> (ProjectFile, NotifyEntry)? {
        guard let project = try? TownInputs.readProject(path).0, let entry = project.notify else { return nil }
        return (project, entry)
    }

    /// The path of a file that the section names.
    private static func path(_ name: String, _ folder: UpdateFolder) -> String {
        let base = FileAccess.folder(of: folder.project)
        return base.isEmpty || name.hasPrefix("/") ? name : base == "/" ? "/" + name : base + "/" + name
    }

    private static func refresh(
        _ project: ProjectFile, _ entry: NotifyEntry, _ folder: UpdateFolder, now: Int, _ language: Language
    ) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        var unused: [Diagnostic] = []
        let update = project.update ?? UpdateEntry()
        if let state = try? UpdateState.read(folder, findings: &unused) {
            let standing = Standing(state, town: project.town.name, months: update.months, now: now)
            for (name, text) in [(entry.health, standing.health), (entry.metrics, standing.metrics)] {
                if let name { write(text, to: path(name, folder), &findings) }
            }
        }
        if let feed = entry.feed { write(feed, project, folder, language, &findings) }
        return findings
    }

    /// Makes the feed of what is released by now.
    private static func write(
        _ feed: NotifyEntry.Feed, _ project: ProjectFile, _ folder: UpdateFolder, _ language: Language,
        _ findings: inout [Diagnostic]
    ) {
        do throws(Failure) {
            let made = try ReleasedChanges.feed(
                of: PublicationShelf(path: path(feed.shelf, folder)), town: project.town.name, url: feed.url,
                tolerance: (project.update ?? UpdateEntry()).tolerance)
            if let made { write(made.text(language), to: path(feed.file, folder), &findings) }
        } catch {
            findings += error.diagnostics
        }
    }

    /// Sends a message to those who did not take it yet; gives what was not taken. A part of the project file that is gone
    /// waits for nothing.
    private static func send(
        _ letter: inout NoticeMemory.Letter, _ entry: NotifyEntry, _ folder: UpdateFolder, now: Int, wait: (Int) -> Void
    ) -> [Diagnostic] {
        var findings: [Diagnostic] = []
        if letter.isForWebhook, let webhook = entry.webhook, let finding = call(webhook, letter, folder, now, wait) {
            findings.append(finding)
        } else {
            letter.isForWebhook = false
        }
        if letter.isForMail, let mail = entry.mail, let finding = post(mail, letter) {
            findings.append(finding)
        } else {
            letter.isForMail = false
        }
        return findings
    }

    private static func call(
        _ webhook: NotifyEntry.Webhook, _ letter: NoticeMemory.Letter, _ folder: UpdateFolder, _ now: Int,
        _ wait: (Int) -> Void
    ) -> Diagnostic? {
        let text = FileManager.default.contents(atPath: path(webhook.secretFile, folder)) ?? Data()
        let secret = Array(String(decoding: text, as: UTF8.self).trimmingCharacters(in: .whitespacesAndNewlines).utf8)
        guard secret.count >= WebhookCall.shortestSecret else {
            let arguments = ["file": webhook.secretFile, "bytes": "\(WebhookCall.shortestSecret)"]
            return Diagnostic(.secretMissing, at: webhook.location, arguments)
        }
        let call = WebhookCall(
            webhook: webhook, secret: secret, body: Array(letter.body.utf8), time: now, folder: folder.path)
        return call.send(wait: wait).map { Diagnostic(.webhookFailed, at: webhook.location, ["reason": $0]) }
    }

    private static func post(_ mail: NotifyEntry.Mail, _ letter: NoticeMemory.Letter) -> Diagnostic? {
        let message = MailMessage(
            from: mail.from, to: mail.to, subject: letter.subject, text: letter.text, time: letter.time)
        return Postbox.send(message).map { Diagnostic(.mailFailed, at: mail.location, ["reason": $0]) }
    }

    /// Writes a file where it differs from what stands there.
    private static func write(_ text: String, to path: String, _ findings: inout [Diagnostic]) {
        let bytes = Array(text.utf8)
        guard FileManager.default.contents(atPath: path).map([UInt8].init) != bytes else { return }
        do throws(Failure) {
            try AtomicFile.write(bytes, to: path, overwrite: true)
        } catch {
            findings += error.diagnostics
        }
    }

    private static func memory(_ folder: UpdateFolder) -> NoticeMemory {
        FileManager.default.contents(atPath: memoryPath(folder)).flatMap {
            try? JSONDecoder().decode(NoticeMemory.self, from: $0)
        } ?? NoticeMemory()
    }

    private static func keep(_ memory: NoticeMemory, _ folder: UpdateFolder, _ findings: inout [Diagnostic]) {
        let encoder = JSONEncoder()
        encoder.outputFormatting = [.sortedKeys, .withoutEscapingSlashes, .prettyPrinted]
        guard let bytes = try? encoder.encode(memory) else { return }
        write(String(decoding: bytes, as: UTF8.self) + "\n", to: memoryPath(folder), &findings)
    }

    private static func memoryPath(_ folder: UpdateFolder) -> String { folder.path + "/meldungen.json" }
}

extension Standing {
    /// How updates stand by their state, seen from a moment.
    init(_ state: UpdateState, town: String, months: Int, now: Int) {
        let today = CalendarDate(moment: now)
        let ends = (state.made?.fundingEnds ?? []).filter { end in
            today.map { end.day >= $0 && end.day <= $0.adding(months: months) } ?? false
        }
        self.init(
            town: town, now: now, lastAttemptAt: state.lastAttemptAt, lastGoodAt: state.lastGoodAt,
            run: state.made?.run, comingFundingEnds: ends.count, unanswered: state.made?.unanswered.count ?? 0)
    }
}
