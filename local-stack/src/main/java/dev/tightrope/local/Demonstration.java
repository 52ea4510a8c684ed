package dev.tightrope.local;

import com.fasterxml.jackson.databind.JsonNode;
import dev.tightrope.embedded.AcceptedMail;
import java.io.PrintStream;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneOffset;
import java.util.List;
import java.util.UUID;
import java.util.function.Predicate;

/** Two outreaches told step by step with the real requests: one is answered by another person, one by nobody. */
final class Demonstration {

    private static final String PAIN = "unplanned stops in the drying section cost you every winter";
    private static final String COLLEAGUE = "lars.holm@nordfors.example";

    private final Stack stack;
    private final Telling tell;
    private final Rest rest;
    private final Rest silent;
    private final Steps steps;
    private final Instant begin = Clock.systemUTC().instant();

    Demonstration(Stack stack, PrintStream out) {
        this.stack = stack;
        this.tell = new Telling(out);
        this.silent = stack.as(SampleUser.REP1);
        this.rest = silent.tellingTo(tell);
        this.steps = new Steps(rest);
    }

    /** Whether everything happened as told. */
    boolean tell() {
        try {
            endEarlierDemonstrations();
            answeredByAColleague();
            answeredByNobody();
            tell.title("That was the method, twice. All mails: " + stack.baseUrl() + "/mail");
            return true;
        } catch (IllegalStateException e) {
            tell.say("\nTHE DEMONSTRATION FAILED: " + e.getMessage());
            return false;
        }
    }

    private void endEarlierDemonstrations() {
        for (String executive : List.of("Karin Ekström", "Matthias Brandt")) {
            String id = find("/executives", "name", executive);
            for (JsonNode outreach :
                    silent.get("/outreaches?limit=200").ok().body().path("data")) {
                if (outreach.path("executiveId").asText().equals(id)
                        && !outreach.path("state").asText().equals("CLOSED")) {
                    tell.say("An earlier run left an outreach to " + executive + "; it is cancelled first.");
                    rest.post(
                                    "/outreaches/" + outreach.path("id").asText() + "/cancellation",
                                    "{\"reason\":\"The demonstration starts again\"}")
                            .ok();
                }
            }
        }
    }

    private void answeredByAColleague() {
        tell.title("Outreach 1: Karin Ekström, CEO of Nordfors Paper, and what we did at Baltic Board");
        String executive = find("/executives", "name", "Karin Ekström");
        tell.step("Anna opens the outreach. From now on the company is held: nobody else contacts it.");
        String id = steps.open(
                executive, find("/success-stories", "offering", "plate heat exchangers with condition monitoring"));

        tell.step("The e-mail is drafted for the maintenance manager, with the competitor in its subject.");
        JsonNode draft = rest.get("/outreaches/" + id + "/email").ok().body();
        tell.say("Subject: " + draft.path("subject").asText() + "\n\n"
                + draft.path("textBody").asText());

        tell.step("Calling now would be a step too early, and is refused.");
        Rest.Answer early = Patience.until(
                "voicemail-service to know the outreach",
                Steps.TRAVEL,
                () -> new Steps(silent)
                        .call(id, "VOICEMAIL_LEFT", UUID.randomUUID().toString()),
                answer -> answer.status() != 404);
        tell.called("POST", "/call-attempts", "{\"outreachId\":\"" + id + "\",\"outcome\":\"VOICEMAIL_LEFT\"}", early);
        require("a refusal (409)", early.status() == 409);

        tell.step("Anna approves the e-mail: it is locked, with a hash over all that will be sent.");
        steps.approveEmail(id);

        tell.step("Homework: the name, what was looked up, the pain they really have, what we give first.");
        steps.completeHomework(id, PAIN);

        tell.step("The script is written from e-mail and homework, and ends by announcing the e-mail.");
        String script = steps.approveScript(id).text("text");
        tell.say(script);

        tell.step("The call. As in 99 of 100 cases it is voicemail; the message is left.");
        steps.awaitCallTask(id);
        steps.call(id, "VOICEMAIL_LEFT", UUID.randomUUID().toString()).ok();

        tell.step("The attempt could be undone for 3 s; then the mail goes at once.");
        AcceptedMail mail = awaitMail("karin.ekstrom@nordfors.example", any -> true);
        steps.awaitState(id, "AWAITING_RESPONSE");
        tell.mail("delivered to the executive", mail);

        tell.step("Silence. Karin forwards the mail to her maintenance manager; HE answers, to the Reply-To.");
        String reply = ReplyMail.send(
                stack.mail(),
                mail,
                "Lars Holm",
                COLLEAGUE,
                "Hello Anna,\n\nKarin passed your mail on to me. Eleven stops sounds familiar.\n"
                        + "Could you come by next week?\n\nLars Holm, Maintenance Manager");
        tell.say(reply);

        tell.step("It is recognised although it comes from another person: RESPONDED, and Anna is told by mail.");
        JsonNode responded = steps.awaitState(id, "RESPONDED");
        tell.say("state: " + responded.path("state").asText());
        tell.mail("notice to Anna", awaitMail(SampleUser.REP1.email(), mailFor("Nordfors Paper")));

        tell.step("Anna says what it means: interested, with a next step and a date.");
        interested(id);
        tell.say("state: " + steps.awaitState(id, "ENGAGED").path("state").asText() + ". The real sales work starts.");
    }

    private void interested(String id) {
        LocalDate nextWeek = LocalDate.ofInstant(begin, ZoneOffset.UTC).plusDays(7);
        steps.dispose(
                id, "{\"meaning\":\"INTERESTED\",\"nextStep\":\"Visit the mill\",\"nextStepOn\":\"" + nextWeek + "\"}");
    }

    private void answeredByNobody() {
        tell.title("Outreach 2: Matthias Brandt, Managing Director of Elbtal Dairy, and what we did at Alpenmilch");
        tell.step("The same steps again, in order.");
        String id = steps.open(
                find("/executives", "name", "Matthias Brandt"),
                find("/success-stories", "offering", "a CRM for trade customers"));
        steps.prepare(id, "listings are lost before your field sales hears of it");
        steps.call(id, "VOICEMAIL_LEFT", UUID.randomUUID().toString()).ok();
        tell.mail("delivered to the executive", awaitMail("m.brandt@elbtal-dairy.example", any -> true));

        tell.step("Nobody answers. The wait (21 days; 20 s here, by configuration only) ends: FOLLOW_UP_DUE.");
        tell.say("state: " + steps.awaitState(id, "FOLLOW_UP_DUE").path("state").asText());

        tell.step("Anna finds the reminder in her mailbox: what was left and sent, how long ago, what to do now.");
        tell.mail("reminder to Anna", awaitMail(SampleUser.REP1.email(), mailFor("Elbtal Dairy")));
    }

    private AcceptedMail awaitMail(String address, Predicate<AcceptedMail> wanted) {
        return Patience.until(
                        "a mail to " + address,
                        Steps.TRAVEL,
                        () -> stack.mail().acceptedFor(address).stream()
                                .filter(mail -> mail.at().isAfter(begin))
                                .filter(wanted)
                                .toList(),
                        mails -> !mails.isEmpty())
                .get(0);
    }

    private static Predicate<AcceptedMail> mailFor(String company) {
        return mail -> mail.subject().contains(company) || mail.text().contains(company);
    }

    private String find(String path, String field, String value) {
        for (JsonNode row : silent.get(path + "?limit=200").ok().body().path("data")) {
            if (row.path(field).asText().equals(value)) {
                return row.path("id").asText();
            }
        }
        throw new IllegalStateException("The sample data has no " + value);
    }

    private static void require(String what, boolean so) {
        if (!so) {
            throw new IllegalStateException("Expected " + what);
        }
    }
}
