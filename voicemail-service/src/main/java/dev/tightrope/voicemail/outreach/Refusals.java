package dev.tightrope.voicemail.outreach;

import dev.tightrope.api.ProblemException;
import dev.tightrope.api.Problems;
import java.util.List;
import java.util.Map;

/** Refusals of what an outreach does not allow now: they name its state and what has to happen first. */
public final class Refusals {
    private Refusals() {}

    /** 409 because of the state the outreach stands in. */
    public static ProblemException wrongState(Outreach outreach, Tried tried) {
        // The approval ended with the permission, and a new one of the same script would be refused.
        if (outreach.permissionEnded() && outreach.standsIn("PREPARING_SCRIPT")) {
            return permissionEnded(outreach, tried);
        }
        return notYet(outreach, "not-possible-now", tried, List.of(first(outreach)));
    }

    /** 409 because the competitor may not be named any more. */
    public static ProblemException permissionEnded(Outreach outreach, Tried tried) {
        return notYet(
                outreach,
                "permission-ended",
                tried,
                List.of("The permission to name the competitor has ended: the round needs another story first."));
    }

    /** 409 because other things have to happen first. */
    public static ProblemException notYet(Outreach outreach, String code, Tried tried, List<String> first) {
        return notYet(outreach, code, tried, first, Map.of());
    }

    /** As above, with further members. */
    public static ProblemException notYet(
            Outreach outreach, String code, Tried tried, List<String> first, Map<String, ?> more) {
        return Problems.refused(
                code,
                "The outreach stands in " + outreach.standing() + ", so it is too early or too late to " + tried.words()
                        + ". " + String.join(" ", first),
                outreach.standing(),
                tried.name(),
                first,
                more);
    }

    private static String first(Outreach outreach) {
        return outreach.scriptAtOdds()
                ? "The script was approved for another e-mail than the locked one: approve it again, or reopen the e-mail,"
                        + " first."
                : firstIn(outreach.standing());
    }

    private static String firstIn(String state) {
        return switch (state) {
            case "PREPARING_EMAIL" -> "The e-mail has to be approved first, then the script.";
            case "PREPARING_SCRIPT" -> "The homework has to be complete and the script approved first.";
            case "READY_TO_CALL" -> "The call comes next.";
            case "SENDING_EMAIL" ->
                "A voicemail or conversation of this round is recorded and its e-mail is going out;"
                        + " the attempt can be undone only within its undo window.";
            case "AWAITING_RESPONSE" ->
                "The e-mail was sent; nobody makes contact until the wait is over or they answer.";
            case "FOLLOW_UP_DUE" ->
                "Start a new round (POST /outreaches/{id}/rounds), extend the wait, or close it first.";
            case "RESPONDED" -> "They answered: say what the response means first.";
            case "ENGAGED" -> "The sales work goes on; withdraw the engagement first if it was a mistake.";
            case "NEEDS_ATTENTION" -> "What needs attention has to be corrected or resolved first.";
            case "CLOSED" -> "It is closed; open another outreach to try again.";
            default -> "It has to reach READY_TO_CALL first.";
        };
    }
}
