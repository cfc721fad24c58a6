internal import Formats
internal import Wording

/// `indicators.csv-metadata.json` and its like: the description of one table after „CSV on the Web“ (W3C, Metadata
/// Vocabulary for Tabular Data, 2015), from the columns that ``DataPackage`` describes, too.
enum TableMetadata {
    /// The name of the file that describes a table: where readers of CSV on the Web look for it.
    static func path(of table: DataPackage.Table) -> String { table.path + "-metadata.json" }

    /// The description of a table.
    static func json(_ table: DataPackage.Table, language: Language) -> JSONValue {
        let catalogue = Catalogue.of(language)
        return [
            "@context": .array(["http://www.w3.org/ns/csvw", ["@language": .string(language.rawValue)]]),
            "url": .string(table.path),
            "dialect": [
                "delimiter": .string(table.delimiter), "encoding": "utf-8", "header": true, "quoteChar": "\"",
                "doubleQuote": true,
            ],
            "tableSchema": [
                "columns": .array(
                    table.columns.map { column in
                        [
                            "name": .string(column.name), "titles": .string(column.name),
                            "dc:description": .string(catalogue.text(column.key)),
                            "datatype": datatype(column.type, decimal: table.decimal), "null": "",
                        ]
                    })
            ],
        ]
    }

    /// The type of a column in the words of XML Schema; numbers with the sign before their decimals.
    private static func datatype(_ type: String, decimal: String) -> JSONValue {
        switch type {
        case "number": ["base": "decimal", "format": ["decimalChar": .string(decimal)]]
        case "integer", "date", "boolean": .string(type)
        default: "string"
        }
    }
}
