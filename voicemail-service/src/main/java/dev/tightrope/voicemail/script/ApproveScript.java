package dev.tightrope.voicemail.script;

import dev.tightrope.api.ETags;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Visibility;
import dev.tightrope.events.ScriptApproved;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.voicemail.hold.CompanyHolds;
import dev.tightrope.voicemail.homework.Homework;
import dev.tightrope.voicemail.homework.Homeworks;
import dev.tightrope.voicemail.outreach.LockedEmail;
import dev.tightrope.voicemail.outreach.Outreach;
import dev.tightrope.voicemail.outreach.Outreaches;
import dev.tightrope.voicemail.outreach.Refusals;
import dev.tightrope.voicemail.outreach.Tried;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;

/** Approves a script, together with the very e-mail it announces. */
@ApplicationScoped
class ApproveScript {
    private static final Tried TRIED = Tried.SCRIPT_APPROVED;

    private final Outreaches outreaches;
    private final Homeworks homeworks;
    private final Scripts scripts;
    private final CompanyHolds holds;
    private final ReadScript readScript;
    private final Outbox outbox;
    private final Clock clock;

    ApproveScript(
            Outreaches outreaches,
            Homeworks homeworks,
            Scripts scripts,
            CompanyHolds holds,
            ReadScript readScript,
            Outbox outbox,
            Clock clock) {
        this.outreaches = outreaches;
        this.homeworks = homeworks;
        this.scripts = scripts;
        this.holds = holds;
        this.readScript = readScript;
        this.outbox = outbox;
        this.clock = clock;
    }

    @Transactional
    ScriptView approve(UUID outreachId, String ifMatch, Visibility visibility) {
        Outreach outreach = outreaches.lock(outreachId, visibility);
        Script script = readScript.scriptFor(TRIED, outreach);
        ETags.check(ifMatch, script.version());
        // A mismatch may have overtaken the approval: said again, it reaches outreach-service after what went wrong.
        if (!script.approved() || outreach.scriptAtOdds()) {
            Homework homework = homeworks.of(outreachId, outreach.round());
            LockedEmail email = lockedEmailOf(outreach, script);
            refuseUnlessReady(outreach, script, homework);
            Instant now = clock.instant();
            scripts.approve(script, visibility.me(), now);
            outbox.append(new ScriptApproved(
                    outreach.ref(),
                    Math.toIntExact(script.version()),
                    email.version(),
                    email.hash(),
                    visibility.me(),
                    now));
        }
        return readScript.read(outreachId, visibility);
    }

    private static LockedEmail lockedEmailOf(Outreach outreach, Script script) {
        LockedEmail email = outreach.email();
        boolean approvable = outreach.standsIn("PREPARING_SCRIPT") || outreach.scriptAtOdds();
        if (email == null || !approvable) {
            throw Refusals.wrongState(outreach, TRIED);
        }
        if (!email.is(script.emailVersion(), script.emailHash())) {
            throw Refusals.notYet(
                    outreach,
                    "email-changed",
                    TRIED,
                    List.of("The e-mail was approved anew since the script was written: read the script again first."));
        }
        return email;
    }

    private void refuseUnlessReady(Outreach outreach, Script script, Homework homework) {
        holds.contestedBy(outreach.id()).ifPresent(others -> {
            throw Refusals.notYet(outreach, "company-held", TRIED, List.of(CompanyHolds.whatFirst(others)));
        });
        if (outreach.permissionEnded()) {
            throw Refusals.permissionEnded(outreach, TRIED);
        }
        List<String> missing = homework.missing();
        if (!missing.isEmpty()) {
            throw Refusals.notYet(
                    outreach,
                    "homework-incomplete",
                    TRIED,
                    whatHomeworkLacks(homework, missing),
                    Map.of("missing", missing));
        }
        requireNoErrors(ReadScript.checks(outreach, script, homework));
    }

    private static List<String> whatHomeworkLacks(Homework homework, List<String> missing) {
        String lacks = "The homework has to be complete first; still missing: " + String.join(", ", missing) + ".";
        return homework.carriedOver()
                ? List.of(
                        lacks,
                        "Its answers are those of an earlier round: save them again to confirm them for this one.")
                : List.of(lacks);
    }

    /** What is wrong with the words is no matter of when: as with an e-mail, the text has to change. */
    private static void requireNoErrors(List<ScriptCheck> checks) {
        List<FieldError> errors = checks.stream()
                .filter(ScriptCheck::blocks)
                .map(check -> new FieldError("/text", check.code() + ": " + check.reason() + " " + check.remedy()))
                .toList();
        if (!errors.isEmpty()) {
            throw Problems.unprocessable(
                    "script-has-errors",
                    "The script cannot be approved before its errors are mended.",
                    errors,
                    Map.of("checks", checks));
        }
    }
}
