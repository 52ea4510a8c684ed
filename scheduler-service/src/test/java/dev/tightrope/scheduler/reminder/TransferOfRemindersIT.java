package dev.tightrope.scheduler.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.events.AttentionNeeded;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.OutreachTransferred;
import dev.tightrope.events.SuggestionOpened;
import dev.tightrope.scheduler.Story;
import dev.tightrope.scheduler.TestMail;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** Nobody gets a mail about an outreach that is another's by now, and no mail is lost. */
@QuarkusTest
class TransferOfRemindersIT {
    private final UUID owner = UUID.randomUUID();
    private final UUID heir = UUID.randomUUID();
    private final UUID manager = UUID.randomUUID();
    private final UUID team = UUID.randomUUID();
    private final OutreachRef ref = Story.ref(owner, team);

    @Inject
    Story story;

    @Inject
    QueueReminders queue;

    @Inject
    SendReminders send;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void twoRepsOfATeam() {
        story.forget();
        story.profile(owner, "Anna Berg", address(owner), team, false);
        story.profile(heir, "Hugo Heir", address(heir), team, false);
        story.profile(manager, "Maria Ek", address(manager), team, true);
        story.waiting(ref, "Nordfrakt", 1, "P21D");
    }

    private static String address(UUID person) {
        return person + "@seller.example";
    }

    @Test
    void whatIsQueuedForTheFormerOwnerGoesToTheNewOne() {
        followUpDue();
        story.tell(new AttentionNeeded(ref, "COMPANY_HELD", "Somebody else holds it.", Story.CALLED_AT));

        story.tell(Story.transferred(ref, heir));
        sendAll();

        assertThat(TestMail.acceptedFor(address(owner))).isEmpty();
        // With what tells of the transfer itself.
        assertThat(TestMail.acceptedFor(address(heir))).hasSize(3);
        assertThat(story.count("SELECT count(*) FROM reminder WHERE state <> 'SENT'"))
                .isZero();
    }

    @Test
    void aFollowUpThatWasFoundToBeDueBeforeTheTransferAndIsQueuedAfterItGoesToTheNewOwner() {
        story.tell(Story.transferred(ref, heir));

        followUpDue();
        sendAll();

        assertThat(TestMail.acceptedFor(address(owner))).isEmpty();
        assertThat(TestMail.acceptedFor(address(heir))).hasSize(2);
    }

    @Test
    void whatCouldNotBeDeliveredToTheFormerOwnerIsDueAgain() {
        followUpDue();
        jdbi.useHandle(handle ->
                handle.execute("UPDATE reminder SET state = 'UNDELIVERABLE', refused_address = ?", address(owner)));

        story.tell(Story.transferred(ref, heir));
        sendAll();

        assertThat(TestMail.acceptedFor(address(heir))).hasSize(2);
    }

    @Test
    void theNewOwnerIsToldOnceOfAllThatTheyAreGivenAtOnce() {
        OutreachRef other = Story.ref(owner, team);
        story.waiting(other, "Müller", 1, "P21D");
        UUID transfer = UUID.randomUUID();
        for (OutreachRef each : List.of(ref, other)) {
            OutreachTransferred alone = Story.transferred(each, heir);
            story.tell(new OutreachTransferred(
                    alone.ref(), owner, alone.reason(), alone.at(), null, "Anna Berg", transfer, 2));
        }
        sendAll();

        assertThat(TestMail.acceptedFor(address(heir))).singleElement().satisfies(mail -> {
            assertThat(mail.subject()).isEqualTo("Handed over to you: Karin Holm at Nordfrakt");
            assertThat(mail.text()).contains("Anna Berg", "2 outreaches", "Anna leaves us", "waits in silence");
        });
    }

    @Test
    void whatMayBeAnAnswerAndWaitsInTheReviewListIsToldAgainAndWhatIsSettledIsNot() {
        SuggestionOpened open = Story.suggestion(ref);
        SuggestionOpened settled = Story.suggestion(ref);
        story.tell(open);
        story.tell(settled);
        sendAll();
        story.tell(Story.settled(settled, "REJECTED"));

        story.tell(Story.transferred(ref, heir));
        sendAll();

        assertThat(TestMail.acceptedFor(address(owner))).hasSize(2);
        assertThat(story.count(
                        "SELECT count(*) FROM reminder WHERE kind = 'SUGGESTION' AND state = 'SENT' AND recipient_id = ?",
                        heir))
                .isEqualTo(1);
    }

    @Test
    void whatWaitsForADeputyComesToTheOwnerAgainWhoGivesItAwayAndGetsItBack() {
        followUpDue();
        jdbi.useHandle(handle -> handle.execute("UPDATE reminder SET recipient_id = ?, on_behalf_of = ?", heir, owner));

        story.tell(Story.transferred(ref, heir));
        story.tell(back());
        sendAll();

        assertThat(TestMail.acceptedFor(address(owner)))
                .anySatisfy(mail -> assertThat(mail.subject()).startsWith("Follow up"));
    }

    private OutreachTransferred back() {
        OutreachTransferred there = Story.transferred(ref, heir);
        return new OutreachTransferred(ref, heir, there.reason(), there.at(), null, "Hugo Heir", UUID.randomUUID(), 1);
    }

    @Test
    void whoeverHadItForAMomentIsNotTold() {
        story.tell(Story.transferred(ref, heir));
        story.tell(new OutreachTransferred(
                ref, heir, "A mistake", Story.CALLED_AT, null, "Hugo Heir", UUID.randomUUID(), 1));
        sendAll();

        assertThat(TestMail.acceptedFor(address(heir))).isEmpty();
        assertThat(TestMail.acceptedFor(address(owner))).hasSize(1);
    }

    @Test
    void aManagerOfTheTeamGetsWhatIsForManagersAndOneOfTheFormerTeamNothingMore() {
        escalated();
        story.tell(Story.transferred(ref, heir));
        assertThat(recipients()).containsExactly(manager);

        UUID stranger = UUID.randomUUID();
        story.profile(stranger, "Olga Outsider", address(stranger), UUID.randomUUID(), false);
        story.tell(Story.transferred(ref, stranger));
        sendAll();

        assertThat(recipients()).containsExactly(stranger);
        assertThat(TestMail.acceptedFor(address(manager))).isEmpty();
    }

    @Test
    void whatWasSentStaysWithWhoeverGotIt() {
        followUpDue();
        sendAll();

        story.tell(Story.transferred(ref, heir));
        sendAll();

        assertThat(recipients()).containsExactly(owner);
        assertThat(TestMail.acceptedFor(address(heir))).hasSize(1);
    }

    private List<UUID> recipients() {
        return jdbi.withHandle(handle -> handle.select("SELECT recipient_id FROM reminder WHERE kind <> 'HANDED_OVER'")
                .mapTo(UUID.class)
                .list());
    }

    private void followUpDue() {
        QuarkusTransaction.requiringNew().run(() -> queue.followUps(List.of(new FollowUp(ref, 1))));
    }

    private void escalated() {
        QuarkusTransaction.requiringNew().run(() -> queue.followUps(List.of(new FollowUp(ref, 1, 4, true))));
    }

    private void sendAll() {
        while (send.runOnce().isZero()) {
            // Until nothing is left to send.
        }
    }
}
