package dev.tightrope.outreach.onetap;

import dev.tightrope.api.ProblemException;
import dev.tightrope.api.onetap.OneTap;
import dev.tightrope.api.onetap.OneTapTokens;
import dev.tightrope.outreach.outreach.Act;
import dev.tightrope.outreach.outreach.OutreachByLink;
import dev.tightrope.outreach.outreach.ShownOutreach;
import dev.tightrope.outreach.people.Person;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.Clock;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** The page behind a link to an outreach: where it stands now, and what can be done about it. */
@ApplicationScoped
class OutreachPages {
    private final OutreachByLink outreaches;
    private final OneTapTokens tokens;
    private final FrontEnd frontEnd;
    private final Clock clock;

    OutreachPages(OutreachByLink outreaches, OneTapTokens tokens, FrontEnd frontEnd, Clock clock) {
        this.outreaches = outreaches;
        this.tokens = tokens;
        this.frontEnd = frontEnd;
        this.clock = clock;
    }

    @CheckedTemplate(basePath = "onetap")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance outreach(OutreachPage page);
    }

    /** Where it stands. */
    Answer show(OneTap tap, Person reader, ActForm asked) {
        ShownOutreach shown = outreaches.show(reader, tap.of());
        Act act = asked.act();
        String notice = act == null || shown.possible().contains(act) ? null : "notNow";
        return new Answer(200, render(tap, shown, reader, asked, act, null, notice));
    }

    /** Does it, and shows where it stands then. */
    Answer act(OneTap tap, Person by, ActForm form) {
        try {
            outreaches.act(by, tap.of(), form.seen(), form.wish());
        } catch (ProblemException e) {
            return refused(tap, by, form, e);
        }
        return new Answer(200, render(tap, outreaches.show(by, tap.of()), by, form, null, form.act(), null));
    }

    /** Of what was typed nothing is lost; but what is out of date is not offered once more. */
    private Answer refused(OneTap tap, Person by, ActForm form, ProblemException problem) {
        ShownOutreach shown = outreaches.show(by, tap.of());
        ActForm marked = new ActForm(form.form().refused(problem));
        if (problem.status() == 412) {
            return new Answer(409, render(tap, shown, by, marked, null, null, "outOfDate"));
        }
        String notice = problem.errors().isEmpty() ? "notNow" : null;
        return new Answer(problem.status(), render(tap, shown, by, marked, form.act(), null, notice));
    }

    private String render(
            OneTap tap,
            ShownOutreach shown,
            Person reader,
            ActForm form,
            @Nullable Act asked,
            @Nullable Act done,
            @Nullable String notice) {
        Words words = Words.of(reader);
        return Templates.outreach(new OutreachPage(
                        words,
                        shown,
                        standing(shown, words),
                        frontEnd.pageOf(shown.id()),
                        done,
                        notice,
                        done == null ? forms(shown, reader, form, asked) : List.of(),
                        meanings(tap, shown)))
                .render();
    }

    private static String standing(ShownOutreach shown, Words words) {
        return switch (shown.state()) {
            case AWAITING_RESPONSE ->
                shown.waitUntil() == null
                        ? words.text("state.AWAITING_RESPONSE")
                        : words.text("state.AWAITING_RESPONSE.until", words.day(shown.waitUntil()));
            case ENGAGED ->
                shown.nextStep() == null || shown.nextStepOn() == null
                        ? words.text("state.ENGAGED")
                        : words.text("state.ENGAGED.step", shown.nextStep(), words.day(shown.nextStepOn()));
            case CLOSED -> words.text("state.CLOSED." + shown.outcome());
            case PREPARING_EMAIL,
                    PREPARING_SCRIPT,
                    READY_TO_CALL,
                    SENDING_EMAIL,
                    FOLLOW_UP_DUE,
                    RESPONDED,
                    NEEDS_ATTENTION -> words.text("state." + shown.state());
        };
    }

    private List<OutreachPage.Form> forms(ShownOutreach shown, Person reader, ActForm entered, @Nullable Act asked) {
        OutreachPage.Values values = values(entered.form(), shown, reader);
        List<OutreachPage.Form> forms = new ArrayList<>();
        for (Act act : Act.values()) {
            if (shown.possible().contains(act)) {
                boolean open = act == asked;
                Set<String> wrong = open ? entered.form().wrong() : Set.of();
                forms.add(open ? 0 : forms.size(), new OutreachPage.Form(act, open, values, wrong));
            }
        }
        return forms;
    }

    /** What was typed, else what is likely. */
    private OutreachPage.Values values(FilledForm typed, ShownOutreach shown, Person reader) {
        return new OutreachPage.Values(
                typed.textOr("length", "P7D"),
                typed.textOr("until", ""),
                typed.textOr("storyId", ""),
                typed.textOr("channel", "PHONE"),
                typed.textOr("from", ""),
                typed.textOr("role", ""),
                typed.textOr("text", ""),
                typed.textOr("nextStep", ""),
                typed.textOr(
                        "on", Weekdays.after(clock.instant(), reader.zone()).toString()),
                typed.textOr(
                        "outcome",
                        shown.outcomes().size() == 1 ? shown.outcomes().get(0).name() : ""),
                typed.textOr("reason", ""));
    }

    /** Links of the same person that end with this one. */
    private List<OutreachPage.Meaning> meanings(OneTap tap, ShownOutreach shown) {
        return shown.openResponses().stream()
                .flatMap(response -> tokens
                        .sign(new OneTap(tap.person(), OneTap.Kind.RESPONSE, response.id(), tap.expires()))
                        .map(token -> new OutreachPage.Meaning(response.from(), token))
                        .stream())
                .toList();
    }
}
