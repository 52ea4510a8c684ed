package dev.tightrope.outreach.inbound;

import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsInAnyOrder;
import static org.hamcrest.Matchers.empty;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasSize;
import static org.hamcrest.Matchers.not;

import dev.tightrope.outreach.lifecycle.OutreachState;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.ValidatableResponse;
import java.nio.charset.StandardCharsets;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.Callable;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

/** One story told to two companies, and an answer that does not say of which: both are asked, and one word settles it. */
@QuarkusTest
class SeveralHoldersIT {
    private static final User PROVIDER = User.admin("Provider Hook");
    private static final String OPENED = "dev.tightrope.outreach.suggestion-opened.v1";
    private static final String SETTLED = "dev.tightrope.outreach.suggestion-settled.v1";

    private MailOut one;
    private MailOut two;
    private String id;

    @BeforeEach
    void anAnswerThatMayBelongToEither() {
        String story = "Dear Karin,\n\nNordström Kyl AB saved 38 percent. " + wordsOfItsOwn();
        one = MailOut.of(story);
        two = MailOut.of(story);
        id = take("> " + one.mail().text().replace("\n", "\n> "));
    }

    /** No other test's mail shall have anything of this text. */
    private static String wordsOfItsOwn() {
        StringBuilder words = new StringBuilder("Namely");
        for (int i = 0; i < 150; i++) {
            words.append(i % 12 == 11 ? '\n' : ' ').append(UUID.randomUUID().toString(), 0, 8);
        }
        return words + ".";
    }

    @Test
    void bothSeeItAndBothWait() {
        PROVIDER.calls()
                .get("/api/v1/inbound-messages/" + id)
                .then()
                .statusCode(200)
                .body("outreachId", equalTo(null))
                .body(
                        "suggestions.outreachId",
                        containsInAnyOrder(
                                one.outreach().id().toString(),
                                two.outreach().id().toString()))
                .body("suggestions.evidence[0][0].rule", equalTo("some-of-our-text"));
        for (MailOut out : new MailOut[] {one, two}) {
            review(out).body("data.id", contains(id));
            seen(out)
                    .body("suggestions", hasSize(1))
                    .body(
                            "suggestions[0].outreachId",
                            equalTo(out.outreach().id().toString()))
                    .body("suggestions[0].pauses", equalTo(true));
            assertThat(out.outreach().published()).contains(OPENED).doesNotContain(SETTLED);
            assertThat(out.outreach().view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
        }
    }

    @Test
    void theWordOfOneClosesItForTheOther() {
        settle(one, "confirmation").statusCode(200).body("suggestions[0].state", equalTo("CONFIRMED"));

        assertThat(one.outreach().view().state()).isEqualTo(OutreachState.RESPONDED);
        assertThat(two.outreach().view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
        for (MailOut out : new MailOut[] {one, two}) {
            review(out).body("data", empty());
            assertThat(out.outreach().published()).contains(SETTLED);
        }
        settle(two, "confirmation").statusCode(409).body("code", equalTo("not-possible-now"));
        reject(two).statusCode(409);
        assertThat(two.outreach().view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
    }

    /** What was held goes on once it is settled: by then it has to be known that this one is answered. */
    @Test
    void itIsToldAsSettledBehindTheAnswer() {
        settle(one, "confirmation").statusCode(200);
        List<String> told = one.outreach().published();
        assertThat(told.indexOf(SETTLED))
                .isGreaterThan(told.lastIndexOf("dev.tightrope.outreach.response-received.v1"))
                .isGreaterThan(told.lastIndexOf("dev.tightrope.outreach.outreach-moved.v1"));
    }

    /** Half of an ordinary mail is in all that were written from the same template. */
    @Test
    void whoToldAnotherStoryInTheSameFrameIsNotAsked() {
        String frame = "Dear Karin,\n\nNordström Kyl AB saved 38 percent. " + wordsOfItsOwn();
        MailOut mine = MailOut.of(frame + " " + wordsOfItsOwn());
        MailOut other = MailOut.of(frame + " " + wordsOfItsOwn());
        MailOut twin = MailOut.of(mine.mail().text());

        String message = take("> " + mine.mail().text().replace("\n", "\n> "));

        PROVIDER.calls()
                .get("/api/v1/inbound-messages/" + message)
                .then()
                .body(
                        "suggestions.outreachId",
                        containsInAnyOrder(
                                mine.outreach().id().toString(),
                                twin.outreach().id().toString()));
        assertThat(other.outreach().published()).doesNotContain(OPENED);
    }

    @Test
    void whatOneRejectsIsStillTheOthersToSay() {
        reject(one).statusCode(200);

        review(one).body("data", empty());
        review(two).body("data.id", contains(id));
        assertThat(two.outreach().published()).doesNotContain(SETTLED);

        one.outreach()
                .rep()
                .calls()
                .get("/api/v1/inbound-messages/" + id)
                .then()
                .statusCode(200);
        settle(two, "confirmation").statusCode(200).body("newText", equalTo("Tell us more."));
        for (String path : List.of("", "/raw", "/content")) {
            one.outreach()
                    .rep()
                    .calls()
                    .get("/api/v1/inbound-messages/" + id + path)
                    .then()
                    .statusCode(404);
        }
        one.outreach().rep().calls().get("/api/v1/inbound-messages").then().body("data.id", not(hasItem(id)));
        assertThat(two.outreach().view().state()).isEqualTo(OutreachState.RESPONDED);
        assertThat(one.outreach().view().state()).isEqualTo(OutreachState.AWAITING_RESPONSE);
    }

    @Test
    void ofTwoWhoConfirmAtOnceOneIsRight() throws Exception {
        ExecutorService both = Executors.newFixedThreadPool(2);
        try {
            Callable<Integer> first =
                    () -> settle(one, "confirmation").extract().statusCode();
            Callable<Integer> second =
                    () -> settle(two, "confirmation").extract().statusCode();
            int codes = 0;
            for (Future<Integer> answer : both.invokeAll(List.of(first, second))) {
                codes += answer.get();
            }
            assertThat(codes).isEqualTo(200 + 409);
        } finally {
            both.shutdownNow();
        }
        assertThat(new OutreachState[] {
                    one.outreach().view().state(), two.outreach().view().state()
                })
                .containsExactlyInAnyOrder(OutreachState.RESPONDED, OutreachState.AWAITING_RESPONSE);
    }

    private static ValidatableResponse review(MailOut out) {
        return out.outreach()
                .rep()
                .calls()
                .get("/api/v1/inbound-messages?review=open")
                .then()
                .statusCode(200);
    }

    private ValidatableResponse seen(MailOut out) {
        return out.outreach()
                .rep()
                .calls()
                .get("/api/v1/inbound-messages/" + id)
                .then()
                .statusCode(200);
    }

    private ValidatableResponse settle(MailOut out, String command) {
        return out.outreach()
                .rep()
                .sends(Map.of("outreachId", out.outreach().id()))
                .post("/api/v1/inbound-messages/" + id + "/" + command)
                .then();
    }

    private ValidatableResponse reject(MailOut out) {
        return out.outreach()
                .rep()
                .calls()
                .post("/api/v1/inbound-messages/" + id + "/rejection")
                .then();
    }

    private static String take(String quote) {
        return PROVIDER.calls()
                .contentType("message/rfc822")
                .body(("From: Lars Lind <lars@elsewhere.example>\nTo: somebody@elsewhere.example\nSubject: hello\n"
                                + "Message-ID: <" + UUID.randomUUID() + "@elsewhere.example>\n\nTell us more.\n\n"
                                + quote)
                        .replace("\n", "\r\n")
                        .getBytes(StandardCharsets.UTF_8))
                .post("/api/v1/inbound-messages")
                .then()
                .statusCode(201)
                .extract()
                .path("id");
    }
}
