internal import CPROJ

/// One pipeline made executable in a context of its own; used by one thread at a time.
///
/// Unchecked, but sound: its context and object are reached through it alone, and PROJ does not bind either to a thread.
final class TransformWorker: @unchecked Sendable {
    private let object: ProjObject
    /// Whether positions are brought from degrees to radians here, before PROJ gets them.
    private let takesDegrees: Bool

    /// How the pipelines begin that take degrees. PROJ's own step of that does no more than a multiplication, too, but
    /// takes a fifth of the time of a whole transform to UTM.
    private static let degreeStep = "+proj=pipeline +step +proj=unitconvert +xy_in=deg +xy_out=rad +step "
    /// The number that PROJ multiplies with, to the last digit.
    private static let radiansPerDegree = 0.017453292519943296

    init(pipeline: String, context: ProjContext) throws(ReferenceSystemError) {
        takesDegrees = pipeline.hasPrefix(Self.degreeStep)
        let steps =
            takesDegrees ? "+proj=pipeline +step " + pipeline.dropFirst(Self.degreeStep.count) : pipeline
        guard let object = unsafe ProjObject(context.proj.create(context.pointer, steps), in: context) else {
            throw ReferenceSystemError(.failed, detail: context.lastError)
        }
        self.object = object
    }

    /// Transforms the positions of a range in place; returns the indexes of those without an image, which become NaN.
    ///
    /// PROJ gets runs of finite positions only. It reports failure as infinity, not always with an error number, so
    /// that what comes out is looked at instead.
    func transform(
        x: UnsafeMutablePointer<Double>, y: UnsafeMutablePointer<Double>, range: Range<Int>
    ) -> [Int] {
        let stride = MemoryLayout<Double>.stride
        var failed: [Int] = []
        var start = range.lowerBound
        while start < range.upperBound {
            var end = start
            while unsafe end < range.upperBound && x[end].isFinite && y[end].isFinite { end += 1 }
            if end > start {
                if takesDegrees {
                    for index in start..<end {
                        unsafe x[index] *= Self.radiansPerDegree
                        unsafe y[index] *= Self.radiansPerDegree
                    }
                }
                _ = unsafe object.context.proj.trans_generic(
                    object.pointer, PJ_FWD, x + start, stride, end - start, y + start, stride, end - start, nil, 0, 0,
                    nil, 0, 0)
                for index in start..<end where unsafe !(x[index].isFinite && y[index].isFinite) {
                    unsafe fail(x, y, index, &failed)
                }
                _ = unsafe object.context.proj.errno_reset(object.pointer)
            }
            while unsafe end < range.upperBound && !(x[end].isFinite && y[end].isFinite) {
                unsafe fail(x, y, end, &failed)
                end += 1
            }
            start = end
        }
        return failed
    }

    private func fail(
        _ x: UnsafeMutablePointer<Double>, _ y: UnsafeMutablePointer<Double>, _ index: Int, _ failed: inout [Int]
    ) {
        unsafe x[index] = .nan
        unsafe y[index] = .nan
        failed.append(index)
    }
}
