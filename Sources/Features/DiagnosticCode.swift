/// The stable codes of all findings. The texts stand in the catalogues of `Wording` under `CODE.message` and
/// `CODE.remedy`; a code once released never changes its meaning and is never used again.
///
/// Q1xx file and text · Q2xx geometry · Q3xx coordinate reference systems · Q4xx columns and values ·
/// Q5xx the town's layers together · Q6xx project file · Q7xx running and writing · Q8xx history, updates, comparison, exchange.
public enum DiagnosticCode: String, Sendable, Codable, Hashable, CaseIterable, Comparable {
    // Q1xx: file and text
    case fileUnreadable = "Q101"
    case fileEmpty = "Q102"
    case notUTF8 = "Q103"
    case jsonSyntax = "Q104"
    case jsonTooDeep = "Q105"
    case duplicateKey = "Q106"
    case notGeoJSON = "Q107"
    case truncated = "Q108"
    case numberOutOfRange = "Q109"
    case byteOrderMark = "Q110"
    case unpairedSurrogate = "Q111"
    case tooLarge = "Q112"
    case memberMalformed = "Q113"
    case foreignMember = "Q114"
    case notACollection = "Q115"
    case propertiesNull = "Q116"
    case furtherFindings = "Q117"
    case osmSyntax = "Q118"
    case osmNodesMissing = "Q119"
    case osmAreaBroken = "Q120"
    case osmTagsAbsurd = "Q121"
    case gridMalformed = "Q122"
    case osmWaysShort = "Q123"
    case osmDuplicates = "Q124"
    case tableRecordTooLong = "Q131"
    case tableQuoteUnclosed = "Q132"
    case tableRecordShort = "Q133"
    case tableRecordLong = "Q134"
    case tableNULBytes = "Q135"
    case tableEncodingInvalid = "Q136"
    case tableEncodingMixed = "Q137"
    case tableColumnRenamed = "Q138"
    case tableFormulas = "Q139"
    case tableWithoutRecords = "Q140"
    case tableNumberUnusable = "Q141"
    case tableColumnNotNumeric = "Q142"
    case tableNumberAmbiguous = "Q143"
    case tableTextBehindQuote = "Q144"
    case tableTitleSkipped = "Q145"
    case censusRefused = "Q151"
    case censusRowRefused = "Q152"
    case censusCentreDiffers = "Q153"
    case censusCellRepeated = "Q154"
    case censusValueUnreadable = "Q155"
    case censusEmpty = "Q156"
    case archiveUnreadable = "Q166"
    case archiveTooLarge = "Q167"
    case archiveBomb = "Q168"
    case archiveEncrypted = "Q169"
    case archiveMethodUnknown = "Q170"
    case archiveDamaged = "Q171"
    case archiveNamesOdd = "Q172"
    case spreadsheetUnreadable = "Q173"
    case spreadsheetOtherFormat = "Q174"
    case sheetMissing = "Q175"
    case sheetTooLarge = "Q176"
    case cellsInError = "Q177"
    case formulasTaken = "Q178"
    case sheetParts = "Q179"
    case geoPackageMalformed = "Q181"
    case layerNotNamed = "Q182"
    case layerNotFound = "Q183"
    case geometryUnreadable = "Q184"
    case columnNotRead = "Q185"
    case changesPending = "Q186"
    case shapefileMalformed = "Q187"
    case shapefilePartMissing = "Q188"
    case recordsDiffer = "Q189"
    case encodingAssumed = "Q190"
    // Q2xx: geometry
    case geometryMissing = "Q201"
    case geometryMalformed = "Q202"
    case tooFewPositions = "Q203"
    case ringNotClosed = "Q204"
    case geometryInvalid = "Q205"
    case geometryRepaired = "Q206"
    case zIgnored = "Q207"
    case emptyElements = "Q208"
    case windingOrder = "Q209"
    case wrongKind = "Q210"
    case duplicatePositions = "Q212"
    case overlayFallback = "Q213"
    case overlayFailed = "Q214"
    case geometryRejected = "Q215"
    // Q3xx: coordinate reference systems
    case crsMissing = "Q301"
    case crsUnknown = "Q302"
    case crsOldMember = "Q303"
    case crsNotMetric = "Q304"
    case outsideAreaOfUse = "Q305"
    case coordinatesLookProjected = "Q306"
    case coordinatesSwapped = "Q307"
    case zonePrefix = "Q308"
    case gridMissing = "Q309"
    case gridReplaced = "Q310"
    case transformFailed = "Q311"
    case crsRefused = "Q312"
    case scaleDistortion = "Q313"
    // Q4xx: columns and values
    case columnMissing = "Q401"
    case idMissing = "Q402"
    case idDuplicate = "Q403"
    case nameMissing = "Q404"
    case valueMissing = "Q405"
    case valueNotNumeric = "Q406"
    case valueNegative = "Q407"
    case valueNotWhole = "Q408"
    case groupExceedsAll = "Q409"
    case categoryMissing = "Q410"
    case categoryUnknown = "Q411"
    case hoursUnreadable = "Q412"
    case dateUnreadable = "Q413"
    case fundingEnded = "Q414"
    case leadingZerosLost = "Q415"
    case basisUnknown = "Q416"
    case reviewOverdue = "Q417"
    case wheelchairUnknown = "Q418"
    case mixedTypes = "Q419"
    case capacityUnreadable = "Q420"
    case sensitiveLeftOut = "Q421"
    case placesMerged = "Q422"
    case conditionalAccess = "Q423"
    case measureUnreadable = "Q424"
    case departuresUnreadable = "Q425"
    case rowsWithoutArea = "Q426"
    case areasWithoutRow = "Q427"
    case joinedByPrefix = "Q428"
    case joinedByName = "Q429"
    case rowsAmbiguous = "Q430"
    case totalDiffers = "Q431"
    case valueTwice = "Q432"
    case addressUnknown = "Q433"
    case addressNumberUnknown = "Q434"
    case addressUncertain = "Q435"
    case roomPlaceUnknown = "Q436"
    case roomWithoutPlace = "Q437"
    case endsBeforeItStarts = "Q438"
    case schoolHolidaysUnknown = "Q439"
    case schoolHolidaysIncomplete = "Q440"
    case wordUnknown = "Q446"
    case offerPlaceUnknown = "Q447"
    case offerWithoutPlace = "Q448"
    case workUnreadable = "Q449"
    case fundingEndMissing = "Q450"
    case fundingContradictory = "Q451"
    case contactColumn = "Q452"
    case fundingNotRecorded = "Q453"
    case noteWithoutFrontMatter = "Q461"
    case noteUnreadable = "Q462"
    case quarterUnknown = "Q463"
    case placeUnknown = "Q464"
    case personNamed = "Q465"
    case noteFileSkipped = "Q466"
    case officeMissing = "Q467"
    case answeredBeforehand = "Q468"
    case refusalWithoutReason = "Q469"
    // Q5xx: the town's layers together
    case quartersOverlap = "Q501"
    case quartersGap = "Q502"
    case placeOutside = "Q503"
    case placeNearBorder = "Q504"
    case placeDuplicate = "Q505"
    case focusOutside = "Q506"
    case quarterWithoutResidents = "Q507"
    case residentsOutside = "Q508"
    case layerFarAway = "Q509"
    case chapterDropped = "Q510"
    case quarterSliver = "Q511"
    case quarterInParts = "Q512"
    case cellsCut = "Q514"
    case sensitivePlace = "Q515"
    case layerEmpty = "Q516"
    case networkComponents = "Q521"
    case streetsDropped = "Q522"
    case networkEmpty = "Q523"
    case residentsNotConnected = "Q524"
    case placeNotConnected = "Q525"
    case heightsMissing = "Q526"
    case linesNotJoined = "Q527"
    case mapPlacesOutside = "Q528"
    case otherYear = "Q531"
    case spreadByArea = "Q532"
    case countUnplaced = "Q533"
    case spreadOtherwise = "Q534"
    case otherCensus = "Q535"
    case groupExceedsResidents = "Q536"
    // Q6xx: project file
    case projectSyntax = "Q601"
    case keyUnknown = "Q602"
    case keyMissing = "Q603"
    case valueInvalid = "Q604"
    case understandingEmpty = "Q605"
    case layerMissing = "Q606"
    case municipalKey = "Q607"
    case keyDuplicate = "Q608"
    case fileOutsideProject = "Q609"
    case ownTextUnknown = "Q610"
    case ownTextUnfit = "Q611"
    case colourTooLight = "Q612"
    case logoUnusable = "Q613"
    // Q7xx: running and writing
    case outputExists = "Q701"
    case outputUnwritable = "Q702"
    case internalInconsistency = "Q704"
    case outputNotOurs = "Q705"
    case draftMissing = "Q706"
    case countsNotProtected = "Q707"
    case nothingReleased = "Q708"
    case keptRunMissing = "Q711"
    case keptRunVersion = "Q712"
    case keptRunDamaged = "Q713"
    case keptRunOfOther = "Q714"
    case programMissing = "Q715"
    case programFailed = "Q716"
    // Q8xx: history, comparison, exchange
    case historyMissing = "Q801"
    case historyNotAStore = "Q802"
    case historyNewer = "Q803"
    case historyDamaged = "Q804"
    case historyLocked = "Q805"
    case historyFull = "Q806"
    case historyReadOnly = "Q807"
    case historyUnreadable = "Q808"
    case historyRunUnknown = "Q809"
    // Q82x: updates
    case snapshotMissing = "Q821"
    case downloadFailed = "Q822"
    case updateLocked = "Q823"
    case inputShrank = "Q824"
    case updateFolderTaken = "Q825"
    case updateStateUnreadable = "Q826"
    case updateLeftovers = "Q827"
    case boundariesChanged = "Q828"
    // Q83x: schedules
    case scheduleInvalid = "Q831"
    case scheduleMissing = "Q832"
    case timeZoneUnknown = "Q833"
    // Q84x: what if, before and after
    case changeFileUnreadable = "Q841"
    case changeTargetUnknown = "Q842"
    case changeWithoutConsequence = "Q843"
    case measureUnknown = "Q845"
    // Q85x: exchange between towns
    case exchangeUnreadable = "Q851"
    case exchangeMethodsDiffer = "Q852"
    case exchangeTypesDiffer = "Q853"
    case releaseMissing = "Q854"
    case releaseAltered = "Q855"
    // Q86x: what is told of updates
    case webhookFailed = "Q861"
    case mailFailed = "Q862"
    case secretMissing = "Q863"
    case releaseUnreadable = "Q864"

    /// By code: Q101 before Q102.
    public static func < (left: DiagnosticCode, right: DiagnosticCode) -> Bool { left.rawValue < right.rawValue }

    /// The name in words: `ring-not-closed`, `not-utf8`, `not-a-collection`.
    public var name: String {
        let letters = Array("\(self)")
        var words = ""
        for (index, letter) in letters.enumerated() {
            // A capital begins a word unless it goes on with an abbreviation.
            let goesOn = index > 0 && letters[index - 1].isUppercase
            let endsAbbreviation = index + 1 < letters.count && letters[index + 1].isLowercase
            if letter.isUppercase, !goesOn || endsAbbreviation { words += "-" }
            words += letter.lowercased()
        }
        return words
    }

    /// What a finding of this code weighs unless it says otherwise.
    public var severity: Severity {
        switch self {
        case .byteOrderMark, .foreignMember, .notACollection, .propertiesNull, .furtherFindings, .zIgnored,
            .windingOrder, .crsOldMember, .geometryRepaired, .duplicatePositions, .emptyElements, .placeNearBorder,
            .chapterDropped, .understandingEmpty, .overlayFallback, .quarterInParts, .cellsCut, .idMissing,
            .gridReplaced, .scaleDistortion, .quarterWithoutResidents, .sensitivePlace, .osmWaysShort,
            .sensitiveLeftOut, .placesMerged, .conditionalAccess, .measureUnreadable, .heightsMissing,
            .networkComponents, .streetsDropped,
            .linesNotJoined, .mapPlacesOutside, .tableFormulas, .tableTitleSkipped, .fundingNotRecorded, .otherYear,
            .archiveNamesOdd, .schoolHolidaysUnknown, .spreadByArea, .spreadOtherwise,
            .formulasTaken, .sheetParts, .columnNotRead, .encodingAssumed, .joinedByPrefix, .joinedByName,
            .totalDiffers, .noteFileSkipped, .officeMissing, .updateStateUnreadable, .updateLeftovers,
            .changeWithoutConsequence:
            .note
        case .fileUnreadable, .fileEmpty, .notUTF8, .jsonSyntax, .jsonTooDeep, .duplicateKey, .notGeoJSON, .truncated,
            .numberOutOfRange, .unpairedSurrogate, .tooLarge, .geometryMalformed, .tooFewPositions, .ringNotClosed,
            .wrongKind, .overlayFailed, .geometryRejected, .crsMissing, .crsUnknown, .crsNotMetric,
            .coordinatesLookProjected, .gridMissing, .transformFailed, .crsRefused, .columnMissing, .idDuplicate,
            .projectSyntax, .keyUnknown, .keyMissing, .valueInvalid, .layerMissing, .municipalKey, .keyDuplicate,
            .fileOutsideProject, .ownTextUnknown, .ownTextUnfit, .outputExists, .outputUnwritable, .outputNotOurs,
            .draftMissing,
            .keptRunMissing, .keptRunVersion, .keptRunDamaged, .keptRunOfOther, .programMissing, .programFailed,
            .internalInconsistency, .layerEmpty, .osmSyntax, .gridMalformed, .tableRecordTooLong,
            .tableQuoteUnclosed, .censusRefused, .archiveUnreadable, .archiveTooLarge, .archiveBomb,
            .archiveEncrypted, .archiveMethodUnknown, .archiveDamaged, .spreadsheetUnreadable,
            .spreadsheetOtherFormat, .sheetMissing, .sheetTooLarge, .geoPackageMalformed, .layerNotNamed,
            .layerNotFound, .geometryUnreadable, .shapefileMalformed, .noteUnreadable, .historyMissing,
            .historyNotAStore, .historyNewer, .historyDamaged, .historyLocked, .historyFull, .historyReadOnly,
            .historyUnreadable, .historyRunUnknown, .snapshotMissing, .updateLocked, .updateFolderTaken,
            .scheduleInvalid, .scheduleMissing, .timeZoneUnknown, .changeFileUnreadable, .changeTargetUnknown,
            .measureUnknown, .exchangeUnreadable, .exchangeMethodsDiffer, .exchangeTypesDiffer, .releaseMissing,
            .releaseAltered:
            .error
        default:
            .warning
        }
    }
}
