package dev.tightrope.outreach.inbound.chain;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.inbound.analysis.Party;
import java.util.List;
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

    @Test
    void whatIsPutAroundANameIsNoneOfIt() {
        Party mia = new Party("Mia Berg", null);
        for (String name : List.of(
                "Dr. Mia Berg",
                "Mia Berg (CEO)",
                "Mia Berg | Nordkraft AB",
                "Mia Berg - Nordkraft",
                "BERG, Mia, PhD")) {
            assertThat(Named.same(mia, new Party(name, null))).as(name).isTrue();
        }
        assertThat(Named.same(mia, new Party("Mia-Berg Lund", null))).isFalse();
        assertThat(Named.same(new Party("Dr", null), new Party("Prof", null))).isFalse();
        assertThat(Named.same(new Party("|", null), new Party("-", null))).isFalse();
    }
}
