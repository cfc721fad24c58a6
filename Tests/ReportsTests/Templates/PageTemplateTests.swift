import Testing

@testable import Reports

@Suite struct PageTemplateTests {
    private func render(_ template: String, _ content: [String: TemplateContent]) -> String {
        PageTemplate(template).render(content)
    }

    @Test func blanksListsAndSectionsAreFilledIn() {
        #expect(render("<p>{{name}}</p>", ["name": .text("Mitte")]) == "<p>Mitte</p>")
        #expect(
            render("{{#rows}}<li>{{n}}</li>{{/rows}}", ["rows": .list([["n": .text("1")], ["n": .text("2")]])])
                == "<li>1</li><li>2</li>")
        #expect(render("a{{#on}}b{{/on}}{{^on}}c{{/on}}", ["on": .flag(true)]) == "ab")
        #expect(render("a{{#on}}b{{/on}}{{^on}}c{{/on}}", ["on": .flag(false)]) == "ac")
        #expect(render("{{#t}}<b>{{t}}</b>{{/t}}{{^t}}none{{/t}}", ["t": .text("x")]) == "<b>x</b>")
        #expect(render("{{#t}}<b>{{t}}</b>{{/t}}{{^t}}none{{/t}}", ["t": .text("")]) == "none")
        #expect(render("{{t}}", ["t": .nodes([Tag.bdi { "<x>" }])]) == "<bdi>&lt;x&gt;</bdi>")
    }

    /// By scalar: the engine's own escaping lets a quotation mark with an accent through.
    @Test(arguments: EscapingTests.hostile + ["\"\u{301} onload=x", "<\u{338}script>", "\u{301}x"])
    func textsAreEscapedAsOnAllPages(_ text: String) {
        let escaped = HTMLWriter.fragment([.text(text)])
        #expect(
            render("<p>{{t}}</p>", ["t": .text(text)]).unicodeScalars.elementsEqual("<p>\(escaped)</p>".unicodeScalars))
        #expect(
            render("<p title=\"{{t}}\"></p>", ["t": .text(text)]).unicodeScalars
                .elementsEqual("<p title=\"\(escaped)\"></p>".unicodeScalars))
        #expect(
            render("{{#r}}{{t}}{{/r}}", ["r": .list([["t": .text(text)]])]).unicodeScalars
                .elementsEqual(escaped.unicodeScalars))
    }

    /// A text cannot pass for markup: neither with the mark of markup in front nor with blanks in it.
    @Test func textsCannotPassForMarkup() {
        for mark in [TemplateText.markup, TemplateText.plain] {
            let text = String(mark) + "<b>"
            #expect(render("{{t}}", ["t": .text(text)]) == "&lt;b&gt;")
            #expect(render("{{t}}", ["t": .nodes([.text(text)])]) == "&lt;b&gt;")
        }
        #expect(render("{{t}}", ["t": .text("{{u}}{{{u}}}"), "u": .text("secret")]) == "{{u}}{{{u}}}")
    }

    @Test(arguments: [
        "{{{t}}}", "{{& t}}", "{{&t}}", "{{ & t}}", "{{ {t}}}", "{{% CONTENT_TYPE:TEXT}}{{t}}", "{{>part}}",
        "{{< part}}{{/part}}",
        "{{=<% %>=}}<%{t}%>", "{{$block}}{{/block}}", "{{#open}}", "{{t",
    ]) func whatGetsAroundTheEscapingIsRefused(_ text: String) {
        let template = PageTemplate(text)
        #expect(!template.isUsable)
        #expect(template.render(["t": .text("<b>")]).isEmpty)
    }

    @Test func allTemplatesOfTheProgramAreSafeAndWhole() {
        #expect(!PageTemplate.all.isEmpty)
        for template in PageTemplate.all {
            #expect(template.isUsable)
            for sign in PageTemplate.refused { #expect(!template.text.contains(sign)) }
            #expect(!template.text.contains("<script") && !template.text.contains(" style="))
        }
    }

    @Test func namesAreThoseOfBlanksAndSections() {
        #expect(PageTemplate("{{a}} {{#b}}{{c}}{{/b}}{{^d}}{{/d}}").names == ["a", "b", "c", "d"])
    }
}
