package dev.tightrope.outreach.inbound.chain;

import static org.assertj.core.api.Assertions.assertThat;
import static org.awaitility.Awaitility.await;

import dev.tightrope.embedded.AcceptedMail;
import dev.tightrope.embedded.SharedParts;
import dev.tightrope.outreach.email.RunningOutreach;
import dev.tightrope.outreach.inbound.analysis.Party;
import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.testing.User;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.path.json.JsonPath;
import jakarta.inject.Inject;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.time.Instant;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** What inbound mail tells of the way our mail took, kept as a graph. */
@QuarkusTest
class ForwardChainIT {
    private static final User PROVIDER = User.admin("Provider Hook");

    @Inject
    HopStore hops;

    private RunningOutreach outreach;
    private String messageId;

    @BeforeEach
    void anOutreachThatWaits() {
        outreach = RunningOutreach.voicemailLeft();
        outreach.event(outreach.release());
        await().atMost(Duration.ofSeconds(60)).until(() -> outreach.view().state() == OutreachState.AWAITING_RESPONSE);
        AcceptedMail sent =
                SharedParts.mail().acceptedFor(outreach.executiveAddress()).get(0);
        messageId = sent.messageId();
    }

    @Test
    void fromTheExecutiveToTheBusinessUserWithTheManagementInCopy() {
        String answer = post(answerOfMia());

        JsonPath chain = chain();
        String executive = person(chain, "Karin Berg");
        String mia = person(chain, "Mia Lund");
        String per = person(chain, "Per Dahl");
        String rep = person(chain, "Rolf Rep");
        assertThat(chain.getList("people.name", String.class))
                .containsExactly("Rolf Rep", "Karin Berg", "Mia Lund", "Per Dahl");
        assertThat(chain.getList("people.kind", String.class))
                .containsExactly("OURS", "EXECUTIVE", "CONTACT", "CONTACT");
        assertThat(chain.getList("people.did"))
                .isEqualTo(List.of(
                        List.of("SENT"),
                        List.of("RECEIVED", "PASSED_ON"),
                        List.of("RECEIVED", "ANSWERED"),
                        List.of("IN_COPY")));
        assertThat(steps(chain))
                .containsExactly(
                        rep + " TO " + executive,
                        executive + " TO " + mia,
                        executive + " CC " + per,
                        mia + " TO " + rep);
        assertThat(chain.getList("hops[1].proof", String.class)).containsExactly(answer);
        assertThat(chain.getString("hops[1].dateAsWritten")).contains("November 2, 2026");
        assertThat(chain.getList("hops[0].proof")).isEmpty();
        assertThat(chain.getString("hops[0].at")).isNotNull();
    }

    @Test
    void everybodyInItIsAContactOnce() {
        String perId = outreach.rep()
                .sends(Map.of(
                        "prospectId",
                        outreach.view().prospectId().toString(),
                        "name",
                        "Per Dahl",
                        "role",
                        "CFO",
                        "email",
                        "per.dahl@" + domain()))
                .post("/api/v1/contacts")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
        post(answerOfMia());
        post(answerOfPer());

        JsonPath contacts = outreach.rep()
                .calls()
                .get("/api/v1/contacts?prospectId=" + outreach.view().prospectId())
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
        assertThat(contacts.getList("data.name", String.class)).containsExactlyInAnyOrder("Per Dahl", "Mia Lund");
        assertThat(contacts.getString("data.find { it.name == 'Per Dahl' }.id")).isEqualTo(perId);
        assertThat(contacts.getString("data.find { it.name == 'Per Dahl' }.role"))
                .isEqualTo("CFO");
        assertThat(contacts.getString("data.find { it.name == 'Mia Lund' }.appeared"))
                .isEqualTo("WROTE");
    }

    @Test
    void twoMailsThatShowTheSameStepProveItTogether() {
        String first = post(answerOfMia());
        String second = post(answerOfPer());

        JsonPath chain = chain();
        String step = person(chain, "Karin Berg") + " TO " + person(chain, "Mia Lund");
        assertThat(steps(chain)).containsOnlyOnce(step);
        assertThat(chain.getList("hops[" + steps(chain).indexOf(step) + "].proof", String.class))
                .containsExactlyInAnyOrder(first, second);
    }

    @Test
    void whatMustHaveHappenedIsSaidUntilAMailShowsBetter() {
        post(answer("Mia Lund <mia.lund@" + domain() + ">", "Call me."));
        JsonPath guessed = chain();
        String mia = person(guessed, "Mia Lund");
        assertThat(steps(guessed)).contains(person(guessed, "Karin Berg") + " TO " + mia);
        assertThat(guessed.getList("hops.inferred", Boolean.class)).containsExactly(false, true, false);

        post(answer(
                "Mia Lund <mia.lund@" + domain() + ">",
                "Once more.\n\n"
                        + block("Ola Lind <ola.lind@" + domain() + ">", "Mia Lund <mia.lund@" + domain() + ">", "")
                        + "Yours.\n\n"
                        + ourBlock()));

        JsonPath shown = chain();
        assertThat(steps(shown))
                .contains(
                        person(shown, "Karin Berg") + " TO " + person(shown, "Ola Lind"),
                        person(shown, "Ola Lind") + " TO " + mia)
                .doesNotContain(person(shown, "Karin Berg") + " TO " + mia);
    }

    @Test
    void anAutomaticReplyAndABareBounceTellNothing() {
        post(answer("Mia Lund <mia.lund@" + domain() + ">", "I am away.")
                .replace("Subject:", "Auto-Submitted: auto-replied\nSubject:"));
        assertThat(steps(chain())).hasSize(1);
    }

    /** Known by the address on record: of a name alone nobody can say so. */
    @Test
    void aContactOfTheExecutivesNameIsTheContact() {
        String junior = "karin.junior@" + domain();
        outreach.rep()
                .sends(Map.of(
                        "prospectId", outreach.view().prospectId().toString(), "name", "Karin Berg", "email", junior))
                .post("/api/v1/contacts")
                .then()
                .statusCode(201);

        post(answer("Karin Berg <" + junior + ">", "Please remove me from your list."));

        JsonPath chain = chain();
        assertThat(chain.getList("people.kind", String.class)).containsExactly("OURS", "EXECUTIVE", "CONTACT");
        assertThat(outreach.view().state()).as("she speaks for herself").isEqualTo(OutreachState.RESPONDED);
    }

    @Test
    void aNameThatBreaksLinesIsOneLine() {
        post(answer("=?utf-8?Q?Mia=0D=0ABcc:_x=00?= <mia.lund@" + domain() + ">", "Call me."));
        assertThat(chain().getList("people.name", String.class))
                .allMatch(name -> !name.matches("(?s).*[\\r\\n\\x00].*"));
    }

    @Test
    void itIsNobodyElses() {
        post(answerOfMia());
        User.rep("Stranger")
                .calls()
                .get("/api/v1/outreaches/" + outreach.id() + "/forward-chain")
                .then()
                .statusCode(404);
    }

    @Test
    void ofAStepSeenSeveralTimesTheEarliestTimeIsKeptAndWhatWasWrittenDownIsNoGuessAnyMore() {
        UUID proof = UUID.fromString(post(answerOfMia()));
        Instant nine = Instant.parse("2026-11-02T09:00:00Z");
        PersonKey mia = new PersonKey(PersonKind.CONTACT, UUID.randomUUID());
        PersonKey per = new PersonKey(PersonKind.CONTACT, UUID.randomUUID());

        keep(proof, mia, per, nine.plusSeconds(60), true);
        assertThat(step(mia, per).inferred()).isTrue();
        keep(proof, mia, per, nine, false);
        assertThat(step(mia, per).at()).isEqualTo(nine);
        assertThat(step(mia, per).inferred()).isFalse();
        keep(proof, mia, per, nine.plusSeconds(30), true);
        assertThat(step(mia, per).at()).isEqualTo(nine);
        assertThat(step(mia, per).inferred()).isFalse();
        keep(proof, mia, per, null, false);
        assertThat(step(mia, per).at()).isEqualTo(nine);
        assertThat(step(mia, per).inferred()).isFalse();
    }

    private void keep(UUID proof, PersonKey from, PersonKey to, Instant at, boolean inferred) {
        Party nobody = new Party("Nobody", null);
        Hop hop = new Hop(nobody, List.of(nobody), List.of(), at, null, inferred);
        QuarkusTransaction.requiringNew().run(() -> hops.keep(outreach.id(), 1, proof, hop, from, to, Part.TO));
    }

    private HopStore.StoredHop step(PersonKey from, PersonKey to) {
        return hops.of(outreach.id()).stream()
                .filter(hop -> hop.from().equals(from) && hop.to().equals(to))
                .findFirst()
                .orElseThrow();
    }

    private String answerOfMia() {
        return answer(
                "Mia Lund <mia.lund@" + domain() + ">",
                "Call me on Thursday.\n\n"
                        + block(
                                executive(),
                                "Mia Lund <mia.lund@" + domain() + ">",
                                "Per Dahl <per.dahl@" + domain() + ">")
                        + "Have a look.\n\n"
                        + ourBlock());
    }

    private String answerOfPer() {
        return answer(
                "Per Dahl <per.dahl@" + domain() + ">",
                "Mia is ill, talk to me.\n\n"
                        + block(
                                executive(),
                                "Mia Lund <mia.lund@" + domain() + ">",
                                "Per Dahl <per.dahl@" + domain() + ">")
                        + "Have a look.\n\n"
                        + ourBlock());
    }

    private String executive() {
        return "Karin Berg <" + outreach.executiveAddress() + ">";
    }

    private String ourBlock() {
        return block("Rolf Rep <" + outreach.rep().email() + ">", executive(), "") + "Dear Karin,\n";
    }

    private static String block(String from, String to, String cc) {
        return "-----Original Message-----\nFrom: " + from + "\nSent: Monday, November 2, 2026 8:01 AM\nTo: " + to
                + "\n" + (cc.isEmpty() ? "" : "Cc: " + cc + "\n") + "Subject: FW: Nordström Kyl\n\n";
    }

    private String answer(String from, String text) {
        return "From: " + from + "\nTo: Rolf Rep <" + outreach.rep().email()
                + ">\nSubject: RE: Nordstrom\nDate: Tue, 3 Nov 2026 10:15:00 +0100\nMessage-ID: <"
                + UUID.randomUUID() + "@x.example>\nReferences: " + messageId
                + "\nContent-Type: text/plain; charset=utf-8\n\n" + text;
    }

    private String post(String message) {
        return PROVIDER.calls()
                .contentType("message/rfc822")
                .body(message.replace("\n", "\r\n").getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/inbound-messages")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }

    private JsonPath chain() {
        return outreach.rep()
                .calls()
                .get("/api/v1/outreaches/" + outreach.id() + "/forward-chain")
                .then()
                .statusCode(200)
                .extract()
                .jsonPath();
    }

    private static String person(JsonPath chain, String name) {
        return chain.getString("people.find { it.name == '" + name + "' }.id");
    }

    private static List<String> steps(JsonPath chain) {
        List<Map<String, Object>> hops = chain.getList("hops");
        return hops.stream()
                .map(hop -> hop.get("from") + " " + hop.get("part") + " " + hop.get("to"))
                .toList();
    }

    private String domain() {
        return outreach.executiveAddress().substring(outreach.executiveAddress().indexOf('@') + 1);
    }
}
