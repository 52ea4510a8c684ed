package dev.tightrope.outreach.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.inbound.Lost.Rung;
import dev.tightrope.outreach.inbound.analysis.Evidence;
import dev.tightrope.outreach.inbound.analysis.InboundMail;
import dev.tightrope.outreach.inbound.analysis.MessageReader;
import dev.tightrope.outreach.inbound.analysis.quotes.ComposedMail;
import dev.tightrope.outreach.lifecycle.OutreachTrigger;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.Optional;
import org.jspecify.annotations.Nullable;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Whatever program, in whatever language, passes our mail on or answers it, and whatever is lost on the way: the highest
 * rung that is left decides, with its confidence, and the lower ones only ever suggest.
 */
@QuarkusTest
class LadderIT {
    private static final int MOST_SHOWN = 10;

    private static @Nullable MailOut out;

    @Inject
    MatchMail matchMail;

    @Inject
    FindCandidates findCandidates;

    private MailOut ours;

    @BeforeEach
    void oneMailIsOut() {
        if (out == null) {
            out = MailOut.of(MailOut.HEAT);
        }
        ours = out;
    }

    @ParameterizedTest
    @EnumSource(Lost.class)
    void theHighestRungThatIsLeftDecides(Lost lost) {
        List<String> wrong = new ArrayList<>();
        List<ComposedMail> all = ComposedMail.all(lost.seen(ours.mail(), ours.someOfTheText()));
        for (ComposedMail composed : all) {
            Rung expected = lost.rung(composed);
            String found = found(lost.message(composed, ours.mail(), ours.ids()), expected);
            if (!found.isEmpty() && wrong.size() < MOST_SHOWN) {
                wrong.add(composed + ": " + found + " instead of " + expected);
            }
        }
        assertThat(wrong).as("of %d", all.size()).isEmpty();
        assertThat(all).hasSizeGreaterThanOrEqualTo(16 * 8 * 4);
    }

    /** What is not as expected; empty if all is. */
    private String found(String message, Rung expected) {
        InboundMail mail = MessageReader.read(message.getBytes(UTF_8));
        Optional<Match> match = matchMail.match(mail);
        List<Candidate> candidates = match.isPresent() ? List.of() : findCandidates.of(mail);
        boolean right;
        if (expected.rule() == null) {
            right = match.isEmpty() && candidates.isEmpty();
        } else if (expected.certain()) {
            right = match.isPresent()
                    && match.get().sent().outreachId().equals(ours.outreach().id())
                    && is(match.get().evidence(), expected);
        } else {
            right = candidates.size() == 1
                    && candidates.get(0).outreachId().equals(ours.outreach().id())
                    && is(candidates.get(0).evidence().get(0), expected)
                    && candidates.get(0).confidence()
                            == candidates.get(0).evidence().get(0).confidence();
        }
        return right ? "" : match + " " + candidates;
    }

    private static boolean is(Evidence evidence, Rung expected) {
        boolean exact = !evidence.rule().equals("our-text");
        return evidence.rule().equals(expected.rule())
                && (exact
                        ? evidence.confidence() == expected.confidence()
                        : evidence.confidence() >= expected.confidence() && evidence.confidence() <= 0.95);
    }

    /** Every pair of certain rungs that lead to two outreaches. */
    @Test
    void aHigherRungOutweighsEveryLowerOne() {
        MailOut other = MailOut.of(MailOut.PUMPS);
        List<String> rungs = List.of("our-message-id", "provider-id", "reply-to-token", "token-in-body", "our-text");
        for (int high = 0; high < rungs.size(); high++) {
            for (int low = high + 1; low < rungs.size(); low++) {
                for (MailOut higher : List.of(ours, other)) {
                    MailOut lower = higher == ours ? other : ours;
                    Match match = matchMail
                            .match(MessageReader.read(withBoth(rungs.get(high), higher, rungs.get(low), lower)
                                    .getBytes(UTF_8)))
                            .orElseThrow();
                    assertThat(match.evidence().rule()).isEqualTo(rungs.get(high));
                    assertThat(match.sent().outreachId())
                            .isEqualTo(higher.outreach().id());
                }
            }
        }
    }

    @Test
    void aHigherRungOutweighsEveryLowerOneAmongSuggestions() {
        MailOut other = MailOut.of(MailOut.PUMPS);
        String someText = "> " + ours.someOfTheText().replace("\n", "\n> ") + "\n\nFrom: Anna Rep <"
                + ours.mail().from() + ">\nTo: Karl <" + ours.mail().to() + ">\n";
        String theirs = "Lars <lars@" + other.domain() + ">";
        String toTheirRep = "To: " + other.mail().from() + "\n";

        suggested(mail("vera@ladder.example", other.mail().subject(), toTheirRep, someText), ours, "some-of-our-text");
        suggested(
                mail("vera@ladder.example", other.mail().subject(), toTheirRep, "Yes."), other, "subject-and-parties");
        suggested(mail(other.mail().to(), "Lunch", "", "Yes."), other, "known-person");
        suggested(mail(theirs, "Lunch", "", "Yes."), other, "held-company");
    }

    @Test
    void oncePastItsEndACompanyIsNotSuggestedAnyMore() {
        MailOut closed = MailOut.of(MailOut.PUMPS);
        String theirs = mail("Lars <lars@" + closed.domain() + ">", "Lunch", "", "Yes.");
        suggested(theirs, closed, "held-company");

        closed.outreach().event(new OutreachTrigger.Cancelled("we gave it up"));

        assertThat(findCandidates.of(MessageReader.read(theirs.getBytes(UTF_8))))
                .isEmpty();
        assertThat(findCandidates.of(MessageReader.read(
                        mail(closed.mail().to(), "Lunch", "", "Yes.").getBytes(UTF_8))))
                .isEmpty();
    }

    /** Addresses are compared whatever their case: people write them as they like. */
    @Test
    void partiesAreKnownInAnyCase() {
        String shouted = "From: ANNA <" + ours.mail().from().toUpperCase(Locale.ROOT) + ">\nTo: KARL <"
                + ours.mail().to().toUpperCase(Locale.ROOT) + ">\nSubject: x\n\nhello\n";
        suggested(
                mail("vera@ladder.example", "Fwd: x", "", "See.\n\n-----Original Message-----\n" + shouted),
                ours,
                "quoted-parties");
    }

    private void suggested(String message, MailOut expected, String rule) {
        InboundMail mail = MessageReader.read(message.replace("\n", "\r\n").getBytes(UTF_8));
        assertThat(matchMail.match(mail)).isEmpty();
        List<Candidate> candidates = findCandidates.of(mail);
        assertThat(candidates).hasSize(1);
        assertThat(candidates.get(0).outreachId()).isEqualTo(expected.outreach().id());
        assertThat(candidates.get(0).evidence().get(0).rule()).isEqualTo(rule);
    }

    private static String withBoth(String high, MailOut higher, String low, MailOut lower) {
        StringBuilder head = new StringBuilder("From: Lars <vera@ladder.example>\r\nSubject: x\r\n");
        StringBuilder body = new StringBuilder("Yes.\r\n");
        trace(low, lower, head, body);
        trace(high, higher, head, body);
        return head + "\r\n" + body;
    }

    private static void trace(String rung, MailOut out, StringBuilder head, StringBuilder body) {
        switch (rung) {
            case "our-message-id" ->
                head.append("In-Reply-To: ").append(out.ids().messageId()).append("\r\n");
            case "provider-id" ->
                head.append("References: <").append(out.ids().providerId()).append("@email.amazonses.com>\r\n");
            case "reply-to-token" ->
                head.append("To: ").append(out.ids().replyTo()).append("\r\n");
            case "token-in-body" ->
                body.append("> Reply-To: ").append(out.ids().replyTo()).append("\r\n");
            default ->
                body.append("> ")
                        .append(out.mail().text().replace("\n", "\r\n> "))
                        .append("\r\n");
        }
    }

    private static String mail(String from, String subject, String moreHead, String body) {
        return "From: " + from + "\n" + moreHead + "Subject: Re: " + subject + "\n\n" + body + "\n";
    }
}
