package dev.tightrope.outreach.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.hasItem;

import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

@QuarkusTest
class InboundMessageListIT {
    private static final String MESSAGES = "/api/v1/inbound-messages";
    private static final User PROVIDER = User.admin("Provider Hook");

    @Inject
    Jdbi jdbi;

    @Test
    void pagesGoOnWhereTheLastOneEndedInEveryOrder() {
        List<String> taken = new ArrayList<>();
        for (int number = 0; number < 5; number++) {
            taken.add(take().toString());
        }
        assertThat(pages("createdAt", taken)).containsExactlyElementsOf(taken);
        assertThat(pages("updatedAt", taken)).containsExactlyElementsOf(taken);

        Collections.reverse(taken);
        assertThat(pages("-createdAt", taken)).containsExactlyElementsOf(taken);
        assertThat(pages("-updatedAt", taken)).containsExactlyElementsOf(taken);
    }

    @Test
    void aPollingClientGetsWhatChangedAlsoWhatCameToLightLate() {
        UUID old = take();
        UUID changed = take();
        UUID stampedEarlierSeenLater = take();
        Instant since = Instant.parse("2126-03-02T08:00:00Z");
        stamp(old, since.minusSeconds(60));
        stamp(changed, since);
        stamp(stampedEarlierSeenLater, since.minusSeconds(5));

        assertThat(PROVIDER.calls()
                        .get(MESSAGES + "?updatedAfter=" + since)
                        .then()
                        .statusCode(200)
                        .extract()
                        .<List<String>>path("data.id"))
                .containsExactly(stampedEarlierSeenLater.toString(), changed.toString());
        jdbi.useHandle(handle -> handle.execute("UPDATE inbound_message SET kind = kind WHERE updated_at > now()"));
    }

    @Test
    void whateverHappensToAMessageIsAChange() {
        UUID id = take();
        stamp(id, Instant.EPOCH);

        jdbi.useHandle(handle -> handle.execute("UPDATE inbound_message SET response_id = ? WHERE id = ?", id, id));

        assertThat(Instant.parse(PROVIDER.calls().get(MESSAGES + "/" + id).path("updatedAt")))
                .isAfter(Instant.parse("2026-01-01T00:00:00Z"));
    }

    @Test
    void aWrongParameterIsNamed() {
        for (String wrong : List.of(
                "updatedAfter=yesterday",
                "updatedAfter=+999999999-12-31T23:59:59Z",
                "sort=name",
                "outreachId=7",
                "limit=many",
                "cursor=x")) {
            PROVIDER.calls()
                    .get(MESSAGES + "?" + wrong)
                    .then()
                    .statusCode(400)
                    .body("errors.pointer", hasItem("?" + wrong.split("=")[0]));
        }
    }

    private static UUID take() {
        String message = """
                From: Somebody <somebody@elsewhere.example>\r
                To: us@seller.example\r
                Message-ID: <%s@elsewhere.example>\r
                Subject: Nothing of ours\r
                \r
                Hello.\r
                """.formatted(UUID.randomUUID());
        return UUID.fromString(PROVIDER.calls()
                .contentType("message/rfc822")
                .body(message.getBytes(StandardCharsets.UTF_8))
                .post(MESSAGES)
                .then()
                .statusCode(201)
                .extract()
                .path("id"));
    }

    /** Those of these messages a client meets that reads page after page. */
    private static List<String> pages(String sort, List<String> mine) {
        List<String> seen = new ArrayList<>();
        @Nullable String cursor = "";
        while (cursor != null) {
            Response page = PROVIDER.calls().get(MESSAGES + "?limit=2&sort=" + sort + cursor);
            assertThat(page.statusCode()).isEqualTo(200);
            seen.addAll(page.<List<String>>path("data.id"));
            String next = page.path("page.nextCursor");
            cursor = next == null ? null : "&cursor=" + next;
        }
        assertThat(seen).doesNotHaveDuplicates();
        seen.retainAll(mine);
        return seen;
    }

    /** Past the trigger, which would stamp the present. */
    private void stamp(UUID id, Instant at) {
        jdbi.useHandle(handle -> {
            handle.execute("ALTER TABLE inbound_message DISABLE TRIGGER USER");
            handle.execute("UPDATE inbound_message SET updated_at = ? WHERE id = ?", at.atOffset(ZoneOffset.UTC), id);
            handle.execute("ALTER TABLE inbound_message ENABLE TRIGGER USER");
        });
    }
}
