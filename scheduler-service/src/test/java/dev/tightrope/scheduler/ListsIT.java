package dev.tightrope.scheduler;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.PersonProfileChanged;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Instant;
import java.time.OffsetDateTime;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

@QuarkusTest
class ListsIT {
    private static final Instant SINCE = Instant.parse("2126-03-02T08:00:00Z");

    private final User anna = User.rep("Anna Berg");
    private final List<OutreachRef> refs = new ArrayList<>();

    @Inject
    Story story;

    @Inject
    Jdbi jdbi;

    @BeforeEach
    void fiveOutreachesWithATimerAndAReminderEach() {
        story.forget();
        story.profile(anna.id(), anna.name(), anna.email(), null, false);
        for (int days = 1; days <= 5; days++) {
            OutreachRef ref = Story.ref(anna.id(), null);
            refs.add(ref);
            story.tell(Story.response(ref));
            story.waiting(ref, "Nordfrakt", 1, "P" + 7 * days + "D");
        }
    }

    @ParameterizedTest
    @CsvSource({
        "reminders, createdAt",
        "reminders, updatedAt",
        "timers, createdAt",
        "timers, updatedAt",
        "timers, dueAt"
    })
    void pagesGoOnWhereTheLastOneEndedInEveryOrder(String list, String sort) {
        List<String> expected = new ArrayList<>(
                refs.stream().map(ref -> ref.outreachId().toString()).toList());
        assertThat(pages(list, sort)).containsExactlyElementsOf(expected);

        Collections.reverse(expected);
        assertThat(pages(list, "-" + sort)).containsExactlyElementsOf(expected);
    }

    @ParameterizedTest
    @ValueSource(strings = {"reminders", "timers"})
    void theNewestComeFirstUnlessAskedOtherwise(String list) {
        assertThat(get(list, "").<List<String>>path("data.outreachId"))
                .startsWith(refs.get(4).outreachId().toString());
    }

    @ParameterizedTest
    @CsvSource({"reminders, reminder", "timers, timer"})
    void aPollingClientGetsWhatChangedAlsoWhatCameToLightLate(String list, String table) {
        UUID stampedEarlierSeenLater = refs.get(3).outreachId();
        UUID changed = refs.get(1).outreachId();
        stamp(table, refs.get(0).outreachId(), SINCE.minusSeconds(60));
        stamp(table, changed, SINCE);
        stamp(table, stampedEarlierSeenLater, SINCE.minusSeconds(5));

        assertThat(get(list, "?updatedAfter=" + SINCE).<List<String>>path("data.outreachId"))
                .containsExactly(stampedEarlierSeenLater.toString(), changed.toString());
    }

    @Test
    void whateverHappensToAReminderIsAChange() {
        stamp("reminder", refs.get(0).outreachId(), Instant.EPOCH);
        Instant before = Instant.parse(story.text("""
                SELECT to_char(clock_timestamp() AT TIME ZONE 'UTC', 'YYYY-MM-DD"T"HH24:MI:SS.US"Z"')"""));

        jdbi.useHandle(handle -> handle.execute(
                "UPDATE reminder SET state = 'CANCELLED' WHERE outreach_id = ?",
                refs.get(0).outreachId()));

        assertThat(updatedAt("reminders", 0)).isAfter(before);
    }

    @Test
    void aTimerThatMovesOrEndsHasChanged() {
        stamp("timer", refs.get(0).outreachId(), Instant.EPOCH);
        story.tell(new PersonProfileChanged(
                anna.id(), "Anna", null, null, anna.email(), "Asia/Tokyo", "en", null, null, false));
        assertThat(updatedAt("timers", 0)).isAfter(Instant.parse("2026-01-01T00:00:00Z"));

        stamp("timer", refs.get(0).outreachId(), Instant.EPOCH);
        story.move(refs.get(0), "RESPONDED");
        assertThat(updatedAt("timers", 0)).isAfter(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @ParameterizedTest
    @ValueSource(strings = {"reminders", "timers"})
    void aWrongParameterIsNamed(String list) {
        for (String wrong : List.of("updatedAfter=yesterday", "sort=colour", "sort=name", "limit=many", "limit=0")) {
            anna.calls()
                    .get("/api/v1/" + list + "?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem("?" + wrong.split("=")[0]));
        }
        String byChange = get(list, "?sort=updatedAt&limit=1").path("page.nextCursor");
        anna.calls()
                .get("/api/v1/" + list + "?cursor=" + byChange)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("?cursor"));
    }

    private List<String> pages(String list, String sort) {
        List<String> seen = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            Response page = get(list, "?limit=2&sort=" + sort + cursor);
            seen.addAll(page.<List<String>>path("data.outreachId"));
            String next = page.path("page.nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        }
        return seen;
    }

    private Response get(String list, String query) {
        Response answer = anna.calls().get("/api/v1/" + list + query);
        assertThat(answer.statusCode()).isEqualTo(200);
        return answer;
    }

    private Instant updatedAt(String list, int outreach) {
        return Instant.parse(
                get(list, "?outreachId=" + refs.get(outreach).outreachId()).path("data[0].updatedAt"));
    }

    /** Past the trigger, which would stamp the present. */
    private void stamp(String table, UUID outreach, Instant at) {
        OffsetDateTime time = at.atOffset(ZoneOffset.UTC);
        jdbi.useHandle(handle -> {
            handle.execute("ALTER TABLE " + table + " DISABLE TRIGGER USER");
            handle.execute("UPDATE " + table + " SET updated_at = ? WHERE outreach_id = ?", time, outreach);
            handle.execute("ALTER TABLE " + table + " ENABLE TRIGGER USER");
        });
    }
}
