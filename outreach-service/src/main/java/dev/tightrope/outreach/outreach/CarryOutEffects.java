package dev.tightrope.outreach.outreach;

import dev.tightrope.api.Problems;
import dev.tightrope.events.AttentionNeeded;
import dev.tightrope.events.DayCount;
import dev.tightrope.events.EmailFailed;
import dev.tightrope.events.EmailReopened;
import dev.tightrope.events.EmailSent;
import dev.tightrope.events.EmailWithheld;
import dev.tightrope.events.EngagementWithdrawn;
import dev.tightrope.events.ExecutiveCorrected;
import dev.tightrope.events.OutreachClosed;
import dev.tightrope.events.OutreachEngaged;
import dev.tightrope.events.OutreachReopened;
import dev.tightrope.events.OutreachTransferred;
import dev.tightrope.events.ResponseDisposed;
import dev.tightrope.events.RoundStarted;
import dev.tightrope.events.StoryPermissionEnded;
import dev.tightrope.events.TightropeEvent;
import dev.tightrope.events.WaitStarted;
import dev.tightrope.messaging.Outbox;
import dev.tightrope.outreach.hold.CompanyHolds;
import dev.tightrope.outreach.hold.Hold;
import dev.tightrope.outreach.hold.HoldRequest;
import dev.tightrope.outreach.lifecycle.AttentionReason;
import dev.tightrope.outreach.lifecycle.Effect;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.people.People;
import dev.tightrope.outreach.people.Person;
import dev.tightrope.outreach.story.Stories;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** Does what a decision asks for: events to the other services, CDI events to the other features, the company hold. */
@ApplicationScoped
class CarryOutEffects {
    private final Outbox outbox;
    private final Event<Object> features;
    private final CompanyHolds holds;
    private final Stories stories;
    private final People people;
    private final ExecutiveFactsOf executives;
    private final ResponseStore responses;
    private final OutreachStore outreaches;
    private final KnownForwardChain forwardChain;

    CarryOutEffects(
            Outbox outbox,
            Event<Object> features,
            CompanyHolds holds,
            Stories stories,
            People people,
            ExecutiveFactsOf executives,
            ResponseStore responses,
            OutreachStore outreaches,
            KnownForwardChain forwardChain) {
        this.outbox = outbox;
        this.features = features;
        this.holds = holds;
        this.stories = stories;
        this.people = people;
        this.executives = executives;
        this.responses = responses;
        this.outreaches = outreaches;
        this.forwardChain = forwardChain;
    }

    void carryOut(OutreachRow before, OutreachRow row, Effect effect, Actor actor, Instant now) {
        if (effect instanceof Effect.BeginRound begin) {
            outbox.append(new RoundStarted(row.ref(), begin.storyId(), competitorOf(begin), now));
            features.fire(new RoundBegun(row.view()));
        } else if (effect instanceof Effect.VoidApprovals voided) {
            outbox.append(new EmailReopened(row.ref(), voided.emailVersion(), voided.reason(), now, actor.personId()));
            features.fire(new ApprovalsVoided(row.view(), voided.reason()));
        } else if (effect instanceof Effect.ReleaseMail mail) {
            features.fire(new MailReleased(
                    row.view(),
                    mail.promise().attemptId(),
                    mail.promise().email().version(),
                    mail.promise().email().hash(),
                    mail.releasedAt(),
                    kindOf(mail.resend()),
                    mail.recipient()));
        } else if (effect instanceof Effect.CancelMail cancelled) {
            OutreachRow concerned =
                    before.situation().round() == row.situation().round() ? row : before;
            features.fire(new MailCancelled(concerned.view(), cancelled.reason()));
        } else if (effect instanceof Effect.ConfirmMail confirmed) {
            features.fire(new MailConfirmed(row.view(), confirmed.at()));
        } else if (effect instanceof Effect.TakeHold) {
            takeHold(row, now);
        } else if (effect instanceof Effect.HandOver handOver) {
            handOver(row, handOver.transfer(), actor, now);
        } else if (effect instanceof Effect.LookAtStory) {
            features.fire(new OutreachCameBack(row.view()));
        } else if (effect instanceof Effect.Close closed) {
            holds.release(row.id());
            outbox.append(new OutreachClosed(row.ref(), closed.outcome().name(), closed.reason(), now));
            features.fire(new OutreachEnded(row.view()));
        } else {
            outbox.append(fact(before, row, effect, now));
        }
    }

    private TightropeEvent fact(OutreachRow before, OutreachRow row, Effect effect, Instant now) {
        if (effect instanceof Effect.TellMailOut out) {
            OutreachTrigger.MailAccepted mail = out.mail();
            return new EmailSent(
                    row.ref(),
                    mail.emailVersion(),
                    mail.emailHash(),
                    mail.messageId(),
                    mail.releasedAt(),
                    mail.acceptedAt());
        } else if (effect instanceof Effect.TellMailFailed failed) {
            return new EmailFailed(row.ref(), failed.outcomeUnknown(), failed.smtpReply(), failed.reason(), now);
        } else if (effect instanceof Effect.TellWithheld withheld) {
            return new EmailWithheld(
                    row.ref(), withheld.attemptId(), withheld.reason(), now, insteadOfMail(before, row));
        } else if (effect instanceof Effect.StartWait wait) {
            return new WaitStarted(
                    row.ref(), wait.number(), wait.from(), wait.length(), wait.until(), wait.cause(), toldCount(wait));
        } else if (effect instanceof Effect.TellAttention attention) {
            return new AttentionNeeded(row.ref(), attention.reason().name(), attention.detail(), now);
        } else if (effect instanceof Effect.TellSuppressed suppressed) {
            return new AttentionNeeded(row.ref(), AttentionReason.SUPPRESSED.name(), suppressed.detail(), now);
        } else if (effect instanceof Effect.TellResponse response) {
            return responses.byId(response.responseId()).event(row.ref(), closedAs(row), forwardChain.of(row.view()));
        } else if (effect instanceof Effect.TellDisposition disposed) {
            return new ResponseDisposed(
                    row.ref(), disposed.responseId(), disposed.meaning().name(), now);
        } else if (effect instanceof Effect.Engage engage) {
            return new OutreachEngaged(row.ref(), engage.contactName(), engage.nextStep(), engage.on(), now);
        } else if (effect instanceof Effect.TellEngagementWithdrawn) {
            return new EngagementWithdrawn(row.ref(), now);
        } else if (effect instanceof Effect.TellCorrected corrected) {
            return new ExecutiveCorrected(
                    row.ref(), executives.of(row.executiveId()), now, corrected.numberGiven() ? true : null);
        } else if (effect instanceof Effect.TellPermissionEnded ended) {
            return new StoryPermissionEnded(
                    row.ref(),
                    ended.storyId(),
                    ended.competitor(),
                    now,
                    ended.because().name());
        } else if (effect instanceof Effect.Reopen reopened) {
            return new OutreachReopened(row.ref(), reopened.closedAs().name(), now);
        }
        throw new IllegalStateException("nothing carries out " + effect);
    }

    private void handOver(OutreachRow row, OutreachTrigger.Transferred to, Actor actor, Instant now) {
        outreaches.noteFormerOwner(row.id(), new FormerOwner(to.fromPersonId(), now));
        holds.handOver(row.id(), to.toPersonId(), nameOf(to.toPersonId()));
        outbox.append(new OutreachTransferred(
                row.ref(),
                to.fromPersonId(),
                to.reason(),
                now,
                actor.personId(),
                nameOf(to.fromPersonId()),
                to.transferId(),
                to.together()));
        features.fire(new OwnerChanged(row.view()));
    }

    private String nameOf(UUID person) {
        return people.byId(person).map(Person::name).orElse("somebody who left");
    }

    private void takeHold(OutreachRow row, Instant now) {
        Hold hold = holds.takeAgain(new HoldRequest(row.id(), row.prospectId(), row.ownerId(), nameOf(row.ownerId())));
        if (!hold.contested()) {
            return;
        }
        for (Hold other : holds.others(hold)) {
            outbox.append(new AttentionNeeded(
                    row.ref(),
                    "COMPANY_HELD",
                    "A late answer reopened this outreach, but " + other.ownerName() + " holds " + other.companyName()
                            + " by now: neither call nor e-mail before a manager allows this outreach (hold-override)"
                            + " or theirs is closed. Talk to each other.",
                    now));
            outreaches
                    .byId(other.outreachId())
                    .ifPresent(theirs -> outbox.append(new AttentionNeeded(
                            theirs.ref(),
                            "COMPANY_HELD",
                            "A late answer at " + hold.companyName() + " reopened an earlier outreach of "
                                    + hold.ownerName() + ": talk to each other before anybody makes contact.",
                            now)));
        }
    }

    private String competitorOf(Effect.BeginRound begin) {
        return stories.byId(begin.storyId())
                .orElseThrow(() -> Problems.notFound("success story", begin.storyId()))
                .competitor()
                .name();
    }

    private static MailReleased.Kind kindOf(Effect.Resend resend) {
        return switch (resend) {
            case NO -> MailReleased.Kind.FIRST;
            case NEW_ADDRESS -> MailReleased.Kind.NEW_ADDRESS;
            case NEVER_ARRIVED -> MailReleased.Kind.AGAIN;
        };
    }

    /** What keeps a promised e-mail back, by where the outreach stands beneath an answer or an engagement. */
    private static @Nullable String insteadOfMail(OutreachRow before, OutreachRow row) {
        if (!before.ownerId().equals(row.ownerId())) {
            return "HANDED_OVER";
        }
        return switch (row.situation().ground().state()) {
            case NEEDS_ATTENTION -> String.valueOf(row.situation().ground().attention());
            case CLOSED -> "CLOSED";
            case PREPARING_EMAIL, PREPARING_SCRIPT -> "REOPENED";
            case AWAITING_RESPONSE, FOLLOW_UP_DUE -> "ANSWERED";
            case READY_TO_CALL, SENDING_EMAIL, RESPONDED, ENGAGED -> null;
        };
    }

    private static @Nullable String closedAs(OutreachRow row) {
        return row.state() == OutreachState.CLOSED
                ? String.valueOf(row.situation().ground().outcome())
                : null;
    }

    /** Counting all days goes without saying. */
    private static @Nullable DayCount toldCount(Effect.StartWait wait) {
        DayCount counted = DayCount.valueOf(wait.countedIn().name());
        return counted == DayCount.DAYS ? null : counted;
    }
}
