package dev.tightrope.outreach.email;

import static org.hamcrest.Matchers.oneOf;

import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import dev.tightrope.outreach.outreach.Actor;
import dev.tightrope.outreach.outreach.OutreachMoves;
import dev.tightrope.outreach.outreach.OutreachView;
import dev.tightrope.outreach.outreach.Outreaches;
import dev.tightrope.testing.User;
import io.quarkus.arc.Arc;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.restassured.path.json.JsonPath;
import java.time.Clock;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jdbi.v3.core.Jdbi;

/** An outreach of a rep of its own at a company of its own, taken through the method as far as a test needs. */
public final class RunningOutreach {
    private final User rep = User.rep("Rolf Rep");
    private final String mark = UUID.randomUUID().toString().substring(0, 8);
    private final UUID attemptId = UUID.randomUUID();
    private final String executiveId;
    private final String storyId;
    private final UUID id;

    private RunningOutreach() {
        rep.calls().get("/api/v1/me").then().statusCode(200);
        String prospect = created(
                "/prospects",
                Map.of("name", "Mjölkbolaget " + mark, "domains", List.of(mark + ".example"), "country", "SE"));
        executiveId = created(
                "/executives",
                Map.of(
                        "prospectId", prospect,
                        "name", "Karin Berg",
                        "title", "CEO",
                        "email", executiveAddress(),
                        "phone", phone(),
                        "zone", "Europe/Stockholm",
                        "language", "en"));
        storyId = created(
                "/success-stories",
                Map.of(
                        "competitor",
                        Map.of("name", "Nordström Kyl AB", "aliases", List.of("NK")),
                        "offering",
                        "plate heat exchangers",
                        "businessUserRole",
                        "maintenance manager",
                        "situation",
                        "Fouling stopped the pasteuriser every nine days, and each stop cost a shift.",
                        "details",
                        "We measured the flow for two weeks, replaced the old tube bundles by gasketed plates,"
                                + " trained the crew and set a cleaning interval by pressure drop.",
                        "impacts",
                        List.of(Map.of("text", "Unplanned stops went down", "figure", "38 %")),
                        "language",
                        "en",
                        "permission",
                        Map.of("kind", "GRANTED_BY", "by", "Eva Lind")));
        id = UUID.fromString(
                created("/outreaches", Map.of("prospectId", prospect, "executiveId", executiveId, "storyId", storyId)));
    }

    /** One whose e-mail is drafted. */
    public static RunningOutreach opened() {
        return new RunningOutreach();
    }

    /** One whose e-mail and script are approved. */
    public static RunningOutreach readyToCall() {
        return opened().readied();
    }

    private RunningOutreach readied() {
        RunningOutreach outreach = this;
        outreach.approveEmail();
        outreach.event(new OutreachTrigger.ScriptApproved(1, outreach.emailVersion(), outreach.emailHash()));
        return outreach;
    }

    /** One whose voicemail is recorded; the mail is promised and not yet released. */
    public static RunningOutreach voicemailLeft() {
        return opened().called();
    }

    /** One whose voicemail is recorded and whose mail is in the rep's own words. */
    public static RunningOutreach voicemailLeft(String subject, String text) {
        RunningOutreach outreach = opened();
        outreach.write(Map.of("subject", subject, "textBody", text));
        return outreach.called();
    }

    /** The same, with its voicemail recorded and its mail promised. */
    public RunningOutreach called() {
        RunningOutreach outreach = readied();
        outreach.event(new OutreachTrigger.VoicemailLeft(
                outreach.attemptId, outreach.emailVersion(), outreach.emailHash(), now()));
        return outreach;
    }

    /** The trigger that lets its mail go. */
    public OutreachTrigger release() {
        return new OutreachTrigger.EmailReleased(attemptId, emailVersion(), emailHash(), now());
    }

    private void write(Map<String, String> change) {
        rep.sends(change).header("If-Match", emailTag()).put(emailPath()).then().statusCode(200);
    }

    private String emailPath() {
        return "/api/v1/outreaches/" + id + "/email";
    }

    private String emailTag() {
        return rep.calls().get(emailPath()).header("ETag");
    }

    /** Approves its e-mail. */
    public void approveEmail() {
        rep.calls()
                .header("If-Match", emailTag())
                .post(emailPath() + "/approval")
                .then()
                .statusCode(200);
    }

    /** Tells the life cycle that something happened. */
    public void event(OutreachTrigger trigger) {
        QuarkusTransaction.requiringNew()
                .run(() -> bean(OutreachMoves.class).event(id, Actor.system("test"), trigger, "a test says so"));
    }

    /** Where it stands. */
    public OutreachView view() {
        return bean(Outreaches.class).byId(id).orElseThrow();
    }

    /** Its e-mail as the API shows it. */
    public JsonPath email() {
        return rep.calls()
                .get("/api/v1/outreaches/" + id + "/email")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Its only delivery as the API shows it. */
    public JsonPath deliveries() {
        return rep.calls()
                .get("/api/v1/outreaches/" + id + "/deliveries")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    /** Types of the events about it, whether they left already or not. */
    public List<String> published() {
        return bean(Jdbi.class)
                .withHandle(handle -> handle.createQuery(
                                "SELECT type FROM outbox_event WHERE aggregate_id = :id ORDER BY sequence")
                        .bind("id", id)
                        .mapTo(String.class)
                        .list());
    }

    public UUID id() {
        return id;
    }

    public User rep() {
        return rep;
    }

    public String executiveId() {
        return executiveId;
    }

    public String storyId() {
        return storyId;
    }

    public UUID attemptId() {
        return attemptId;
    }

    /** The executive's address. */
    public String executiveAddress() {
        return "karin@" + mark + ".example";
    }

    /** The executive's number: one of their own, as a suppressed one may not be called by anybody. */
    public String phone() {
        return "+4670%07d".formatted(Long.parseLong(mark, 16) % 10_000_000);
    }

    public int emailVersion() {
        return email().getInt("approval.version");
    }

    public String emailHash() {
        return email().getString("approval.hash");
    }

    private String created(String path, Object body) {
        return rep.sends(body)
                .post("/api/v1" + path)
                .then()
                .statusCode(oneOf(200, 201))
                .extract()
                .jsonPath()
                .getString("id");
    }

    private static Instant now() {
        return bean(Clock.class).instant();
    }

    private static <T> T bean(Class<T> type) {
        return Arc.container().instance(type).get();
    }
}
