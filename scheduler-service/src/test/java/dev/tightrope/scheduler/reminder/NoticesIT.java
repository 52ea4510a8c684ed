package dev.tightrope.scheduler.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.events.AttentionNeeded;
import dev.tightrope.events.EmailWithheld;
import dev.tightrope.events.MailAccountRefused;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.StoryPermissionEnded;
import dev.tightrope.events.SuggestionOpened;
import dev.tightrope.scheduler.Story;
import dev.tightrope.scheduler.TestMail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class NoticesIT {
    private final UUID owner = UUID.randomUUID();
    private final UUID team = UUID.randomUUID();
    private final String address = owner + "@seller.example";
    private final OutreachRef ref = Story.ref(owner, team);

    @Inject
    Story story;

    @Inject
    SendReminders send;

    @Inject
    QueueReminders followUps;

    @BeforeEach
    void anOutreachThatWaits() {
        story.forget();
        story.profile(owner, "Anna Berg", address, team, false);
        story.waiting(ref, "Nordfrakt", 1, "P21D");
    }

    @Test
    void theRepIsToldWhoAnswered() {
        story.tell(Story.response(ref));
        story.move(ref, "RESPONDED");

        assertThat(subjectOfOnlyMail()).isEqualTo("Per Lund at Nordfrakt has answered");
    }

    @Test
    void theRepIsToldOfAMessageThatMayBeAnAnswer() {
        story.tell(Story.suggestion(ref));

        assertThat(subjectOfOnlyMail()).isEqualTo("Is this an answer from Nordfrakt? Per Lund wrote");
    }

    @Test
    void noReminderGoesWhileAMessageMayBeAnAnswer() {
        story.move(ref, "FOLLOW_UP_DUE");
        QuarkusTransaction.requiringNew().run(() -> followUps.followUps(List.of(new FollowUp(ref, 1))));
        SuggestionOpened suggestion = Story.suggestion(ref);
        story.tell(suggestion);
        assertThat(subjectOfOnlyMail()).startsWith("Is this an answer");
        send.runOnce();
        assertThat(TestMail.acceptedFor(address)).hasSize(1);

        story.tell(Story.settled(suggestion, "REJECTED"));
        while (send.runOnce().isZero()) {
            assertThat(story.count("SELECT count(*) FROM reminder WHERE last_error IS NOT NULL"))
                    .isZero();
        }
        assertThat(TestMail.acceptedFor(address)).hasSize(2);
    }

    @Test
    void ofAMessageThatIsNoAnswerNeitherSenderNorWordsAreKept() {
        SuggestionOpened suggestion = Story.suggestion(ref);
        SuggestionOpened other = Story.suggestion(ref);
        story.tell(suggestion);
        story.tell(other);
        assertThat(kept("Per Lund")).isEqualTo(2);

        story.tell(Story.settled(suggestion, "REJECTED"));
        story.tell(Story.settled(other, "CONFIRMED"));

        for (String said : List.of("Per Lund", "per.lund@", "A question", "showed me a mail")) {
            assertThat(kept(said)).as(said).isEqualTo(1);
        }
        send.runOnce();
        assertThat(TestMail.acceptedFor(address))
                .as("what is settled is asked no more")
                .isEmpty();
    }

    private long kept(String text) {
        return story.count("SELECT count(*) FROM reminder WHERE strpos(reminder::text, ?) > 0", text);
    }

    @Test
    void anAnswerToWhatStaysClosedPausesNothingAndAsksForNothing() {
        story.move(ref, "CLOSED");
        story.tell(Story.response(ref));

        assertThat(subjectOfOnlyMail()).isEqualTo("Per Lund at Nordfrakt has answered; the outreach stays closed");
    }

    @Test
    void theRepIsToldThatADecisionIsNeeded() {
        story.tell(new AttentionNeeded(ref, "HARD_BOUNCE", "550 5.1.1 no such user", Story.CALLED_AT));
        story.move(ref, "NEEDS_ATTENTION");

        assertThat(subjectOfOnlyMail()).isEqualTo("Karin Holm at Nordfrakt: your decision is needed");
    }

    @Test
    void aReasonOfALaterVersionIsToldInGeneralWords() {
        story.tell(new AttentionNeeded(ref, "SOMETHING_NEW", "of a later version", Story.CALLED_AT));

        assertThat(subjectOfOnlyMail()).isEqualTo("Karin Holm at Nordfrakt: your decision is needed");
    }

    @Test
    void repAndManagerAreToldThatSomebodySuppressedTheExecutive() {
        UUID manager = UUID.randomUUID();
        story.profile(manager, "Maria Ek", manager + "@seller.example", team, true);
        story.profile(UUID.randomUUID(), "Other Manager", "other@seller.example", UUID.randomUUID(), true);

        story.tell(new AttentionNeeded(ref, "SUPPRESSED", "A colleague suppressed them", Story.CALLED_AT));

        assertThat(subjectOfOnlyMail()).isEqualTo("Karin Holm at Nordfrakt: your decision is needed");
        assertThat(TestMail.acceptedFor(manager + "@seller.example")).hasSize(1);
        assertThat(story.count("SELECT count(*) FROM reminder")).isEqualTo(2);
    }

    @Test
    void whoMayGoOnBesideAnotherHolderIsToldSoAndAskedForNoDecision() {
        story.tell(new AttentionNeeded(ref, "HOLD_ALLOWED", "Mona allowed it (agreed)", Story.CALLED_AT));

        assertThat(subjectOfOnlyMail()).isEqualTo("Karin Holm at Nordfrakt: a second outreach is allowed");
        assertThat(TestMail.acceptedFor(address).get(0).text())
                .contains("Mona allowed it (agreed)")
                .doesNotContain("cannot go on without you");
    }

    @Test
    void theRepIsToldThatAPromisedMailWasStopped() {
        story.tell(new EmailWithheld(ref, null, "the outreach was closed (WON)", Story.CALLED_AT, "CLOSED"));
        story.move(ref, "CLOSED");

        assertThat(subjectOfOnlyMail()).isEqualTo("Not sent: the e-mail you promised Karin Holm");
        assertThat(TestMail.acceptedFor(address).get(0).text())
                .contains("the outreach was closed before the e-mail went", "the outreach was closed (WON)");
    }

    @Test
    void aStoppedMailIsToldOfInWordsWhereTheReasonHasNoNameOrANewOne() {
        story.tell(new EmailWithheld(ref, null, "closed long ago", Story.CALLED_AT, null));
        subjectOfOnlyMail();
        story.tell(new EmailWithheld(ref, null, "something new", Story.CALLED_AT, "OF_A_LATER_VERSION"));
        while (TestMail.acceptedFor(address).size() < 2) {
            send.runOnce();
        }

        assertThat(TestMail.acceptedFor(address).get(0).text()).contains("closed long ago");
        assertThat(TestMail.acceptedFor(address).get(1).text())
                .contains("something happened that only you can decide", "something new");
    }

    /** About no outreach: the mail goes to whoever can mend the account, who alone sees it among the reminders. */
    @Test
    void whoseMailAccountHasToBeSignedInAgainIsToldOnceEachTime() {
        MailAccountRefused refused = new MailAccountRefused(
                UUID.randomUUID(), owner, "anna@seller.example", false, true, false, "wrong password", Story.CALLED_AT);
        UUID event = UUID.randomUUID();
        story.tell(event, refused);
        story.tell(event, refused);

        assertThat(subjectOfOnlyMail()).isEqualTo("anna@seller.example has to be signed in again");
        assertThat(TestMail.acceptedFor(address).get(0).text())
                .contains("nobody notices an answer")
                .doesNotContain("promised on the phone");
        assertThat(story.count("SELECT count(*) FROM reminder WHERE kind = 'SIGN_IN' AND state = 'SENT'"))
                .isEqualTo(1);
    }

    /** It is nothing a new password mends, and it does not keep mail from leaving. */
    @Test
    void whoseMailboxCannotBeReadIsToldWhatIsWrongAndNotToSignIn() {
        MailAccountRefused refused = new MailAccountRefused(
                UUID.randomUUID(),
                owner,
                "anna@seller.example",
                false,
                true,
                true,
                "There is no folder Customers",
                Story.CALLED_AT,
                MailAccountRefused.NOT_READ);
        UUID event = UUID.randomUUID();
        story.tell(event, refused);
        story.tell(event, refused);

        assertThat(subjectOfOnlyMail()).isEqualTo("The mailbox of anna@seller.example cannot be read");
        assertThat(TestMail.acceptedFor(address).get(0).text())
                .contains("nobody notices an answer")
                .contains("There is no folder Customers")
                .contains("test the connection")
                .doesNotContain("password")
                .doesNotContain("promised on the phone");
    }

    @Test
    void repAndManagerAreToldThatAPermissionEnded() {
        UUID manager = UUID.randomUUID();
        story.profile(manager, "Maria Ek", manager + "@seller.example", team, true);
        story.profile(UUID.randomUUID(), "Other Manager", "other@seller.example", UUID.randomUUID(), true);
        story.profile(UUID.randomUUID(), "Colleague", "colleague@seller.example", team, false);

        story.tell(new StoryPermissionEnded(ref, UUID.randomUUID(), "Baltic Lines", Story.CALLED_AT));

        assertThat(subjectOfOnlyMail()).isEqualTo("Do not name Baltic Lines any more (Nordfrakt)");
        assertThat(TestMail.acceptedFor(manager + "@seller.example")).hasSize(1);
        assertThat(story.count("SELECT count(*) FROM reminder")).isEqualTo(2);
    }

    @Test
    void whoTellsAStoryToTheCompanyItIsAboutIsToldSo() {
        story.tell(
                new StoryPermissionEnded(ref, UUID.randomUUID(), "Baltic Lines", Story.CALLED_AT, "STORY_ABOUT_THEM"));

        assertThat(subjectOfOnlyMail()).isEqualTo("Do not name Baltic Lines any more (Nordfrakt)");
        assertThat(TestMail.acceptedFor(address).get(0).text())
                .contains("Baltic Lines is the company of Karin Holm itself")
                .doesNotContain("The permission to name");
    }

    private String subjectOfOnlyMail() {
        while (send.runOnce().isZero()) {
            assertThat(story.count("SELECT count(*) FROM reminder WHERE last_error IS NOT NULL"))
                    .isZero();
        }
        assertThat(TestMail.acceptedFor(address)).hasSize(1);
        return TestMail.acceptedFor(address).get(0).subject();
    }
}
