package dev.tightrope.outreach.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.HashMap;
import java.util.HashSet;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Stream;

/**
 * Watches a history from outside, keeping its own books from the facts alone, and objects when a rule of the method is
 * broken.
 */
final class Observer {
    /** Attempts of the round that promised an e-mail and were not undone, with the hash they promised. */
    private final Map<UUID, String> promised = new HashMap<>();

    private final Set<UUID> released = new HashSet<>();
    private final Set<String> mailedTo = new HashSet<>();
    private final Set<Integer> raised = new HashSet<>();
    private int lastWait;
    private int mails;
    private int reopened;
    private String lockedHash = "";
    private boolean approvedForAnother;
    private boolean approvedByAnother;
    private final Set<UUID> promisedByAnother = new HashSet<>();

    int mails() {
        return mails;
    }

    int reopened() {
        return reopened;
    }

    void watch(Situation before, OutreachTrigger trigger, Decision decision) {
        keepBooks(before, trigger, decision);
        watchOneStep(before, trigger, decision);
        boolean withdrawn = effects(decision, Effect.CancelMail.class).findAny().isPresent()
                || (trigger instanceof OutreachTrigger.MailWithheld && decision.isApplied());
        if (!decision.after().mailOut() && withdrawn) {
            // What was withdrawn or stopped may be let go anew; delivery knows which never came to the dot.
            mailedTo.removeIf(sent -> sent.startsWith(before.round() + " "));
        }
        effects(decision, Effect.ReleaseMail.class).forEach(mail -> {
            mails++;
            assertThat(approvedForAnother && mail.recipient().isEmpty())
                    .as("it goes to an address that was corrected since its approval")
                    .isFalse();
            assertThat(approvedByAnother)
                    .as("what a former rep approved is not sent")
                    .isFalse();
            assertThat(promisedByAnother)
                    .as("nor what a former rep promised")
                    .doesNotContain(mail.promise().attemptId());
            assertThat(promised)
                    .as("a voicemail of this round stands")
                    .containsKey(mail.promise().attemptId());
            assertThat(released)
                    .as("its undo window is over")
                    .contains(mail.promise().attemptId());
            assertThat(promised.get(mail.promise().attemptId()))
                    .as("what is sent")
                    .isEqualTo(lockedHash);
            boolean first = mailedTo.add(before.round() + " " + mail.recipient());
            assertThat(first || mail.resend() == Effect.Resend.NEVER_ARRIVED || corrected(mail))
                    .as("once per round and recipient")
                    .isTrue();
        });
        if (trigger instanceof OutreachTrigger.AddressCorrected
                && decision.isApplied()
                && decision.after().state() == OutreachState.SENDING_EMAIL) {
            assertThat(decision.after().waitUntil())
                    .as("the wait starts anew with the new mail")
                    .isNull();
        }
        if (trigger instanceof OutreachTrigger.EmailApproved && decision.isApplied()) {
            assertThat(decision.after().correctedTo())
                    .as("what is approved goes to whom it was approved for")
                    .isNull();
        }
        if (trigger instanceof OutreachTrigger.VoicemailLeft left && isLeftAlone(before, left, decision)) {
            assertThat(effects(decision, Effect.TellWithheld.class))
                    .as("a promise that nobody will keep is told")
                    .isNotEmpty();
        }
        if (decision.after().mailDue()) {
            assertThat(released)
                    .as("nothing goes while it can be undone")
                    .contains(decision.after().promise().attemptId());
        }
        effects(decision, Effect.StartWait.class).forEach(wait -> {
            assertThat(wait.number()).as("wait numbers grow").isGreaterThan(lastWait);
            lastWait = wait.number();
        });
        if (decision.after().state() == OutreachState.FOLLOW_UP_DUE
                && before.state() == OutreachState.AWAITING_RESPONSE) {
            assertThat(raised.add(before.waitNumber()))
                    .as("raised once per wait")
                    .isTrue();
        }
        reopened += (int) effects(decision, Effect.Reopen.class).count();
        if (decision.after().round() != before.round()) {
            approvedForAnother = false;
            approvedByAnother = false;
            promised.clear();
            released.clear();
        }
    }

    /** The rep may correct an address to one it went to before; delivery refuses that by its own books. */
    private static boolean corrected(Effect.ReleaseMail mail) {
        return mail.resend() == Effect.Resend.NEW_ADDRESS || !mail.recipient().isEmpty();
    }

    private void keepBooks(Situation before, OutreachTrigger trigger, Decision decision) {
        if (trigger instanceof OutreachTrigger.AddressCorrected && decision.isApplied() && before.email() != null) {
            approvedForAnother = true;
        }
        if (trigger instanceof OutreachTrigger.Transferred && decision.isApplied()) {
            approvedByAnother = true;
            promisedByAnother.addAll(promised.keySet());
        }
        if (trigger instanceof OutreachTrigger.EmailApproved approved && decision.isApplied()) {
            approvedForAnother = false;
            approvedByAnother = false;
            lockedHash = approved.emailHash();
        } else if (trigger instanceof OutreachTrigger.VoicemailLeft left && decision.isApplied()) {
            bookPromise(before, left.attemptId(), left.emailHash());
        } else if (trigger instanceof OutreachTrigger.ConversationHeld held && decision.isApplied()) {
            bookPromise(before, held.attemptId(), held.emailHash());
        } else if (trigger instanceof OutreachTrigger.EmailReleased due && decision.isApplied()) {
            released.add(due.attemptId());
        } else if (trigger instanceof OutreachTrigger.CallAttemptUndone undone && decision.isApplied()) {
            promised.remove(undone.attemptId());
            assertThat(released).as("a released mail cannot be undone").doesNotContain(undone.attemptId());
        } else if (trigger instanceof OutreachTrigger.WrongNumberFound found && decision.isApplied()) {
            // Somebody else heard it, whatever was released meanwhile.
            promised.remove(found.attemptId());
        }
    }

    /** The histories know two attempts only: one whose promise was forgotten meanwhile comes again as another call. */
    private void bookPromise(Situation before, UUID attemptId, String hash) {
        if (before.promise() != null && before.promise().attemptId().equals(attemptId)) {
            promised.putIfAbsent(attemptId, hash);
        } else {
            promised.put(attemptId, hash);
            promisedByAnother.remove(attemptId);
            released.remove(attemptId);
        }
    }

    /** Rules that a single step can be judged by. */
    static void watchOneStep(Situation before, OutreachTrigger trigger, Decision decision) {
        Situation after = decision.after();
        boolean wasOpen = before.state() != OutreachState.CLOSED;
        if (!decision.isApplied()) {
            assertThat(after.state())
                    .as("what is refused or ignored moves nothing")
                    .isEqualTo(before.state());
            assertThat(decision.reason()).isNotBlank();
        }
        if (decision.verdict() == Decision.Verdict.REFUSED) {
            assertThat(decision.reason()).contains(before.state().name());
            assertThat(after).isEqualTo(before);
            assertThat(decision.effects()).isEmpty();
        }
        if (effects(decision, Effect.ReleaseMail.class).findAny().isPresent()) {
            assertThat(after.ground().state()).isEqualTo(OutreachState.SENDING_EMAIL);
            assertThat(after.mailDue()).isTrue();
            assertThat(after.storyBarred()).as("the story may be told").isFalse();
            assertThat(after.state()).isNotEqualTo(OutreachState.CLOSED);
        }
        if (after.mailDue()) {
            assertThat(after.promise()).isNotNull();
            assertThat(after.promise().email())
                    .as("what was promised is what goes")
                    .isEqualTo(after.email());
        }
        if (trigger instanceof OutreachTrigger.WrongNumberFound && decision.isApplied()) {
            assertThat(after.promise())
                    .as("whatever somebody else was promised")
                    .isNull();
            assertThat(after.mailDue()).isFalse();
            if (before.promise() != null && !before.mailOut()) {
                assertThat(effects(decision, Effect.CancelMail.class))
                        .as("a mail that is not out is stopped")
                        .hasSize(1);
            }
        }
        if (trigger instanceof OutreachTrigger.Transferred && decision.isApplied()) {
            watchTransfer(before, decision);
        }
        if (trigger instanceof OutreachTrigger.ResponseReceived && wasOpen && before.voicemailLeft()) {
            assertThat(after.state()).as("a person answered").isEqualTo(OutreachState.RESPONDED);
        }
        if (trigger instanceof OutreachTrigger.ResponseReceived && before.voicemailLeft()) {
            assertThat(effects(decision, Effect.TellResponse.class))
                    .as("whoever answers, however late, the rep is told")
                    .hasSize(1);
        }
        if (barred(trigger, before) && wasOpen && !before.storyBarred()) {
            assertThat(after.storyBarred()).as("it is not told again").isTrue();
            assertThat(effects(decision, Effect.TellPermissionEnded.class))
                    .as("rep and manager are told, whatever lies beneath an answer")
                    .hasSize(1);
        }
        if (trigger instanceof OutreachTrigger.CalledAgain again && decision.isApplied()) {
            assertThat(before.storyBarred() && again.storyId().equals(before.storyId()))
                    .as("a story that may not be told begins no round")
                    .isFalse();
        }
        if (trigger instanceof OutreachTrigger.OptOut) {
            assertThat(after.state()).isEqualTo(OutreachState.CLOSED);
        }
        if (trigger instanceof OutreachTrigger.OptOutReported && wasOpen) {
            assertThat(after.state()).as("a colleague's word frees no company").isNotEqualTo(OutreachState.CLOSED);
            assertThat(after.mailDue()).as("nobody is mailed").isFalse();
            assertThat(after.ground().state()).as("nobody is called").isNotEqualTo(OutreachState.READY_TO_CALL);
            assertThat(effects(decision, Effect.TellAttention.class).count()
                            + effects(decision, Effect.TellSuppressed.class).count())
                    .as("the rep is told")
                    .isEqualTo(1);
        }
        if (after.state() == OutreachState.RESPONDED || after.state() == OutreachState.CLOSED) {
            assertThat(effects(decision, Effect.StartWait.class))
                    .as("no timer starts")
                    .isEmpty();
        }
        if (after.state() == OutreachState.AWAITING_RESPONSE && decision.isApplied()) {
            boolean entered = before.state() != OutreachState.AWAITING_RESPONSE;
            assertThat(effects(decision, Effect.StartWait.class).count())
                    .as("silence has an end")
                    .isGreaterThanOrEqualTo(entered ? 1 : 0);
        }
        if (!wasOpen && after.state() != OutreachState.CLOSED) {
            assertThat(trigger).isInstanceOf(OutreachTrigger.ResponseReceived.class);
            assertThat(before.ground().outcome().reopensOnResponse()).isTrue();
            assertThat(effects(decision, Effect.TakeHold.class))
                    .as("the company is held again")
                    .hasSize(1);
            assertThat(effects(decision, Effect.LookAtStory.class))
                    .as("nobody followed its story while it was closed")
                    .hasSize(1);
        }
        boolean ended = after.state() == OutreachState.CLOSED && wasOpen;
        assertThat(effects(decision, Effect.Close.class).count())
                .as("closures are told")
                .isEqualTo(ended ? 1 : 0);
        boolean promiseBroken = before.ground().state() == OutreachState.SENDING_EMAIL
                && before.promise() != null
                && !after.mailOut()
                && (after.ground().state() == OutreachState.CLOSED
                        || after.ground().attention() == AttentionReason.SUPPRESSED
                        || after.ground().attention() == AttentionReason.PERMISSION_ENDED
                        || after.ground().attention() == AttentionReason.STORY_ABOUT_THEM);
        if (promiseBroken) {
            assertThat(effects(decision, Effect.TellWithheld.class))
                    .as("the rep is told")
                    .isNotEmpty();
        }
        boolean lateVoicemail =
                trigger instanceof OutreachTrigger.VoicemailLeft && before.state() == OutreachState.CLOSED;
        if (lateVoicemail && !before.mailOut() && before.promise() == null) {
            assertThat(effects(decision, Effect.TellWithheld.class))
                    .as("a promise was made")
                    .hasSize(1);
        }
    }

    /** Nothing of the former rep goes out, nothing of the outreach is lost. */
    private static void watchTransfer(Situation before, Decision decision) {
        Situation after = decision.after();
        assertThat(effects(decision, Effect.HandOver.class)).hasSize(1);
        assertThat(after.promise() == null || after.ground().state() == OutreachState.CLOSED)
                .as("nobody keeps what another promised")
                .isTrue();
        assertThat(after.mailDue()).isFalse();
        boolean preparing = Set.of(
                        OutreachState.PREPARING_EMAIL, OutreachState.PREPARING_SCRIPT, OutreachState.READY_TO_CALL)
                .contains(before.ground().state());
        assertThat(after.ground())
                .as("it stays, but for what was approved")
                .isEqualTo(preparing ? Ground.of(OutreachState.PREPARING_EMAIL) : before.ground());
        assertThat(after.engaged()).isEqualTo(before.engaged());
        assertThat(after.responded()).isEqualTo(before.responded());
        assertThat(after.waitNumber()).as("the wait goes on").isEqualTo(before.waitNumber());
        assertThat(after.waitFrom()).isEqualTo(before.waitFrom());
        assertThat(after.voicemailLeft()).isEqualTo(before.voicemailLeft());
        if (preparing || before.ground().state() == OutreachState.NEEDS_ATTENTION) {
            assertThat(after.email()).as("approvals are void").isNull();
            assertThat(after.scriptApproved()).isFalse();
            assertThat(effects(decision, Effect.VoidApprovals.class)).hasSize(before.email() == null ? 0 : 1);
        }
        if (before.ground().state() == OutreachState.NEEDS_ATTENTION && before.promise() != null) {
            assertThat(effects(decision, Effect.TellWithheld.class))
                    .as("the new rep hears of the promise")
                    .hasSize(1);
        }
    }

    private static boolean barred(OutreachTrigger trigger, Situation before) {
        return (trigger instanceof OutreachTrigger.PermissionEnded ended
                        && ended.storyId().equals(before.storyId()))
                || (trigger instanceof OutreachTrigger.StoryAboutThem about
                        && about.storyId().equals(before.storyId()));
    }

    private static <T extends Effect> Stream<T> effects(Decision decision, Class<T> type) {
        return decision.effects().stream().filter(type::isInstance).map(type::cast);
    }

    /** A voicemail that brings no e-mail on its way, in a round whose e-mail is not out and not on its way either. */
    private static boolean isLeftAlone(Situation before, OutreachTrigger.VoicemailLeft left, Decision decision) {
        boolean again = before.promise() != null && before.promise().attemptId().equals(left.attemptId());
        return !decision.isApplied()
                && !again
                && !before.mailOut()
                && before.ground().state() != OutreachState.SENDING_EMAIL;
    }
}
