package dev.tightrope.voicemail.script;

import dev.tightrope.api.ProblemException;
import dev.tightrope.api.Visibility;
import dev.tightrope.voicemail.homework.Homework;
import dev.tightrope.voicemail.homework.Homeworks;
import dev.tightrope.voicemail.outreach.LockedEmail;
import dev.tightrope.voicemail.outreach.Outreach;
import dev.tightrope.voicemail.outreach.Outreaches;
import dev.tightrope.voicemail.outreach.Refusals;
import dev.tightrope.voicemail.outreach.RetryHint;
import dev.tightrope.voicemail.outreach.Tried;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.List;
import java.util.UUID;

/** Shows a script with what its checks find now. */
@ApplicationScoped
public class ReadScript {
    private final Outreaches outreaches;
    private final Scripts scripts;
    private final Homeworks homeworks;
    private final RetryHint retryHint;

    ReadScript(Outreaches outreaches, Scripts scripts, Homeworks homeworks, RetryHint retryHint) {
        this.outreaches = outreaches;
        this.scripts = scripts;
        this.homeworks = homeworks;
        this.retryHint = retryHint;
    }

    /**
     * The script of an outreach's current round.
     *
     * @throws ProblemException 404 if the caller may not see the outreach, or it has no script yet
     */
    public ScriptView read(UUID outreachId, Visibility visibility) {
        Outreach outreach = outreaches.get(outreachId, visibility);
        Script script = scriptOf(outreach);
        Homework homework = homeworks.of(outreachId, outreach.round());
        return ScriptView.of(
                outreach,
                script,
                homework,
                checks(outreach, script, homework),
                differences(outreach, script, homework));
    }

    /**
     * What to say if the executive answers: there as soon as there is an approved e-mail to announce.
     *
     * @throws ProblemException 404 if the caller may not see the outreach, or its e-mail is not approved
     */
    public LiveWording live(UUID outreachId, Visibility visibility) {
        Outreach outreach = outreaches.get(outreachId, visibility);
        LockedEmail email = outreach.email();
        if (email == null) {
            throw unwritten(outreach);
        }
        Homework homework = homeworks.of(outreachId, outreach.round());
        return LiveWording.of(outreachId, outreach.round(), ScriptFacts.of(outreach, email, homework.confirmedPain()));
    }

    /** The script a command is about; without one it is too early for it, and what is missing is known. */
    Script scriptFor(Tried tried, Outreach outreach) {
        return scripts.of(outreach).orElseThrow(() -> {
            if (aboutToBeWritten(outreach)) {
                retryHint.inSeconds(1);
                return Refusals.notYet(
                        outreach,
                        "not-possible-now",
                        tried,
                        List.of(
                                "The script is written from the approved e-mail, which is on its way here: ask again in a"
                                        + " second."));
            }
            return Refusals.wrongState(outreach, tried);
        });
    }

    /** Whether the e-mail was approved a moment ago, only outreach-service can know for certain. */
    private Script scriptOf(Outreach outreach) {
        return scripts.of(outreach).orElseThrow(() -> unwritten(outreach));
    }

    private ProblemException unwritten(Outreach outreach) {
        return outreaches.notYet("Round " + outreach.round() + " of outreach " + outreach.id()
                + " has no script yet: it is written when the e-mail is approved. If that was a moment ago, ask again in a"
                + " second.");
    }

    /** The approval is known, and the e-mail itself follows in the next event. */
    private static boolean aboutToBeWritten(Outreach outreach) {
        return outreach.standsIn("PREPARING_SCRIPT");
    }

    /** Without a locked e-mail there is nothing to check against. */
    static List<ScriptCheck> checks(Outreach outreach, Script script, Homework homework) {
        LockedEmail email = outreach.email();
        return email == null
                ? List.of()
                : CheckScript.of(script.text(), ScriptFacts.of(outreach, email, homework.confirmedPain()));
    }

    private static List<ScriptDifference> differences(Outreach outreach, Script script, Homework homework) {
        LockedEmail email = outreach.email();
        if (email == null) {
            return List.of();
        }
        String mail = email.text() == null ? null : email.subject() + "\n" + email.text();
        return CompareWithEmail.of(script.text(), ScriptFacts.of(outreach, email, homework.confirmedPain()), mail);
    }
}
