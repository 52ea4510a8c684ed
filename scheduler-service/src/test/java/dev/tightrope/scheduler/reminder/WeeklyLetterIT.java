package dev.tightrope.scheduler.reminder;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.PersonProfileChanged;
import dev.tightrope.scheduler.Story;
import dev.tightrope.scheduler.TestMail;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class WeeklyLetterIT {
    private static final String WEEKLY = "FROM reminder WHERE kind = 'WEEKLY'";

    private final UUID team = UUID.randomUUID();
    private final User maria = User.manager("Maria Ek");
    private final User anna = User.rep("Anna Berg");
    private final User ben = User.rep("Ben Colleague");

    @Inject
    Story story;

    @Inject
    QueueWeekly queue;

    @Inject
    SendReminders send;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void aTeam() {
        story.forget();
        manager("Europe/Stockholm", team, true);
        story.profile(anna.id(), anna.name(), anna.email(), team, false);
        story.profile(ben.id(), ben.name(), ben.email(), team, false);
    }

    @Test
    void everyManagerOfATeamGetsOneAWeekHoweverOftenItIsLookedFor() {
        story.profile(UUID.randomUUID(), "No Team", "no@seller.example", null, true);

        queue.runOnce();
        queue.runOnce();

        assertThat(story.count("SELECT count(*) " + WEEKLY)).isEqualTo(1);
        assertThat(story.text("SELECT recipient_id " + WEEKLY))
                .isEqualTo(maria.id().toString());
    }

    @Test
    void theLetterSaysTheNumbersOfTheBoard() {
        for (int number = 0; number < 7; number++) {
            story.move(opened(anna, "Followed " + number), "FOLLOW_UP_DUE");
        }
        OutreachRef engaged = opened(ben, "Engaged AB");
        story.tell(Story.response(engaged));
        story.move(engaged, "ENGAGED");
        jdbi.useHandle(handle -> handle.execute("UPDATE forward SET noticed_at = now()"));
        JsonPath board = maria.calls().get("/api/v1/reminders/board").jsonPath();

        String letter = sent();

        assertThat(letter)
                .contains("Companies held: " + sum(board, "companiesHeld"))
                .contains("Follow-ups overdue: " + sum(board, "followUpsOverdue"))
                .contains("No next step, or overdue: " + sum(board, "withoutNextStep"))
                .contains("E-mails passed on: " + sum(board, "forwarded"))
                .contains("Calls overdue: 0");
        assertThat(sum(board, "companiesHeld")).isEqualTo(8);
        assertThat(sum(board, "followUpsOverdue")).isEqualTo(7);
        assertThat(sum(board, "withoutNextStep")).isEqualTo(1);
        assertThat(sum(board, "forwarded")).isEqualTo(1);
        assertThat(letter)
                .containsPattern("Anna Berg:\\s+Companies held: 7\\s+Follow-ups overdue: 7 – Followed \\d \\(")
                .containsPattern("Ben Colleague:\\s+Companies held: 1\\s+No next step, or overdue: 1 – Engaged AB \\(")
                .contains(" and 2 more");
        assertThat(TestMail.acceptedFor(maria.email()).get(0).subject()).contains("8 overdue, 1 passed on");
    }

    @Test
    void nothingOfAnotherTeamIsInIt() {
        opened(anna, "Nordfrakt");
        User stranger = User.rep("Other Rep");
        story.profile(stranger.id(), stranger.name(), stranger.email(), UUID.randomUUID(), false);
        OutreachRef theirs = Story.ref(stranger.id(), null);
        story.awaiting(theirs, "Sydfrakt");
        story.move(theirs, "FOLLOW_UP_DUE");

        assertThat(sent())
                .contains("Companies held: 1")
                .contains("Follow-ups overdue: 0")
                .doesNotContain("Sydfrakt");
    }

    @Test
    void aTeamWithNothingInHandGetsNone() {
        assertThat(mails()).isZero();
        assertThat(story.text("SELECT state || ': ' || reason " + WEEKLY))
                .isEqualTo("CANCELLED: the team has nothing in hand");
    }

    @ParameterizedTest
    @ValueSource(booleans = {true, false})
    void whoManagesNoTeamAnyMoreGetsNone(boolean stillManager) {
        opened(anna, "Nordfrakt");
        queue.runOnce();
        manager("Europe/Stockholm", stillManager ? null : team, stillManager);

        assertThat(mails()).isZero();
        assertThat(story.text("SELECT state || ': ' || reason " + WEEKLY))
                .isEqualTo("CANCELLED: the recipient manages no team any more");
    }

    @Test
    void aLetterThatIsQueuedMovesToTheMorningOfAnotherPlace() {
        queue.runOnce();
        String before = story.text("SELECT next_attempt_at " + WEEKLY);
        manager("America/New_York", team, true);

        queue.runOnce();

        assertThat(story.text("SELECT next_attempt_at " + WEEKLY)).isNotEqualTo(before);
        assertThat(story.text("SELECT to_char(next_attempt_at AT TIME ZONE 'America/New_York', 'HH24:MI') " + WEEKLY))
                .isEqualTo("08:00");
    }

    @Test
    void aRefusedAddressOfAManagerIsToldNobody() {
        opened(anna, "Nordfrakt");
        story.profile(UUID.randomUUID(), "Second Manager", "second@seller.example", team, true);
        story.profile(maria.id(), maria.name(), "no address at all", team, true);

        due();
        sendAll();

        assertThat(story.text("SELECT state " + WEEKLY + " AND recipient_id = ?", maria.id()))
                .isEqualTo("UNDELIVERABLE");
        assertThat(story.count("SELECT count(*) FROM reminder WHERE kind = 'ADDRESS_REFUSED'"))
                .isZero();
    }

    private void manager(String zone, UUID managed, boolean manager) {
        story.tell(new PersonProfileChanged(
                maria.id(), maria.name(), null, null, maria.email(), zone, "en", null, managed, manager));
    }

    private OutreachRef opened(User owner, String company) {
        OutreachRef ref = Story.ref(owner.id(), team);
        story.awaiting(ref, company);
        return ref;
    }

    private static int sum(JsonPath board, String list) {
        return board.<Integer>getList("reps." + list + ".count").stream()
                .mapToInt(Integer::intValue)
                .sum();
    }

    private String sent() {
        assertThat(mails()).isEqualTo(1);
        return TestMail.acceptedFor(maria.email()).get(0).text();
    }

    private int mails() {
        due();
        sendAll();
        return TestMail.acceptedFor(maria.email()).size();
    }

    private void due() {
        queue.runOnce();
        jdbi.useHandle(handle -> handle.execute("UPDATE reminder SET next_attempt_at = clock_timestamp()"));
    }

    private void sendAll() {
        while (send.runOnce().isZero()) {
            // Until nothing is due.
        }
    }
}
