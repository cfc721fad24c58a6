/// XML, written element by element.
struct Markup {
    /// The text so far.
    private(set) var text: String
    private var depth = 0

    /// A document that begins so.
    init(head: String) {
        text = head + "\n"
    }

    /// Writes an element with its attributes, in this order, and what is in it.
    mutating func element(
        _ name: String, _ attributes: KeyValuePairs<String, String> = [:], _ body: ((inout Markup) -> Void)? = nil
    ) {
        open(name, attributes)
        guard let body else {
            text += "/>\n"
            return
        }
        text += ">\n"
        depth += 1
        body(&self)
        depth -= 1
        indent()
        text += "</\(name)>\n"
    }

    /// Writes an element that holds only text.
    mutating func element(_ name: String, _ attributes: KeyValuePairs<String, String> = [:], text content: String) {
        open(name, attributes)
        text += ">\(Markup.escaped(content))</\(name)>\n"
    }

    private mutating func open(_ name: String, _ attributes: KeyValuePairs<String, String>) {
        indent()
        text += "<\(name)"
        for (key, value) in attributes { text += " \(key)=\"\(Markup.escaped(value))\"" }
    }

    private mutating func indent() {
        text += String(repeating: " ", count: depth)
    }

    /// A text with the signs of XML written as references; control characters, which XML cannot hold, are left out.
    static func escaped(_ text: String) -> String {
        var result = String.UnicodeScalarView()
        for scalar in text.unicodeScalars {
            switch scalar {
            case "&": result.append(contentsOf: "&amp;".unicodeScalars)
            case "<": result.append(contentsOf: "&lt;".unicodeScalars)
            case ">": result.append(contentsOf: "&gt;".unicodeScalars)
            case "\"": result.append(contentsOf: "&quot;".unicodeScalars)
            case "\t", "\n", "\r": result.append(contentsOf: "&#\(scalar.value);".unicodeScalars)
            case _ where scalar.value < 0x20 || scalar.value == 0xFFFE || scalar.value == 0xFFFF: break
            default: result.append(scalar)
            }
        }
        return String(result)
    }
}
