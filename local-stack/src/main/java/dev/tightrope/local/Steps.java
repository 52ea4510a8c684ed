package dev.tightrope.local;

import com.fasterxml.jackson.databind.JsonNode;
import java.time.Duration;
import java.util.Map;
import org.jspecify.annotations.Nullable;

/** The steps of the method as a rep takes them through the API, each waiting until the step before has arrived. */
public final class Steps {

    /** How long an event may travel between the services before something is wrong. */
    public static final Duration TRAVEL = Duration.ofSeconds(180);

    private final Rest rest;
    private final Rest silent;

    /** Steps taken with one person's token; what is only asked while waiting is not told to the client's listener. */
    public Steps(Rest rest) {
        this.rest = rest;
        this.silent = rest.tellingTo((method, path, body, answer) -> {});
    }

    /** Opens an outreach with the usual wait and gives its id. */
    public String open(String executiveId, String storyId) {
        return open(executiveId, storyId, null).ok().text("id");
    }

    /** Opens an outreach whose first round waits that long, an ISO 8601 length; whatever the answer. */
    public Rest.Answer open(String executiveId, String storyId, @Nullable String wait) {
        String prospectId = silent.get("/executives/" + executiveId).ok().text("prospectId");
        return rest.post(
                "/outreaches",
                "{\"prospectId\":\"" + prospectId + "\",\"executiveId\":\"" + executiveId + "\",\"storyId\":\""
                        + storyId + "\"" + (wait == null ? "" : ",\"wait\":\"" + wait + "\"") + "}");
    }

    /** Approves the e-mail as it stands. */
    public Rest.Answer approveEmail(String outreachId) {
        String email = "/outreaches/" + outreachId + "/email";
        Patience.until("the e-mail's draft", TRAVEL, () -> silent.get(email), answer -> answer.status() == 200);
        return rest.update("POST", email + "/approval", email, null).ok();
    }

    /** Answers the homework. */
    public void completeHomework(String outreachId, String pain) {
        String homework = "/homework/" + outreachId;
        Patience.until("the homework", TRAVEL, () -> silent.get(homework), answer -> answer.status() == 200);
        rest.update("PUT", homework, homework, """
                {"namePronunciation":"as it is written","lookedUp":["https://example.com/annual-report"],
                "pain":"%s","giveFirst":"The one-page checklist our customers use"}\
                """.formatted(pain)).ok();
    }

    /** Approves the script as it stands, once it was written from the e-mail and the homework. */
    public Rest.Answer approveScript(String outreachId) {
        String script = "/scripts/" + outreachId;
        Patience.until(
                "the script",
                TRAVEL,
                () -> silent.get(script),
                answer -> answer.status() == 200
                        && answer.body().path("homeworkComplete").asBoolean());
        return rest.update("POST", script + "/approval", script, null).ok();
    }

    /** Everything before the call, in order. */
    public void prepare(String outreachId, String pain) {
        approveEmail(outreachId);
        completeHomework(outreachId, pain);
        approveScript(outreachId);
        awaitCallTask(outreachId);
    }

    /** Waits until the outreach is on the call list. */
    public void awaitCallTask(String outreachId) {
        awaitState(outreachId, "READY_TO_CALL");
        Patience.until(
                "the call task",
                TRAVEL,
                () -> silent.get("/call-tasks?limit=200"),
                answer -> answer.body()
                        .path("data")
                        .findValuesAsText("outreachId")
                        .contains(outreachId));
    }

    /** Records what came of a dial, whatever the answer. */
    public Rest.Answer call(String outreachId, String outcome, String idempotencyKey) {
        return rest.call(
                "POST",
                "/call-attempts",
                "{\"outreachId\":\"" + outreachId + "\",\"outcome\":\"" + outcome + "\"}",
                Map.of("Idempotency-Key", idempotencyKey));
    }

    /** Says what the newest response means; the body is the disposition's JSON. */
    public Rest.Answer dispose(String outreachId, String meaning) {
        String responses = "/outreaches/" + outreachId + "/responses";
        JsonNode data = silent.get(responses).ok().body().path("data");
        String newest = data.path(data.size() - 1).path("id").asText();
        return rest.post(responses + "/" + newest + "/disposition", meaning).ok();
    }

    /** The outreach as it is now. */
    public JsonNode outreach(String outreachId) {
        return silent.get("/outreaches/" + outreachId).ok().body();
    }

    /** The state the outreach is in now. */
    public String state(String outreachId) {
        return outreach(outreachId).path("state").asText();
    }

    /** Waits until the outreach is in a state, and gives it. */
    public JsonNode awaitState(String outreachId, String state) {
        return Patience.until(
                "state " + state,
                TRAVEL,
                () -> outreach(outreachId),
                outreach -> outreach.path("state").asText().equals(state));
    }
}
