package dev.tightrope.voicemail.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.hasItem;

import dev.tightrope.events.EmailWithheld;
import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.StagedOutreach;
import dev.tightrope.voicemail.database.SettableDatabaseTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** Call attempts are listed in the orders, and polled for, like everything else. */
@QuarkusTest
class CallAttemptListIT {
    private final User rep = User.rep("Anna Berg");

    @Inject
    OutreachServiceStandIn outreachService;

    @Inject
    SettableDatabaseTime time;

    @Inject
    Jdbi jdbi;

    @Test
    void pagesGoOnWhereTheLastOneEndedInEveryOrder() {
        List<String> recorded = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            recorded.add(ready().attempted("BUSY").toString());
            // Two were recorded in the same moment, and share their place but for the id.
            time.pass(Duration.ofMillis(number == 1 ? 0 : 1));
        }
        List<String> changed = new ArrayList<>();
        for (int place : List.of(3, 0, 4, 2, 1)) {
            stamp(UUID.fromString(recorded.get(place)), time.now().plusSeconds(changed.size()));
            changed.add(recorded.get(place));
        }
        assertThat(pages("recordedAt")).containsExactlyElementsOf(recorded);
        assertThat(pages("updatedAt")).containsExactlyElementsOf(changed);

        Collections.reverse(recorded);
        Collections.reverse(changed);
        assertThat(pages("-recordedAt")).containsExactlyElementsOf(recorded);
        assertThat(pages("-updatedAt")).containsExactlyElementsOf(changed);
    }

    @Test
    void aPollingClientGetsWhatChangedAlsoWhatCameToLightLate() {
        StagedOutreach outreach = ready();
        UUID old = outreach.attempted("BUSY");
        UUID changed = outreach.attempted("NO_ANSWER");
        UUID stampedEarlierSeenLater = outreach.attempted("BUSY");
        Instant since = time.now().plus(Duration.ofHours(1));
        stamp(old, since.minusSeconds(60));
        stamp(changed, since);
        stamp(stampedEarlierSeenLater, since.minusSeconds(5));

        attempts("?updatedAfter=" + since)
                .then()
                .statusCode(200)
                .body("data.id", contains(stampedEarlierSeenLater.toString(), changed.toString()));
    }

    @Test
    void undoingOneIsAChange() {
        StagedOutreach outreach = ready();
        UUID id = outreach.attempted("VOICEMAIL_LEFT");
        stamp(id, Instant.EPOCH);

        outreach.undo(id).then().statusCode(200);

        assertThat(updatedAt(id)).isEqualTo(time.now());
    }

    @Test
    void aWithheldPromiseIsAChangeWhenItIsLearnedHoweverLongThatWasOnItsWay() {
        StagedOutreach outreach = ready();
        UUID id = outreach.attempted("VOICEMAIL_LEFT");
        stamp(id, Instant.EPOCH);

        outreachService.tells(
                new EmailWithheld(outreach.ref(), id, "The e-mail was reopened.", Instant.EPOCH, "REOPENED"));

        assertThat(updatedAt(id)).isEqualTo(time.now());
    }

    @Test
    void othersAttemptsAreNotListed() {
        ready().attempted("BUSY");

        User.rep("Carl Colleague")
                .calls()
                .get("/api/v1/call-attempts?sort=-updatedAt")
                .then()
                .statusCode(200)
                .body("data.id", empty());
    }

    @Test
    void aWrongParameterIsNamed() {
        for (String wrong : List.of("updatedAfter=yesterday", "sort=name", "limit=many", "cursor=x")) {
            attempts("?" + wrong).then().statusCode(400).body("errors.pointer", hasItem("?" + wrong.split("=")[0]));
        }
        String cursor = cursorOfAnotherOrder();
        attempts("?sort=updatedAt&cursor=" + cursor).then().statusCode(400).body("errors.pointer", hasItem("?cursor"));
    }

    private String cursorOfAnotherOrder() {
        StagedOutreach outreach = ready();
        outreach.attempted("BUSY");
        outreach.attempted("BUSY");
        return attempts("?limit=1").then().statusCode(200).extract().path("page.nextCursor");
    }

    private StagedOutreach ready() {
        return StagedOutreach.readyToCall(outreachService, rep, null);
    }

    private List<String> pages(String sort) {
        List<String> seen = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            Response page = attempts("?limit=2&sort=" + sort + cursor);
            assertThat(page.statusCode()).isEqualTo(200);
            seen.addAll(page.<List<String>>path("data.id"));
            String next = page.path("page.nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        }
        return seen;
    }

    private Instant updatedAt(UUID id) {
        return Instant.parse(rep.calls().get("/api/v1/call-attempts/" + id).path("updatedAt"));
    }

    private Response attempts(String query) {
        return rep.calls().get("/api/v1/call-attempts" + query);
    }

    private void stamp(UUID id, Instant at) {
        jdbi.useHandle(handle -> handle.execute(
                "update call_attempt set updated_at = ? where attempt_id = ?", at.atOffset(ZoneOffset.UTC), id));
    }
}
