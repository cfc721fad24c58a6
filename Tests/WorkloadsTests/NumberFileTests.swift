import Foundation
import TestSupport
import Testing

@testable import Workloads

/// The files of numbers that the benchmark reads.
@Suite struct NumberFileTests {
    private let scratch: Scratch

    init() throws { scratch = try Scratch() }

    private func columns(_ text: String, decimals: [Int]) throws -> [[Int32]] {
        try NumberFile.columns(path: scratch.write(text, to: "numbers.csv"), decimals: decimals)
    }

    @Test func numbersAreWholeMultiplesOfTheirLastDecimal() throws {
        #expect(
            try columns("id,x,y\n1,9.1234567,-0.5\n2,-9,54.\n", decimals: [0, 7, 2])
                == [[1, 2], [91_234_567, -90_000_000], [-50, 5_400]])
        #expect(try columns("id\n2147483647\n-2147483648\n", decimals: [0]) == [[.max, .min]])
        #expect(try columns("id,x\n", decimals: [0, 1]) == [[], []])
    }

    /// A file is read in stretches: whatever its length, every line is read once and in order.
    @Test(arguments: [1, 2, 15, 16, 17, 100, 1_234]) func everyLineOnce(_ count: Int) throws {
        let lines = (0..<count).map { "\($0),\($0 % 7).\($0 % 10)\n" }
        let numbers: [Int32] = (0..<count).map { Int32($0) }
        let values: [Int32] = (0..<count).map { (line: Int) -> Int32 in Int32(line % 7 * 10 + line % 10) }
        let read = try columns("id,value\n" + lines.joined(), decimals: [0, 1])
        #expect(read == [numbers, values])
    }

    @Test(arguments: [
        "id\nx\n", "id\n1,2\n", "id\n1", "id\n\n", "id\n-\n", "id\n1.5\n", "id\n1\r\n", "id\n2147483648\n",
        "id\n99999999999999999999\n", "id\n1 \n", "id\n\"1\"\n",
    ]) func whatIsNoNumberIsRefused(_ text: String) {
        #expect(throws: WorkloadError.self) { try columns(text, decimals: [0]) }
    }

    @Test func whatCannotBeReadIsRefused() {
        #expect(throws: WorkloadError.self) { try columns("", decimals: [0]) }
        #expect(throws: WorkloadError.self) {
            try NumberFile.columns(path: scratch.path("none.csv"), decimals: [0])
        }
    }
}
