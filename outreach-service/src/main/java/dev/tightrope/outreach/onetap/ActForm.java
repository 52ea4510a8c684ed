package dev.tightrope.outreach.onetap;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.events.ResponseChannel;
import dev.tightrope.outreach.lifecycle.ClosureOutcome;
import dev.tightrope.outreach.outreach.Act;
import dev.tightrope.outreach.outreach.OutreachByLink.Wish;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What is to be done about an outreach, as the form says it.
 *
 * @param form what was typed
 */
record ActForm(FilledForm form) {

    /** Which version of the outreach it was filled in for; none is one that never is. */
    long seen() {
        String version = form.text("version");
        try {
            return version == null ? -1 : Long.parseLong(version);
        } catch (NumberFormatException e) {
            return -1;
        }
    }

    @Nullable
    Act act() {
        return form.choice("act", Act.class);
    }

    /** What it asks for. */
    Wish wish() {
        return switch (FilledForm.required("act", act())) {
            case EXTEND -> new Wish.WaitLonger(form.day("until"), form.text("length"));
            case CALL_AGAIN -> new Wish.CallAgain(story());
            case ANSWERED ->
                new Wish.Answered(
                        FilledForm.required("channel", form.choice("channel", ResponseChannel.class)),
                        FilledForm.required("from", form.text("from")),
                        form.text("role"),
                        FilledForm.required("text", form.text("text")));
            case NEXT_STEP ->
                new Wish.PlanStep(
                        FilledForm.required("nextStep", form.text("nextStep")),
                        FilledForm.required("on", form.day("on")));
            case CLOSE ->
                new Wish.Close(
                        FilledForm.required("outcome", form.choice("outcome", ClosureOutcome.class)),
                        form.text("reason"));
        };
    }

    private @Nullable UUID story() {
        String typed = form.text("storyId");
        try {
            return typed == null ? null : UUID.fromString(typed);
        } catch (IllegalArgumentException e) {
            throw Problems.badRequest(new FieldError("/storyId", "must be the id of a story"));
        }
    }
}
