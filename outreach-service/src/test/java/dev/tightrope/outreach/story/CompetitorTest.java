package dev.tightrope.outreach.story;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

class CompetitorTest {
    private static final Competitor ACME =
            new Competitor("Acme Industries AB", List.of("AI Group"), List.of("acme.example", "ai.example"));

    @ParameterizedTest
    @CsvSource({
        "ACME industries Oy, other.example, true",
        "AI Holding, other.example, true",
        "Acme, other.example, false",
        "Somebody else, acme.example, true",
        "Somebody else, SHOP.acme.example, true",
        "Somebody else, notacme.example, false",
        "Somebody else, example.com, false",
    })
    void isKnownByNameAndDomain(String name, String domain, boolean same) {
        assertThat(ACME.isOneOf(List.of("The parent", name), List.of("parent.example", domain)))
                .isEqualTo(same);
    }

    @ParameterizedTest
    @CsvSource({"acme.example, true", "another.example, false"})
    void aDomainAboveItsOwnIsTheirsToo(String domain, boolean same) {
        Competitor shop = new Competitor("The shop", List.of(), List.of("shop.acme.example"));

        assertThat(shop.isOneOf(List.of(), List.of(domain))).isEqualTo(same);
    }
}
