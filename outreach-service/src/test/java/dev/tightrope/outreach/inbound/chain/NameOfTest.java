package dev.tightrope.outreach.inbound.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.inbound.analysis.Party;
import org.junit.jupiter.api.Test;

class NameOfTest {
    @Test
    void isOnePrintableLine() {
        assertThat(NameOf.party(new Party("Mia\r\nBcc: x@y.example\0 \u202EBerg\uD800", "m@x.example")))
                .isEqualTo("Mia Bcc: x@y.example Berg");
    }

    @Test
    void isTheAddressWhereNothingOfTheNameCanBePrinted() {
        assertThat(NameOf.party(new Party("\u200B\u0000", "m@x.example"))).isEqualTo("m@x.example");
        assertThat(NameOf.party(new Party(null, null))).isEmpty();
    }

    @Test
    void isBounded() {
        assertThat(NameOf.party(new Party("𝔸".repeat(5000), null)).length()).isLessThanOrEqualTo(200);
    }
}
