package dev.tightrope.outreach.onetap;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.ProblemException;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.lifecycle.DispositionKind;
import dev.tightrope.outreach.outreach.ResponseByLink.Said;
import jakarta.ws.rs.core.MultivaluedHashMap;
import jakarta.ws.rs.core.MultivaluedMap;
import java.time.DateTimeException;
import java.time.LocalDate;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/** The form as it was filled in, to be shown again where something was wrong with it. */
final class SaidForm {
    private final MultivaluedMap<String, String> fields;
    private final Set<String> wrong = new TreeSet<>();

    SaidForm(MultivaluedMap<String, String> fields) {
        this.fields = fields;
    }

    /** An empty one, with a meaning chosen; what is no meaning chooses none. */
    static SaidForm proposing(@Nullable String meaning) {
        MultivaluedMap<String, String> fields = new MultivaluedHashMap<>();
        if (meaning != null) {
            fields.putSingle("meaning", meaning);
        }
        return new SaidForm(fields);
    }

    /** What it says. */
    Said said() {
        DispositionKind meaning = meaning();
        if (meaning == null) {
            throw Problems.badRequest(new FieldError("/meaning", "must be one of the meanings"));
        }
        return new Said(
                meaning,
                text("nextStep"),
                day("nextStepOn"),
                day("until"),
                text("reason"),
                fields.containsKey("wholeCompany"),
                text("passedOnTo"));
    }

    /** The same with the fields marked that a problem names. */
    SaidForm refused(ProblemException problem) {
        SaidForm marked = new SaidForm(fields);
        problem.errors().forEach(error -> marked.wrong.add(error.pointer().split("/", 3)[1]));
        // Both are needed, and a problem names the first of them.
        if (marked.wrong.contains("nextStep") && text("nextStep") != null) {
            marked.wrong.remove("nextStep");
            marked.wrong.add("nextStepOn");
        }
        return marked;
    }

    /** Names of the fields that were filled in wrongly. */
    Set<String> wrong() {
        return Set.copyOf(wrong);
    }

    @Nullable
    DispositionKind meaning() {
        String name = fields.getFirst("meaning");
        for (DispositionKind kind : DispositionKind.values()) {
            if (kind.name().equals(name)) {
                return kind;
            }
        }
        return null;
    }

    /** What stands in a field; null if nothing does. */
    @Nullable
    String text(String field) {
        String typed = fields.getFirst(field);
        return typed == null || typed.isBlank() ? null : typed.strip();
    }

    private @Nullable LocalDate day(String field) {
        String typed = text(field);
        if (typed == null) {
            return null;
        }
        try {
            return LocalDate.parse(typed);
        } catch (DateTimeException e) {
            throw Problems.badRequest(new FieldError("/" + field, "must be a day such as 2026-03-01"));
        }
    }
}
