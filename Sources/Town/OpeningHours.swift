struct OpeningHoursError: Error {}
public struct OpeningHours { public init(_ t: String) throws {} }
