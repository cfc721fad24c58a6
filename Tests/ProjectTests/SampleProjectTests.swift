import Features
import Foundation
import Project
import Testing

/// The project files of the sample data: the whole ones are clean, and each planted fault of a project file is found.
@Suite struct SampleProjectTests {
    private static let sampleData = URL(filePath: #filePath).deletingLastPathComponent().deletingLastPathComponent()
        .deletingLastPathComponent().appending(path: "SampleData")

    private func codes(_ folder: String) throws -> [DiagnosticCode] {
        let file = SampleProjectTests.sampleData.appending(path: folder).appending(path: "quartier.yaml")
        return ProjectFile.decode(try String(contentsOf: file, encoding: .utf8), file: file.path()).findings.map(\.code)
    }

    @Test func yearlyStatesAreClean() throws {
        // In 2022 the town had not yet written down its understanding.
        #expect(try codes("2022") == [.understandingEmpty])
        #expect(try codes("2023") == [])
        #expect(try codes("2024") == [])
    }

    @Test func everyPlantedFaultOfAProjectFileIsFoundAndNothingElse() throws {
        let faults = try FileManager.default.contentsOfDirectory(
            atPath: SampleProjectTests.sampleData.appending(path: "faults").path()
        ).filter { $0.hasPrefix("Q") }.sorted()
        #expect(faults.count > 50)
        for fault in faults {
            let planted = DiagnosticCode(rawValue: String(fault.prefix(4)))
            let expected = fault.hasPrefix("Q6") || planted == .contactColumn ? [planted] : []
            #expect(try codes("faults/\(fault)") == expected, "\(fault)")
        }
    }
}
