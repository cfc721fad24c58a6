internal import ArgumentParser
internal import Audit
internal import Features
internal import Foundation
internal import Pipeline
internal import Wording

/// `quartier publish`.
struct PublishCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "publish", abstract: "Release the draft of a run after you have read it.",
        discussion: """
            Audits the draft together with all earlier releases, records who released it and when, and copies it to a
            folder of its own. Earlier releases stay as they are. Where the project file names a feed of changes (notify:
            feed), it is made anew.

            EXAMPLES
              quartier publish ergebnis --role "Amt für Stadtentwicklung"
              quartier publish ergebnis --to website/quartiere --role "Integrationsbeauftragte" --date 2025-03-01
              quartier publish ergebnis --role "Amt für Stadtentwicklung" --pdf --docx

            EXIT STATUS
              0 released · 1 the audit found something, nothing released · 2 unreadable
            """)

    @Argument(help: "The folder that quartier run wrote.")
    var folder = "ergebnis"

    @Option(name: .customLong("to"), help: "Where releases stand: a folder for each, named by its period.")
    var shelf = "veroeffentlicht"

    @Option(name: .shortAndLong, help: "The project file of the run; quartier.yaml where there is one.")
    var project: String?

    @Option(help: "The role, not the name, of the person who read the draft and releases it.")
    var role: String

    @Option(help: "The day of the release, such as 2025-03-01; today where it is left out.")
    var date: String?

    @Option(help: "What is to be known of this release.")
    var note: String?

    @OptionGroup(title: "Files") var printing: PrintOptions
    @OptionGroup var shared: SharedOptions

    func validate() throws {
        if role.allSatisfy(\.isWhitespace) { throw ValidationError("--role must say who releases.") }
        if let date, CalendarDate(iso: date) == nil { throw ValidationError("--date takes a day such as 2025-03-01.") }
    }

    func run() throws {
        shared.apply()
        guard let day = CalendarDate(iso: date ?? PublishCommand.today()) else { return }
        if let warning = Publisher.warning(run: folder) { Terminal.error(warning.description(Terminal.language)) }
        let progress = ProgressLine(quiet: shared.quiet)
        defer { progress.clear() }
        let outcome = try Publisher.publish(
            run: folder, to: PublicationShelf(path: shelf), as: Release(role: role, date: day, note: note),
            forms: printing.forms, progress: progress.reporter)
        progress.clear()
        let catalogue = Catalogue.of(Terminal.language)
        switch outcome {
        case .released(let released, let report):
            if !shared.quiet {
                Terminal.error(
                    catalogue.text(
                        "publish.done", ["folder": released, "cells": "\(report.cells)", "hidden": "\(report.hidden)"]))
            }
            tellFeed(released)
        case .refused(let report):
            Terminal.error(report.text(Terminal.language) + catalogue.text("publish.refused"))
            throw ExitCode(1)
        }
    }

    /// Makes the feed of the project anew. The release stands whatever comes of it.
    private func tellFeed(_ released: String) {
        let usual = "quartier.yaml"
        guard let project = project ?? (FileManager.default.fileExists(atPath: usual) ? usual : nil) else { return }
        let feed = Notifier.feed(project: project, release: released, language: shared.language)
        for finding in feed.findings { Terminal.error(finding.description(Terminal.language)) }
        guard let file = feed.file, feed.findings.isEmpty, !shared.quiet else { return }
        Terminal.error(Catalogue.of(Terminal.language).text("publish.feed", ["file": file]))
    }

    /// The day that the machine's clock says, in its time zone.
    private static func today() -> String {
        let parts = Calendar(identifier: .gregorian).dateComponents([.year, .month, .day], from: Date())
        return String(format: "%04d-%02d-%02d", parts.year ?? 0, parts.month ?? 0, parts.day ?? 0)
    }
}
