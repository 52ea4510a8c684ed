package dev.tightrope.outreach.inbound;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.delivery.SentMail;
import dev.tightrope.outreach.inbound.analysis.DeliveryReport.Recipient;
import dev.tightrope.outreach.inbound.analysis.InboundMail;
import dev.tightrope.outreach.inbound.analysis.MessageReader;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

/** Whose failure a report tells of: our recipient's, under whatever alias, and never that of somebody else in it. */
class ReportedFailureTest {
    private static final String TOKEN = "abcdefghijkm2345";
    private static final String OURS = "reply+" + TOKEN + "@ours.example";
    private static final String ELSEWHERE = "postmaster@ours.example";
    private static final SentMail SENT =
            new SentMail(UUID.randomUUID(), 1, "karin@nordkraft.example", "<m@ours.example>", TOKEN);

    @Test
    void theRecipientIsKnownInAnyCase() {
        assertThat(failure(ELSEWHERE, failed("Karin@Nordkraft.EXAMPLE"), failed("other@x.example")))
                .isEqualToIgnoringCase("karin@nordkraft.example");
    }

    @Test
    void theOnlyOneInAReportIsOursUnderAnotherName() {
        assertThat(failure(ELSEWHERE, failed("k.berg@internal.example"))).isEqualTo("k.berg@internal.example");
    }

    @Test
    void amongSeveralStrangersOursIsTheirAliasOnlyWhereTheReportCameToTheAddressOfThisMail() {
        assertThat(failure(ELSEWHERE, failed("a@internal.example"), failed("b@internal.example")))
                .isEmpty();
        assertThat(failure(OURS, failed("a@internal.example"), failed("b@internal.example")))
                .isEqualTo("a@internal.example");
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reply+abcdefghijkm2345@ours.example",
                "REPLY+ABCDEFGHIJKM2345@OURS.EXAMPLE",
                "anna+b.abcdefghijkm2345@ours.example",
                "\"Anna Rep\" <anna+abcdefghijkm2345@ours.example>"
            })
    void theAddressOfThisMailIsKnownByItsToken(String to) {
        assertThat(MatchMail.isTo(report(to, failed("a@internal.example")), SENT))
                .isTrue();
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "reply@ours.example",
                "reply+abcdefghijkm2346@ours.example",
                "reply+xabcdefghijkm2345@ours.example",
                "abcdefghijkm2345@ours.example",
                "reply+abcdefghijkm2345+x@ours.example",
                "reply+b.@ours.example"
            })
    void noOtherAddressStandsForThisMail(String to) {
        assertThat(MatchMail.isTo(report(to, failed("a@internal.example")), SENT))
                .isFalse();
        SentMail said = new SentMail(SENT.outreachId(), 1, SENT.recipient(), "", "");
        assertThat(MatchMail.isTo(report(to, failed("a@internal.example")), said))
                .isFalse();
    }

    @Test
    void theFieldARelayAddsIsEnough() {
        String message = text(ELSEWHERE, failed("a@internal.example"), failed("b@internal.example"));
        InboundMail mail = MessageReader.read(("Delivered-To: " + OURS + "\r\n" + message).getBytes(UTF_8));
        assertThat(ReportedFailure.of(mail, SENT)).isPresent();
    }

    @Test
    void whatIsSaidOfThemByNameOutweighsWhatBecameOfTheOthers() {
        for (String to : new String[] {OURS, ELSEWHERE}) {
            assertThat(failure(to, delayed("karin@nordkraft.example"), failed("assistant@nordkraft.example")))
                    .isEmpty();
            assertThat(failure(to, failed("karin@nordkraft.example"), delayed("assistant@nordkraft.example")))
                    .isEqualTo("karin@nordkraft.example");
        }
    }

    private static String failure(String to, String... recipients) {
        return ReportedFailure.of(report(to, recipients), SENT)
                .map(Recipient::address)
                .orElse("");
    }

    private static InboundMail report(String to, String... recipients) {
        return MessageReader.read(text(to, recipients).getBytes(UTF_8));
    }

    private static String text(String to, String... recipients) {
        return ("From: MAILER-DAEMON@mx.example\nTo: " + to + "\nSubject: Undelivered\nMIME-Version: 1.0\n"
                        + "Content-Type: multipart/report; report-type=delivery-status; boundary=B\n\n--B\n\nsorry\n"
                        + "--B\nContent-Type: message/delivery-status\n\nReporting-MTA: dns; mx\n\n"
                        + String.join("\n\n", recipients) + "\n\n--B--\n")
                .replace("\n", "\r\n");
    }

    private static String failed(String address) {
        return "Final-Recipient: rfc822; " + address + "\nAction: failed\nStatus: 5.1.1";
    }

    private static String delayed(String address) {
        return "Final-Recipient: rfc822; " + address + "\nAction: delayed\nStatus: 4.4.1";
    }
}
