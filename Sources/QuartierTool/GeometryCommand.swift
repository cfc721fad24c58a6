internal import Planar
internal import ArgumentParser
internal import Formats
internal import Topology

/// `quartier geometry`.
struct GeometryCommand: ParsableCommand {
    static let configuration = CommandConfiguration(
        commandName: "geometry", abstract: "The geometry layer, scriptable: JSON lines in, JSON lines out.",
        discussion: """
            One line in, one line out, in order:
              in   {"id": …, "op": "intersection", "a": WKT or hex WKB, "b": …, "args": […], "scale": …}
              out  {"id": …, "result": …} or {"id": …, "unsupported": …} or {"id": …, "error": …}
            Geometries come out as WKT with the shortest numbers that read back the same.

            EXAMPLE
              echo '{"id":1,"op":"buffer","a":"POINT(0 0)","args":[1]}' | quartier geometry
            """)

    @Flag(help: "List the operations.")
    var list = false

    @Option(help: "The time limit of one operation in seconds.")
    var timeLimit = 30.0

    func validate() throws {
        guard timeLimit.isFinite, timeLimit > 0, timeLimit <= 86_400 else {
            throw ValidationError("--time-limit takes seconds above 0, at most 86400.")
        }
    }

    func run() throws {
        if list {
            Terminal.out(GeometryScript.operationNames.joined(separator: "\n") + "\n")
            return
        }
        var limits = OperationLimits.standard
        limits.seconds = timeLimit
        let script = GeometryScript(limits: limits)
        while let line = readLine() {
            Terminal.out(GeometryCommand.answer(line, script).text(.compact) + "\n")
        }
    }

    /// The answer to one line; a line that cannot be understood is answered with an error.
    static func answer(_ line: String, _ script: GeometryScript) -> JSONValue {
        let input: JSONValue
        do {
            input = try JSONValue(parsing: line)
        } catch {
            return ["id": .null, "error": .string("The line is no JSON (\(error.reason) at byte \(error.offset)).")]
        }
        let id = input["id"] ?? .null
        guard let operation = input["op"]?.string else {
            return ["id": id, "error": "The line has no \"op\", or it is no text."]
        }
        let request: GeometryRequest
        switch decode(operation, input) {
        case .success(let decoded): request = decoded
        case .failure(let fault): return ["id": id, "error": .string(fault.sentence)]
        }
        switch script.respond(to: request) {
        case .unsupported(let name):
            return ["id": id, "unsupported": .string(name)]
        case .error(let sentence):
            return ["id": id, "error": .string(sentence)]
        case .result(let result, let notes):
            var members = [JSONValue.Member("id", id), JSONValue.Member("result", value(result))]
            if !notes.isEmpty { members.append(.init("notes", .array(notes.map { .string($0) }))) }
            return .object(members)
        }
    }

    /// Why a line's members do not fit.
    private struct Fault: Error {
        let sentence: String
    }

    private static func decode(_ operation: String, _ input: JSONValue) -> Result<GeometryRequest, Fault> {
        var request = GeometryRequest(operation: operation, a: nil)
        for (name, path) in ["a": \GeometryRequest.a, "b": \GeometryRequest.b] {
            switch input[name] {
            case nil, .null: break
            case .string(let text): request[keyPath: path] = text
            default: return .failure(Fault(sentence: "\"\(name)\" must be a text: WKT or hexadecimal WKB."))
            }
        }
        switch input["scale"] {
        case nil, .null: break
        case let scale?:
            guard let number = scale.double else { return .failure(Fault(sentence: "\"scale\" must be a number.")) }
            request.scale = number
        }
        switch input["args"] {
        case nil, .null: break
        case .array(let arguments):
            for argument in arguments {
                switch argument {
                case .integer(let number): request.arguments.append(.number(Double(number)))
                case .number(let number): request.arguments.append(.number(number))
                case .string(let text): request.arguments.append(.text(text))
                case .boolean(let truth): request.arguments.append(.truth(truth))
                default:
                    return .failure(Fault(sentence: "\"args\" holds something other than numbers, texts and truths."))
                }
            }
        default: return .failure(Fault(sentence: "\"args\" must be a list."))
        }
        return .success(request)
    }

    private static func value(_ result: GeometryResult) -> JSONValue {
        switch result {
        case .geometry(let geometry): .string(geometry.wellKnownText)
        case .number(let number): .number(number)
        case .truth(let truth): .boolean(truth)
        case .text(let text): .string(text)
        }
    }
}
