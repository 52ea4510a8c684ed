package dev.tightrope.outreach.delivery;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.email.EmailContent;
import dev.tightrope.outreach.email.Mailbox;
import dev.tightrope.outreach.trace.Shingles;
import org.junit.jupiter.api.Test;

/** A mail is known by either of its bodies: nobody knows which one a program will quote. */
class TracesOfBothBodiesTest {
    private static final String TEXT = "We measured the flow for two weeks and replaced the old tube bundles.";
    private static final String OWN = "Look at what the crew of Kallax did: nine stops a year became two.";

    @Test
    void htmlThatFollowsFromTheTextAddsNothing() {
        assertThat(traces("<p>We measured the flow for <b>two weeks</b><br>and replaced the old tube bundles.</p>")
                        .shingles())
                .isEqualTo(Shingles.of(TEXT));
    }

    @Test
    void htmlOfTheRepsOwnIsKnownToo() {
        assertThat(traces("<p>" + OWN + "</p>").shingles())
                .containsAll(Shingles.of(TEXT))
                .containsAll(Shingles.of(OWN));
    }

    @Test
    void whomItIsFromIsKeptInLowerCase() {
        assertThat(traces("").fromAddress()).isEqualTo("anna@ours.example");
    }

    private static Traces traces(String html) {
        return Traces.of(new EmailContent(
                new Mailbox("Anna Rep", "Anna@Ours.example"),
                new Mailbox("Karin Berg", "karin@nordkraft.example"),
                "Kallax: how they heat",
                TEXT,
                html));
    }
}
