package dev.tightrope.e2e;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.local.Service;
import java.util.ArrayList;
import java.util.List;
import java.util.Set;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/**
 * Clients generate types from the schemas of the OpenAPI documents. Of two classes with one simple name the second gets a
 * digit, and which of them is the second changes with every class that is added: such a class needs a name of its own.
 */
class SchemaNamesTest {
    /** Names that are meant to end in a digit. */
    private static final Set<String> MEANT = Set.of();

    /** Say nothing outside the class they are nested in, and are what the next class will be called as well. */
    private static final Set<String> SAY_NOTHING = Set.of("Answer", "Kind", "Status", "State", "Type");

    @ParameterizedTest
    @EnumSource(Service.class)
    void noNameIsToldFromAnotherByADigit(Service service) {
        List<String> names = names(ApiDocument.of(service));

        assertThat(names).isNotEmpty();
        assertThat(numbered(names)).isEmpty();
        assertThat(names).doesNotContainAnyElementsOf(SAY_NOTHING);
    }

    @Test
    void aNumberedNameIsFound() {
        assertThat(numbered(List.of("Kind", "Kind1", "Answer12", "Utf8Text"))).containsExactly("Kind1", "Answer12");
    }

    private static List<String> names(ApiDocument document) {
        List<String> names = new ArrayList<>();
        document.root().at("/components/schemas").fieldNames().forEachRemaining(names::add);
        return names;
    }

    private static List<String> numbered(List<String> names) {
        return names.stream()
                .filter(name -> name.matches(".*\\d") && !MEANT.contains(name))
                .toList();
    }
}
