package dev.tightrope.voicemail;

import dev.tightrope.events.EmailPrepared;
import dev.tightrope.events.EmailReopened;
import dev.tightrope.events.ExecutiveCorrected;
import dev.tightrope.events.ExecutiveFacts;
import dev.tightrope.events.OutreachMoved;
import dev.tightrope.events.OutreachOpened;
import dev.tightrope.events.OutreachRef;
import dev.tightrope.events.RoundStarted;
import dev.tightrope.testing.User;
import io.restassured.response.Response;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** An outreach as outreach-service tells of it, for a rep who works on it here. */
public final class StagedOutreach {
    private static final Instant AT = Instant.parse("2026-03-02T08:00:00Z");

    private final OutreachServiceStandIn service;
    private final UUID id = UUID.randomUUID();
    private final UUID prospectId;
    private final User rep;
    private final @Nullable UUID team;
    private int round = 1;
    private int emailVersion;
    private String state = "";
    private long moves;
    private String phone;

    private StagedOutreach(
            OutreachServiceStandIn service, User rep, @Nullable UUID team, UUID prospectId, String phone) {
        this.service = service;
        this.rep = rep;
        this.team = team;
        this.prospectId = prospectId;
        this.phone = phone;
    }

    /** Opened, its e-mail in preparation. */
    public static StagedOutreach opened(OutreachServiceStandIn service, User rep, @Nullable UUID team) {
        return openedAt(UUID.randomUUID(), service, rep, team);
    }

    /** As {@link #opened}, at a prospect there may have been outreaches to. */
    public static StagedOutreach openedAt(
            UUID prospectId, OutreachServiceStandIn service, User rep, @Nullable UUID team) {
        String number = "+4670" + String.format("%07d", Math.floorMod(System.nanoTime() / 100, 10_000_000L));
        StagedOutreach outreach = new StagedOutreach(service, rep, team, prospectId, number);
        service.publish(new OutreachOpened(outreach.ref(), "Pulp & Paper AB", "SE", outreach.executive(), AT));
        service.publish(new RoundStarted(outreach.ref(), UUID.randomUUID(), "Kärnvärme AB", AT));
        outreach.moves("PREPARING_EMAIL");
        return outreach;
    }

    /** With its e-mail locked. */
    public static StagedOutreach prepared(OutreachServiceStandIn service, User rep, @Nullable UUID team) {
        StagedOutreach outreach = opened(service, rep, team);
        outreach.emailPrepared();
        return outreach;
    }

    /** With homework and script done, to be called now. */
    public static StagedOutreach readyToCall(OutreachServiceStandIn service, User rep, @Nullable UUID team) {
        StagedOutreach outreach = prepared(service, rep, team);
        outreach.becomesReadyToCall();
        return outreach;
    }

    /** Its e-mail is approved. */
    public void emailPrepared() {
        emailVersion++;
        service.publish(new EmailPrepared(
                ref(),
                emailVersion,
                hash(),
                "How Kärnvärme stopped unplanned stand-stills",
                "Kärnvärme AB",
                List.of("Kärnvärme AB", "Karnvarme"),
                "maintenance manager",
                "heat exchangers with a cleaning plan",
                "They cleaned by the calendar, not by need.",
                "Stand-stills fell by eleven hours a month.",
                "en",
                rep.name(),
                "Account executive",
                "+46701234567",
                "Nordic Exchange",
                AT,
                "sture.lindqvist@pulp.example",
                "Dear Sture Lindqvist, this is what we did at Kärnvärme."));
        moves("PREPARING_SCRIPT");
    }

    /** Its e-mail is changed again. */
    public void emailReopened() {
        service.publish(new EmailReopened(ref(), emailVersion, "A figure was wrong.", AT, null));
        moves("PREPARING_EMAIL");
    }

    /** The rep does the homework and approves the script; outreach-service moves on. */
    public void becomesReadyToCall() {
        saveHomework(completeHomework()).then().statusCode(200);
        approveScript().then().statusCode(200);
        moves("READY_TO_CALL");
    }

    /** Another round with the same story. */
    public void nextRound() {
        round++;
        service.publish(new RoundStarted(ref(), UUID.randomUUID(), "Kärnvärme AB", AT));
        moves("PREPARING_EMAIL");
    }

    /** Moves it, and waits until that is known. */
    public void moves(String to) {
        moves(to, null);
    }

    /** It cannot go on for a reason. */
    public void needsAttention(String reason) {
        moves("NEEDS_ATTENTION", reason);
    }

    private void moves(String to, @Nullable String attention) {
        OutreachMoved moved =
                new OutreachMoved(ref(), state.isEmpty() ? null : state, to, ++moves, "test", AT, attention);
        state = to;
        service.tells(moved);
    }

    /** Answers to every question. */
    public static Map<String, Object> completeHomework() {
        return Map.of(
                "namePronunciation", "STOO-reh LIND-kvist",
                "lookedUp", List.of("https://pulp.example/annual-report"),
                "pain", "Your service engineers drive out twice because the first visit lacked the spare part.",
                "giveFirst", "A benchmark of stand-stills in pulp mills");
    }

    /** Saves homework on top of what is there. */
    public Response saveHomework(Map<String, ?> answers) {
        String etag = rep.calls().get("/api/v1/homework/" + id).header("ETag");
        return rep.sends(answers).header("If-Match", etag).put("/api/v1/homework/" + id);
    }

    /** Approves the script as it is. */
    public Response approveScript() {
        return rep.calls().header("If-Match", scriptTag()).post("/api/v1/scripts/" + id + "/approval");
    }

    /** Puts the script into other words. */
    public Response editScript(String text) {
        return rep.sends(Map.of("text", text)).header("If-Match", scriptTag()).put("/api/v1/scripts/" + id);
    }

    /** Has the script written anew. */
    public Response regenerateScript(String request) {
        return rep.sends(request).header("If-Match", scriptTag()).post("/api/v1/scripts/" + id + "/regeneration");
    }

    /** The script as it is. */
    public Response script() {
        return rep.calls().get("/api/v1/scripts/" + id);
    }

    private String scriptTag() {
        return script().then().statusCode(200).extract().header("ETag");
    }

    /** Records an attempt with nothing but its outcome. */
    public Response attempt(String outcome) {
        return rep.sends(Map.of("outreachId", id, "outcome", outcome)).post("/api/v1/call-attempts");
    }

    /** As {@link #attempt}, for what has to be accepted; its id. */
    public UUID attempted(String outcome) {
        return idOf(attempt(outcome));
    }

    /** The id of a recorded attempt. */
    public static UUID idOf(Response recorded) {
        return UUID.fromString(recorded.then().statusCode(201).extract().path("id"));
    }

    /** Undoes an attempt. */
    public Response undo(UUID attempt) {
        return rep.calls().post("/api/v1/call-attempts/" + attempt + "/undo");
    }

    /** What its events carry. */
    public OutreachRef ref() {
        return new OutreachRef(id, round, prospectId, rep.id(), team);
    }

    /** Its executive. */
    public ExecutiveFacts executive() {
        return new ExecutiveFacts(
                UUID.nameUUIDFromBytes(id.toString().getBytes(java.nio.charset.StandardCharsets.UTF_8)),
                "Sture Lindqvist",
                "CEO",
                phone,
                "Europe/Stockholm",
                "sv",
                null);
    }

    /** Its executive gets another number. */
    public void renumbered(String number) {
        phone = number;
    }

    /** Somebody gives the executive's number, be it the same one. */
    public void numberGiven(String number, Instant at) {
        renumbered(number);
        service.tells(new ExecutiveCorrected(ref(), executive(), at, true));
    }

    /** Hash of its e-mail. */
    public String hash() {
        return "%064x".formatted(Math.abs((long) id.hashCode()) + emailVersion);
    }

    /** Version of its e-mail. */
    public int emailVersion() {
        return emailVersion;
    }

    /** Its number. */
    public String phone() {
        return phone;
    }

    /** Its id. */
    public UUID id() {
        return id;
    }

    /** Its rep. */
    public User rep() {
        return rep;
    }
}
