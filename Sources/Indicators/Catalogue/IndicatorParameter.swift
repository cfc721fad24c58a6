/// A number, or a list of numbers, that a project may choose for an indicator.
public struct IndicatorParameter: Sendable, Hashable, CustomStringConvertible {
    /// The name, `snake_case`, as the project file and the column `parameters` spell it.
    public let name: String
    /// What holds where the project says nothing; one number unless it is a list.
    public let defaults: [Double]
    /// The numbers that make sense.
    public let range: ClosedRange<Double>
    /// Whether several numbers may be given.
    public let isList: Bool

    /// Makes a parameter.
    public init(name: String, defaults: [Double], range: ClosedRange<Double>, isList: Bool = false) {
        self.name = name
        self.defaults = defaults
        self.range = range
        self.isList = isList
    }

    /// The parameter as the method sheet shows it: `epsilon = 0.5 (0 … 10)`.
    public var description: String {
        let values = defaults.map(plainNumber).joined(separator: ", ")
        return "\(name) = \(values) (\(plainNumber(range.lowerBound)) … \(plainNumber(range.upperBound)))"
    }
}

/// What a project asks of the catalogue: which indicators beside the usual ones, and with which numbers.
public struct IndicatorSettings: Sendable, Hashable {
    /// The ids of indicators that are computed beside those that always are.
    public var also: Set<String>
    /// The ids of indicators that are left out.
    public var without: Set<String>
    /// For each indicator the numbers of its parameters.
    public var parameters: [String: [String: [Double]]]

    /// Makes settings; without arguments the usual ones.
    public init(
        also: Set<String> = [], without: Set<String> = [], parameters: [String: [String: [Double]]] = [:]
    ) {
        self.also = also
        self.without = without
        self.parameters = parameters
    }

    /// The whole catalogue.
    public static let everything = IndicatorSettings(also: Set(IndicatorCatalogue.all.map(\.descriptor.id)))

    /// Whether an indicator is computed.
    public func includes(_ descriptor: IndicatorDescriptor) -> Bool {
        !without.contains(descriptor.id) && (descriptor.isDefault || also.contains(descriptor.id))
    }

    /// The numbers of a parameter: those of the project, or the defaults.
    public func numbers(_ parameter: IndicatorParameter, of descriptor: IndicatorDescriptor) -> [Double] {
        parameters[descriptor.id]?[parameter.name] ?? parameter.defaults
    }
}

extension IndicatorContext {
    /// The numbers of a parameter: those of the project, or the defaults.
    func numbers(_ name: String, of descriptor: IndicatorDescriptor) -> [Double] {
        descriptor.parameters.first { $0.name == name }.map { settings.numbers($0, of: descriptor) } ?? []
    }

    /// The number of a parameter that is not a list; 0 where the indicator has no parameter of that name.
    func number(_ name: String, of descriptor: IndicatorDescriptor) -> Double {
        numbers(name, of: descriptor).first ?? 0
    }

    /// The number of a parameter as a whole one; 0 where it is none.
    func wholeNumber(_ name: String, of descriptor: IndicatorDescriptor) -> Int {
        Int(exactly: number(name, of: descriptor).rounded()) ?? 0
    }
}
