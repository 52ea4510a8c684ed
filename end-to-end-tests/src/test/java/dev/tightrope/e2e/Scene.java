package dev.tightrope.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.databind.node.MissingNode;
import dev.tightrope.embedded.AcceptedMail;
import dev.tightrope.local.Patience;
import dev.tightrope.local.ReplyMail;
import dev.tightrope.local.Rest;
import dev.tightrope.local.SampleUser;
import dev.tightrope.local.Stack;
import dev.tightrope.local.Steps;
import java.util.List;
import java.util.Locale;
import java.util.UUID;

/** A company of its own with an executive and a story about a competitor, so that stories do not disturb each other. */
final class Scene {

    /** A wait that does not end while a test runs. */
    static final String LONG = "PT1H";

    private static final String STORY = """
            {"competitor":{"name":"Rival %1$s","domains":["rival-%2$s.example"]},
            "offering":"plate heat exchangers","businessUserRole":"maintenance manager",
            "situation":"The maintenance team opened every exchanger each quarter because nobody saw which were fouled.",
            "details":"We replaced six exchangers in two weekend stops and gave the planner one page that says what to clean.",
            "impacts":[{"text":"unplanned stops a year","figure":"11 to 2"}],"language":"en",
            "permission":{"kind":"GRANTED_BY","by":"The mill manager","until":"2035-12-31"}}""";

    final Stack stack = SharedStack.get();
    final SampleUser rep;
    final Rest rest;
    final Steps steps;
    final String company;
    final String domain;
    final String prospect;
    final String executive;
    final String executiveEmail;
    final String story;

    private Scene(SampleUser rep) {
        this.rep = rep;
        this.rest = stack.as(rep);
        this.steps = new Steps(rest);
        // Letters only: company names are compared by their words.
        String name = UUID.randomUUID()
                        .toString()
                        .replaceAll("[^a-f]", "")
                        .concat("abcdef")
                        .substring(0, 6)
                + Long.toString(System.nanoTime() & 0xfffff, 36).replaceAll("[0-9]", "q");
        company = name.substring(0, 1).toUpperCase(Locale.ROOT) + name.substring(1) + " Works";
        domain = name + ".example";
        executiveEmail = "ceo@" + domain;
        prospect = rest.post(
                        "/prospects",
                        "{\"name\":\"" + company + "\",\"domains\":[\"" + domain + "\"],\"country\":\"SE\"}")
                .ok()
                .text("id");
        executive = rest.post("/executives", """
                        {"prospectId":"%s","name":"Erik Ahlgren","title":"CEO","email":"%s","phone":"%s",
                        "zone":"Europe/Stockholm","language":"en"}""".formatted(prospect, executiveEmail, phone()))
                .ok()
                .text("id");
        story = newStory();
    }

    /** A mobile number of its own: an opt-out suppresses the number too, wherever it is used. */
    private static String phone() {
        return "+46701" + (100_000 + (int) (Math.random() * 900_000));
    }

    static Scene of(SampleUser rep) {
        return new Scene(rep);
    }

    static Scene create() {
        return of(SampleUser.REP1);
    }

    /** Another story to tell, about another competitor. */
    String newStory() {
        String tag = UUID.randomUUID().toString().substring(0, 8);
        return rest.post("/success-stories", STORY.formatted(tag, tag)).ok().text("id");
    }

    /** Opens an outreach that waits that long after its mail. */
    String open(String wait) {
        return steps.open(executive, story, wait).ok().text("id");
    }

    /** An outreach with everything approved, on the call list. */
    String readyToCall(String wait) {
        String id = open(wait);
        prepare(id);
        return id;
    }

    void prepare(String outreachId) {
        steps.prepare(outreachId, "unplanned stops cost you every winter");
    }

    /** The voicemail is left; the mail is promised. Gives the attempt's id. */
    String leaveVoicemail(String outreachId) {
        return steps.call(outreachId, "VOICEMAIL_LEFT", UUID.randomUUID().toString())
                .ok()
                .text("id");
    }

    /** An outreach whose mail has been delivered and whose wait has begun. */
    String delivered(String wait) {
        String id = readyToCall(wait);
        leaveVoicemail(id);
        awaitMails(1);
        Patience.until(
                "the end of sending",
                Steps.TRAVEL,
                () -> steps.state(id),
                state -> state.equals("AWAITING_RESPONSE") || state.equals("FOLLOW_UP_DUE"));
        return id;
    }

    /** Its row on the rep's call list; nothing where it is not on it. */
    JsonNode taskOf(String outreachId) {
        for (JsonNode row : rest.get("/call-tasks?limit=200").ok().body().path("data")) {
            if (row.path("outreachId").asText().equals(outreachId)) {
                return row;
            }
        }
        return MissingNode.getInstance();
    }

    /** What the mail server accepted for the executive: the oracle of "exactly one mail". */
    List<AcceptedMail> mails() {
        return stack.mail().acceptedFor(executiveEmail);
    }

    List<AcceptedMail> awaitMails(int count) {
        return Patience.until(
                count + " mails to " + executiveEmail, Steps.TRAVEL, this::mails, mails -> mails.size() >= count);
    }

    /** What the rep was told by mail about this company. */
    List<AcceptedMail> noticesAbout() {
        return stack.mail().acceptedFor(rep.email()).stream()
                .filter(mail -> (mail.subject() + mail.text()).contains(company))
                .toList();
    }

    List<AcceptedMail> awaitNotices(int count) {
        return Patience.until(
                count + " notices about " + company, Steps.TRAVEL, this::noticesAbout, mails -> mails.size() >= count);
    }

    /** Somebody at the prospect answers the newest mail. */
    void reply(String localPart, String text) {
        List<AcceptedMail> mails = mails();
        ReplyMail.send(stack.mail(), mails.get(mails.size() - 1), "Lars Holm", localPart + "@" + domain, text);
    }

    /**
     * Waits until a mail promised after everything that happened so far has been delivered, elsewhere: whatever was to
     * be sent before it has been sent.
     */
    static void letALaterMailPass() {
        Scene later = create();
        later.delivered(LONG);
    }
}
