internal import Wording

/// The addresses of a town with their positions, to find lists of streets and house numbers in.
public struct AddressBook: Sendable {
    /// What a search for an address gave.
    public enum Answer: Sendable, Hashable {
        /// The position of the address; `remark` where it is not beyond doubt.
        case found(x: Double, y: Double, remark: Remark?)
        /// There is no such street; one that is spelt nearly alike.
        case streetUnknown(suggestion: String?)
        /// The street has no such number; the numbers nearest to it.
        case numberUnknown(street: String, near: [String])
        /// Several positions, too far apart to be one address.
        case several
        /// The row has no street or no number.
        case incomplete
    }

    /// Why a position is not beyond doubt.
    public enum Remark: String, Sendable, Hashable, CaseIterable {
        /// Of a range of numbers the first one that exists, or the range in which the number lies.
        case range
        /// The only such address has another postcode.
        case postcode
    }

    /// Positions less than this apart, in metres, are one address: entrances of a house.
    public static let sameAddressDistance = 100.0

    private struct Entry {
        var x: Double
        var y: Double
        var postcode: String
        /// Whether the address is only one of a range that the book gives as one.
        var isOfRange: Bool
    }

    private struct Street {
        var name: String
        var entries: [String: [Entry]] = [:]
    }

    private var streets: [String: Street] = [:]

    /// The number of address points taken in.
    public private(set) var count = 0

    /// A book without addresses.
    public init() {}

    /// Adds an address; false where street or number is missing.
    /// - Parameters:
    ///   - x: In metres.
    ///   - y: In metres.
    @discardableResult
    public mutating func add(street: String, number: String, postcode: String = "", x: Double, y: Double) -> Bool {
        let streetKey = AddressText.streetKey(street)
        let numberKey = AddressText.numberKey(number)
        guard !streetKey.isEmpty, !numberKey.isEmpty, x.isFinite, y.isFinite else { return false }
        var entry = Entry(x: x, y: y, postcode: Folding.key(postcode), isOfRange: false)
        streets[streetKey, default: Street(name: street)].entries[numberKey, default: []].append(entry)
        entry.isOfRange = true
        for member in AddressText.members(ofRange: numberKey) {
            streets[streetKey]?.entries[member, default: []].append(entry)
        }
        count += 1
        return true
    }

    /// Finds an address. What is not in the book is not guessed.
    public func find(street: String, number: String, postcode: String = "") -> Answer {
        let streetKey = AddressText.streetKey(street)
        let numberKey = AddressText.numberKey(number)
        guard !streetKey.isEmpty, !numberKey.isEmpty else { return .incomplete }
        guard let known = streets[streetKey] else {
            let suggestion = closest(to: streetKey, among: streets.keys)
            return .streetUnknown(suggestion: suggestion.flatMap { streets[$0]?.name })
        }
        let wantedPostcode = Folding.key(postcode)
        if let entries = known.entries[numberKey] { return answer(entries, wantedPostcode, isRange: false) }
        for member in AddressText.members(ofRange: numberKey) {
            if let entries = known.entries[member] { return answer(entries, wantedPostcode, isRange: true) }
        }
        return .numberUnknown(street: known.name, near: nearest(numberKey, in: known))
    }

    private func answer(_ all: [Entry], _ postcode: String, isRange: Bool) -> Answer {
        // What the book gives by itself is better than what lies in a range.
        let own = all.filter { !$0.isOfRange }
        let entries = own.isEmpty ? all : own
        let local = entries.filter { postcode.isEmpty || $0.postcode.isEmpty || $0.postcode == postcode }
        let candidates = local.isEmpty ? entries : local
        guard let first = candidates.first else { return .incomplete }
        let isOneAddress = candidates.allSatisfy { entry in
            let (dx, dy) = (entry.x - first.x, entry.y - first.y)
            return (dx * dx + dy * dy).squareRoot() <= AddressBook.sameAddressDistance
        }
        guard isOneAddress else { return .several }
        let remark: Remark? = local.isEmpty ? .postcode : isRange || first.isOfRange ? .range : nil
        return .found(x: first.x, y: first.y, remark: remark)
    }

    /// The three numbers of a street nearest to one, in ascending order.
    private func nearest(_ number: String, in street: Street) -> [String] {
        func value(_ key: String) -> Int { Int(key.prefix { ("0"..."9").contains($0) }) ?? Int.max }
        let wanted = value(number)
        func distance(_ key: String) -> Int {
            let difference = value(key).subtractingReportingOverflow(wanted)
            return difference.overflow ? Int.max : Int(clamping: difference.partialValue.magnitude)
        }
        let near = street.entries.keys.sorted { (distance($0), $0) < (distance($1), $1) }.prefix(3)
        return near.sorted { (value($0), $0) < (value($1), $1) }
    }
}
