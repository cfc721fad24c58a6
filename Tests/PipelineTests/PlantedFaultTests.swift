import Features
import Foundation
import Pipeline
import TestSupport
import Testing
import Wording

/// The planted faults of the sample data: `check` finds each, where it is, and nothing else, and says it
/// in both languages.
@Suite struct PlantedFaultTests {
    static let folders = ((try? FileManager.default.contentsOfDirectory(atPath: Repository.sample("faults"))) ?? [])
        .filter { $0.hasPrefix("Q") }.sorted()

    @Test func thereAreFaults() {
        #expect(PlantedFaultTests.folders.count >= 100)
    }

    /// What `expected.txt` says: `Q204 error quartiere.geojson:2`, then lines such as `also Q206 note`.
    struct Expectation {
        var code: String
        var severity: String
        var file: String
        var feature: Int?
        /// Codes with severity that are consequences.
        var also: Set<String> = []

        init(_ folder: String) throws {
            let text = try String(
                contentsOf: URL(filePath: Repository.sample("faults/\(folder)/expected.txt")), encoding: .utf8)
            let lines = text.split(separator: "\n").map { $0.split(separator: " ").map(String.init) }
            let first = try #require(lines.first)
            try #require(first.count == 3)
            code = first[0]
            severity = first[1]
            let place = first[2].split(separator: ":").map(String.init)
            file = place[0]
            feature = place.count > 1 ? Int(place[1]) : nil
            for line in lines.dropFirst() {
                try #require(line.count == 3 && line[0] == "also")
                also.insert("\(line[1]) \(line[2])")
            }
        }
    }

    @Test(arguments: folders) func checkFindsTheFaultAndNothingElse(_ folder: String) throws {
        let expected = try Expectation(folder)
        let report = CheckReport.make(project: Repository.sample("faults/\(folder)/quartier.yaml"))
        let main = "\(expected.code) \(expected.severity)"
        let found = Set(report.findings.map { "\($0.code.rawValue) \($0.severity.rawValue)" })
        // A mini-town lacks layers, so chapters drop; where reading ends early, that is never looked at.
        #expect(found.subtracting(["Q510 note"]) == expected.also.union([main]).subtracting(["Q510 note"]))

        let findings = report.findings.filter { $0.code.rawValue == expected.code }
        let atPlace = findings.filter { finding in
            guard let location = finding.location, location.file.hasSuffix("/\(folder)/\(expected.file)") else {
                return false
            }
            return finding.severity.rawValue == expected.severity
                && (expected.feature == nil || location.feature == expected.feature)
        }
        #expect(!atPlace.isEmpty, "\(findings.map { "\($0.location as Features.SourceLocation?)" })")
        #expect(report.exitCode() == exitCode(report, expected))
        textsAreWholeInBothLanguages(report.findings)
    }

    /// 2 for what cannot be read, 65 for what ends reading, 1 for findings above a note, else 0.
    private func exitCode(_ report: CheckReport, _ expected: Expectation) -> Int32 {
        if expected.code == "Q101" { return 2 }
        if report.failure != nil { return 65 }
        let severities = [expected.severity] + expected.also.map { String($0.split(separator: " ")[1]) }
        return severities.contains { $0 != "note" } ? 1 : 0
    }

    private func textsAreWholeInBothLanguages(_ findings: [Diagnostic]) {
        for finding in findings {
            for language in Language.allCases {
                for text in [finding.message(language), finding.remedy(language)] {
                    #expect(!text.isEmpty)
                    #expect(!text.contains { "{}⟨⟩".contains($0) }, "\(finding.code.rawValue): \(text)")
                }
            }
            #expect(finding.message(.german) != finding.message(.english))
        }
    }

    @Test func namesOfFoldersAreThoseOfTheCodes() throws {
        for folder in PlantedFaultTests.folders {
            let code = try #require(DiagnosticCode(rawValue: String(folder.prefix(4))))
            #expect(folder == "\(code.rawValue)-\(code.name)")
        }
    }

    @Test func everyCodeThatFilesCanShowIsPlanted() {
        let planted = Set(PlantedFaultTests.folders.map { String($0.prefix(4)) })
        // Size, grids and positions without an image; what GEOS alone can bring about; running and writing; tables, which
        // FormatsTests tortures; joins and addresses, which FeaturesTests and TownTests know.
        let without: Set<DiagnosticCode> = [
            .tooLarge, .furtherFindings, .overlayFallback, .overlayFailed, .geometryRejected, .gridMissing,
            // Census files are no part of the sample town.
            .censusRefused, .censusRowRefused, .censusCentreDiffers, .censusCellRepeated, .censusValueUnreadable,
            .censusEmpty,
            .gridReplaced, .transformFailed, .outputExists, .outputUnwritable, .internalInconsistency, .outputNotOurs,
            .draftMissing, .countsNotProtected, .nothingReleased,
            // A run that is rendered again, and programs beside ours: ReportTests and PrintingTests.
            .keptRunMissing, .keptRunVersion, .keptRunDamaged, .keptRunOfOther, .programMissing, .programFailed,
            // The town's own look is no part of the sample town: ReportEntryTests and LookTests.
            .ownTextUnknown, .ownTextUnfit, .colourTooLight, .logoUnusable,
            // The history of runs is no input of a run: tested in HistoryTests.
            .historyMissing, .historyNotAStore, .historyNewer, .historyDamaged, .historyLocked, .historyFull,
            .historyReadOnly, .historyUnreadable, .historyRunUnknown,
            // Updates and schedules: Tests/PipelineTests/Updating and UpdateCommandTests, ScheduleCommandTests.
            .snapshotMissing, .downloadFailed, .updateLocked, .inputShrank, .updateFolderTaken,
            .updateStateUnreadable, .updateLeftovers, .scheduleInvalid, .scheduleMissing, .timeZoneUnknown,
            // Quarters of an earlier date: Tests/PipelineTests/Boundaries.
            .boundariesChanged,
            // What is told of updates: Tests/PipelineTests/Notifying.
            .webhookFailed, .mailFailed, .secretMissing, .releaseUnreadable,
            // A change file is no part of a project, nor is which measure is asked about: ScenarioComparisonTests,
            // ChangeFileTests, BeforeAfterTests.
            .changeFileUnreadable, .changeTargetUnknown, .changeWithoutConsequence, .measureUnknown,
            // Packages come from other towns: ExchangeTests.
            .exchangeUnreadable, .exchangeMethodsDiffer, .exchangeTypesDiffer, .releaseMissing, .releaseAltered,
            .tableRecordTooLong, .tableQuoteUnclosed, .tableRecordShort, .tableRecordLong, .tableNULBytes,
            .tableEncodingInvalid, .tableEncodingMixed, .tableColumnRenamed, .tableFormulas, .tableWithoutRecords,
            .tableNumberUnusable, .tableColumnNotNumeric, .tableNumberAmbiguous, .tableTextBehindQuote,
            .tableTitleSkipped,
            // Archives and sheets: hostile ones are made in ArchivesTests, odd ones stand in SpreadsheetsTests.
            .archiveUnreadable, .archiveTooLarge, .archiveBomb, .archiveEncrypted, .archiveMethodUnknown,
            .archiveDamaged, .archiveNamesOdd, .spreadsheetUnreadable, .spreadsheetOtherFormat, .sheetMissing,
            .sheetTooLarge, .cellsInError, .formulasTaken, .sheetParts,
            .rowsWithoutArea, .areasWithoutRow, .joinedByPrefix, .joinedByName, .rowsAmbiguous, .totalDiffers,
            .valueTwice,
            // Figures per quarter are no part of the sample town; PopulationRegisterTests has them.
            .otherYear, .spreadByArea, .countUnplaced, .spreadOtherwise, .otherCensus,
            .groupExceedsResidents,
            .addressUnknown, .addressNumberUnknown, .addressUncertain,
            // Databases and shapefiles: hostile ones are made in GeoPackageTests and ShapefileTests.
            .geoPackageMalformed, .layerNotNamed, .layerNotFound, .geometryUnreadable, .columnNotRead, .changesPending,
            .shapefileMalformed, .shapefilePartMissing, .recordsDiffer, .encodingAssumed,
        ]
        for code in DiagnosticCode.allCases {
            #expect(planted.contains(code.rawValue) != without.contains(code), "\(code.rawValue) \(code.name)")
        }
    }
}
