package dev.tightrope.outreach.lifecycle;

import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;

/** Every trigger in every variant that could make a difference, well-timed and out of place alike. */
final class Triggers {
    static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    static final UUID STORY_A = UUID.fromString("00000000-0000-7000-8000-00000000000a");
    static final UUID STORY_B = UUID.fromString("00000000-0000-7000-8000-00000000000b");
    static final UUID ATTEMPT_1 = UUID.fromString("00000000-0000-7000-8000-000000000001");
    static final UUID ATTEMPT_2 = UUID.fromString("00000000-0000-7000-8000-000000000002");
    static final UUID RESPONSE = UUID.fromString("00000000-0000-7000-8000-000000000003");
    static final UUID REP_A = UUID.fromString("00000000-0000-7000-8000-0000000000a1");
    static final UUID REP_B = UUID.fromString("00000000-0000-7000-8000-0000000000b1");
    static final String HASH = "a".repeat(64);
    static final String OTHER_HASH = "b".repeat(64);
    static final String OLD_ADDRESS = "ceo@old.example";
    static final String NEW_ADDRESS = "ceo@new.example";

    private Triggers() {}

    static Situation start() {
        return Situation.opened(STORY_A, "P21D");
    }

    static List<OutreachTrigger> all(Situation now) {
        List<OutreachTrigger> all = new ArrayList<>(List.of(
                new OutreachTrigger.EmailApproved(1, HASH),
                new OutreachTrigger.EmailReopened("a better subject"),
                new OutreachTrigger.ScriptReopened("a better opening"),
                new OutreachTrigger.CallUnsuccessful(ATTEMPT_1, "NO_ANSWER", NOW, 1),
                new OutreachTrigger.CallUnsuccessful(ATTEMPT_1, "NO_ANSWER", null, 3),
                new OutreachTrigger.ExecutiveDeclined(ATTEMPT_1, "no budget"),
                new OutreachTrigger.MailAccepted(1, HASH, "<1@us.example>", NOW, NOW),
                new OutreachTrigger.MailRefusedForGood("550", "no such user"),
                new OutreachTrigger.MailOutcomeUnknown(null, "connection reset"),
                new OutreachTrigger.UnknownOutcomeResolved(true, NOW),
                new OutreachTrigger.UnknownOutcomeResolved(false, NOW),
                new OutreachTrigger.HardBounce(OLD_ADDRESS, "5.1.1", "no such user"),
                new OutreachTrigger.HardBounce(NEW_ADDRESS, "5.1.1", "no such user"),
                new OutreachTrigger.AddressCorrected(NEW_ADDRESS),
                new OutreachTrigger.NumberCorrected("+46701740606", false),
                new OutreachTrigger.NumberCorrected("+46701740606", true),
                new OutreachTrigger.NameCorrected(),
                new OutreachTrigger.FollowUpDue(now.waitNumber(), NOW),
                new OutreachTrigger.FollowUpDue(now.waitNumber() - 1, NOW),
                new OutreachTrigger.WaitExtended(NOW.plus(Duration.ofDays(30))),
                new OutreachTrigger.AbsenceTold(
                        "a colleague", LocalDate.of(2026, 12, 1), NOW.plus(Duration.ofDays(30))),
                new OutreachTrigger.ResponseReceived(RESPONSE, "a colleague", NOW),
                new OutreachTrigger.NextStepPlanned("call", LocalDate.of(2026, 12, 1), null),
                new OutreachTrigger.EngagementWithdrawn("a mistake"),
                new OutreachTrigger.Won(null),
                new OutreachTrigger.Lost(null),
                new OutreachTrigger.Cancelled("enough"),
                new OutreachTrigger.Transferred(REP_A, REP_B, null, "she leaves", RESPONSE, 1),
                new OutreachTrigger.OptOut("asked us to stop"),
                new OutreachTrigger.OptOutReported("a colleague says so"),
                new OutreachTrigger.ExecutiveSuppressed("on the list")));
        for (UUID story : List.of(STORY_A, STORY_B)) {
            all.add(new OutreachTrigger.CalledAgain(story, null));
            all.add(new OutreachTrigger.PermissionEnded(story, "Competitor"));
            all.add(new OutreachTrigger.StoryAboutThem(story, "Competitor"));
            all.add(new OutreachTrigger.PermissionRenewed(story));
        }
        for (ClosureOutcome outcome : ClosureOutcome.values()) {
            all.add(new OutreachTrigger.Closed(outcome, null));
        }
        for (AttentionReason reason : List.of(
                AttentionReason.SUPPRESSED,
                AttentionReason.PERMISSION_ENDED,
                AttentionReason.STORY_ABOUT_THEM,
                AttentionReason.COMPANY_HELD)) {
            all.add(new OutreachTrigger.MailWithheld(reason, "not now"));
        }
        for (int others : List.of(0, 1)) {
            for (Disposition meaning : dispositions()) {
                all.add(new OutreachTrigger.ResponseDisposed(RESPONSE, meaning, others));
            }
        }
        for (UUID attempt : List.of(ATTEMPT_1, ATTEMPT_2)) {
            all.add(new OutreachTrigger.CallAttemptUndone(attempt));
            all.add(new OutreachTrigger.WrongNumberFound(attempt, "+46701740605"));
            all.add(new OutreachTrigger.EmailReleased(attempt, 1, HASH, NOW));
            all.add(new OutreachTrigger.VoicemailLeft(attempt, 1, HASH, NOW));
            all.add(new OutreachTrigger.VoicemailLeft(attempt, 2, OTHER_HASH, NOW));
        }
        all.add(new OutreachTrigger.EmailReleased(ATTEMPT_1, 2, OTHER_HASH, NOW));
        all.add(new OutreachTrigger.ScriptApproved(1, 1, HASH));
        all.add(new OutreachTrigger.ScriptApproved(1, 2, OTHER_HASH));
        all.add(conversation(PromiseKind.SPOKEN, Agreement.NONE));
        all.add(conversation(PromiseKind.MEETING_AGREED, new Agreement(NOW, null, null, null)));
        all.add(conversation(PromiseKind.REFERRED, new Agreement(null, "Ann", "CTO", "+46701740607")));
        return all;
    }

    private static OutreachTrigger conversation(PromiseKind outcome, Agreement agreed) {
        return new OutreachTrigger.ConversationHeld(ATTEMPT_1, 1, HASH, NOW, outcome, agreed);
    }

    private static List<Disposition> dispositions() {
        return List.of(
                new Disposition.Interested("call", LocalDate.of(2026, 12, 1), "Ann"),
                new Disposition.PassedOn(),
                new Disposition.Later(NOW.plus(Duration.ofDays(60))),
                new Disposition.Declined("no"),
                new Disposition.NotFromThem(),
                new Disposition.OptedOut(true, "stop"),
                new Disposition.OptedOut(false, "not me"));
    }
}
