package dev.tightrope.outreach.inbound.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.inbound.analysis.Party;
import org.junit.jupiter.api.Test;

class NamedTest {
    @Test
    void anAddressOrTheNameTells() {
        Party mia = new Party("Mia Berg", "mia@x.example");
        assertThat(Named.same(mia, new Party(null, "MIA@x.example"))).isTrue();
        assertThat(Named.same(mia, new Party("Berg, Mia (Nordkraft)", null))).isTrue();
        assertThat(Named.same(mia, new Party("Mía Berg", "mia.berg@group.example")))
                .isTrue();
        assertThat(Named.same(mia, new Party("Mia Bergman", null))).isFalse();
        assertThat(Named.same(new Party(null, "a@x.example"), new Party(null, "b@x.example")))
                .isFalse();
        assertThat(Named.same(mia, null)).isFalse();
    }
}
