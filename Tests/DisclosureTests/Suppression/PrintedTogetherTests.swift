import Disclosure
import Testing

/// Cells that are hidden for each other's sake only are printed together.
@Suite("Printed together") struct PrintedTogetherTests {
    /// A table of two rows and three columns, of which all sums are printed, and a cell that is a sum with one of it:
    ///
    ///     first   a   c      The first, the last and the third count are small. The first is protected by the cheaper pair
    ///     third   b   d      a and b, as long as nobody looks at the last: d must be hidden for it, and c for d, which
    ///     last + d           protects the first, too. Neither a nor b can be printed without giving the other away.
    private var table: LinkedCells {
        var table = LinkedCells()
        let small = [3.0, 4, 3].map { table.add(.init(value: $0, loss: 1, role: .sensitive(protection: 5))) }
        let (a, b) = (table.add(.init(value: 20, loss: 1)), table.add(.init(value: 21, loss: 1)))
        let (c, d) = (table.add(.init(value: 22, loss: 2)), table.add(.init(value: 23, loss: 2)))
        for sum in [[small[0], a, c], [small[1], b, d], [small[0], small[1]], [a, b], [c, d], [small[2], d]] {
            table.relations.append(
                .init(sum.map { ($0, 1) }, equals: sum.reduce(0) { $0 + table.cells[$1].value }))
        }
        return table
    }

    @Test func aPairThatNobodyNeedsIsPrinted() throws {
        let result = try table.suppression(by: .linear)
        #expect(result.hidden == [true, true, true, false, false, true, true])
        #expect(try result == table.suppression(by: .exact))
        // One of the pair alone cannot be hidden.
        for cell in [3, 4] {
            var hidden = result.hidden
            hidden[cell] = true
            #expect(try table.narrowCells(hidden: hidden) == [cell])
        }
    }

    @Test func whatProtectsASmallCountStaysHidden() throws {
        var table = table
        table.cells[2].role = .open
        let result = try table.suppression(by: .linear)
        #expect(result.hidden == [true, true, false, true, true, false, false])
        #expect(result.loss == 4)
    }
}
