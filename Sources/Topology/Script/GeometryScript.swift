internal import Planar

/// Answers the requests of the command `geometry`: one request, one answer, no state in between.
public struct GeometryScript: Sendable {
    private let limits: OperationLimits

    /// A script whose operations keep to the limits.
    public init(limits: OperationLimits = .standard) {
        self.limits = limits
    }

    /// The names of all operations, sorted.
    public static var operationNames: [String] { ScriptCatalogue.operations.keys.sorted() }

    /// Carries one request out. Never throws: what goes wrong is the answer.
    public func respond(to request: GeometryRequest) -> GeometryResponse {
        let name = request.operation.lowercased()
        guard let operation = ScriptCatalogue.operations[name] else { return .unsupported(request.operation) }
        do {
            var call = try ScriptCall(request, name: name, limits: limits)
            let result = try operation(&call)
            if case .number(let number) = result, !number.isFinite {
                return .error("\(name): the result is not a finite number.")
            }
            return .result(result, notes: call.notes)
        } catch let error as WellKnownError {
            return .error("\(name): the geometry cannot be read. \(error)")
        } catch {
            return .error("\(error)")
        }
    }
}

/// One request on its way: geometries read, arguments at hand, notes gathered.
struct ScriptCall {
    let name: String
    let engine: TopologyEngine
    let arguments: [GeometryRequest.Argument]
    private(set) var notes: [String]
    private let first: Geometry?
    private let second: Geometry?

    init(_ request: GeometryRequest, name: String, limits: OperationLimits) throws {
        self.name = name
        var engine = TopologyEngine(limits: limits)
        if let scale = request.scale, scale != 0 {
            guard scale.isFinite, scale > 0 else {
                throw TopologyError(.badArgument, operation: name, detail: "the scale must be a positive finite number")
            }
            engine = try TopologyEngine(limits: limits, gridSize: 1 / scale)
        }
        self.engine = engine
        let names = request.arguments.prefix(2).prefix {
            if case .text(let text) = $0 { return text.uppercased() == "A" || text.uppercased() == "B" }
            return false
        }
        arguments = Array(request.arguments.dropFirst(names.count))
        var readingNotes: [String] = []
        let a = try request.a.map { try Geometry.reading($0, notes: &readingNotes) }
        let b = try request.b.map { try Geometry.reading($0, notes: &readingNotes) }
        notes = readingNotes
        let isSwapped = names.first.map { $0 == .text("B") || $0 == .text("b") } ?? false
        first = isSwapped ? b : a
        second = isSwapped ? a : b
    }

    /// The first geometry.
    var a: Geometry {
        get throws(TopologyError) {
            guard let first else { throw error("the geometry a is missing") }
            return first
        }
    }

    /// The second geometry.
    var b: Geometry {
        get throws(TopologyError) {
            guard let second else { throw error("the geometry b is missing") }
            return second
        }
    }

    /// Whether there is a second geometry.
    var hasSecond: Bool { second != nil }

    /// The argument at a place as a number; nil if there is none there.
    func optionalNumber(_ place: Int) throws(TopologyError) -> Double? {
        guard place < arguments.count else { return nil }
        switch arguments[place] {
        case .number(let number):
            return number
        case .text(let text):
            guard let number = Double(text), number.isFinite else {
                throw error("argument \(place + 1) is not a number")
            }
            return number
        case .truth:
            throw error("argument \(place + 1) is not a number")
        }
    }

    /// The argument at a place as a number.
    func number(_ place: Int) throws(TopologyError) -> Double {
        guard let number = try optionalNumber(place) else { throw error("argument \(place + 1) is missing, a number") }
        return number
    }

    /// The argument at a place as text in lower case; nil if there is none or a number.
    func text(_ place: Int) -> String? {
        guard place < arguments.count, case .text(let text) = arguments[place] else { return nil }
        return text.lowercased()
    }

    /// The argument at a place as yes or no.
    func truth(_ place: Int) throws(TopologyError) -> Bool {
        guard place < arguments.count else { return false }
        switch arguments[place] {
        case .truth(let truth): return truth
        case .number(let number): return number != 0
        case .text(let text):
            switch text.lowercased() {
            case "true", "1", "yes": return true
            case "false", "0", "no": return false
            default: throw error("argument \(place + 1) is neither true nor false")
            }
        }
    }

    /// The value of an outcome; its notes are kept for the answer.
    mutating func value(_ outcome: Outcome<Geometry>) -> Geometry {
        notes += outcome.notes.map(\.description)
        return outcome.value
    }

    /// An error of this operation.
    func error(_ detail: String) -> TopologyError {
        TopologyError(.badArgument, operation: name, detail: detail)
    }
}

extension Geometry {
    /// Reads well-known text or hexadecimal well-known binary.
    fileprivate static func reading(_ text: String, notes: inout [String]) throws -> Geometry {
        let trimmed = text.drop { $0.isWhitespace }
        let isBinary = trimmed.hasPrefix("00") || trimmed.hasPrefix("01")
        let read = isBinary ? try WellKnownGeometry(hexadecimal: text) : try WellKnownGeometry(text: text)
        notes += read.notes.map(\.rawValue).sorted()
        return read.geometry
    }
}
