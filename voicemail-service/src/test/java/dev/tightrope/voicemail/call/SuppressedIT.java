package dev.tightrope.voicemail.call;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.events.CompanyHeld;
import dev.tightrope.events.CompanyReleased;
import dev.tightrope.events.SuppressionAdded;
import dev.tightrope.events.SuppressionKind;
import dev.tightrope.events.SuppressionLifted;
import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.PublishedEvents;
import dev.tightrope.voicemail.StagedOutreach;
import dev.tightrope.voicemail.database.SettableDatabaseTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.time.Duration;
import java.util.HashMap;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.EnumSource;

/** Nobody on the suppression list is offered for a call, and no call of theirs is recorded. */
@QuarkusTest
class SuppressedIT {
    @Inject
    OutreachServiceStandIn outreachService;

    @Inject
    PublishedEvents published;

    @Inject
    SettableDatabaseTime time;

    private final User rep = User.rep("Anna Berg");
    private final String company = "d" + UUID.randomUUID() + ".example";

    private StagedOutreach outreach;

    @BeforeEach
    void stage() {
        outreach = StagedOutreach.readyToCall(outreachService, rep, null);
    }

    @ParameterizedTest
    @EnumSource(CallOutcome.class)
    void whateverCameOfACallToThemItIsRefused(CallOutcome outcome) {
        suppress(SuppressionKind.PHONE, outreach.phone());
        int before = published.of(outreach.id()).size();

        Map<String, Object> body = new HashMap<>();
        body.put("outreachId", outreach.id());
        body.put("outcome", outcome);
        if (outcome == CallOutcome.MEETING_AGREED) {
            body.put("meetingAt", time.now().plus(Duration.ofDays(3)).toString());
        }
        if (outcome == CallOutcome.REFERRED) {
            body.put("referredTo", Map.of("name", "Karin Ek"));
        }
        rep.sends(body)
                .post("/api/v1/call-attempts")
                .then()
                .statusCode(409)
                .body("code", equalTo("suppressed"))
                .body("detail", containsString("Opted out"));
        assertThat(published.of(outreach.id())).hasSize(before);
        isNotOffered();
    }

    @Test
    void aLiftedNumberIsCalledAgain() {
        UUID suppression = suppress(SuppressionKind.PHONE, outreach.phone());
        outreachService.tells(new SuppressionLifted(suppression, SuppressionKind.PHONE, outreach.phone()));

        tasks("?offered=true").then().body("data[0].status", equalTo("DUE"));
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(201);
    }

    @ParameterizedTest(name = "{0} suppressed, the company has {1}")
    @CsvSource({"$, $", "$, mail.$", "$, a.b.$", "$, A.B.$", "mail.$, x.mail.$"})
    void aDomainCoversItselfAndAllBelow(String suppressed, String domain) {
        UUID hold = holds("other.example", domain.replace("$", company));
        suppress(SuppressionKind.DOMAIN, suppressed.replace("$", company));

        isNotOffered();
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(409).body("code", equalTo("suppressed"));
        outreachService.tells(new CompanyReleased(hold, outreach.id()));
        tasks("?offered=true").then().body("data[0].status", equalTo("DUE"));
    }

    @ParameterizedTest(name = "{0} suppressed, the company has {1}")
    @CsvSource({"$, not$", "mail.$, $", "mail.$, mailx.$", "$, $.other", "x_$, xy$"})
    void aDomainHasNothingToDoWithItsNeighbours(String suppressed, String domain) {
        holds(domain.replace("$", company));
        suppress(SuppressionKind.DOMAIN, suppressed.replace("$", company));

        tasks("?offered=true").then().body("data[0].status", equalTo("DUE"));
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(201);
    }

    private void isNotOffered() {
        tasks("")
                .then()
                .body("data[0].status", equalTo("SUPPRESSED"))
                .body("data[0].offered", equalTo(false))
                .body("data[0].reason", containsString("Opted out"))
                .body("data[0].phone", nullValue())
                .body("data[0].telLink", nullValue());
        tasks("?offered=true").then().body("data", empty());
    }

    private UUID suppress(SuppressionKind kind, String value) {
        UUID suppression = UUID.randomUUID();
        outreachService.tells(new SuppressionAdded(suppression, kind, value, "Opted out"));
        return suppression;
    }

    private UUID holds(String... domains) {
        UUID hold = UUID.randomUUID();
        outreachService.tells(
                new CompanyHeld(hold, outreach.id(), rep.id(), rep.name(), "Pulp & Paper", List.of(domains), null));
        return hold;
    }

    private Response tasks(String query) {
        return rep.calls().get("/api/v1/call-tasks" + query);
    }
}
