package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Caller;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.ProblemException;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.input.FieldErrors;
import dev.tightrope.outreach.lifecycle.AttentionReason;
import dev.tightrope.outreach.lifecycle.Decision;
import dev.tightrope.outreach.lifecycle.OutreachLifecycle;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.people.People;
import dev.tightrope.outreach.prospect.BouncedAddresses;
import dev.tightrope.outreach.prospect.ChangeExecutive;
import dev.tightrope.outreach.prospect.Executive;
import dev.tightrope.outreach.prospect.Executives;
import dev.tightrope.outreach.suppression.Suppressions;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Clock;
import java.util.List;
import java.util.Objects;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * The executive's address or number was wrong. The executive is corrected first, and every open outreach to them follows
 * in the same transaction ({@link FollowOtherFeatures}): so the same happens however the correction is made.
 */
@ApplicationScoped
class CorrectExecutive {
    private final Caller caller;
    private final People people;
    private final OutreachStore store;
    private final OutreachMoves moves;
    private final Executives executives;
    private final ChangeExecutive changeExecutive;
    private final Suppressions suppressions;
    private final BouncedAddresses bounced;
    private final Clock clock;

    CorrectExecutive(
            Caller caller,
            People people,
            OutreachStore store,
            OutreachMoves moves,
            Executives executives,
            ChangeExecutive changeExecutive,
            Suppressions suppressions,
            BouncedAddresses bounced,
            Clock clock) {
        this.caller = caller;
        this.people = people;
        this.store = store;
        this.moves = moves;
        this.executives = executives;
        this.changeExecutive = changeExecutive;
        this.suppressions = suppressions;
        this.bounced = bounced;
        this.clock = clock;
    }

    @Transactional
    void correct(UUID id, Requests.ExecutiveCorrection request) {
        if ((request.email() == null) == (request.phone() == null)) {
            throw Problems.badRequest(new FieldError("/email", "or /phone must be given, and not both"));
        }
        OutreachRow row = store.find(id, people.visibilityOf(caller));
        suppressions.keepList();
        FieldErrors errors = new FieldErrors();
        String email = errors.email("/email", request.email());
        errors.refuseIfAny();
        OutreachTrigger trigger = email == null
                ? new OutreachTrigger.NumberCorrected(String.valueOf(request.phone()), false)
                : new OutreachTrigger.AddressCorrected(email);
        requirePossible(row, trigger);
        requireAnother(email, request);
        Executive before =
                executives.byId(row.executiveId()).orElseThrow(() -> Problems.notFound("executive", row.executiveId()));
        Executive after = changeExecutive.correct(row.executiveId(), request.email(), request.phone());
        if (suppressions.isExecutiveSuppressed(after.id(), after.email())) {
            throw Problems.unprocessable(
                    "suppressed",
                    List.of(new FieldError(
                            email == null ? "/phone" : "/email", "must not be contacted: it is suppressed")));
        }
        if (Objects.equals(before.email(), after.email()) && Objects.equals(before.phone(), after.phone())) {
            // Nothing changed, so nobody followed: the rep says that what is recorded is right. It may have been put
            // right
            // before the trouble was noticed, or never have been the cause of it.
            requireMeant(row, request);
            moves.command(id, people.visibilityOf(caller), Actor.of(caller), trigger);
        }
    }

    /** Mail to an address that is marked as bad would only come back again. */
    private void requireAnother(@Nullable String email, Requests.ExecutiveCorrection request) {
        bounced.of(email).ifPresent(marked -> {
            if (!Boolean.TRUE.equals(request.rightAfterAll())) {
                throw Problems.unprocessable(
                        "address-bounced",
                        List.of(new FieldError(
                                "/email",
                                "is marked as bad: " + marked.inWords() + "; give another one, or send"
                                        + " \"rightAfterAll\": true if it works all the same")));
            }
            bounced.works(marked.address());
        });
    }

    /** Giving the number again at which they were not found would only lead to the same end, unless it is meant. */
    private static void requireMeant(OutreachRow row, Requests.ExecutiveCorrection request) {
        if (request.phone() == null || Boolean.TRUE.equals(request.rightAfterAll())) {
            return;
        }
        AttentionReason because = row.situation().ground().attention();
        if (because == AttentionReason.WRONG_NUMBER) {
            throw sameNumber(
                    "is the number that was found wrong: give the right one, or send \"rightAfterAll\": true if"
                            + " it is the executive's all the same");
        }
        if (because == AttentionReason.NOT_REACHED) {
            throw sameNumber(
                    "is the number at which nobody was reached: give another one, or send \"rightAfterAll\": true"
                            + " to call it again");
        }
    }

    private static ProblemException sameNumber(String message) {
        return Problems.unprocessable("same-number", List.of(new FieldError("/phone", message)));
    }

    private void requirePossible(OutreachRow row, OutreachTrigger trigger) {
        Decision decision = OutreachLifecycle.decide(
                row.situation(), trigger, clock.instant().atZone(people.zoneOf(row.ownerId())));
        if (!decision.isApplied()) {
            throw NotPossibleNow.of(row.state(), trigger, decision);
        }
    }
}
