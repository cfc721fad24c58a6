/// How a table of separated values is written: what separates, quotes and encodes, and which sign decimals have.
public struct TableDialect: Sendable, Hashable {
    /// How the text is encoded.
    public enum Encoding: String, Sendable, Hashable, CaseIterable {
        case utf8 = "utf-8"
        /// Windows-1252, which holds all printable signs of Latin-1.
        case windows1252 = "windows-1252"
        case utf16LittleEndian = "utf-16le"
        case utf16BigEndian = "utf-16be"
    }

    /// The sign before the decimals of a number.
    public enum DecimalSign: String, Sendable, Hashable, CaseIterable {
        case point, comma

        /// The sign itself.
        public var byte: UInt8 { self == .point ? UInt8(ascii: ".") : UInt8(ascii: ",") }
    }

    /// How sure the decimal sign is.
    public enum DecimalCertainty: String, Sendable, Hashable, CaseIterable {
        /// No number in the first part of the file shows it.
        case assumed
        /// Numbers in the first part of the file show it.
        case detected
        /// A person said it: then the other sign separates thousands.
        case stated
    }

    /// What stands around fields that hold separators or line ends.
    public enum Quoting: Sendable, Hashable {
        /// No sign quotes: every separator separates, every line end ends a record.
        case none
        /// An ASCII sign; twice in a field, it stands for itself.
        case sign(UInt8)

        /// The double quote of RFC 4180.
        public static let double = Quoting.sign(UInt8(ascii: "\""))
    }

    /// The ASCII byte between two fields: `;`, `,`, `|` or a tab.
    public var separator: UInt8
    /// What quotes a field.
    public var quoting: Quoting
    /// The sign before decimals. Columns in which the other sign is unmistakable are read all the same.
    public var decimal: DecimalSign
    /// How sure that sign is.
    public var decimalCertainty: DecimalCertainty
    /// How the text is encoded.
    public var encoding: Encoding
    /// How many records before the header are a title; blank lines do not count.
    public var titleRecords: Int
    /// Whether the first record behind the title holds the names of the columns.
    public var hasHeader: Bool

    /// Makes a dialect; by default that of RFC 4180.
    public init(
        separator: UInt8 = UInt8(ascii: ","), quoting: Quoting = .double, decimal: DecimalSign = .point,
        decimalCertainty: DecimalCertainty = .stated, encoding: Encoding = .utf8, titleRecords: Int = 0,
        hasHeader: Bool = true
    ) {
        self.separator = separator
        self.quoting = quoting
        self.decimal = decimal
        self.decimalCertainty = decimalCertainty
        self.encoding = encoding
        self.titleRecords = titleRecords
        self.hasHeader = hasHeader
    }

    /// What a person says about a dialect; whatever is nil is detected from the file.
    public struct Choice: Sendable, Hashable {
        /// The byte between two fields.
        public var separator: UInt8?
        /// What quotes a field; detected is always the double quote.
        public var quoting: Quoting?
        /// The sign before decimals. Where it is said, the other sign may stand between groups of three digits.
        public var decimal: DecimalSign?
        /// How the text is encoded. A byte order mark says it, too, and is believed more.
        public var encoding: Encoding?
        /// How many records before the header are a title.
        public var titleRecords: Int?
        /// Whether the first record behind the title holds the names of the columns.
        public var hasHeader: Bool?

        /// Makes a choice; by default everything is detected.
        public init(
            separator: UInt8? = nil, quoting: Quoting? = nil, decimal: DecimalSign? = nil, encoding: Encoding? = nil,
            titleRecords: Int? = nil, hasHeader: Bool? = nil
        ) {
            self.separator = separator
            self.quoting = quoting
            self.decimal = decimal
            self.encoding = encoding
            self.titleRecords = titleRecords
            self.hasHeader = hasHeader
        }

        /// The choice that says everything a dialect says.
        public init(_ dialect: TableDialect) {
            self.init(
                separator: dialect.separator, quoting: dialect.quoting,
                decimal: dialect.decimalCertainty == .stated ? dialect.decimal : nil, encoding: dialect.encoding,
                titleRecords: dialect.titleRecords, hasHeader: dialect.hasHeader)
        }
    }
}
