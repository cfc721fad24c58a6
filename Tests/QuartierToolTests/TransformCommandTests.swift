import Foundation
import TestSupport
import Testing

/// `quartier transform`: numbers, refusals and faulty lines.
@Suite struct TransformCommandTests {
    private let toUTM = ["transform", "--from", "EPSG:31467", "--to", "EPSG:25832"]

    private func numbers(_ line: some StringProtocol) -> [Double] {
        line.split(separator: " ").compactMap { Double($0) }
    }

    /// The value is that of `cs2cs`-like tools with BETA2007 (pyproj 3.6, fixture of ReferenceSystemsTests); without the
    /// grid it would lie 0.8 m beside.
    @Test func gaussKruegerUsesTheGrid() throws {
        let result = try Command.run(toUTM + ["--language", "en"], input: "3565000 5950000\n")
        #expect(result.code == 0)
        let place = numbers(result.output.dropLast())
        #expect(abs(place[0] - 564_903.923353) < 1e-5)
        #expect(abs(place[1] - 5_948_059.176945) < 1e-5)
        #expect(result.error.contains("BETA2007"))
        #expect(result.error.contains("Accuracy: 0.9 m"))
    }

    @Test func thereAndBackIsTheSamePlace() throws {
        let lines = (0..<200).map { "\(3_500_000 + $0 * 500) \(5_700_000 + $0 * 1000)" }
        let there = try Command.run(toUTM + ["-q"], input: lines.joined(separator: "\n"))
        #expect(there.error.isEmpty)
        let back = try Command.run(
            ["transform", "--from", "EPSG:25832", "--to", "EPSG:31467", "-q", "--decimals", "3"], input: there.output)
        let found = back.output.split(separator: "\n")
        #expect(found.count == lines.count)
        for (line, image) in zip(lines, found) {
            for (before, after) in zip(numbers(line), numbers(image)) { #expect(abs(before - after) <= 0.002) }
        }
    }

    @Test func aMissingGridIsRefusedUnlessLessWillDo() throws {
        let data = URL(filePath: "/usr/share/proj/proj.db")
        guard FileManager.default.fileExists(atPath: data.path()) else {
            print("skipped: proj.db is not at \(data.path())")
            return
        }
        let scratch = try Scratch()
        try FileManager.default.copyItem(at: data, to: scratch.folder.appending(path: "proj.db"))
        let environment = ["PROJ_DATA": scratch.folder.path(), "PROJ_LIB": scratch.folder.path()]
        let input = Data("3565000 5950000\n".utf8)
        for (language, words) in [("en", "needs the grid"), ("de", "fehlt das Gitter")] {
            let refused = try Command.run(toUTM + ["--language", language], input: input, environment: environment)
            #expect(refused.code == 65)
            #expect(refused.output.isEmpty)
            #expect(refused.error.contains("Q309"))
            #expect(refused.error.contains("BETA2007"))
            #expect(refused.error.contains(words))
        }
        let less = try Command.run(
            toUTM + ["--allow-less-accurate", "--language", "en"], input: input, environment: environment)
        #expect(less.code == 0)
        #expect(less.error.contains("Accuracy: 3 m"))
        let place = numbers(less.output.dropLast())
        #expect(abs(place[0] - 564_903.9) < 3 && abs(place[0] - 564_903.923353) > 0.1)
    }

    @Test(arguments: ["abc def", "1", "1 2 3", "nan nan", "inf 1", "1e999 2", "0x10 1", "NaN 1", "1,5 2,5"])
    func aLineThatIsNotTwoNumbersEndsWithItsNumber(_ line: String) throws {
        let result = try Command.run(toUTM + ["-q", "--language", "en"], input: "# a\n3565000 5950000\n\(line)\n1 2\n")
        #expect(result.code == 65)
        #expect(result.error.hasPrefix("Line 3 "))
        #expect(result.error.contains(line))
        // What came before is there.
        #expect(result.output.split(separator: "\n").count == 2)
    }

    @Test func bytesThatAreNoTextEndWithTheirLine() throws {
        let result = try Command.run(toUTM + ["-q", "--language", "en"], input: Data([0xFF, 0xFE, 0x0A]))
        #expect(result.code == 65)
        #expect(result.error.hasPrefix("Line 1 "))
    }

    @Test func aPlaceWithoutImageIsMarked() throws {
        let result = try Command.run(
            ["transform", "--from", "EPSG:4326", "--to", "EPSG:25832", "-q"], input: "9 54\n9 91\n9 54\n")
        #expect(result.code == 1)
        let lines = result.output.split(separator: "\n")
        #expect(lines.count == 3)
        #expect(lines[1] == "* *")
        #expect(lines[0] == lines[2])
    }

    @Test func linesComeOutAsTheyWentIn() throws {
        let result = try Command.run(
            toUTM + ["-q", "--decimals", "1"], input: "# head\n\n3565000;5950000\r\n3565000\t5950000")
        #expect(result.output == "# head\n\n564903.9 5948059.2\n564903.9 5948059.2\n")
        #expect(try Command.run(toUTM + ["-q"], input: "").output.isEmpty)
    }

    @Test(arguments: [
        ("EPSG:99999", "Q302"), ("+proj=utm +zone=32", "Q312"), ("/etc/passwd", "Q312"),
        ("https://example.org/crs", "Q312"),
    ])
    func systemsThatAreNotTakenAre65(_ system: String, _ code: String) throws {
        let result = try Command.run(["transform", "--from", system, "--to", "EPSG:25832"], input: "1 2\n")
        #expect(result.code == 65)
        #expect(result.output.isEmpty)
        #expect(result.error.contains(code))
    }

    @Test func decimalsHaveARange() throws {
        #expect(try Command.run(toUTM + ["--decimals", "18"]).code == 64)
        #expect(try Command.run(toUTM + ["--decimals=-1"]).code == 64)
    }
}
