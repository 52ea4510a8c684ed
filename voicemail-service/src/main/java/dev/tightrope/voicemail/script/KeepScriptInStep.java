package dev.tightrope.voicemail.script;

import dev.tightrope.events.ScriptReopened;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.voicemail.homework.Homework;
import dev.tightrope.voicemail.homework.HomeworkSaved;
import dev.tightrope.voicemail.homework.Homeworks;
import dev.tightrope.voicemail.outreach.EmailLocked;
import dev.tightrope.voicemail.outreach.EmailUnlocked;
import dev.tightrope.voicemail.outreach.LockedEmail;
import dev.tightrope.voicemail.outreach.Outreach;
import dev.tightrope.voicemail.outreach.PermissionEnded;
import dev.tightrope.voicemail.outreach.Refusals;
import dev.tightrope.voicemail.outreach.Tried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Writes the script when the e-mail is locked and when the pain is found, and voids its approval with the e-mail's and with the permission to name the competitor.
 */
@ApplicationScoped
class KeepScriptInStep {
    private final Scripts scripts;
    private final Homeworks homeworks;
    private final Outbox outbox;
    private final Clock clock;

    KeepScriptInStep(Scripts scripts, Homeworks homeworks, Outbox outbox, Clock clock) {
        this.scripts = scripts;
        this.homeworks = homeworks;
        this.outbox = outbox;
        this.clock = clock;
    }

    void emailLocked(@Observes EmailLocked locked) {
        Outreach outreach = locked.outreach();
        LockedEmail email = locked.email();
        Instant now = clock.instant();
        Homework homework = homeworks.of(outreach.id(), outreach.round());
        ScriptFacts facts = ScriptFacts.of(outreach, email, homework.confirmedPain());
        scripts.of(outreach)
                .ifPresentOrElse(
                        script -> {
                            String text =
                                    script.editedByHand() ? script.text() : WriteScript.from(facts, script.form());
                            if (script.approved()) {
                                reopened(outreach, "The e-mail was approved anew.", null, now);
                            }
                            scripts.rewrite(
                                    script,
                                    text,
                                    facts.scriptLanguage().tag(),
                                    script.form(),
                                    script.editedByHand(),
                                    email.version(),
                                    email.hash(),
                                    now);
                        },
                        () -> scripts.insert(
                                outreach,
                                email,
                                WriteScript.from(facts, ScriptForm.SHORT),
                                facts.scriptLanguage().tag(),
                                ScriptForm.SHORT,
                                now));
    }

    void emailUnlocked(@Observes EmailUnlocked unlocked) {
        Instant now = clock.instant();
        scripts.of(unlocked.outreach()).filter(Script::approved).ifPresent(script -> {
            scripts.voidApproval(script, now);
            reopened(unlocked.outreach(), "The e-mail was reopened: " + unlocked.reason(), unlocked.by(), now);
        });
    }

    /** What was promised is kept: the e-mail of a voicemail that was left is another matter than the script. */
    void permissionEnded(@Observes PermissionEnded ended) {
        Outreach outreach = ended.outreach();
        Instant now = clock.instant();
        scripts.of(outreach)
                .filter(script -> script.approved() && !scripts.promised(outreach))
                .ifPresent(script -> {
                    scripts.voidApproval(script, now);
                    reopened(outreach, "The permission to name the competitor has ended.", null, now);
                });
    }

    void homeworkSaved(@Observes HomeworkSaved saved) {
        Outreach outreach = saved.outreach();
        LockedEmail email = outreach.email();
        scripts.of(outreach).ifPresent(script -> {
            if (script.approved()) {
                stayComplete(outreach, saved.homework());
            } else if (email != null && !script.editedByHand()) {
                ScriptFacts facts =
                        ScriptFacts.of(outreach, email, saved.homework().confirmedPain());
                String text = WriteScript.from(facts, script.form());
                if (!text.equals(script.text())) {
                    scripts.rewrite(
                            script,
                            text,
                            script.language(),
                            script.form(),
                            false,
                            script.emailVersion(),
                            script.emailHash(),
                            clock.instant());
                }
            }
        });
    }

    private static void stayComplete(Outreach outreach, Homework homework) {
        if (!homework.complete()) {
            throw Refusals.notYet(
                    outreach,
                    "script-approved",
                    Tried.HOMEWORK_CHANGED,
                    List.of(
                            "The script was approved on the complete homework: change the script first, which reopens it."),
                    Map.of("missing", homework.missing()));
        }
    }

    private void reopened(Outreach outreach, String reason, @Nullable UUID by, Instant at) {
        outbox.append(new ScriptReopened(outreach.ref(), reason, at, by));
    }
}
