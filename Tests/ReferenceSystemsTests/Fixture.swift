import Foundation

/// What Scripts/fixtures/reference-systems.py wrote.
enum Fixture {
    /// Positions in one system and where they lie in another.
    struct Transforms: Decodable {
        struct Case: Decodable {
            let from: String
            let to: String
            /// x, y in the first system, x, y in the second.
            let points: [[Double]]
        }
        let cases: [Case]
    }

    /// Systems in the forms in which they travel with data.
    struct Texts: Decodable {
        struct Text: Decodable {
            let code: String
            let form: String
            let text: String
        }
        let texts: [Text]
    }

    static func transforms() throws -> [Transforms.Case] { try read("transforms", Transforms.self).cases }
    static func texts() throws -> [Texts.Text] { try read("texts", Texts.self).texts }

    private static func read<Value: Decodable>(_ name: String, _ type: Value.Type) throws -> Value {
        guard let url = Bundle.module.url(forResource: "Fixtures/" + name, withExtension: "json") else {
            throw CocoaError(.fileNoSuchFile)
        }
        return try JSONDecoder().decode(type, from: Data(contentsOf: url))
    }
}

/// SplitMix64, so that properties are tested on the same cases every time.
struct SeededGenerator: RandomNumberGenerator {
    private var state: UInt64

    init(seed: UInt64) { state = seed }

    mutating func next() -> UInt64 {
        state &+= 0x9E37_79B9_7F4A_7C15
        var mixed = state
        mixed = (mixed ^ (mixed >> 30)) &* 0xBF58_476D_1CE4_E5B9
        mixed = (mixed ^ (mixed >> 27)) &* 0x94D0_49BB_1331_11EB
        return mixed ^ (mixed >> 31)
    }
}
