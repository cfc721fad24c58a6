import Planar
import Testing

@Suite struct EnvelopeTests {
    @Test func theEmptyBoxHoldsNothingAndJoinsWithAnything() {
        let box = Envelope(minX: 1, minY: 2, maxX: 3, maxY: 5)
        #expect(Envelope.empty.isEmpty && Envelope.empty.width == 0 && Envelope.empty.height == 0)
        #expect(!Envelope.empty.contains(x: 0, y: 0) && !Envelope.empty.intersects(box))
        #expect(!box.intersects(.empty) && box.contains(.empty) && !Envelope.empty.contains(box))
        #expect(Envelope.empty.expanded(by: 100).isEmpty)
        var grown = Envelope.empty
        grown.include(box)
        #expect(grown == box)
        grown.include(.empty)
        #expect(grown == box)
    }

    @Test func aPointIsABox() {
        var box = Envelope.empty
        box.include(x: 4, y: -1)
        #expect(!box.isEmpty && box.width == 0 && box.height == 0)
        #expect(box.contains(x: 4, y: -1) && box.intersects(box) && box.contains(box))
    }

    @Test func edgesBelongToTheBox() {
        let box = Envelope(minX: 0, minY: 0, maxX: 10, maxY: 20)
        #expect(box.contains(x: 0, y: 20) && box.contains(x: 10, y: 0))
        #expect(!box.contains(x: 10.000001, y: 0) && !box.contains(x: 5, y: -0.000001))
        #expect(box.intersects(Envelope(minX: 10, minY: 20, maxX: 30, maxY: 30)))
        #expect(!box.intersects(Envelope(minX: 10.000001, minY: 0, maxX: 30, maxY: 30)))
        #expect(box.contains(Envelope(minX: 0, minY: 0, maxX: 10, maxY: 20)))
        #expect(!box.contains(Envelope(minX: 0, minY: 0, maxX: 10, maxY: 21)))
    }

    @Test func numbersThatAreNoneNeverEnter() {
        var box = Envelope(minX: 0, minY: 0, maxX: 1, maxY: 1)
        box.include(x: .nan, y: .nan)
        #expect(box == Envelope(minX: 0, minY: 0, maxX: 1, maxY: 1))
        #expect(!box.contains(x: .nan, y: 0.5))
    }

    @Test func growingMovesEveryEdge() {
        let box = Envelope(minX: 0, minY: 0, maxX: 10, maxY: 20).expanded(by: 2.5)
        #expect(box == Envelope(minX: -2.5, minY: -2.5, maxX: 12.5, maxY: 22.5))
        #expect(box.width == 15 && box.height == 25)
    }
}
