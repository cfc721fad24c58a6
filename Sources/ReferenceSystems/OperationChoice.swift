internal import CPROJ

/// The operation chosen between two systems: what is told about it, and the pipeline that every worker makes anew.
struct OperationChoice {
    var operation: TransformOperation
    /// A PROJ pipeline, written by PROJ itself from the chosen operation; x is east and y north at both ends.
    var pipeline: String

    /// Looks up the operations from one system to another, best first, and takes the best whose grids are there.
    ///
    /// PROJ is asked to rank as if all grids were installed, so that a missing one is seen and not silently replaced.
    /// Where the grid of the best is missing, another grid shift over the area may take its place (BETA2007 for the
    /// grids of single German states); a formula or a ballpark may only where the policy allows it.
    init(
        from source: CoordinateReferenceSystem, to target: CoordinateReferenceSystem, area: GeographicArea?,
        missingGrid policy: MissingGridPolicy, in context: ProjContext
    ) throws(ReferenceSystemError) {
        try self.init(
            from: source.makeObject(in: context), to: target.makeObject(in: context), area: area, missingGrid: policy,
            shown: "\(source) → \(target)")
    }

    /// Undoes the map projection of a system and nothing else: longitude and latitude of its own datum.
    init(undoing system: CoordinateReferenceSystem, in context: ProjContext) throws(ReferenceSystemError) {
        let object = try system.makeObject(in: context)
        guard
            let base = unsafe ProjObject(
                context.proj.crs_get_geodetic_crs(context.pointer, object.pointer), in: context)
        else { throw ReferenceSystemError(.failed, detail: context.lastError) }
        try self.init(from: object, to: base, area: nil, missingGrid: .refuse, shown: "\(system)")
    }

    private init(
        from sourceObject: borrowing ProjObject, to targetObject: borrowing ProjObject, area: GeographicArea?,
        missingGrid policy: MissingGridPolicy, shown: String
    ) throws(ReferenceSystemError) {
        let candidates = try Candidates(from: sourceObject, to: targetObject, area: area, ballpark: false)
        guard let best = candidates.first else {
            // Nothing but a ballpark, or nothing at all.
            let ballparks = try Candidates(from: sourceObject, to: targetObject, area: area, ballpark: true)
            guard let choice = ballparks.firstAvailable(after: -1) else {
                throw ReferenceSystemError(.noOperation, detail: shown)
            }
            guard policy == .allowLessAccurate else { throw ReferenceSystemError(.ballpark, detail: shown) }
            try self.init(choice, missing: [], isFallback: true)
            return
        }
        let missing = best.grids.filter { !$0.isAvailable }.map(\.name)
        if missing.isEmpty {
            try self.init(best, missing: [], isFallback: false)
        } else if let next = candidates.firstAvailable(after: 0), policy == .allowLessAccurate || !next.grids.isEmpty {
            try self.init(next, missing: missing, isFallback: next.grids.isEmpty)
        } else if policy == .allowLessAccurate {
            let ballparks = try Candidates(from: sourceObject, to: targetObject, area: area, ballpark: true)
            guard let choice = ballparks.firstAvailable(after: -1) else {
                throw ReferenceSystemError(.gridMissing, detail: missing.joined(separator: ", "))
            }
            try self.init(choice, missing: missing, isFallback: true)
        } else {
            throw ReferenceSystemError(.gridMissing, detail: missing.joined(separator: ", "))
        }
    }

    private init(
        _ chosen: borrowing ProjObject, missing: [String], isFallback: Bool
    ) throws(ReferenceSystemError) {
        let context = chosen.context
        let accuracy = unsafe context.proj.coordoperation_get_accuracy(context.pointer, chosen.pointer)
        operation = TransformOperation(
            name: chosen.name, accuracyMetres: accuracy >= 0 ? accuracy : nil, grids: chosen.grids,
            missingGrids: missing,
            isBallpark: unsafe context.proj.coordoperation_has_ballpark_transformation(context.pointer, chosen.pointer)
                == 1,
            usesFallback: isFallback, areaOfUse: chosen.areaOfUse)
        guard
            let eastFirst = chosen.eastFirst(),
            let pipeline = unsafe text(context.proj.as_proj_string(context.pointer, eastFirst.pointer, PJ_PROJ_5, nil))
        else { throw ReferenceSystemError(.failed, detail: context.lastError) }
        self.pipeline = pipeline
    }
}

/// The operations PROJ knows between two systems, best first.
private struct Candidates: ~Copyable {
    let list: ProjList

    init(
        from source: borrowing ProjObject, to target: borrowing ProjObject, area: GeographicArea?, ballpark: Bool
    ) throws(ReferenceSystemError) {
        let context = source.context
        guard let factory = unsafe context.proj.create_operation_factory_context(context.pointer, nil) else {
            throw ReferenceSystemError(.failed, detail: context.lastError)
        }
        defer { unsafe context.proj.operation_factory_context_destroy(factory) }
        unsafe context.proj.operation_factory_context_set_grid_availability_use(
            context.pointer, factory, PROJ_GRID_AVAILABILITY_IGNORED)
        unsafe context.proj.operation_factory_context_set_spatial_criterion(
            context.pointer, factory, PROJ_SPATIAL_CRITERION_PARTIAL_INTERSECTION)
        unsafe context.proj.operation_factory_context_set_allow_ballpark_transformations(
            context.pointer, factory, ballpark ? 1 : 0)
        if let area, area.isSound {
            unsafe context.proj.operation_factory_context_set_area_of_interest(
                context.pointer, factory, area.west, area.south, area.east, area.north)
        }
        guard
            let list = unsafe ProjList(
                context.proj.create_operations(context.pointer, source.pointer, target.pointer, factory), in: context)
        else {
            // Between celestial bodies PROJ gives no list, not an empty one.
            throw ReferenceSystemError(.noOperation, detail: "\(source.name) → \(target.name)")
        }
        self.list = list
    }

    /// The best, its grids installed or not.
    var first: ProjObject? { list.count > 0 ? list.object(0) : nil }

    /// The best after an index whose grids are all installed.
    func firstAvailable(after index: Int) -> ProjObject? {
        for next in 0..<list.count where next > index {
            if let object = list.object(next), object.grids.allSatisfy(\.isAvailable) { return object }
        }
        return nil
    }
}

extension ProjObject {
    /// The grid files of an operation.
    fileprivate var grids: [TransformOperation.Grid] {
        let count = unsafe context.proj.coordoperation_get_grid_used_count(context.pointer, pointer)
        guard count > 0 else { return [] }
        return (0..<count).map { index in
            var shortName: UnsafePointer<CChar>?
            var fullName: UnsafePointer<CChar>?
            var available: Int32 = 0
            let found = unsafe context.proj.coordoperation_get_grid_used(
                context.pointer, pointer, index, &shortName, &fullName, nil, nil, nil, nil, &available)
            // Debian installs the old name (BETA2007.gsb) of what PROJ calls de_adv_BETA2007.tif.
            let path = unsafe text(fullName) ?? ""
            let name = path.split(separator: "/").last.map(String.init) ?? (unsafe text(shortName) ?? "")
            return TransformOperation.Grid(name: name, isAvailable: found == 1 && available == 1)
        }
    }
}
