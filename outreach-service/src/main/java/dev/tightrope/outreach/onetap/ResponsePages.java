package dev.tightrope.outreach.onetap;

import dev.tightrope.outreach.lifecycle.DispositionKind;
import dev.tightrope.outreach.outreach.ResponseByLink.Shown;
import dev.tightrope.outreach.people.Person;
import dev.tightrope.outreach.suggestion.Suggestion;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import jakarta.enterprise.context.ApplicationScoped;
import java.time.DayOfWeek;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Writes the pages in the language of the person whose link it is. */
@ApplicationScoped
class OneTapPages {
    private final Optional<String> outreachUrl;

    OneTapPages(@ConfigProperty(name = "tightrope.front-end.outreach-url") Optional<String> outreachUrl) {
        this.outreachUrl = outreachUrl;
    }

    @CheckedTemplate(basePath = "onetap")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance response(OneTapPage page);

        static native TemplateInstance notice(OneTapPage.Notice notice);
    }

    /** The response, and what can be said of it. */
    String of(Shown shown, Person reader, SaidForm form, Instant now) {
        Words words = Words.of(reader);
        List<OneTapPage.Form> forms = shown.open() ? forms(shown, reader, form, now, words) : List.of();
        return Templates.response(new OneTapPage(words, shown, link(shown), forms, false))
                .render();
    }

    /** What was said a moment ago. */
    String done(Shown shown, Person reader) {
        return Templates.response(new OneTapPage(Words.of(reader), shown, link(shown), List.of(), true))
                .render();
    }

    /** That the link does nothing, and why. */
    String notice(String about, @Nullable Person reader) {
        return Templates.notice(new OneTapPage.Notice(Words.of(reader), about)).render();
    }

    private @Nullable String link(Shown shown) {
        return outreachUrl
                .map(url -> url.replace("{id}", shown.outreachId().toString()))
                .orElse(null);
    }

    private static List<OneTapPage.Form> forms(Shown shown, Person reader, SaidForm entered, Instant now, Words words) {
        Suggestion suggestion = shown.suggestion();
        DispositionKind proposed =
                entered.meaning() != null ? entered.meaning() : suggestion == null ? null : suggestion.disposition();
        OneTapPage.Values values = values(shown, reader, entered, now, words);
        List<OneTapPage.Form> forms = new ArrayList<>();
        for (DispositionKind meaning : DispositionKind.values()) {
            boolean chosen = meaning == proposed;
            OneTapPage.Form form = new OneTapPage.Form(meaning, chosen, values, chosen ? entered.wrong() : Set.of());
            forms.add(chosen ? 0 : forms.size(), form);
        }
        return forms;
    }

    /** What was typed, else what is likely: a step that can be taken tomorrow, the day that was read from their words. */
    private static OneTapPage.Values values(Shown shown, Person reader, SaidForm entered, Instant now, Words words) {
        Suggestion suggestion = shown.suggestion();
        LocalDate today = now.atZone(reader.zone()).toLocalDate();
        String until = suggestion == null || suggestion.until() == null
                ? ""
                : suggestion.until().atZone(reader.zone()).toLocalDate().toString();
        return new OneTapPage.Values(
                orElse(entered.text("nextStep"), words.text("nextStep.proposed", shown.from())),
                orElse(entered.text("nextStepOn"), weekdayAfter(today).toString()),
                orElse(entered.text("until"), until),
                orElse(entered.text("reason"), ""),
                orElse(entered.text("passedOnTo"), ""),
                entered.text("wholeCompany") != null || (suggestion != null && suggestion.wholeCompany()));
    }

    private static LocalDate weekdayAfter(LocalDate today) {
        LocalDate next = today.plusDays(1);
        while (next.getDayOfWeek() == DayOfWeek.SATURDAY || next.getDayOfWeek() == DayOfWeek.SUNDAY) {
            next = next.plusDays(1);
        }
        return next;
    }

    private static String orElse(@Nullable String typed, String likely) {
        return typed == null ? likely : typed;
    }
}
