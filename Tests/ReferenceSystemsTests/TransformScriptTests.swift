import TestSupport
import Testing
import Wording

@testable import ReferenceSystems

@Suite("The command transform")
struct TransformScriptTests {
    private func convert(
        _ text: String, from: String = "OGC:CRS84", to: String = "EPSG:25832", firstLine: Int = 1, decimals: Int? = nil
    ) throws -> (text: String, failedLines: [Int], positionCount: Int) {
        let transform = try CoordinateTransform(
            from: CoordinateReferenceSystem(from), to: CoordinateReferenceSystem(to))
        let output = try TransformScript.convert(
            Array(text.utf8), with: transform, firstLine: firstLine, decimals: decimals)
        return (String(decoding: output.text, as: UTF8.self), output.failedLines, output.positionCount)
    }

    @Test("each line of two numbers becomes one, other lines stay")
    func lines() throws {
        let text = "# east north\n\n9 0\n9,0\n9\t0\r\n 9 ; 0 \n+9.0e0 -0.0"
        let output = try convert(text, decimals: 3)
        #expect(output.text == "# east north\n\n" + String(repeating: "500000.000 0.000\n", count: 5))
        #expect(output.positionCount == 5 && output.failedLines.isEmpty)
    }

    @Test("nothing in, nothing out", arguments: ["", "\n", "# only\n"])
    func nothing(text: String) throws {
        let output = try convert(text)
        #expect(output.text == text)
        #expect(output.positionCount == 0)
    }

    @Test("numbers read back as the same numbers, unless decimals are asked for")
    func roundTrip() throws {
        var generator = SeededGenerator(seed: 7)
        let places = (0..<500).map { _ in
            (Double.random(in: 6...12, using: &generator), Double.random(in: 47...55, using: &generator))
        }
        let transform = try CoordinateTransform(from: .wgs84, to: CoordinateReferenceSystem("EPSG:25832"))
        let lines = try convert(places.map { "\($0.0) \($0.1)\n" }.joined()).text.split(separator: "\n")
        #expect(lines.count == 500)
        for (line, place) in zip(lines, places) {
            let numbers = line.split(separator: " ").compactMap { Double($0) }
            let expected = try #require(transform.apply(x: place.0, y: place.1))
            #expect(numbers == [expected.x, expected.y])
        }
    }

    @Test("places with no image are marked and counted by line")
    func noImage() throws {
        let output = try convert("9 54\n9 91\n# x\n1e300 2\n", firstLine: 100)
        #expect(output.failedLines == [101, 103])
        #expect(output.text.split(separator: "\n").map(String.init)[1...] == ["* *", "# x", "* *"])
    }

    @Test(
        "a line that is not two finite numbers is an error with its number",
        arguments: [
            "9", "9 54 12", "nine 54", "nan 54", "9 inf", "9 1e999", "0x9 54", "3500000,5 5500000,5", "9 54 # here",
            "9° 54°", "- 1", "9 54\u{0}", "1e 2", "٩ 54", "\u{FEFF}9 54",
        ])
    func malformed(line: String) throws {
        let transform = try CoordinateTransform(from: .wgs84, to: CoordinateReferenceSystem("EPSG:25832"))
        let error = #expect(throws: TransformScript.MalformedLine.self) {
            try TransformScript.convert(Array("9 54\n\(line)\n".utf8), with: transform, firstLine: 10)
        }
        #expect(error?.line == 11)
        #expect(error?.description.contains("11") == true && error?.description(.german).contains("11") == true)
    }

    @Test("decimals are rounded to the nearest, and kept within what a number can say")
    func decimals() throws {
        #expect(try convert("9.123456789 54.5", to: "EPSG:4326", decimals: 7).text == "9.1234568 54.5000000\n")
        #expect(try convert("9 54", to: "EPSG:4326", decimals: 0).text == "9 54\n")
        #expect(try convert("9 54", to: "EPSG:4326", decimals: -3).text == "9 54\n")
        #expect(try convert("9 54", to: "EPSG:4326", decimals: 99).text == "9.00000000000000000 54.00000000000000000\n")
        #expect(try convert("1e308 54", to: "EPSG:4326", decimals: 17).text.utf8.count == 309 + 18 + 1 + 20 + 1)
    }

    @Test("the operation, its accuracy and its grids are told in both languages")
    func summary() throws {
        let grid = try CoordinateTransform(
            from: CoordinateReferenceSystem("EPSG:31467"), to: CoordinateReferenceSystem("EPSG:25832"))
        let english = TransformScript.summary(grid, .english)
        for part in ["EPSG:31467", "EPSG:25832", "DHDN to ETRS89 (8)", "0.9 m", "BETA2007.gsb"] {
            #expect(english.contains(part))
        }
        #expect(english.split(separator: "\n").count == 4)
        let ballpark = try CoordinateTransform(
            from: CoordinateReferenceSystem("EPSG:27700"), to: CoordinateReferenceSystem("EPSG:4258"),
            missingGrid: .allowLessAccurate)
        for language in Language.allCases {
            let text = TransformScript.summary(ballpark, language)
            #expect(text.split(separator: "\n").count == 7)
            #expect(text.contains("OSTN15"))
            #expect(!text.contains("{") && !text.contains("⟨"))
        }
    }
}
