internal import Formats

/// An encoding of one byte a character: what the bytes from 128 on stand for; those below are ASCII. Bytes that stand for
/// nothing become U+FFFD. The tables are those of unicode.org (Public/MAPPINGS).
struct SingleByteTable: Sendable, Equatable {
    /// The name for messages.
    let name: String
    private let upper: [Unicode.Scalar]

    private init(name: String, upper: String) {
        self.name = name
        self.upper = Array(upper.unicodeScalars)
    }

    private init(name: String, scalar: (UInt8) -> Unicode.Scalar) {
        self.name = name
        upper = (0x80...0xFF as ClosedRange<UInt8>).map(scalar)
    }

    /// The text of some bytes.
    func decode(_ bytes: some Sequence<UInt8>) -> String {
        var scalars = String.UnicodeScalarView()
        for byte in bytes {
            scalars.append(byte < 0x80 ? Unicode.Scalar(byte) : upper[Int(byte) - 0x80])
        }
        return String(scalars)
    }

    /// ISO 8859-1 (Latin 1): each byte is its number in Unicode.
    static let latin1 = SingleByteTable(name: "ISO-8859-1") { Unicode.Scalar($0) }

    /// Windows-1252 (ANSI, Latin 1 of Windows).
    static let windows1252 = SingleByteTable(name: "Windows-1252", scalar: Windows1252.scalar)

    /// ISO 8859-15 (Latin 9).
    static let latin9 = SingleByteTable(
        name: "ISO-8859-15",
        upper: "\u{80}\u{81}\u{82}\u{83}\u{84}\u{85}\u{86}\u{87}\u{88}\u{89}\u{8A}\u{8B}\u{8C}\u{8D}"
            + "\u{8E}\u{8F}\u{90}\u{91}\u{92}\u{93}\u{94}\u{95}\u{96}\u{97}\u{98}\u{99}\u{9A}\u{9B}"
            + "\u{9C}\u{9D}\u{9E}\u{9F}\u{A0}¡¢£€¥Š§š©ª«¬\u{AD}®¯°±²³Žµ¶·ž¹º»ŒœŸ¿ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕ"
            + "Ö×ØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõö÷øùúûüýþÿ")

    /// Code page 850 (MS-DOS, western Europe).
    static let codePage850 = SingleByteTable(
        name: "CP850",
        upper: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜø£Ø×ƒáíóúñÑªº¿®¬½¼¡«»░▒▓│┤ÁÂÀ©╣║╗╝¢¥┐└┴┬├─┼ãÃ╚╔╩╦╠═╬¤ðÐÊËÈıÍÎ"
            + "Ï┘┌█▄¦Ì▀ÓßÔÒõÕµþÞÚÛÙýÝ¯´\u{AD}±‗¾¶§÷¸°¨·¹³²■\u{A0}")

    /// Code page 437 (MS-DOS, United States).
    static let codePage437 = SingleByteTable(
        name: "CP437",
        upper: "ÇüéâäàåçêëèïîìÄÅÉæÆôöòûùÿÖÜ¢£¥₧ƒáíóúñÑªº¿⌐¬½¼¡«»░▒▓│┤╡╢╖╕╣║╗╝╜╛┐└┴┬├─┼╞╟╚╔╩╦╠═╬╧╨╤╥╙╘╒╓╫"
            + "╪┘┌█▄▌▐▀αßΓπΣσµτΦΘΩδ∞φε∩≡±≥≤⌠⌡÷≈°∙·√ⁿ²■\u{A0}")

    /// Windows-1250 (central Europe).
    static let windows1250 = SingleByteTable(
        name: "Windows-1250",
        upper: "€\u{FFFD}‚\u{FFFD}„…†‡\u{FFFD}‰Š‹ŚŤŽŹ\u{FFFD}‘’“”•–—\u{FFFD}™š›śťžź\u{A0}ˇ˘Ł¤Ą¦§¨©Ş«¬"
            + "\u{AD}®Ż°±˛ł´µ¶·¸ąş»Ľ˝ľżŔÁÂĂÄĹĆÇČÉĘËĚÍÎĎĐŃŇÓÔŐÖ×ŘŮÚŰÜÝŢßŕáâăäĺćçčéęëěíîďđńňóôőö÷řůúűüýţ˙")
}
