package dev.tightrope.outreach.onetap;

import dev.tightrope.api.ProblemException;
import dev.tightrope.outreach.lifecycle.DispositionKind;
import dev.tightrope.outreach.outreach.ResponseByLink.Said;
import java.util.Set;
import java.util.TreeSet;
import org.jspecify.annotations.Nullable;

/**
 * What a response means, as the form says it.
 *
 * @param form what was typed
 */
record SaidForm(FilledForm form) {

    /** What it says. */
    Said said() {
        return new Said(
                FilledForm.required("meaning", meaning()),
                text("nextStep"),
                form.day("nextStepOn"),
                form.day("until"),
                text("reason"),
                form.fields().containsKey("wholeCompany"),
                text("passedOnTo"));
    }

    /** The same with the fields marked that a problem names. */
    SaidForm refused(ProblemException problem) {
        FilledForm marked = form.refused(problem);
        Set<String> wrong = new TreeSet<>(marked.wrong());
        // Both are needed, and a problem names the first of them.
        if (wrong.contains("nextStep") && text("nextStep") != null) {
            wrong.remove("nextStep");
            wrong.add("nextStepOn");
        }
        return new SaidForm(new FilledForm(form.fields(), wrong));
    }

    @Nullable
    DispositionKind meaning() {
        return form.choice("meaning", DispositionKind.class);
    }

    /** What stands in a field; null if nothing does. */
    @Nullable
    String text(String field) {
        return form.text(field);
    }
}
