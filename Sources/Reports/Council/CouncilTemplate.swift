extension PageTemplate {
    /// The page for the council: one sheet of A4. Columns are tables of the style sheet, not of the page, because not every
    /// program that prints knows grids.
    static let council = PageTemplate(
        """
        <!DOCTYPE html>
        <html lang="{{language}}">
        {{head}}
        <body>
        <div class="sheet">
        <header>
        {{logo}}<p class="edition{{#internal}} internal{{/internal}}">{{edition}}</p>
        <h1>{{title}}</h1>
        <p class="subtitle">{{subtitle}}</p>
        </header>
        <main id="content">
        <section aria-labelledby="understanding">
        <h2 id="understanding">{{headingUnderstanding}}</h2>
        {{#understanding}}<blockquote><p>{{understanding}}</p></blockquote>{{/understanding}}
        {{^understanding}}<p>{{noUnderstanding}}</p>{{/understanding}}
        {{#adoption}}<p class="note">{{adoption}}</p>{{/adoption}}
        {{#hasGoals}}<ul class="goals">
        {{#goals}}<li>{{goal}}</li>{{/goals}}
        </ul>{{/hasGoals}}
        </section>
        <div class="columns">
        <section class="column map" aria-labelledby="places">
        <h2 id="places">{{headingPlaces}}</h2>
        {{map}}
        <ul class="legend">{{legend}}</ul>
        </section>
        <section class="column" aria-labelledby="figures">
        <h2 id="figures">{{headingFigures}}</h2>
        <dl class="figures">
        {{#figures}}<div>
        <dt>{{name}}</dt>
        <dd class="value">{{value}}</dd>
        {{#range}}<dd>{{range}}</dd>{{/range}}
        {{#detail}}<dd>{{detail}}</dd>{{/detail}}
        <dd class="note">{{last}}</dd>
        </div>{{/figures}}
        </dl>
        </section>
        </div>
        <div class="columns">
        <section class="column" aria-labelledby="ends">
        <h2 id="ends">{{headingEnds}}</h2>
        {{#hasEnds}}<ul class="ends">
        {{#ends}}<li><strong>{{date}}</strong> {{what}} <span class="note">{{decides}}</span></li>{{/ends}}
        </ul>{{/hasEnds}}
        <p class="note">{{endsNote}}</p>
        <h2 id="participation">{{headingParticipation}}</h2>
        <p>{{participation}}</p>
        </section>
        <section class="column" aria-labelledby="unknown">
        <h2 id="unknown">{{headingUnknown}}</h2>
        <ul>
        {{#unknown}}<li>{{sentence}}</li>{{/unknown}}
        </ul>
        </section>
        </div>
        <section aria-labelledby="questions">
        <h2 id="questions">{{headingQuestions}}</h2>
        <ol class="reflection">
        {{#questions}}<li><strong>{{question}}</strong> {{because}} <span class="note">{{offices}}</span></li>{{/questions}}
        </ol>
        </section>
        <section class="proposal" aria-labelledby="proposal">
        <h2 id="proposal">{{headingProposal}}</h2>
        <p class="rule">{{proposal}}</p>
        <p class="rule">&#160;</p>
        <p class="rule">&#160;</p>
        <p class="rule">{{proposalBy}}</p>
        </section>
        </main>
        <footer>
        <p>{{footer}} {{more}}</p>
        </footer>
        </div>
        </body>
        </html>

        """)
}
