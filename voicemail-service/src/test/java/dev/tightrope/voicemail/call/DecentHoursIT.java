package dev.tightrope.voicemail.call;

import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.nullValue;

import dev.tightrope.calendar.Regions;
import dev.tightrope.calendar.WorkingDays;
import dev.tightrope.events.ExecutiveCorrected;
import dev.tightrope.events.ExecutiveFacts;
import dev.tightrope.testing.User;
import dev.tightrope.voicemail.OutreachServiceStandIn;
import dev.tightrope.voicemail.StagedOutreach;
import dev.tightrope.voicemail.database.SettableDatabaseTime;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import io.restassured.response.ValidatableResponse;
import jakarta.inject.Inject;
import java.time.DayOfWeek;
import java.time.Duration;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalTime;
import java.time.ZoneId;
import java.time.temporal.TemporalAdjusters;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.Test;

/** A call is offered in the hours and on the days on which they work, and not too often; whoever calls is never refused. */
@QuarkusTest
class DecentHoursIT {
    private static final ZoneId STOCKHOLM = ZoneId.of("Europe/Stockholm");

    @Inject
    OutreachServiceStandIn outreachService;

    @Inject
    SettableDatabaseTime time;

    private final User rep = User.rep("Anna Berg");

    @Test
    void nobodyIsOfferedAtNight() {
        StagedOutreach outreach = ready();
        listed().body("data[0].status", equalTo("DUE"))
                .body("data[0].when", equalTo("NOW"))
                .body("data[0].callableFrom", equalTo(today(8).toString()))
                .body("data[0].callableUntil", equalTo(today(18).toString()))
                .body("data[0].zone", equalTo("Europe/Stockholm"))
                .body("data[0].zoneFrom", equalTo("RECORD"))
                .body("data[0].holidaysKnown", equalTo(true))
                .body("data[0].localTime", containsString("T10:"));
        time.becomes(today(18));

        listed().body("data[0].status", equalTo("OUTSIDE_HOURS"))
                .body("data[0].offered", equalTo(false))
                .body("data[0].reason", containsString("It is 18:00 there. Call from"))
                .body("data[0].phone", equalTo(outreach.phone()));
        tasks("?offered=true").then().body("data", empty());
        // A call that was made is a fact.
        outreach.attempt("VOICEMAIL_LEFT").then().statusCode(201);
    }

    @Test
    void nobodyIsOfferedOnADayOff() {
        StagedOutreach outreach = ready();
        LocalDate saturday = today().with(TemporalAdjusters.next(DayOfWeek.SATURDAY));
        time.becomes(saturday.atTime(10, 0).atZone(STOCKHOLM).toInstant());

        listed().body("data[0].status", equalTo("DAY_OFF"))
                .body("data[0].reason", containsString("Nobody works there today (weekend). Call from"));
        tasks("?when=NOW").then().body("data", empty());
        outreach.attempt("NO_ANSWER").then().statusCode(201);
    }

    @Test
    void holidaysOfARegionAreDaysOffThere() {
        StagedOutreach outreach = ready();
        WorkingDays days = new WorkingDays();
        LocalDate day = today();
        Optional<String> region = Optional.empty();
        while (region.isEmpty()) {
            LocalDate wanted = day = day.plusDays(1);
            region = Stream.of("DE", "CH", "ES", "US")
                    .filter(country -> days.dayOff(wanted, country, null).isEmpty())
                    .flatMap(country -> Regions.of(country).stream())
                    .filter(of -> days.dayOff(wanted, Regions.countryOf(of), of).isPresent())
                    .findFirst();
        }
        String of = region.orElseThrow();
        String name = days.dayOff(day, Regions.countryOf(of), of).orElseThrow();
        time.becomes(day.atTime(10, 0).atZone(STOCKHOLM).toInstant());

        works(outreach, "Europe/Stockholm", of);
        listed().body("data[0].status", equalTo("DAY_OFF"))
                .body("data[0].reason", containsString("(" + name + "). Call from"));
        // The company is Swedish, where it is a working day, or is not.
        works(outreach, "Europe/Stockholm", null);
        listed().body("data[0].status", equalTo(days.dayOff(day, "SE", null).isEmpty() ? "DUE" : "DAY_OFF"));
    }

    @Test
    void aNumberIsCalledSoOftenADayWhicheverOutreachItIsFor() {
        StagedOutreach outreach = ready();
        StagedOutreach another = StagedOutreach.readyToCall(outreachService, User.rep("Bo Ek"), null);
        another.renumbered(outreach.phone());
        outreachService.tells(new ExecutiveCorrected(another.ref(), another.executive(), Instant.EPOCH));
        another.attempt("NO_ANSWER").then().statusCode(201);
        another.attempt("NO_ANSWER").then().statusCode(201);
        listed().body("data[0].status", equalTo("DUE"));
        UUID third = another.attempted("BUSY");

        listed().body("data[0].status", equalTo("DAILY_LIMIT"))
                .body("data[0].reason", containsString("as often today as it may be"));
        tasks("?offered=true").then().body("data", empty());

        another.undo(third).then().statusCode(200);
        listed().body("data[0].status", equalTo("DUE"));
        another.attempt("BUSY").then().statusCode(201);
        outreach.attempt("NO_ANSWER").then().statusCode(201);
    }

    @Test
    void theZoneIsFoundByTheNumberWhereNoneIsRecorded() {
        StagedOutreach outreach = ready();
        outreach.renumbered("+12125550123");
        works(outreach, null, null);
        listed().body("data[0].zone", equalTo("America/New_York"))
                .body("data[0].zoneFrom", equalTo("NUMBER"))
                .body("data[0].status", equalTo("OUTSIDE_HOURS"))
                .body("data[0].localTime", containsString(":00"));

        // It may be anywhere in Australia.
        outreach.renumbered("+61491570156");
        works(outreach, null, null);
        listed().body("data[0].zone", nullValue())
                .body("data[0].localTime", nullValue())
                .body("data[0].reason", containsString("several time zones"));
        works(outreach, null, "AU-NSW");
        listed().body("data[0].zone", equalTo("Australia/Sydney")).body("data[0].zoneFrom", equalTo("REGION"));

        works(outreach, "Asia/Seoul", null);
        listed().body("data[0].holidaysKnown", equalTo(false));
    }

    @Test
    void theEdgesOfTheDayComeFirst() {
        StagedOutreach early = ready();
        time.pass(Duration.ofMinutes(1));
        StagedOutreach late = ready();
        // Ten in Stockholm is nine in Lisbon.
        works(late, "Europe/Lisbon", "SE-AB");
        StagedOutreach tomorrow = ready();
        works(tomorrow, "Pacific/Auckland", "SE-AB");
        StagedOutreach evening = ready();
        evening.attempt("NO_ANSWER").then().statusCode(201);

        listed().body(
                        "data.outreachId",
                        contains(
                                late.id().toString(),
                                early.id().toString(),
                                evening.id().toString(),
                                tomorrow.id().toString()))
                .body("data.atEdge", contains(true, false, false, false));
        Response first = tasks("?limit=3");
        tasks("?limit=3&cursor=" + first.path("page.nextCursor"))
                .then()
                .body("data.outreachId", contains(tomorrow.id().toString()));
    }

    @Test
    void aManagerLooksAtOneRepsList() {
        UUID team = UUID.randomUUID();
        User manager = User.manager("Maria Ek");
        User colleague = User.rep("Bo Ek");
        outreachService.knows(manager, team);
        StagedOutreach.readyToCall(outreachService, rep, team);
        StagedOutreach theirs = StagedOutreach.readyToCall(outreachService, colleague, team);

        manager.calls()
                .get("/api/v1/call-tasks?ownerId=" + colleague.id())
                .then()
                .body("data.outreachId", contains(theirs.id().toString()));
        rep.calls().get("/api/v1/call-tasks?ownerId=" + colleague.id()).then().body("data", empty());
        rep.calls().get("/api/v1/call-tasks?ownerId=bo").then().statusCode(400);
        rep.calls().get("/api/v1/call-tasks?when=SOON").then().statusCode(400);
    }

    private StagedOutreach ready() {
        return StagedOutreach.readyToCall(outreachService, rep, null);
    }

    private void works(StagedOutreach outreach, @Nullable String zone, @Nullable String region) {
        ExecutiveFacts known = outreach.executive();
        outreachService.tells(new ExecutiveCorrected(
                outreach.ref(),
                new ExecutiveFacts(
                        known.executiveId(),
                        known.name(),
                        known.title(),
                        known.phone(),
                        zone,
                        known.language(),
                        region),
                Instant.EPOCH));
    }

    private LocalDate today() {
        return time.now().atZone(STOCKHOLM).toLocalDate();
    }

    private Instant today(int hour) {
        return today().atTime(LocalTime.of(hour, 0)).atZone(STOCKHOLM).toInstant();
    }

    private ValidatableResponse listed() {
        return tasks("").then().statusCode(200);
    }

    private Response tasks(String query) {
        return rep.calls().get("/api/v1/call-tasks" + query);
    }
}
