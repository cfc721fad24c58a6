internal import Town

extension ReportContext {
    /// What a town does, tries out and learnt, what stays on the agenda, and what people answered; nothing where nobody
    /// wrote anything down.
    ///
    /// - Parameter quarter: the quarter of the page; nil for the town's, which shows the notes of all quarters.
    func notesSection(_ quarter: Int?) -> [HTMLNode] {
        let kinds: [NoteKind] = [.measure, .trial, .learnt, .topic, .answer]
        if kinds.allSatisfy({ notes($0, on: quarter).isEmpty }) { return [] }
        return [
            section("notes", words("memory.heading")) {
                paragraph("memory.intro")
                measures(quarter)
                trials(quarter)
                topics(quarter)
                answers(quarter)
            }
        ]
    }

    // MARK: Measures

    @HTMLBuilder private func measures(_ quarter: Int?) -> [HTMLNode] {
        let notes = notes(.measure, on: quarter)
        if !notes.isEmpty {
            Tag.h3 { words("memory.measures") }
            measuresTable(notes, on: quarter).node
            Tag.p(.class("note")) { words("memory.measures_note") }
        }
    }

    private func measuresTable(_ notes: [Note], on quarter: Int?) -> DataTable {
        var table = DataTable(
            id: "table-measures", caption: [.text(words("memory.measures_table"))],
            columns: ["measure", "goal", "decision", "offices", "status"].map { .text(words("memory.column.\($0)")) })
        for note in notes {
            guard case .measure(let measure) = note.content else { continue }
            table.rows.append([
                [DataText(note.title).node(length: 200), noteLine(note, on: quarter)] + noteBody(note.body),
                goalCell(measure.goal), textCell(measure.decision, length: 300), officesCell(measure.offices),
                [.text(words("memory.status.\(measure.status.rawValue)"))],
            ])
        }
        return table
    }

    /// The goal in the town's words, where the measure names it by its id.
    private func goalCell(_ goal: String?) -> [HTMLNode] {
        textCell(input.understanding.goals.first { $0.id == goal }?.text ?? goal, length: 300)
    }

    /// Urban development and integration work, each in a line of its own: that one of them is not named is seen.
    private func officesCell(_ offices: ResponsibleOffices) -> [HTMLNode] {
        var nodes = [
            officeLine("urban_development", offices.urbanDevelopment), officeLine("integration", offices.integration),
        ]
        nodes += offices.others.map { name in Tag.span(.class("block")) { DataText(name).node() } }
        return nodes
    }

    private func officeLine(_ key: String, _ name: String?) -> HTMLNode {
        let unnamed = Tag.span(.class("word")) { words("memory.not_named") }
        let shown = name.map { DataText($0).node() } ?? unnamed
        return Tag.span(.class("block")) {
            words("memory.office.\(key)") + ": "
            shown
        }
    }

    // MARK: Trials, topics

    /// Each trial with what it taught, then what was learnt otherwise.
    @HTMLBuilder private func trials(_ quarter: Int?) -> [HTMLNode] {
        let trials = notes(.trial, on: quarter)
        let learnt = notes(.learnt, on: quarter)
        if !trials.isEmpty || !learnt.isEmpty {
            Tag.h3 { words("memory.trials") }
            paragraph("memory.trials_intro")
            for trial in trials {
                noteCard(trial, heading: .h4, on: quarter) {
                    trialFacts(trial)
                    for lesson in learnt where lesson.trialID == trial.id { self.lesson(lesson, on: quarter) }
                }
            }
            for lesson in learnt where !trials.contains(where: { $0.id == lesson.trialID }) {
                noteCard(lesson, heading: .h4, on: quarter)
            }
        }
    }

    @HTMLBuilder private func trialFacts(_ note: Note) -> [HTMLNode] {
        if case .trial(let until, let offices) = note.content {
            if let until {
                Tag.p(.class("note")) { words.rich("memory.trial_until", ["date": dateNode("\(until)")]) }
            }
            Tag.p(.class("note")) { officesCell(offices) }
        }
    }

    /// What a trial taught, inside of its card.
    private func lesson(_ note: Note, on quarter: Int?) -> HTMLNode {
        Tag.div {
            Tag.p {
                Tag.strong { words("memory.learnt") + ": " }
                DataText(note.title).node(length: 200)
            }
            noteLine(note, on: quarter)
            noteBody(note.body)
        }
    }

    @HTMLBuilder private func topics(_ quarter: Int?) -> [HTMLNode] {
        let notes = notes(.topic, on: quarter)
        if !notes.isEmpty {
            Tag.h3 { words("memory.topics") }
            paragraph("memory.topics_intro")
            for note in notes {
                noteCard(note, heading: .h4, on: quarter) {
                    Tag.p(.class("note")) { officesCell(note.offices ?? ResponsibleOffices()) }
                }
            }
        }
    }

    // MARK: Answers

    @HTMLBuilder private func answers(_ quarter: Int?) -> [HTMLNode] {
        let notes = notes(.answer, on: quarter)
        if !notes.isEmpty {
            Tag.h3 { words("memory.answers") }
            paragraph("memory.answers_intro")
            answersTable(notes, on: quarter).node
        }
    }

    private func answersTable(_ notes: [Note], on quarter: Int?) -> DataTable {
        var table = DataTable(
            id: "table-answers", caption: [.text(words("memory.answers_table"))],
            columns: ["question", "date", "circle", "state"].map { .text(words("memory.column.\($0)")) })
        for note in notes {
            guard case .answer(let answer) = note.content else { continue }
            table.rows.append([
                [DataText(note.title).node(length: 200), Tag.p(.class("note")) { questionCode(answer, note, quarter) }]
                    + noteBody(note.body),
                dateCell("\(note.date)"), textCell(answer.circle),
                [.text(words("memory.state.\(answer.state.rawValue)"))],
            ])
        }
        return table
    }

    private func questionCode(_ answer: Note.Answer, _ note: Note, _ quarter: Int?) -> [HTMLNode] {
        let subjects = subjects(of: note, on: quarter)
        return [Tag.code { DataText(answer.question).node(length: 80) }]
            + (subjects.isEmpty ? [] : [.text(" · ")] + subjects)
    }
}

extension Note {
    /// The id of the trial that taught what the note says; nil for other kinds.
    fileprivate var trialID: String? {
        if case .learnt(let trial) = content { return trial }
        return nil
    }
}
