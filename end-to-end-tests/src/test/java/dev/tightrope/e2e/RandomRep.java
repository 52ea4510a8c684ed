package dev.tightrope.e2e;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tightrope.embedded.AcceptedMail;
import dev.tightrope.local.ReplyMail;
import dev.tightrope.local.Rest;
import dev.tightrope.local.SampleUser;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.InternetAddress;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.ArrayList;
import java.util.List;
import java.util.Random;
import java.util.UUID;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** A rep at one company who mostly does the next step of the method, and often enough something else. */
final class RandomRep {

    private static final String WAIT = "PT4S";

    final Scene scene;
    final Journal journal = new Journal();
    final StubbornClient client;
    private final StubbornClient colleague;
    private final Random random;
    final List<String> outreaches = new ArrayList<>();
    private String marker = "";
    private int notes;
    private boolean suppressed;

    RandomRep(Scene scene, long seed) {
        this.scene = scene;
        random = new Random(seed);
        client = new StubbornClient(scene.rest, random, journal.told);
        SampleUser other = scene.rep == SampleUser.REP1 ? SampleUser.REP2 : SampleUser.REP1;
        colleague = new StubbornClient(scene.stack.as(other), random, journal.told);
    }

    /** One more step, whatever comes of it. */
    void step() {
        if (outreaches.isEmpty()) {
            open(client);
            return;
        }
        JsonNode outreach = outreach(current());
        if (random.nextInt(25) == 0) {
            tryAsColleague(outreach);
            return;
        }
        switch (outreach.path("state").asText()) {
            case "PREPARING_EMAIL" -> prepareEmail();
            case "PREPARING_SCRIPT" -> prepareScript();
            case "READY_TO_CALL" -> call(outreach);
            case "SENDING_EMAIL" -> whileItIsSent(outreach);
            case "AWAITING_RESPONSE" -> inTheSilence();
            case "FOLLOW_UP_DUE" -> followUp();
            case "RESPONDED" -> dispose();
            case "ENGAGED" -> engaged();
            case "NEEDS_ATTENTION" -> attend(outreach);
            default -> closed();
        }
    }

    /** What no answer may be, however the services were treated. */
    List<String> faults() {
        return Stream.concat(client.faults().stream(), colleague.faults().stream())
                .toList();
    }

    String current() {
        return outreaches.get(outreaches.size() - 1);
    }

    JsonNode outreach(String id) {
        return client.get("/outreaches/" + id).ok().body();
    }

    private void open(StubbornClient by) {
        Rest.Answer answer = by.post("/outreaches", opening());
        if (answer.status() == 201) {
            outreaches.add(answer.text("id"));
        }
    }

    private String opening() {
        return "{\"prospectId\":\"%s\",\"executiveId\":\"%s\",\"storyId\":\"%s\",\"wait\":\"%s\"}"
                .formatted(scene.prospect, scene.executive, scene.story, WAIT);
    }

    /** A company that is held before and after the try was held when a colleague tried. */
    private void tryAsColleague(JsonNode before) {
        Rest.Answer answer = colleague.post("/outreaches", opening());
        String after = outreach(current()).path("state").asText();
        if (answer.status() < 300 && !before.path("state").asText().equals("CLOSED") && !after.equals("CLOSED")) {
            client.faults().add("a colleague opened at the company held by " + current() + ": " + answer.body());
        } else if (answer.status() < 300) {
            colleague.post(
                    "/outreaches/" + answer.text("id") + "/cancellation", "{\"reason\":\"Only to see whether I can\"}");
        }
    }

    private void prepareEmail() {
        String email = "/outreaches/" + current() + "/email";
        Rest.Answer draft = client.get(email);
        if (draft.status() != 200) {
            return;
        }
        if (marker.isEmpty() || !draft.text("textBody").contains(marker) || random.nextInt(3) == 0) {
            marker = "Our note " + UUID.randomUUID() + ".";
            String text = draft.text("textBody").replaceAll("Our note [0-9a-f-]+\\.\\s*", "");
            client.send(
                    "PUT",
                    email,
                    """
                    {"subject":%s,"businessUserRole":%s,"language":"en","textBody":%s}""".formatted(
                                    draft.body().path("subject"),
                                    draft.body().path("businessUserRole"),
                                    quoted(text.strip() + "\n\n" + marker + "\n")),
                    draft.etag());
        } else {
            client.update("POST", email + "/approval", email, null);
        }
    }

    private void prepareScript() {
        if (random.nextInt(40) == 0) {
            reopen();
            return;
        }
        String script = "/scripts/" + current();
        Rest.Answer read = client.get(script);
        if (read.status() == 200 && read.body().path("homeworkComplete").asBoolean()) {
            client.send("POST", script + "/approval", null, read.etag());
        } else {
            client.update("PUT", "/homework/" + current(), "/homework/" + current(), """
                    {"namePronunciation":"as it is written","lookedUp":["https://example.com/annual-report"],
                    "pain":"unplanned stops cost you every winter","giveFirst":"The checklist"}\
                    """);
        }
    }

    private void reopen() {
        client.post("/outreaches/" + current() + "/email/reopening", "{\"reason\":\"Second thoughts\"}");
        journal.heldBack("reopening");
    }

    private void call(JsonNode outreach) {
        switch (random.nextInt(8)) {
            case 0 -> attempt("NO_ANSWER");
            case 1 -> reopen();
            case 2 -> promise(outreach, "SPOKEN");
            default -> promise(outreach, "VOICEMAIL_LEFT");
        }
    }

    private Rest.Answer attempt(String outcome) {
        Rest.Answer answer = client.post(
                "/call-attempts", "{\"outreachId\":\"%s\",\"outcome\":\"%s\"}".formatted(current(), outcome));
        if (answer.status() == 409 && answer.text("code").equals("wrong-number")) {
            giveNumber();
        }
        return answer;
    }

    private void giveNumber() {
        client.post(
                "/outreaches/" + current() + "/executive-correction",
                "{\"phone\":\"+4670%07d\"}".formatted(random.nextInt(10_000_000)));
    }

    private void promise(JsonNode outreach, String outcome) {
        Rest.Answer email = client.get("/outreaches/" + current() + "/email").ok();
        Journal.Promise promise =
                new Journal.Promise(current(), outreach.path("round").asInt(), marker, email.text("subject"));
        // Written down before it is sent: the mail may be there before the answer.
        journal.promised(promise);
        Rest.Answer answer = attempt(outcome);
        if (answer.status() == 201) {
            promise.attempt = answer.text("id");
        } else {
            promise.undone = true;
        }
    }

    private void whileItIsSent(JsonNode outreach) {
        Journal.@Nullable Promise newest = journal.promises().isEmpty()
                ? null
                : journal.promises().get(journal.promises().size() - 1);
        switch (random.nextInt(80)) {
            case 0, 1 -> {
                if (newest != null && newest.attempt != null && !newest.undone) {
                    newest.undone = client.post("/call-attempts/" + newest.attempt + "/undo", null)
                                    .status()
                            == 200;
                }
            }
            // Refused while the mail is on its way; after an undo that is not seen here yet it is a promise like any
            // other.
            case 2 -> promise(outreach, "VOICEMAIL_LEFT");
            case 3 -> reopen();
            case 4 -> close(current(), "cancellation", "{\"reason\":\"Another supplier was chosen\"}");
            case 5 -> suppress();
            case 6, 7 -> foundWrong(newest);
            default -> {}
        }
    }

    /** A mail that is not out yet is stopped; one that is past the fence goes, and its promise stays in the journal. */
    private void foundWrong(Journal.@Nullable Promise promise) {
        if (promise != null && promise.attempt != null && !promise.undone) {
            journal.heldBack("a wrong number");
            client.post("/call-attempts/" + promise.attempt + "/wrong-number", "{\"notes\":\"A dentist rang back\"}");
        }
    }

    private void inTheSilence() {
        switch (random.nextInt(30)) {
            case 0, 1, 2 -> somebodyAnswers();
            case 3, 4 -> machineAnswers();
            case 5 -> client.post("/outreaches/" + current() + "/wait-extension", "{\"length\":\"PT6S\"}");
            case 6 -> attempt("VOICEMAIL_LEFT");
            case 7 -> close(current(), "closure", "{\"outcome\":\"NO_RESPONSE\"}");
            default -> {}
        }
    }

    private void followUp() {
        switch (random.nextInt(8)) {
            case 0 -> somebodyAnswers();
            case 1 -> client.post("/outreaches/" + current() + "/wait-extension", "{\"length\":\"PT3S\"}");
            case 2 -> close(current(), "closure", "{\"outcome\":\"NO_RESPONSE\"}");
            case 3 -> {}
            default -> newRound();
        }
    }

    private void newRound() {
        client.post(
                "/outreaches/" + current() + "/rounds",
                "{\"storyId\":\"%s\",\"wait\":\"%s\"}".formatted(scene.story, WAIT));
        journal.heldBack("a new round");
    }

    private void dispose() {
        Rest.Answer responses = client.get("/outreaches/" + current() + "/responses?limit=200");
        JsonNode data = responses.ok().body().path("data");
        String meaning = switch (random.nextInt(8)) {
            case 0, 1 ->
                "{\"meaning\":\"INTERESTED\",\"nextStep\":\"Visit them\",\"nextStepOn\":\""
                        + LocalDate.now(ZoneOffset.UTC).plusWeeks(4) + "\"}";
            case 2, 3, 4 -> "{\"meaning\":\"PASSED_ON\"}";
            case 5 -> "{\"meaning\":\"DECLINED\",\"reason\":\"No budget\"}";
            default -> "{\"meaning\":\"NOT_FROM_THEM\"}";
        };
        if (meaning.contains("DECLINED")) {
            journal.heldBack("declined");
        }
        for (JsonNode response : data) {
            if (response.path("disposition").isMissingNode()
                    || response.path("disposition").isNull()) {
                client.post(
                        "/outreaches/" + current() + "/responses/"
                                + response.path("id").asText() + "/disposition",
                        meaning);
            }
        }
    }

    private void engaged() {
        if (random.nextInt(4) == 0) {
            close(current(), "closure", "{\"outcome\":\"LOST\",\"reason\":\"Price\"}");
        } else {
            client.post("/outreaches/" + current() + "/engagement-withdrawal", "{\"reason\":\"A misunderstanding\"}");
        }
    }

    /** The rep looks into the mail server's log where nobody else can know. */
    private void attend(JsonNode outreach) {
        journal.heldBack(outreach.path("attention").toString());
        if (outreach.path("attention").path("reason").asText().contains("UNKNOWN")) {
            boolean arrived = scene.mails().stream().anyMatch(mail -> {
                Journal.@Nullable Promise promise = journal.promiseOf(mail);
                return promise != null
                        && promise.outreach.equals(current())
                        && promise.round == outreach.path("round").asInt();
            });
            if (arrived) {
                client.post("/outreaches/" + current() + "/mail-outcome", "{\"sent\":true}");
                return;
            }
        }
        if (outreach.path("attention").path("reason").asText().equals("WRONG_NUMBER") && random.nextInt(2) == 0) {
            giveNumber();
            return;
        }
        newRound();
        if (random.nextInt(3) == 0) {
            close(current(), "closure", "{\"outcome\":\"UNREACHABLE\"}");
        }
    }

    private void closed() {
        if (random.nextInt(10) == 0) {
            somebodyAnswers();
        } else if (!suppressed && random.nextInt(2) == 0) {
            open(client);
        }
    }

    private void close(String id, String how, String body) {
        journal.heldBack(how);
        client.post("/outreaches/" + id + "/" + how, body);
    }

    private void suppress() {
        if (random.nextInt(2) == 0) {
            Rest.Answer answer = client.post(
                    "/suppressions",
                    "{\"kind\":\"EMAIL\",\"value\":\"%s\",\"reason\":\"Asked for it\",\"source\":\"telephone\"}"
                            .formatted(scene.executiveEmail));
            if (answer.status() < 300) {
                journal.suppressed();
                suppressed = true;
            }
        }
    }

    private void somebodyAnswers() {
        withAMail((mail, promise) -> {
            String text = "Answer " + UUID.randomUUID() + ": please ring me on Thursday.";
            ReplyMail.send(scene.stack.mail(), mail, "Lars Holm", "lars.holm@" + scene.domain, text);
            journal.sent(new Journal.Reply(promise.outreach, text, false));
        });
    }

    private void machineAnswers() {
        withAMail((mail, promise) -> {
            String text = "Notice " + UUID.randomUUID() + ": I read mail now and then only.";
            String to = replyTo(mail);
            scene.stack.mail().send(scene.executiveEmail, to, """
                            From: <%s>
                            To: <%s>
                            Subject: Automatic reply: %s
                            Message-ID: <%s@%s>
                            In-Reply-To: %s
                            Auto-Submitted: auto-replied
                            MIME-Version: 1.0
                            Content-Type: text/plain; charset=UTF-8

                            %s
                            """.formatted(
                    scene.executiveEmail, to, mail.subject(), UUID.randomUUID(), scene.domain, mail.messageId(), text));
            journal.sent(new Journal.Reply(promise.outreach, text, true));
        });
    }

    private interface Answering {
        void to(AcceptedMail mail, Journal.Promise promise);
    }

    private void withAMail(Answering answering) {
        List<AcceptedMail> mails = scene.mails();
        if (!mails.isEmpty()) {
            AcceptedMail mail = mails.get(random.nextInt(mails.size()));
            Journal.@Nullable Promise promise = journal.promiseOf(mail);
            if (promise != null) {
                answering.to(mail, promise);
            }
        }
    }

    private static String replyTo(AcceptedMail mail) {
        try {
            return ((InternetAddress) mail.message().getReplyTo()[0]).getAddress();
        } catch (MessagingException e) {
            throw new IllegalStateException(e);
        }
    }

    private static String quoted(String text) {
        return "\""
                + text.replace("\\", "\\\\")
                        .replace("\"", "\\\"")
                        .replace("\r", "")
                        .replace("\n", "\\n") + "\"";
    }
}
