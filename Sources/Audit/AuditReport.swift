internal import Formats
public import Wording

/// What an audit of a publication found.
public struct AuditReport: Sendable, Hashable {
    /// How many published figures were read.
    public var cells: Int
    /// How many hidden figures were attacked.
    public var hidden: Int
    /// What is given away, sorted by code, file and line.
    public var findings: [AuditFinding]

    /// Makes a report.
    public init(cells: Int, hidden: Int, findings: [AuditFinding]) {
        self.cells = cells
        self.hidden = hidden
        self.findings = findings
    }

    /// Whether the publication may go out: nothing was found.
    public var isPassed: Bool { findings.isEmpty }

    /// The report for people: what was read, the findings, and the outcome.
    /// - Parameter limit: How many findings of one code are told; the others are counted.
    public func text(_ language: Language, limit: Int = 5) -> String {
        let texts = Catalogue.of(language)
        var lines = [texts.text("audit.read", ["cells": "\(cells)", "hidden": "\(hidden)"])]
        var told: [AuditCode: Int] = [:]
        for (number, finding) in findings.enumerated() {
            told[finding.code, default: 0] += 1
            if told[finding.code, default: 0] <= limit { lines.append(finding.description(language)) }
            let isLast = number + 1 == findings.count || findings[number + 1].code != finding.code
            if isLast, let more = told[finding.code].map({ $0 - limit }), more > 0 {
                lines.append(texts.counted("audit.more", more, ["code": finding.code.rawValue]))
            }
        }
        lines.append(isPassed ? texts.text("audit.passed") : texts.counted("audit.failed", findings.count))
        return lines.joined(separator: "\n") + "\n"
    }

    /// The report for programs, with messages in one language.
    public func json(_ language: Language) -> String {
        let findings = findings.map { finding -> JSONValue in
            var members: [JSONValue.Member] = [
                .init("code", .string(finding.code.rawValue)), .init("file", .string(finding.file)),
            ]
            if let line = finding.line { members.append(.init("line", .integer(line))) }
            if let cell = finding.cell {
                members.append(
                    .init(
                        "cell",
                        [
                            "period": .string(cell.period), "level": .string(cell.level), "area": .string(cell.area),
                            "area_name": .string(cell.areaName), "group": .string(cell.group),
                            "category": .string(cell.category), "indicator": .string(cell.indicator),
                            "parameters": .string(cell.parameters),
                        ]))
            }
            if let interval = finding.interval {
                members.append(.init("lower", interval.lowerBound.isFinite ? .number(interval.lowerBound) : .null))
                members.append(.init("upper", interval.upperBound.isFinite ? .number(interval.upperBound) : .null))
            }
            members.append(.init("message", .string(finding.message(language))))
            members.append(.init("remedy", .string(finding.remedy(language))))
            return .object(members)
        }
        let report: JSONValue = [
            "format": "quartier-audit/1", "cells": .integer(cells), "hidden": .integer(hidden),
            "passed": .boolean(isPassed), "findings": .array(findings),
        ]
        return report.text(.indented) + "\n"
    }
}

extension ClosedRange<Double> {
    /// The interval in words.
    func words(_ language: Language) -> String {
        let bounds = [lowerBound, upperBound].map { bound in
            let text = bound.isFinite ? NumberText.fixed(bound, decimals: 1, trimmed: true) : "∞"
            return language == .german ? NumberText.german(text) : text
        }
        return bounds[0] == bounds[1]
            ? bounds[0] : Catalogue.of(language).text("audit.interval", ["lower": bounds[0], "upper": bounds[1]])
    }
}
