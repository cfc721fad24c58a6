import Formats
import Foundation
import TestSupport
import Testing

/// `quartier geometry`: one answer for each line, in order, whatever the line.
@Suite struct GeometryCommandTests {
    private let square = "POLYGON ((0 0, 2 0, 2 2, 0 2, 0 0))"

    /// The answers to lines.
    private func ask(_ lines: [String]) throws -> [JSONValue] {
        let result = try Command.run(["geometry"], input: lines.joined(separator: "\n") + "\n")
        #expect(result.code == 0)
        #expect(result.error.isEmpty)
        let answers = try result.output.split(separator: "\n").map { try JSONValue(parsing: String($0)) }
        try #require(answers.count == lines.count)
        return answers
    }

    @Test func answersComeInOrder() throws {
        let lines = (0..<50).map { #"{"id":\#($0),"op":"distance","a":"POINT (0 0)","b":"POINT (\#($0) 0)"}"# }
        let answers = try ask(lines)
        #expect(answers.map { $0["id"]?.double } == (0..<50).map { Double($0) })
        #expect(answers.map { $0["result"]?.double } == (0..<50).map { Double($0) })
    }

    @Test func idsOfAnyTypeComeBack() throws {
        let ids = [
            "7", "-1.5", "\"x\"", "null", "true", "[1,[2,{}]]", #"{"a":{"b":null}}"#, "\"ä\\u20ac\"",
        ]
        let answers = try ask(ids.map { #"{"id":\#($0),"op":"isvalid","a":"POINT (1 2)"}"# })
        for (id, answer) in zip(ids, answers) {
            #expect(answer["id"] == (try JSONValue(parsing: id)))
            #expect(answer["result"] == true)
        }
    }

    @Test func resultsHaveTheirTypes() throws {
        let answers = try ask([
            #"{"id":1,"op":"intersection","a":"\#(square)","b":"POLYGON ((1 1, 3 1, 3 3, 1 3, 1 1))"}"#,
            #"{"id":2,"op":"getarea","a":"\#(square)"}"#,
            #"{"id":3,"op":"isvalid","a":"POLYGON ((0 0, 2 2, 2 0, 0 2, 0 0))"}"#,
            #"{"id":4,"op":"relate","a":"\#(square)","b":"POINT (1 1)"}"#,
            #"{"id":5,"op":"relate","a":"\#(square)","b":"POINT (1 1)","args":["T*****FF*"]}"#,
            #"{"id":6,"op":"relate","a":"\#(square)","b":"POINT (9 9)","args":["T*****FF*"]}"#,
            #"{"id":7,"op":"iswithindistance","a":"POINT (0 0)","b":"POINT (3 4)","args":[5]}"#,
            #"{"id":8,"op":"getcentroid","a":"\#(square)"}"#,
        ])
        #expect(answers[0]["result"]?.string == "POLYGON ((2 2, 2 1, 1 1, 1 2, 2 2))")
        #expect(answers[1]["result"]?.double == 4)
        #expect(answers[2]["result"] == false)
        #expect(answers[3]["result"]?.string == "0F2FF1FF2")
        #expect(answers[4]["result"] == true)
        #expect(answers[5]["result"] == false)
        #expect(answers[6]["result"] == true)
        #expect(answers[7]["result"]?.string == "POINT (1 1)")
    }

    @Test func scaleSnapsToAGrid() throws {
        let crossing = #""op":"intersection","a":"LINESTRING (0 0, 10 10)","b":"LINESTRING (0 9, 9 0)""#
        let answers = try ask(["{\(crossing)}", #"{\#(crossing),"scale":1}"#, #"{\#(crossing),"scale":10}"#])
        #expect(answers.map { $0["result"]?.string } == ["POINT (4.5 4.5)", "POINT (5 5)", "POINT (4.5 4.5)"])
        for scale in ["-1", "\"1\""] {
            #expect(try ask([#"{\#(crossing),"scale":\#(scale)}"#])[0]["result"] == nil)
        }
    }

    @Test func hexadecimalWKBIsTaken() throws {
        // POINT (1 2), little endian.
        let point = "0101000000000000000000F03F0000000000000040"
        let answers = try ask([
            #"{"op":"distance","a":"\#(point)","b":"POINT (4 6)"}"#,
            #"{"op":"getcentroid","a":"\#(point.lowercased())"}"#,
            #"{"op":"getcentroid","a":"\#(point.dropLast(2))"}"#,
        ])
        #expect(answers[0]["result"]?.double == 5)
        #expect(answers[1]["result"]?.string == "POINT (1 2)")
        #expect(answers[2]["error"] != nil)
    }

    @Test func unknownOperationsAreUnsupported() throws {
        #expect(try ask([#"{"id":1,"op":"teleport","a":"POINT (0 0)"}"#])[0]["unsupported"]?.string == "teleport")
    }

    @Test(arguments: [
        "garbage", "", "[1]", "42", "{}", #"{"id":1}"#, #"{"op":5}"#, #"{"op":"getarea"}"#, #"{"op":"getarea","a":5}"#,
        #"{"op":"getarea","a":"POLYGON ((0 0, 1 1))"}"#, #"{"op":"getarea","a":"POLYGON ((0 0, 1 1, 1 0))"}"#,
        #"{"op":"distance","a":"POINT (nan 0)","b":"POINT (0 0)"}"#,
        #"{"op":"distance","a":"POINT (inf 0)","b":"POINT (0 0)"}"#,
        #"{"op":"distance","a":"POINT (1e999 0)","b":"POINT (0 0)"}"#,
        #"{"op":"distance","a":"0101000000000000000000F87F0000000000000040","b":"POINT (0 0)"}"#,
        #"{"op":"buffer","a":"POINT (0 0)","args":[1e400]}"#, #"{"op":"buffer","a":"POINT (0 0)","args":5}"#,
        #"{"op":"buffer","a":"POINT (0 0)","args":[null]}"#,
        #"{"op":"relate","a":"POINT (0 0)","b":"POINT (0 0)","args":["nonsense"]}"#,
        #"{"op":"isvalid","a":"POINT (0 0)","op":"isvalid"}"#, "{\"op\":\"isvalid\",\"a\":\"POINT (0 0)",
    ])
    func badLinesAreAnsweredWithAnError(_ line: String) throws {
        // The lines around are answered as ever.
        let good = #"{"id":1,"op":"isvalid","a":"POINT (0 0)"}"#
        let answers = try ask([good, line, good])
        #expect(answers[1]["error"]?.string?.isEmpty == false)
        #expect(answers[1]["result"] == nil)
        #expect(answers[0] == answers[2])
        #expect(answers[0]["result"] == true)
    }

    @Test func bytesThatAreNoTextAreAnsweredWithAnError() throws {
        let result = try Command.run(["geometry"], input: Data([0xFF, 0xFE, 0x0A, 0x00, 0x0A]))
        #expect(result.code == 0)
        let answers = result.output.split(separator: "\n")
        #expect(answers.count == 2)
        #expect(answers.allSatisfy { $0.contains("\"error\"") })
    }

    @Test func deepNestingIsAnsweredWithAnError() throws {
        let depth = 20_000
        let nested =
            String(repeating: "GEOMETRYCOLLECTION (", count: depth) + "POINT (0 0)"
            + String(repeating: ")", count: depth)
        let brackets = String(repeating: "[", count: depth) + String(repeating: "]", count: depth)
        let answers = try ask([
            #"{"id":1,"op":"isvalid","a":"\#(nested)"}"#, #"{"id":\#(brackets),"op":"isvalid","a":"POINT (0 0)"}"#,
        ])
        for answer in answers { #expect(answer["error"] != nil) }
    }

    @Test func everyListedOperationAnswersAPlainQuestion() throws {
        let names = try Command.run(["geometry", "--list"]).output.split(separator: "\n").map(String.init)
        #expect(names.count > 60)
        #expect(names == names.sorted())
        let answers = try ask(
            names.map {
                #"{"op":"\#($0)","a":"\#(square)","b":"POLYGON ((1 1, 3 1, 3 3, 1 3, 1 1))","args":[1,1]}"#
            })
        for (name, answer) in zip(names, answers) { #expect(answer["unsupported"] == nil, "\(name)") }
    }

    @Test func eachAnswerIsThereBeforeTheNextQuestion() throws {
        let process = try Command.process(["geometry"])
        let (input, output) = (Pipe(), Pipe())
        process.standardInput = input
        process.standardOutput = output
        try process.run()
        for number in 0..<3 {
            try input.fileHandleForWriting.write(
                contentsOf: Data("{\"id\":\(number),\"op\":\"isvalid\",\"a\":\"POINT (0 0)\"}\n".utf8))
            let answer = String(decoding: output.fileHandleForReading.availableData, as: UTF8.self)
            #expect(answer == "{\"id\":\(number),\"result\":true}\n")
        }
        try input.fileHandleForWriting.close()
        process.waitUntilExit()
        #expect(process.terminationStatus == 0)
    }
}
