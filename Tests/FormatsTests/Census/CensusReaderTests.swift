import Features
import Planar
import Testing
import Wording

@testable import Formats

/// Census files line by line: what is understood, and what is said about the rest.
@Suite struct CensusReaderTests {
    // MARK: headers

    @Test(
        arguments: [
            "GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner",
            "\u{FEFF}GITTER_ID_1km;x_mp_1km;y_mp_1km;Insgesamt_Bevoelkerung;Unter10;a10bis19\r\nCRS3035RES",
            "gitter_id_10km;X_MP_10KM;Y_MP_10KM;einwohner",
            "Gitter_ID_100m,Gitter_ID_100m_neu,Merkmal,Auspraegung_Code,Auspraegung_Text,Anzahl,Anzahl_q",
            "\"Gitter_ID_100m\",\"x_mp_100m\",\"y_mp_100m\",\"Einwohner\"",
            "Gitter_ID_1km\tEinwohner",
        ])
    func recognised(header: String) {
        #expect(CensusReader.recognises(header: Array(header.utf8)))
    }

    @Test(
        arguments: [
            "", "GITTER_ID_100m", "GITTER_ID_100m;x_mp_100m;y_mp_100m", "id;name;Einwohner",
            "x_mp_100m;y_mp_100m;Einwohner",
            "name;Gitter;Einwohner", "{\"type\":\"FeatureCollection\"}", "GITTER_ID_100m;werterlaeuternde_Zeichen",
        ])
    func notRecognised(header: String) {
        #expect(!CensusReader.recognises(header: Array(header.utf8)))
        #expect(
            CensusKit.refusal(Array((header + "\nx;y\n").utf8))?.code
                == .censusRefused)
    }

    @Test(
        arguments: [
            ("GITTER_ID_100m;x_mp_100m;y_mp_100m;Einwohner", .census2022),
            ("Gitter_ID_100m;x_mp_100m;y_mp_100m;Einwohner", .census2011),
            ("gitter_id_100m;x_mp_100m;y_mp_100m;Einwohner", nil),
            ("gitter_id_100m;AnteilAuslaender;werterlaeuternde_Zeichen", .census2022),
            ("gitter_id_1km;Einwohner;Auslaender_A", .census2011),
            ("GITTER_ID_100m;Auslaender;Auslaender_q", .census2011),
            ("GITTER_ID_100m;Merkmal;Auspraegung_Text;Anzahl", .census2011),
        ] as [(String, CensusEdition?)])
    func editionByLayout(header: String, edition: CensusEdition?) throws {
        #expect(try #require(CensusLayout(header: Array(header.utf8))).edition == edition)
    }

    @Test(
        arguments: [
            ("Einwohner", .count), ("Insgesamt_Bevoelkerung", .count), ("STAATSANGE_KURZ:Ausland", .count),
            ("AnteilAuslaender", .share), ("AnteilUnter18", .share), ("Auslaender_A", .share),
            ("Eigentuemerquote", .share), ("Leerstandsquote", .share), ("MALeerstQuote", .share),
            ("DurchschnHHGroesse", .mean), ("durchschnMieteQM", .mean), ("Alter_D", .mean),
            ("Durchschnittsalter", .mean),
        ] as [(String, CensusMeasure)])
    func measureByName(name: String, measure: CensusMeasure) {
        #expect(CensusMeasure(name: name) == measure)
    }

    // MARK: values

    @Test(
        arguments: [
            ("12,5", .counted, 12.5, 1), ("12,50", .counted, 12.5, 2), ("0,00", .counted, 0, 2), ("0", .counted, 0, 0),
            ("100", .counted, 100, 0), ("12.5", .counted, 12.5, 1), ("+7", .counted, 7, 0), (" 7 ", .counted, 7, 0),
            ("\"7,5\"", .counted, 7.5, 1), ("(7,5)", .unreliable, 7.5, 1),
            ("–", .noneOrFew, nil, 0), ("-", .noneOrFew, nil, 0), ("—", .noneOrFew, nil, 0), ("−", .noneOrFew, nil, 0),
            ("-1", .noneOrFew, nil, 0), ("-1,00", .noneOrFew, nil, 0), ("(-1)", .noneOrFew, nil, 0),
            (".", .suppressed, nil, 0), ("x", .suppressed, nil, 0), ("X", .suppressed, nil, 0),
            ("/", .suppressed, nil, 0),
            ("-9", .suppressed, nil, 0), ("-9,00", .suppressed, nil, 0),
            ("", .notGiven, nil, 0), ("   ", .notGiven, nil, 0), ("…", .notGiven, nil, 0), ("...", .notGiven, nil, 0),
        ] as [(String, CensusState, Double?, UInt8)])
    func values(text: String, state: CensusState, number: Double?, decimals: UInt8) throws {
        let read = try CensusKit.read(CensusKit.header + CensusKit.row(0, 0, "\(text);"))
        let shares = try #require(read.grid.characteristic(named: "AnteilAuslaender"))
        #expect(read.diagnostics.isEmpty)
        #expect(shares.states == [state] && shares.values == [number])
        #expect(shares.column.decimals == [decimals])
    }

    @Test(
        arguments: [
            ("nan", "number"), ("NaN", "number"), ("inf", "number"), ("1e30", "number"), ("1e1", "number"),
            ("0x10", "number"), ("NULL", "number"), ("1 000", "number"), ("12,5 %", "number"), ("1,2,3", "number"),
            ("1.234,56", "number"), (",5", "number"), ("5,", "number"), ("--1", "number"), ("+", "number"),
            ("12\0", "number"),
            ("\0", "number"), ("()", "number"), ("9999999999999999", "number"), ("1.234", "ambiguous"),
            ("12.345", "ambiguous"), ("-2", "negative"), ("-0,5", "negative"), ("100,01", "too_large"),
            ("250", "too_large"),
            ("=SUMME(A1:A9)", "number"), ("â€“", "number"),
        ])
    func unreadableValues(text: String, reason: String) throws {
        let read = try CensusKit.read(CensusKit.header + CensusKit.row(3, 0, "\(text);") + CensusKit.row(4, 0, "5,25;"))
        let shares = try #require(read.grid.characteristic(named: "AnteilAuslaender"))
        #expect(shares.states == [.notGiven, .counted] && shares.values == [nil, 5.25])
        #expect(read.diagnostics.map(\.code) == [.censusValueUnreadable])
        let finding = try #require(read.diagnostics.first)
        #expect(CensusKit.reason(finding) == reason && finding.location?.line == 2)
        for language in Language.allCases {
            let message = finding.message(language)
            #expect(
                message.contains("AnteilAuslaender") && !message.contains("⟨") && !message.contains("{"), "\(message)")
        }
    }

    @Test func bracketsAndQualityMarkUncertainValues() throws {
        let signs = try CensusKit.read(
            CensusKit.header + CensusKit.row(0, 0, "5,25;KLAMMERN") + CensusKit.row(1, 0, "–;KLAMMERN")
                + CensusKit.row(2, 0, "5,25;–") + CensusKit.row(3, 0, "5,25;"))
        #expect(signs.grid.characteristics.map(\.name) == ["AnteilAuslaender"])
        #expect(signs.grid.characteristics[0].states == [.unreliable, .noneOrFew, .counted, .counted])

        // 2011: 0 is good, what is above is not.
        let quality = try CensusKit.read(
            "Gitter_ID_100m;Auslaender;Auslaender_q\n100mN33800E43100;3;0\n100mN33800E43101;4;1\n100mN33800E43102;5;2\n"
                + "100mN33800E43103;6;\n")
        #expect(quality.grid.characteristics.map(\.name) == ["Auslaender"])
        #expect(quality.grid.characteristics[0].states == [.counted, .unreliable, .unreliable, .counted])
    }

    @Test func bracketsAreAboutTheMeanAndNotTheCountBesideIt() throws {
        let read = try CensusKit.read(
            "GITTER_ID_100m;durchschnMieteQM;AnzahlWohnungen;werterlaeuternde_Zeichen\n"
                + "CRS3035RES100mN3380000E4310000;7,53;12;KLAMMERN\n")
        #expect(read.grid.characteristic(named: "durchschnMieteQM")?.states == [.unreliable])
        #expect(read.grid.characteristic(named: "AnzahlWohnungen")?.states == [.counted])
    }

    @Test func windows1252AndUTF8SayTheSame() throws {
        let text = "GITTER_ID_100m;Bevölkerung;Übrige\nCRS3035RES100mN3380000E4310000;–;7\n"
        var bytes: [UInt8] = []
        for scalar in text.unicodeScalars {
            bytes.append(scalar == "–" ? 0x96 : UInt8(exactly: scalar.value) ?? 0x3F)
        }
        let (utf8, windows) = (try CensusKit.read(text), try CensusKit.read(bytes))
        #expect(utf8.grid.characteristics == windows.grid.characteristics)
        #expect(windows.grid.characteristics.map(\.name) == ["Bevölkerung", "Übrige"])
        #expect(windows.grid.characteristics[0].states == [.noneOrFew])
        #expect(utf8.diagnostics.isEmpty && windows.diagnostics.isEmpty)
    }

    @Test(arguments: ["\n", "\r\n"], [";", ",", "\t"])
    func separatorsAndLineEnds(lineEnd: String, separator: String) throws {
        let lines = ["GITTER_ID_100m|x_mp_100m|y_mp_100m|Einwohner", "100mN33800E43100|4310050|3380050|17", ""]
        let read = try CensusKit.read(
            lines.joined(separator: lineEnd).replacing("|", with: separator) + lineEnd + lineEnd)
        #expect(read.grid.count == 1 && read.grid.characteristics[0].values == [17] && read.diagnostics.isEmpty)
    }

    // MARK: rows

    @Test(
        arguments: [
            ("CRS3035RES100mN3380010E4310000;4310050;3380060;1;", "not_aligned"),
            ("CRS3045RES100mN3380000E4310000;4310050;3380050;1;", "reference_system"),
            ("CRS3035RES1000mN3380000E4310000;4310500;3380500;1;", "other_size"),
            ("CRS3035RES100mN99999999E4310000;4310050;3380050;1;", "digits"),
            ("CRS3035RES100mN9999900E4310000;4310050;3380050;1;", "outside"),
            ("CRS3035RES100mN3380000;4310050;3380050;1;", "form"),
            (";4310050;3380050;1;", "form"), (";;;;", "form"), ("\0\0\0;1;2;3;4", "form"), ("Summe;1;2;3;4", "form"),
            ("CRS3035RES100mN3380000E4310000", "fields"), ("CRS3035RES100mN3380000E4310000;4310050;3380050", "fields"),
            ("CRS3035RES100mN3380000E4310000;4310050;3380050;1;;7", "fields"),
            ("CRS3035RES100mN3380000E4310000;4310050;3380050;\"1;;", "fields"),
        ])
    func rowsThatAreNotRead(row: String, reason: String) throws {
        let good = CensusKit.row(8, 8, "5,25;")
        let read = try CensusKit.read(CensusKit.header + good + row + "\n" + CensusKit.row(9, 8, "6,25;"))
        #expect(read.grid.characteristics[0].values == [5.25, 6.25])
        #expect(read.diagnostics.map(\.code) == [.censusRowRefused])
        let finding = try #require(read.diagnostics.first)
        #expect(CensusKit.reason(finding) == reason && finding.location?.line == 3)
        for language in Language.allCases {
            let message = finding.message(language)
            #expect(!message.contains("⟨") && !message.contains("{reason}") && !message.contains("\0"), "\(message)")
        }
    }

    @Test func aCentreThatDiffersIsSaid() throws {
        let read = try CensusKit.read(
            CensusKit.header + "CRS3035RES100mN3380000E4310000;4310150;3380050;1,00;\n"
                + "CRS3035RES100mN3380000E4310100;4310150;x;2,00;\n"
                + "CRS3035RES100mN3380000E4310200;3380050;4310250;3,00;\n"
                + "CRS3035RES100mN3380000E4310300;4310350,0;3380050.0;4,00;\n")
        #expect(read.grid.characteristics[0].values == [1, 2, 3, 4])
        #expect(read.diagnostics.map(\.code) == [.censusCentreDiffers, .censusCentreDiffers, .censusCentreDiffers])
        #expect(read.diagnostics.compactMap(\.location?.line) == [2, 3, 4])
        #expect(read.diagnostics.compactMap { $0.arguments["found"] } == ["4310150", "x", "3380050"])
    }

    @Test func theSecondIDMustNameTheSameCell() throws {
        let read = try CensusKit.read(
            "Gitter_ID_100m,Gitter_ID_100m_neu,Merkmal,Auspraegung_Code,Auspraegung_Text,Anzahl,Anzahl_q\n"
                + "100mN33800E43100,CRS3035RES100mN3380000E4310000,A,1,B,3,0\n"
                + "100mN33800E43101,CRS3035RES100mN3380000E4310000,A,1,B,4,0\n")
        #expect(read.grid.characteristic(named: "A:B")?.values == [3, 4])
        #expect(read.diagnostics.map(\.code) == [.censusCentreDiffers])
    }

    @Test func aCellTwiceCountsOnce() throws {
        let read = try CensusKit.read(
            CensusKit.header + CensusKit.row(1, 0, "1,00;") + CensusKit.row(0, 0, "2,00;")
                + CensusKit.row(1, 0, "3,00;") + CensusKit.row(1, 0, "1,00;"))
        #expect(read.grid.characteristics[0].values == [2, 1] && read.grid.lines == [3, 2])
        #expect(read.diagnostics.map(\.code) == [.censusCellRepeated, .censusCellRepeated])
        #expect(read.diagnostics.map { $0.arguments["first"] } == ["2", "2"])
        #expect(read.diagnostics.compactMap(\.location?.line) == [4, 5])
    }

    @Test func findingsAreLimitedAndCounted() throws {
        let broken = String(repeating: "broken;1;2;3;\n", count: 2_500)
        let read = try CensusKit.read(CensusKit.header + broken + CensusKit.row(0, 0, "1,00;"))
        #expect(read.grid.count == 1)
        #expect(read.diagnostics.count { $0.code == .censusRowRefused } == 1_000)
        #expect(read.diagnostics.last?.code == .furtherFindings && read.diagnostics.last?.arguments["count"] == "1500")
    }

    @Test func nothingToReadIsSaid() throws {
        let onlyHeader = try CensusKit.read(CensusKit.header)
        #expect(onlyHeader.grid.cells.isEmpty && onlyHeader.grid.cellSize == nil)
        #expect(onlyHeader.diagnostics.map(\.code) == [.censusEmpty])
        #expect(CensusKit.reason(onlyHeader.diagnostics.first) == "rows")
        let box = Envelope(minX: 0, minY: 0, maxX: 100, maxY: 100)
        let elsewhere = try CensusKit.read(CensusKit.header + CensusKit.row(0, 0, "1,00;"), clip: [box])
        #expect(CensusKit.reason(elsewhere.diagnostics.first) == "clip")
        #expect(try CensusKit.read(CensusKit.header + CensusKit.row(0, 0, "1,00;"), clip: []).grid.cells.isEmpty)
        #expect(CensusKit.refusal([])?.code == .fileEmpty)
        #expect(CensusKit.refusal([0x0A, 0x0D, 0x0A])?.code == .censusRefused)
    }

    @Test func theWantedSizeIsKept() throws {
        let text = CensusKit.header + CensusKit.row(0, 0, "1,00;")
        let read = try CensusReader.read(Array(text.utf8), path: "census.csv", cellSize: 1_000)
        #expect(read.grid.cells.isEmpty)
        #expect(read.diagnostics.map(\.code) == [.censusRowRefused, .censusEmpty])
    }

    /// The file of classes has the header of the file of values.
    @Test func classesAreRefused() throws {
        let header = "Gitter_ID_1km;x_mp_1km;y_mp_1km;Einwohner;Frauen_A;Alter_D\n"
        let classes = header + "1kmN3380E4310;4310500;3380500;3;2;5\n1kmN3380E4311;4311500;3380500;-1;-1;-1\n"
        let refused = try #require(CensusKit.refusal(Array(classes.utf8)))
        #expect(refused.code == .censusRefused && CensusKit.reason(refused) == "classes")
        let values = header + "1kmN3380E4310;4310500;3380500;3;2,00;5,50\n"
        #expect(CensusKit.refusal(Array(values.utf8)) == nil)
    }
}
