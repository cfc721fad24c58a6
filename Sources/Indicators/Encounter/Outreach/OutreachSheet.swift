extension MethodSheet {
    /// See ``Outreach``.
    static let outreach = MethodSheet(
        german: Text(
            title: "Angebote, die sagen, wen sie einladen und wie man hinkommt",
            says: """
                Welcher Teil der Angebote angibt, für wen sie sind, in welchen Sprachen, wo sie stattfinden und \
                wann; und welcher Teil alles zusammen.
                """,
            saysNot: """
                Nicht, ob die Einladung ankommt und wer teilnimmt: Erfasst ist, was Angebote von sich sagen, nicht \
                ihre Nutzung.
                """,
            formula: """
                Angebote mit Angabe / alle Angebote im Gebiet; says = everything, audience, languages, place, hours
                """,
            limits: """
                Fehlt eine Angabe, ist sie nicht erfasst; das Angebot kann sie dennoch machen. Angebote ohne Ort \
                zählen nur in der ganzen Stadt, solche an mehreren Orten in jedem ihrer Gebiete. Sprachen und Zeiten \
                des Ortes gelten mit. Kontaktangaben stehen nicht in der Tabelle; mobile Angebote gelten als \
                erreichbar.
                """,
            here: "In {town} machen {value} der Angebote alle Angaben."),
        english: Text(
            title: "Offers that say whom they invite and how to get there",
            says: """
                Which part of the offers says for whom they are, in which languages, where they take place and when; \
                and which part says all of it.
                """,
            saysNot: """
                Not whether the invitation is heard and who takes part: recorded is what offers say of themselves, \
                not their use.
                """,
            formula: """
                offers that say it / all offers of the area; says = everything, audience, languages, place, hours
                """,
            limits: """
                What is missing is not recorded; the offer may say it nevertheless. Offers without a place count in \
                the whole town only, those at several places in each of their areas. Languages and hours of the \
                place hold, too. Contacts are not in the table; mobile offers count as to be reached.
                """,
            here: "In {town} {value} of the offers say all of it."))
}
