import Features
import Testing

@Suite struct MunicipalKeyTests {
    @Test func flensburgAsMunicipalAndRegionalKey() throws {
        let short = try MunicipalKey("01001000")
        let long = try MunicipalKey("010010000000")
        #expect(short.land == "01" && long.land == "01")
        #expect(!short.isRegional && long.isRegional)
        #expect(long.municipality == short.text)
    }

    @Test func theRegionalKeyLosesItsAssociation() throws {
        // Gemeinde Handewitt in the Amt-free Kreis Schleswig-Flensburg, and one in an Amt (5 digits Kreis, 4 Verband).
        #expect(try MunicipalKey("010595987174").municipality == "01059174")
        #expect(try MunicipalKey("01 0 59 5987 174").text == "010595987174")
    }

    @Test(arguments: [
        ("1001000", MunicipalKey.Defect.leadingZeroLost), ("10010000000", .leadingZeroLost), ("010010", .wrongLength),
        ("0100100000", .wrongLength), ("0100100000000", .wrongLength), ("00001000", .unknownLand),
        ("17001000", .unknownLand), ("", .notDigits), ("   ", .notDigits), ("0100100a", .notDigits),
        ("٠١٠٠١٠٠٠", .notDigits), ("-1001000", .notDigits), ("01001000\u{0}", .notDigits),
    ]) func whatIsNoKey(_ text: String, _ defect: MunicipalKey.Defect) {
        #expect(throws: defect) { try MunicipalKey(text) }
    }

    @Test func everyLandHasKeys() throws {
        for land in 1...16 {
            let digits = land < 10 ? "0\(land)" : "\(land)"
            #expect(try MunicipalKey(digits + "000000").land == digits)
        }
    }

    // Keys of real towns: AGS, ARS and the AGS within the ARS (Destatis, Gemeindeverzeichnis).
    @Test(arguments: [
        ("01001000", "010010000000", "01"), ("02000000", "020000000000", "02"), ("04011000", "040110000000", "04"),
        ("05315000", "053150000000", "05"), ("08315113", "083155009113", "08"), ("09162000", "091620000000", "09"),
        ("11000000", "110000000000", "11"), ("14612000", "146120000000", "14"), ("16051000", "160510000000", "16"),
    ]) func townsByBothKeys(_ short: String, _ long: String, _ land: String) throws {
        let (municipal, regional) = (try MunicipalKey(short), try MunicipalKey(long))
        #expect(municipal.municipality == short && regional.municipality == short)
        #expect(municipal.land == land && regional.land == land)
        #expect(!municipal.isRegional && regional.isRegional)
        #expect("\(municipal)" == short && "\(regional)" == long)
        // As a number a key of the Länder 01 to 09 loses its zero, which is said rather than guessed back.
        guard land < "10" else { return }
        for key in [short, long] {
            #expect(throws: MunicipalKey.Defect.leadingZeroLost) { try MunicipalKey(String(key.dropFirst())) }
        }
    }

    @Test(arguments: ["00", "17", "20", "99"]) func otherLaenderThereAreNot(_ land: String) {
        for rest in ["001000", "0010000000"] {
            #expect(throws: MunicipalKey.Defect.unknownLand) { try MunicipalKey(land + rest) }
        }
    }

    @Test func keysAreInTheOrderOfTheirDigits() throws {
        let keys = try ["01001000", "010010000000", "01002000", "10041100"].map { try MunicipalKey($0) }
        #expect(keys.reversed().sorted() == keys)
    }
}
