package dev.tightrope.scheduler.explanation;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.everyItem;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.not;
import static org.hamcrest.Matchers.notNullValue;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.events.CallUnsuccessful;
import dev.tightrope.events.OutreachClosed;
import dev.tightrope.events.OutreachMoved;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.PersonProfileChanged;
import dev.tightrope.events.RoundStarted;
import dev.tightrope.events.SuggestionOpened;
import dev.tightrope.scheduler.Story;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

@QuarkusTest
class ExplanationIT {
    /** Whatever day it is today. */
    private static final String BESIDES = "besides.code.findAll { it != 'DAY_OFF' }";

    private final UUID team = UUID.randomUUID();
    private final User anna = User.rep("Anna Berg");
    private final User maria = User.manager("Maria Ek");
    private final OutreachRef ref = Story.ref(anna.id(), team);

    @Inject
    Story story;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void aRepAndHerManager() {
        story.forget();
        profile(anna, "en", anna.email(), false);
        profile(maria, "en", maria.email(), true);
    }

    @ParameterizedTest
    @CsvSource({
        "PREPARING_EMAIL, EMAIL_NOT_APPROVED, REP",
        "PREPARING_SCRIPT, SCRIPT_NOT_APPROVED, REP",
        "READY_TO_CALL, CALL_TO_MAKE, REP",
        "SENDING_EMAIL, EMAIL_ON_ITS_WAY, TIGHTROPE",
        "AWAITING_RESPONSE, WAIT_TO_BEGIN, TIGHTROPE",
        "FOLLOW_UP_DUE, FOLLOW_UP_TO_DO, REP",
        "RESPONDED, MEANING_TO_SAY, REP",
        "ENGAGED, NEXT_STEP_MISSING, REP",
        "NEEDS_ATTENTION, DECISION_NEEDED, REP",
        "CLOSED, CLOSED, NOBODY"
    })
    void everyStateSaysWhatItWaitsForAndWhoHasToAct(String state, String code, String actor) {
        story.awaiting(ref, "Nordfrakt");
        story.move(ref, state);

        explained(anna)
                .body("state", equalTo(state))
                .body("since", equalTo("2026-02-10T09:12:00Z"))
                .body("blockedBy.code", equalTo(code))
                .body("blockedBy.actor", equalTo(actor))
                .body("blockedBy.text", not(containsString("{")))
                .body(BESIDES, empty());
    }

    @Test
    void anOutreachOfWhichNoMoveHasArrivedSaysSo() {
        story.tell(new RoundStarted(ref, UUID.randomUUID(), "Baltic Lines", Story.CALLED_AT));

        explained(anna).body("state", nullValue()).body("blockedBy.code", equalTo("NOT_KNOWN_YET"));
    }

    @Test
    void aRunningWaitSaysUntilWhenAndWhyThatMorning() {
        // 52 days end on Good Friday; Easter is over on Tuesday 7 April.
        story.waiting(ref, "Nordfrakt", 1, "P52D");

        explained(anna)
                .body("blockedBy.code", equalTo("WAIT_RUNNING"))
                .body("blockedBy.actor", equalTo("PROSPECT"))
                .body("blockedBy.text", containsString("Tuesday 7 April 2026, 08:00"))
                .body("next.kind", contains("WAIT"))
                .body("next[0].at", equalTo("2026-04-07T06:00:00Z"))
                .body("next[0].text", containsString("Anna Berg"))
                .body("next[0].heldBy", nullValue())
                .body("next[0].daysOff.day", contains("2026-04-03", "2026-04-04", "2026-04-05", "2026-04-06"))
                .body("next[0].daysOff[0].reason", equalTo("Good Friday"));
    }

    @Test
    void aWaitWhoseTimerFiredIsOver() {
        story.waiting(ref, "Nordfrakt", 1, "P21D");
        jdbi.useHandle(handle -> handle.execute("DELETE FROM timer"));

        explained(anna).body("blockedBy.code", equalTo("WAIT_OVER"));
    }

    @ParameterizedTest
    @CsvSource({"2026-03-06, NEXT_STEP_OVERDUE, Friday 6 March 2026", "2099-03-06, NEXT_STEP_AHEAD, Friday 6 March 2099"
    })
    void aNextStepIsNamedWithItsDay(LocalDate on, String code, String day) {
        story.engaged(ref, "Nordfrakt", on);

        explained(anna)
                .body("blockedBy.code", equalTo(code))
                .body("blockedBy.text", containsString(day))
                .body("next.kind", contains("NEXT_STEP", "NEXT_STEP_ESCALATION"));
    }

    @Test
    void aCallThatIsPlannedSaysFromWhenOn() {
        story.awaiting(ref, "Nordfrakt");
        story.move(ref, "READY_TO_CALL");
        story.tell(new CallUnsuccessful(
                ref, UUID.randomUUID(), "NO_ANSWER", Story.CALLED_AT, Instant.parse("2099-03-06T09:00:00Z"), null, 1));

        explained(anna)
                .body("blockedBy.code", equalTo("CALL_PLANNED"))
                .body("blockedBy.text", containsString("Friday 6 March 2099, 10:00"))
                .body("next.kind", contains("CALL_DUE"));
    }

    @Test
    void theLastReminderGoesToTheManager() {
        story.awaiting(ref, "Nordfrakt");
        story.move(ref, "READY_TO_CALL");
        explained(anna)
                .body("next[0].attempt", equalTo(0))
                .body("next[0].text", containsString("is reminded of the call"));

        jdbi.useHandle(handle -> handle.execute("UPDATE timer SET attempt = 4"));

        explained(anna).body("next[0].attempt", equalTo(4)).body("next[0].text", containsString("the manager is told"));
    }

    @Test
    void whatHasToBeMendedIsSaidInWords() {
        story.awaiting(ref, "Nordfrakt");
        story.tell(new OutreachMoved(ref, null, "NEEDS_ATTENTION", 1_000_000, "test", Story.CALLED_AT, "WRONG_NUMBER"));

        explained(anna).body("blockedBy.text", containsString("the telephone number is not the executive’s"));
    }

    @Test
    void aLostDealSaysWhenItIsTimeToComeBack() {
        story.engaged(ref, "Nordfrakt", LocalDate.of(2026, 3, 6));
        story.move(ref, "CLOSED");
        story.tell(new OutreachClosed(ref, "LOST", null, Story.CALLED_AT));

        explained(anna)
                .body("blockedBy.code", equalTo("RETURN_PLANNED"))
                .body("blockedBy.text", containsString("Tuesday 11 August 2026"))
                .body("next.kind", contains("RETURN"));
    }

    @Test
    void anOpenSuggestionBlocksBeforeEverythingElseAndHoldsWhatIsToCome() {
        story.waiting(ref, "Nordfrakt", 1, "P21D");
        SuggestionOpened suggestion = Story.suggestion(ref);
        story.tell(suggestion);

        explained(anna)
                .body("blockedBy.code", equalTo("SUGGESTION_OPEN"))
                .body("blockedBy.since", equalTo("2026-02-10T10:12:00Z"))
                .body(BESIDES, contains("WAIT_RUNNING"))
                .body("next.find { it.kind == 'WAIT' }.heldBy", equalTo("SUGGESTION_OPEN"))
                .body("next.find { it.kind == 'MAIL' }.reminderId", notNullValue())
                .body("next.find { it.kind == 'MAIL' }.heldBy", nullValue());

        story.tell(Story.settled(suggestion, "REJECTED"));

        explained(anna).body("blockedBy.code", equalTo("WAIT_RUNNING")).body("next.heldBy", everyItem(nullValue()));
    }

    @Test
    void aHeldClockBlocksWhatWaitsForATimerAndOnlyThat() {
        jdbi.useHandle(handle -> handle.execute("INSERT INTO clock_hold (jump_seconds) VALUES (3600)"));
        story.waiting(ref, "Nordfrakt", 1, "P21D");

        explained(anna)
                .body("blockedBy.code", equalTo("CLOCK_HELD"))
                .body("blockedBy.actor", equalTo("ADMIN"))
                .body(BESIDES, contains("WAIT_RUNNING"))
                .body("next[0].heldBy", equalTo("CLOCK_HELD"));

        story.move(ref, "PREPARING_EMAIL");

        explained(anna).body("blockedBy.code", equalTo("EMAIL_NOT_APPROVED")).body(BESIDES, empty());
    }

    @Test
    void aMissingProfileAndAMissingAddressAreNamed() {
        OutreachRef unknown = Story.ref(UUID.randomUUID(), team);
        story.awaiting(unknown, "Nordfrakt");
        story.tell(Story.response(unknown));

        explained(maria, unknown)
                .body(BESIDES, contains("PROFILE_MISSING"))
                .body("next[0].heldBy", equalTo("PROFILE_MISSING"));

        story.tell(new PersonProfileChanged(
                unknown.ownerId(), "Ken Sato", null, null, null, "UTC", "en", null, team, false));

        explained(maria, unknown)
                .body(BESIDES, contains("ADDRESS_MISSING"))
                .body("besides.text.join()", containsString("Ken Sato"))
                .body("next[0].heldBy", equalTo("ADDRESS_MISSING"));
    }

    @Test
    void aMailThatWasRefusedOrIsDelayedIsNamed() {
        story.awaiting(ref, "Nordfrakt");
        story.tell(Story.response(ref));
        story.move(ref, "RESPONDED");
        jdbi.useHandle(handle -> handle.execute("UPDATE reminder SET last_error = '421 busy'"));

        explained(anna)
                .body(BESIDES, contains("MAIL_DELAYED"))
                .body("besides.text.join()", containsString("421 busy"))
                .body("next.kind", hasItem("MAIL"));

        jdbi.useHandle(handle ->
                handle.execute("UPDATE reminder SET state = 'UNDELIVERABLE', refused_address = 'anna@old.example'"));

        explained(anna)
                .body(BESIDES, contains("MAIL_REFUSED"))
                .body("besides.text.join()", containsString("anna@old.example"))
                .body("next.kind", not(hasItem("MAIL")));
    }

    @Test
    void aReminderThatWaitsForTheDigestSaysSo() {
        story.waiting(ref, "Nordfrakt", 1, "P21D");
        jdbi.useHandle(handle -> {
            handle.execute("UPDATE timer SET due_at = clock_timestamp()");
            handle.execute("INSERT INTO reminder_preference VALUES (?, 'sv', 'DIGEST', '16:00', 1)", anna.id());
            handle.execute(
                    "INSERT INTO reminder (cause, kind, recipient_id, next_attempt_at)"
                            + " VALUES ('digest:x', 'DIGEST', ?, '2099-03-04T15:00:00Z')",
                    anna.id());
            handle.execute(
                    "INSERT INTO reminder (cause, kind, outreach_id, round, recipient_id, version)"
                            + " VALUES ('follow-up:x', 'FOLLOW_UP', ?, 1, ?, 1)",
                    ref.outreachId(),
                    anna.id());
        });

        explained(anna)
                .body("next.find { it.kind == 'MAIL' }.at", equalTo("2099-03-04T15:00:00Z"))
                .body("next.find { it.kind == 'MAIL' }.text", containsString("i nästa sammanfattning"));
    }

    @ParameterizedTest
    @CsvSource({
        "en, is not approved",
        "sv, är inte godkänt",
        "de, ist nicht freigegeben",
        "fr, n’est pas approuvé",
        "es, no está aprobado"
    })
    void theWordsAreInTheReadersLanguage(String language, String words) {
        profile(anna, language, anna.email(), false);
        story.awaiting(ref, "Nordfrakt");
        story.move(ref, "PREPARING_EMAIL");

        explained(anna).body("blockedBy.text", containsString(words));
    }

    @Test
    void onlyWhoSeesTheOutreachIsToldOfIt() {
        story.awaiting(ref, "Nordfrakt");

        explained(maria);
        for (User blind : List.of(User.rep("Ben Colleague"), User.manager("Other Manager"))) {
            blind.calls().get(path(ref)).then().statusCode(404).body("code", equalTo("not-found"));
        }
        anna.calls().get(path(Story.ref(anna.id(), team))).then().statusCode(404);
        assertThat(User.admin("Ada Admin").calls().get(path(ref)).statusCode()).isEqualTo(200);
    }

    private void profile(User user, String language, @Nullable String email, boolean manager) {
        story.tell(new PersonProfileChanged(
                user.id(), user.name(), null, null, email, "Europe/Stockholm", language, null, team, manager));
    }

    private ValidatableResponse explained(User reader) {
        return explained(reader, ref);
    }

    private static ValidatableResponse explained(User reader, OutreachRef ref) {
        return reader.calls().get(path(ref)).then().statusCode(200);
    }

    private static String path(OutreachRef ref) {
        return "/api/v1/timers/explanations/" + ref.outreachId();
    }
}
