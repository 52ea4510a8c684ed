package dev.tightrope.outreach.onetap;

import dev.tightrope.api.ProblemException;
import dev.tightrope.api.onetap.OneTap;
import dev.tightrope.outreach.lifecycle.DispositionKind;
import dev.tightrope.outreach.outreach.ResponseByLink;
import dev.tightrope.outreach.outreach.ResponseByLink.Shown;
import dev.tightrope.outreach.people.Person;
import dev.tightrope.outreach.suggestion.Suggestion;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;

/** The page behind a link to a response, in the language of the person whose link it is. */
@ApplicationScoped
class ResponsePages {
    private final ResponseByLink responses;
    private final FrontEnd frontEnd;
    private final Clock clock;

    ResponsePages(ResponseByLink responses, FrontEnd frontEnd, Clock clock) {
        this.responses = responses;
        this.frontEnd = frontEnd;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "onetap")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance response(ResponsePage page);
    }

    /** The response, and what can be said of it. */
    Answer show(OneTap tap, Person reader, SaidForm proposed) {
        return new Answer(200, render(tap, reader, proposed, false));
    }

    /** Says what it means. */
    Answer say(OneTap tap, Person by, SaidForm form) {
        try {
            responses.say(by, tap.of(), form.said());
        } catch (ProblemException e) {
            return new Answer(e.status(), render(tap, by, form.refused(e), false));
        }
        return new Answer(200, render(tap, by, form, true));
    }

    private String render(OneTap tap, Person reader, SaidForm form, boolean done) {
        Shown shown = responses.show(reader, tap.of());
        Words words = Words.of(reader);
        List<ResponsePage.Form> forms = shown.open() && !done ? forms(shown, reader, form, words) : List.of();
        return Templates.response(new ResponsePage(words, shown, frontEnd.pageOf(shown.outreachId()), forms, done))
                .render();
    }

    private List<ResponsePage.Form> forms(Shown shown, Person reader, SaidForm entered, Words words) {
        Suggestion suggestion = shown.suggestion();
        DispositionKind proposed =
                entered.meaning() != null ? entered.meaning() : suggestion == null ? null : suggestion.disposition();
        ResponsePage.Values values = values(shown, reader, entered.form(), words);
        List<ResponsePage.Form> forms = new ArrayList<>();
        for (DispositionKind meaning : DispositionKind.values()) {
            boolean chosen = meaning == proposed;
            Set<String> wrong = chosen ? entered.form().wrong() : Set.of();
            forms.add(chosen ? 0 : forms.size(), new ResponsePage.Form(meaning, chosen, values, wrong));
        }
        return forms;
    }

    /** What was typed, else what is likely: a step that can be taken tomorrow, the day that was read from their words. */
    private ResponsePage.Values values(Shown shown, Person reader, FilledForm typed, Words words) {
        Suggestion suggestion = shown.suggestion();
        String until = suggestion == null || suggestion.until() == null
                ? ""
                : suggestion.until().atZone(reader.zone()).toLocalDate().toString();
        return new ResponsePage.Values(
                typed.textOr("nextStep", words.text("nextStep.proposed", shown.from())),
                typed.textOr(
                        "nextStepOn",
                        Weekdays.after(clock.instant(), reader.zone()).toString()),
                typed.textOr("until", until),
                typed.textOr("reason", ""),
                typed.textOr("passedOnTo", ""),
                typed.text("wholeCompany") != null || (suggestion != null && suggestion.wholeCompany()));
    }
}
