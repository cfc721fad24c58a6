import Planar
import Testing

@Suite struct GeometryTests {
    @Test func refusesWhatIsNotFinite() {
        #expect(throws: GeometryError.notFinite(position: 0)) { try Geometry(x: .nan, y: 0) }
        #expect(throws: GeometryError.notFinite(position: 1)) {
            try Geometry(kind: .lineString, xs: [0, .infinity], ys: [0, 1])
        }
    }

    @Test func refusesOpenRings() {
        #expect(throws: GeometryError.ringNotClosed(ring: 0)) {
            try Geometry(kind: .polygon, xs: [0, 1, 1, 0], ys: [0, 0, 1, 1], ringEnds: [4])
        }
    }
}
