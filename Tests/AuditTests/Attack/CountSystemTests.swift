import LinearProgramming
import Testing

@testable import Audit

@Suite("The system of counts")
struct CountSystemTests {
    private func cell(_ area: String, name: String = "") -> AuditCell {
        AuditCell(period: "2024", level: "quarter", area: area, areaName: name, indicator: "residents")
    }

    @Test("a count is one unknown, whatever its area is called")
    func numbers() {
        var system = CountSystem()
        let first = system.number(cell("1", name: "Nord"), within: 0...9)
        #expect(system.number(cell("1", name: "North"), within: 3...3) == first)
        #expect(system.ranges == [0...9] && system.cells[first].areaName == "Nord")
        #expect(system.existing(cell("1")) == first && system.existing(cell("2")) == nil)
    }

    @Test("what is known narrows; what contradicts it changes nothing")
    func narrow() {
        var system = CountSystem()
        let number = system.number(cell("1"))
        system.narrow(number, to: 2...8)
        system.narrow(number, to: 5...20)
        #expect(system.ranges[number] == 5...8)
        system.narrow(number, to: 9...10)
        #expect(system.ranges[number] == 5...8)
    }

    @Test("a count that is hidden stays the aim of an attack on hidden counts")
    func aims() {
        var system = CountSystem()
        let number = system.number(cell("1"))
        system.aim(.implied, at: number)
        system.aim(.hidden(atMost: 7), at: number)
        system.aim(.implied, at: number)
        #expect(system.aims[number] == .hidden(atMost: 7))
    }

    @Test("what hangs together only through known counts is solved apart, and the known ones go into the bounds")
    func components() throws {
        var system = CountSystem()
        let hidden = (1...5).map { system.number(cell("\($0)")) }
        let known = system.number(cell("known"), within: 30...30)
        let total = system.number(cell("total"), within: 100...100)
        // 100 = 1 + 2 + 30, and 30 = 3 + 4; the fifth stands alone and is no aim.
        system.sum(total, [hidden[0], hidden[1], known])
        system.sum(known, [hidden[2], hidden[3]])
        for number in [hidden[0], hidden[2]] { system.aim(.hidden(atMost: .infinity), at: number) }
        let components = system.components()
        #expect(components.map(\.members) == [[hidden[0], hidden[1]], [hidden[2], hidden[3]]])
        let first = try #require(components.first?.program)
        #expect(first.rows.count == 1 && first.rows[0].range == 70...70)
        #expect(first.rows[0].terms.map(\.unknown) == [0, 1])
        #expect(components[1].program.rows[0].range == -0.0 - -30...30)
    }

    @Test("a part without an aim is not attacked")
    func noAim() {
        var system = CountSystem()
        system.sum(system.number(cell("t"), within: 4...4), [system.number(cell("1")), system.number(cell("2"))])
        #expect(system.components().isEmpty)
    }
}
