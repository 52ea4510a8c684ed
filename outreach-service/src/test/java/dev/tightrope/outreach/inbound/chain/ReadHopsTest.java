package dev.tightrope.outreach.inbound.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.inbound.analysis.Mails;
import dev.tightrope.outreach.inbound.analysis.MessageReader;
import dev.tightrope.outreach.inbound.analysis.Party;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;

class ReadHopsTest {
    private static final Party EXECUTIVE = new Party("Karin Holm", "karin.holm@nordkraft.example");

    @Test
    void theExecutiveForwardsToTheBusinessUserWithManagementInCopyAndTheBusinessUserAnswers() {
        assertThat(hops("""
                From: Mia Berg <mia.berg@nordkraft.example>
                To: Anna Rep <anna@ours.example>
                Cc: Per Dahl <per.dahl@nordkraft.example>
                Subject: VB: How Kallax did it
                Date: Tue, 3 Nov 2026 10:15:00 +0100
                Message-ID: <r1@nordkraft.example>
                Content-Type: text/plain; charset=utf-8

                Ring mig på torsdag.

                -----Ursprungligt meddelande-----
                Från: Karin Holm <karin.holm@nordkraft.example>
                Skickat: den 2 november 2026 08:01
                Till: Mia Berg <mia.berg@nordkraft.example>
                Kopia: Per Dahl <per.dahl@nordkraft.example>; Ola Lind <ola.lind@nordkraft.example>
                Ämne: VB: How Kallax did it

                Titta på det här.

                -----Ursprungligt meddelande-----
                Från: Anna Rep <anna@ours.example>
                Skickat: den 1 november 2026 16:30
                Till: Karin Holm <karin.holm@nordkraft.example>
                Ämne: How Kallax did it

                Dear Karin,
                """))
                .containsExactly("karin.holm > mia.berg cc per.dahl, ola.lind", "mia.berg > anna cc per.dahl");
    }

    @Test
    void whoQuotesTheExecutivesLineWasSentIt() {
        assertThat(hops("""
                From: Mia Berg <mia.berg@nordkraft.example>
                To: Anna Rep <anna@ours.example>
                Subject: Re: How Kallax did it
                Date: Tue, 3 Nov 2026 10:15:00 +0100
                Message-ID: <r2@nordkraft.example>
                Content-Type: text/plain; charset=utf-8

                Call me.

                On Mon, 2 Nov 2026 at 08:01, Karin Holm <karin.holm@nordkraft.example> wrote:

                > Have a look.
                >
                > ---------- Forwarded message ---------
                > From: Anna Rep <anna@ours.example>
                > Date: Sun, 1 Nov 2026 at 16:30
                > Subject: How Kallax did it
                > To: Karin Holm <karin.holm@nordkraft.example>
                >
                > Dear Karin,
                """)).containsExactly("karin.holm > mia.berg inferred", "mia.berg > anna");
    }

    @Test
    void whoAnswersWithoutAnyQuoteMustHaveGotItFromTheExecutive() {
        assertThat(hops("""
                From: Mia Berg <mia.berg@nordkraft.example>
                To: Anna Rep <anna@ours.example>
                Subject: Kallax
                Message-ID: <r3@nordkraft.example>

                Call me.
                """)).containsExactly("karin.holm > mia.berg inferred", "mia.berg > anna");
    }

    @Test
    void theExecutivesOwnAnswerIsOneStep() {
        assertThat(hops("""
                From: "Holm, Karin" <k.holm@nordkraft-group.example>
                To: Anna Rep <anna@ours.example>
                Subject: Re: How Kallax did it
                Message-ID: <r4@nordkraft.example>

                Yes.
                """)).containsExactly("k.holm > anna");
    }

    @Test
    void whatOursWroteBetweenIsNoStepOfTheirs() {
        assertThat(hops("""
                From: Ola Lind <ola.lind@nordkraft.example>
                To: Anna Rep <anna@ours.example>
                Subject: Re: How Kallax did it
                Message-ID: <r5@nordkraft.example>

                I take over from Mia.

                -----Original Message-----
                From: Mia Berg <mia.berg@nordkraft.example>
                Sent: Wednesday, November 4, 2026 9:00 AM
                To: Ola Lind <ola.lind@nordkraft.example>
                Subject: Fw: How Kallax did it

                Yours.

                -----Original Message-----
                From: Anna Rep <anna@ours.example>
                Sent: Tuesday, November 3, 2026 12:00 PM
                To: Mia Berg <mia.berg@nordkraft.example>
                Subject: Re: How Kallax did it

                Thursday then.

                -----Original Message-----
                From: Karin Holm <karin.holm@nordkraft.example>
                Sent: Monday, November 2, 2026 8:01 AM
                To: Mia Berg <mia.berg@nordkraft.example>
                Subject: FW: How Kallax did it

                -----Original Message-----
                From: Anna Rep <anna@ours.example>
                Sent: Sunday, November 1, 2026 4:30 PM
                To: Karin Holm <karin.holm@nordkraft.example>
                Subject: How Kallax did it

                Dear Karin,
                """)).containsExactly("karin.holm > mia.berg", "mia.berg > ola.lind", "ola.lind > anna");
    }

    @Test
    void aMailThatNamesThousandsIsReadWithinBounds() {
        String crowd = Stream.iterate(1, i -> i + 1)
                .limit(3000)
                .map(i -> "p" + i + "@nordkraft.example")
                .collect(Collectors.joining(", "));
        List<Hop> hops = read("From: mia.berg@nordkraft.example\nTo: " + crowd + "\nSubject: x\n\nx\n");
        assertThat(hops).hasSize(2);
        assertThat(hops.get(1).to()).hasSize(ReadHops.MAX_PARTIES);
    }

    private static List<String> hops(String message) {
        return read(message).stream().map(ReadHopsTest::said).toList();
    }

    private static List<Hop> read(String message) {
        return ReadHops.of(
                MessageReader.read(Mails.bytes(message)),
                EXECUTIVE,
                party -> Named.same(party, EXECUTIVE),
                party -> party.address() != null && party.address().endsWith("@ours.example"));
    }

    private static String said(Hop hop) {
        return bare(hop.from())
                + " > "
                + hop.to().stream().map(ReadHopsTest::bare).collect(Collectors.joining(", "))
                + (hop.cc().isEmpty()
                        ? ""
                        : " cc " + hop.cc().stream().map(ReadHopsTest::bare).collect(Collectors.joining(", ")))
                + (hop.inferred() ? " inferred" : "");
    }

    private static String bare(Party party) {
        return String.valueOf(party.address()).replaceFirst("@.*", "");
    }
}
