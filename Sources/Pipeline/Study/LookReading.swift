internal import Features
internal import Formats
internal import Project
internal import Reports
internal import Wording

/// What of the reports' looks and words is the town's own, as its project file gives it.
enum LookReading {
    /// The look. What cannot be used is found, and the reports keep what Quartier has in its place: no run fails for a logo.
    ///
    /// - Parameter folder: where the project file lies.
    static func read(_ project: ProjectFile, folder: String, findings: inout [Diagnostic]) -> Look {
        let report = project.report
        var look = Look(texts: report.texts)
        if let colour = report.colour {
            look.colour = AccentColour(colour.value)
            if look.colour == nil { findings.append(tooLight(colour)) }
        }
        if let logo = report.logo { look.logo = read(logo, folder: folder, findings: &findings) }
        return look
    }

    private static func tooLight(_ colour: ProjectFile.ReportEntry.Colour) -> Diagnostic {
        // Rounded down: what is too little must not read as enough.
        let contrast = (AccentColour.contrast(of: colour.value) * 10).rounded(.down) / 10
        return Diagnostic(
            .colourTooLight, at: colour.location,
            [
                "colour": AccentColour.text(of: colour.value), "contrast": NumberText.shortest(contrast),
                "suggestion": AccentColour.legible(near: colour.value),
            ])
    }

    private static func read(
        _ logo: ProjectFile.ReportEntry.File, folder: String, findings: inout [Diagnostic]
    ) -> Logo? {
        let path = logo.path.hasPrefix("/") || folder.isEmpty ? logo.path : folder + "/" + logo.path
        var arguments = ["file": logo.path, "limit": "\(Logo.mostBytes)", "most": "\(Logo.mostPixels)"]
        do {
            return try Logo(try FileAccess.readText(path))
        } catch let flaw as Logo.Flaw {
            arguments["logo_reason"] = flaw.rawValue
        } catch {
            arguments["logo_reason"] = "missing"
            arguments["detail"] = (error as? Failure)?.diagnostics.first?.arguments["reason"] ?? ""
        }
        findings.append(Diagnostic(.logoUnusable, at: logo.location, arguments))
        return nil
    }
}
