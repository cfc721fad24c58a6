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
}
