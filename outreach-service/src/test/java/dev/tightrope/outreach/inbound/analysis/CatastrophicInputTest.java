package dev.tightrope.outreach.inbound.analysis;

import static org.assertj.core.api.Assertions.assertThat;

import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.List;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.MethodSource;

/**
 * Text that regular expressions choke on, put wherever one may look: long runs of what they repeat, never followed by
 * what they wait for.
 */
class CatastrophicInputTest {
    /** With {@code -Dfuzz.seconds} set, as for {@link FuzzTest}, the runs are longer, and work that grows faster shows. */
    private static final int LENGTH = Integer.getInteger("fuzz.seconds") == null ? 8_000 : 60_000;

    /** A linear pass over the longer ones takes some hundred milliseconds, a quadratic one a multiple of this. */
    private static final Duration EACH = Duration.ofSeconds(5);

    private static final List<String> RUNS = List.of(
            " ",
            "\t",
            "\u00a0",
            ".",
            ",",
            ", ",
            ";",
            ":",
            "-",
            "- ",
            "_",
            "=",
            "*",
            "* ",
            "#",
            "(",
            "((a)",
            "[",
            "<",
            "<<",
            ">",
            "> ",
            "|",
            "| ",
            "\"",
            "\\\"",
            "'",
            "@",
            "a@",
            "a.",
            "a.a@b.",
            "+",
            "/",
            "%41",
            "&lt;",
            "=?",
            "a",
            "a ",
            "ab ",
            "A ",
            "é",
            "1",
            "1 ",
            "1.",
            "1/",
            "1:",
            "12.11.2026 ",
            "2026-",
            "Nov ",
            "550 ",
            "5.1.1 ",
            "re: ",
            "Re:",
            "Fwd: ",
            "From: ",
            "a: ",
            "a:\n",
            "\n",
            "\n\n",
            " \n",
            "> \n",
            "-- \n",
            "out of office ",
            "back on ",
            "until ",
            "please confirm ",
            "click ",
            "to have your ",
            "message held ",
            "unsubscribe ",
            "remove me ",
            "do not contact ",
            "user unknown ",
            "mailbox ",
            "message-id: <",
            "mid:",
            "On Mon, wrote ",
            "<a<mailto:",
            "Anna ---1/1/2026 ",
            ">>> a ",
            "a/b/",
            "a<br>",
            "<p>a</p>",
            "<p>",
            "<div>",
            "<table><tr><td>",
            "<blockquote>",
            "<a href='mailto:a@b.example'>A</a> ",
            "&amp;",
            "\u200f\u200e",
            "🙂",
            "字",
            "字：");

    private static final List<String> ENDS = List.of("", "!", "\n:");

    /** Where it is put: %s in messages of each kind. */
    private static final List<String> PLACES = List.of(
            "From: %1$s <a@b.example>\nSubject: x\n\nhello\n",
            "From: a@b.example\nTo: %1$s\nSubject: x\n\nhello\n",
            "From: a@b.example\nSubject: %1$s\n\nhello\n",
            "From: a@b.example\nSubject: x\nDate: %1$s\nReferences: %1$s\nAuto-Submitted: %1$s\n\nhello\n",
            "From: a@b.example\nSubject: x\nContent-Type: text/plain; charset=\"%1$s\"; name*=%1$s\n\nhello\n",
            "From: a@b.example\nSubject: Re: x\nContent-Type: text/plain; charset=utf-8\n\n%1$s\n",
            "From: a@b.example\nSubject: Fwd: x\nContent-Type: text/plain; charset=utf-8\n\nhello\n\nFrom: %1$s\n"
                    + "Sent: %1$s\nTo: %1$s\nSubject: %1$s\n\nx\n",
            "From: a@b.example\nSubject: Re: x\nContent-Type: text/html; charset=utf-8\n\n<div>%1$s</div><blockquote"
                    + " cite='%1$s'>%1$s</blockquote>\n",
            "From: MAILER-DAEMON@b.example\nReturn-Path: <>\nSubject: Undelivered Mail\nContent-Type: text/plain;"
                    + " charset=utf-8\n\n%1$s\n<a@b.example>: %1$s\n",
            "From: a@b.example\nSubject: Automatic reply: x\nAuto-Submitted: auto-replied\nDate: Tue, 24 Nov 2026"
                    + " 09:30:00 +0100\nContent-Type: text/plain; charset=utf-8\n\nI am away. %1$s\n");

    static Stream<String> runs() {
        return RUNS.stream();
    }

    @ParameterizedTest
    @MethodSource("runs")
    void endsSoonWhereverItStands(String run) {
        for (String end : ENDS) {
            String text = run.repeat(LENGTH / run.length()) + end;
            for (String place : PLACES) {
                byte[] message = place.formatted(text).getBytes(StandardCharsets.UTF_8);
                long start = System.nanoTime();
                InboundMail mail = MessageReader.read(message);
                assertThat(Duration.ofNanos(System.nanoTime() - start))
                        .as("%s followed by %s in %s", run, end, place)
                        .isLessThan(EACH);
                assertThat(mail.evidence()).isNotEmpty();
            }
        }
    }
}
