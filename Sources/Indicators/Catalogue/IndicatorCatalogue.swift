internal import Town

/// The only list of indicators, in the order in which they are computed, written and shown.
public enum IndicatorCatalogue {
    /// All indicators.
    public static let all: [any Indicator] = [
        Residents(),
        GroupShare(),
        ResidentsChange(),
        LocationQuotient(),
        Dissimilarity(),
        Isolation(),
        Exposure(),
        Separation(),
        InformationIndex(),
        MutualInformation(),
        DistributionChange(),
        PlaceCount(),
        NearestDistance(),
        NearestTime(),
        PlacesWithin(),
        CoverageShare(),
        CutOffInterval(),
        NthNearest(),
        GravityAccess(),
        MixOfUses(),
        ResidentsInReach(),
        WheelchairPlaces(),
        OpenAccess(),
        ReachableHours(),
        RoomHours(),
        RoomStages(),
        FundedAccess(),
        AccessCliff(),
        AccessPersonYears(),
        OperatorLoss(),
        OperatorConcentration(),
        VolunteerReliance(),
        PlaceExposure(),
        HomeExposure(),
        EncounterGain(),
        ExposureByTime(),
        ExpectedVisitors(),
        PlaceMix(),
        PlaceMixDistance(),
        Outreach(),
        StopShare(),
        CoverageDifference(),
        PlacesDifference(),
        BelowStandard(),
        Gini(),
        Theil(),
        Atkinson(),
        Palma(),
        ConcentrationIndex(),
        Erreygers(),
        TwoStepCatchment(),
        EnhancedTwoStepCatchment(),
        ThreeStepCatchment(),
        ModifiedTwoStepCatchment(),
        BalancedCatchment(),
        HuffThreeStepCatchment(),
        SpatialAvailability(),
        HuffLoad(),
        RationalAgentCost(),
        CompetitiveAccess(),
        BalancingCost.time,
        BalancingCost.distance,
        SupplyWithoutDemand(),
        SupplyLostOnTheWay(),
        SteadiedShare(),
        NeighbourLikeness(),
        LocalLikeness(),
        NeighbourhoodSurplus(),
        ComputedFocusArea(),
        FocusAreaAgreement(),
        StatusDynamicsComposite(),
    ]

    /// The indicator of an id.
    public static func indicator(_ id: String) -> (any Indicator)? {
        all.first { $0.descriptor.id == id }
    }

    /// Computes the indicators that the context asks for and puts the values in the order of ``IndicatorTable``.
    public static func evaluate(_ context: IndicatorContext) -> IndicatorTable {
        var byArea = [[IndicatorValue]](repeating: [], count: context.areas.count)
        var position: [AreaKey: Int] = [:]
        for (index, area) in context.areas.enumerated() { position[AreaKey(level: area.level, id: area.id)] = index }
        var identities: [Identity] = []
        for indicator in all where context.settings.includes(indicator.descriptor) {
            let result = indicator.evaluate(context)
            identities += result.identities
            for value in result.values {
                // Places and operators come behind the areas, in the order in which they are first spoken of.
                let key = AreaKey(level: value.level, id: value.areaID)
                let index = position[key] ?? byArea.count
                if index == byArea.count {
                    position[key] = index
                    byArea.append([])
                }
                byArea[index].append(value)
            }
        }
        var table = IndicatorTable(identities: identities, allResidents: context.study.groups.first?.id)
        for values in byArea { for value in values { table.append(value) } }
        return table
    }

    private struct AreaKey: Hashable {
        var level: AreaLevel
        var id: String
    }
}
