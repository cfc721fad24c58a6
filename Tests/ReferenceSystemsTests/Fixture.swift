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
