package dev.tightrope.voicemail.call;

import dev.tightrope.api.ProblemException;
import dev.tightrope.api.Visibility;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.voicemail.database.DatabaseTime;
import dev.tightrope.voicemail.hold.CompanyHolds;
import dev.tightrope.voicemail.hours.ExecutivePlace;
import dev.tightrope.voicemail.hours.ExecutivePlaces;
import dev.tightrope.voicemail.hours.ZoneFrom;
import dev.tightrope.voicemail.outreach.LockedEmail;
import dev.tightrope.voicemail.outreach.OpenSuggestions;
import dev.tightrope.voicemail.outreach.Outreach;
import dev.tightrope.voicemail.outreach.Outreaches;
import dev.tightrope.voicemail.outreach.Refusals;
import dev.tightrope.voicemail.outreach.Tried;
import dev.tightrope.voicemail.outreach.WrongNumbers;
import dev.tightrope.voicemail.script.Script;
import dev.tightrope.voicemail.script.Scripts;
import dev.tightrope.voicemail.suppression.Suppressions;
import dev.tightrope.voicemail.time.Ids;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import org.jdbi.v3.core.Jdbi;

/**
 * Records a dial. The lock on the outreach's row makes attempts of one outreach queue up, so the second of two at the
 * same moment sees the first and is refused.
 */
@ApplicationScoped
class RecordCallAttempt {
    private static final Tried TRIED = Tried.CALL_ATTEMPT_RECORDED;

    private final Jdbi jdbi;
    private final DatabaseTime time;
    private final Outreaches outreaches;
    private final Scripts scripts;
    private final Suppressions suppressions;
    private final CompanyHolds holds;
    private final OpenSuggestions suggestions;
    private final WrongNumbers wrongNumbers;
    private final CallAttempts attempts;
    private final Outbox outbox;
    private final CallSettings settings;
    private final ExecutivePlaces places;
    private final PlanNextAttempt plan;
    private final Ids ids;
    private final Event<AttemptRecorded> told;

    RecordCallAttempt(
            Jdbi jdbi,
            DatabaseTime time,
            Outreaches outreaches,
            Scripts scripts,
            Suppressions suppressions,
            CompanyHolds holds,
            OpenSuggestions suggestions,
            WrongNumbers wrongNumbers,
            CallAttempts attempts,
            Outbox outbox,
            CallSettings settings,
            ExecutivePlaces places,
            PlanNextAttempt plan,
            Ids ids,
            Event<AttemptRecorded> told) {
        this.jdbi = jdbi;
        this.time = time;
        this.outreaches = outreaches;
        this.scripts = scripts;
        this.suppressions = suppressions;
        this.holds = holds;
        this.suggestions = suggestions;
        this.wrongNumbers = wrongNumbers;
        this.attempts = attempts;
        this.outbox = outbox;
        this.settings = settings;
        this.places = places;
        this.plan = plan;
        this.ids = ids;
        this.told = told;
    }

    @Transactional
    CallAttempt record(CallAttemptRequest request, Visibility visibility) {
        CheckedAttempt checked = CheckedAttempt.of(request, jdbi.withHandle(time::now));
        Outreach outreach = outreaches.lock(checked.outreachId(), visibility);
        // Taken again under the lock: the window counts from the moment the attempt was accepted, not from its
        // queueing.
        Instant now = jdbi.withHandle(time::now);
        refuseUnlessCallable(outreach);
        Script script =
                scripts.of(outreach).filter(Script::approved).orElseThrow(() -> Refusals.wrongState(outreach, TRIED));
        LockedEmail email = outreach.email();
        if (email == null || !email.is(script.emailVersion(), script.emailHash())) {
            throw Refusals.notYet(
                    outreach,
                    "email-changed",
                    TRIED,
                    List.of("The e-mail is not the one the script was approved with: approve the script again first."));
        }
        ExecutivePlace place = places.of(outreach.id());
        CallAttempt attempt = attempt(checked, outreach, place, script, now, visibility);
        attempts.insert(
                attempt,
                place.zoneFrom() == ZoneFrom.REP
                        ? null
                        : place.zoneAt(attempt.startedAt()).map(ZoneId::getId).orElse(null));
        TellOutcome.whenRecorded(attempt, outreach.ref()).ifPresent(outbox::append);
        if (attempt.status() == AttemptStatus.RELEASED) {
            outbox.append(TellOutcome.whenReleased(attempt, outreach.ref(), now, attempts.inVainUntil(attempt)));
        } else {
            told.fire(new AttemptRecorded(attempt.releaseAt()));
        }
        return attempt;
    }

    private void refuseUnlessCallable(Outreach outreach) {
        if (!outreach.standsIn("READY_TO_CALL")) {
            throw Refusals.wrongState(outreach, TRIED);
        }
        if (outreach.permissionEnded()) {
            throw Refusals.permissionEnded(outreach, TRIED);
        }
        holds.contestedBy(outreach.id()).ifPresent(others -> {
            throw Refusals.notYet(outreach, "company-held", TRIED, List.of(CompanyHolds.whatFirst(others)));
        });
        if (suggestions.any(outreach.id())) {
            throw Refusals.notYet(
                    outreach,
                    "review-open",
                    TRIED,
                    List.of(
                            "A message may be an answer: say in the review list (GET /inbound-messages?review=open) whether"
                                    + " it is, first."));
        }
        if (wrongNumbers.any(outreach.id())) {
            throw Refusals.notYet(outreach, "wrong-number", TRIED, List.of(WrongNumbers.REMEDY));
        }
        suppressions.reasonAgainst(outreach.id()).ifPresent(reason -> {
            throw Refusals.notYet(
                    outreach,
                    "suppressed",
                    TRIED,
                    List.of("The executive must not be contacted: " + reason
                            + ". The suppression has to be lifted first."));
        });
    }

    private CallAttempt attempt(
            CheckedAttempt checked,
            Outreach outreach,
            ExecutivePlace place,
            Script script,
            Instant now,
            Visibility visibility) {
        boolean atOnce = settings.undoWindow().isZero();
        List<Instant> before = attempts.inVain(outreach.id(), outreach.round(), outreach.phone());
        boolean lastOfPlan = checked.outcome().calledAgain() && before.size() + 1 >= settings.maxAttempts();
        if (lastOfPlan && checked.nextAttemptAt() != null) {
            throw lastOfPlan(outreach, before.size() + 1);
        }
        return new CallAttempt(
                ids.next(),
                outreach.id(),
                outreach.round(),
                outreach.version(),
                checked.outcome(),
                atOnce ? AttemptStatus.RELEASED : AttemptStatus.RECORDED,
                outreach.phone(),
                script.version(),
                script.text(),
                script.emailVersion(),
                script.emailHash(),
                checked.startedAt(),
                checked.endedAt(),
                checked.notes(),
                checked.meetingAt(),
                checked.referredTo(),
                plan.after(checked, before, place.calling(), now),
                lastOfPlan,
                checked.quietPlace(),
                visibility.me(),
                now,
                now.plus(settings.undoWindow()),
                atOnce ? now : null,
                null,
                null,
                null,
                null,
                null,
                now);
    }

    /** Whoever calls a number for ever reaches nobody: after as many attempts as planned another way has to be found. */
    private static ProblemException lastOfPlan(Outreach outreach, int attempts) {
        return Refusals.notYet(
                outreach,
                "last-of-plan",
                TRIED,
                List.of("This is attempt " + attempts
                        + ", and no further one is planned: record it without nextAttemptAt."
                        + " Then the outreach needs attention, and you find another number, call this one again"
                        + " (rightAfterAll), begin a new round, or close it first."));
    }
}
