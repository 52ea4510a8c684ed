package dev.tightrope.outreach.prospect;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.junit.jupiter.api.Test;

/** Who is met is a contact we have, or somebody new. */
class SamePersonTest {
    private static final UUID PROSPECT = UUID.randomUUID();

    private final Contact ann = contact("Ann Åberg", "CTO", "ann@a.example", "+46701740601");

    @Test
    void byAddressWhateverTheName() {
        assertThat(SamePerson.among(List.of(ann), contact("a.aberg", "CFO", "ANN@a.example", null)))
                .contains(ann);
    }

    @Test
    void byNameAndRoleWithoutCaseAndAccents() {
        assertThat(SamePerson.among(List.of(ann), contact(" ann  aberg", "cto", null, null)))
                .contains(ann);
        assertThat(SamePerson.among(List.of(ann), contact("Ann Åberg", null, null, null)))
                .contains(ann);
    }

    @Test
    void whoDiffersInAnythingKnownIsSomebodyElse() {
        assertThat(SamePerson.among(List.of(ann), contact("Ann Åberg", "CFO", null, null)))
                .isEmpty();
        assertThat(SamePerson.among(List.of(ann), contact("Ann Åberg", "CTO", "other@a.example", null)))
                .isEmpty();
        assertThat(SamePerson.among(List.of(ann), contact("Ann Åberg", "CTO", null, "+46701740602")))
                .isEmpty();
        assertThat(SamePerson.among(List.of(ann), contact("Anna Åberg", "CTO", null, null)))
                .isEmpty();
    }

    @Test
    void ofTwoNamesakesTheOneOfThatRoleAndNoneWithoutARole() {
        Contact other = contact("Ann Åberg", "CFO", null, null);
        List<Contact> both = List.of(ann, other);

        assertThat(SamePerson.among(both, contact("Ann Åberg", "CFO", null, null)))
                .contains(other);
        assertThat(SamePerson.among(both, contact("Ann Åberg", null, null, null)))
                .isEmpty();
    }

    @Test
    void byNameInWhateverOrderItsWordsAre() {
        assertThat(SamePerson.among(List.of(ann), contact("Åberg, Ann", null, null, null)))
                .contains(ann);
        assertThat(SamePerson.among(List.of(ann), contact("Ann", null, null, null)))
                .isEmpty();
    }

    /** A name alone says which of them it is as little as the roles nobody knows. */
    @Test
    void ofTwoNamesakesWithoutRolesNone() {
        List<Contact> both = List.of(
                contact("Ann Åberg", null, "ann@a.example", null), contact("Ann Åberg", null, "ann2@a.example", null));
        Contact nameAlone = contact("Ann Åberg", null, null, null);

        assertThat(SamePerson.among(both, nameAlone)).isEmpty();
        assertThat(SamePerson.among(
                        List.of(both.get(0), both.get(1), nameAlone), contact("Åberg Ann", null, null, null)))
                .as("kept once, however often it is met")
                .contains(nameAlone);
    }

    @Test
    void aNameWithoutAWordIsComparedAsItIs() {
        Contact odd = contact("???", null, null, null);
        assertThat(SamePerson.among(List.of(odd), contact("???", null, null, null)))
                .contains(odd);
        assertThat(SamePerson.among(List.of(odd), contact("!", null, null, null)))
                .isEmpty();
    }

    private static Contact contact(String name, String role, String email, String phone) {
        return new Contact(
                UUID.randomUUID(),
                PROSPECT,
                name,
                role,
                email,
                phone,
                Appearance.SPOKE,
                Instant.EPOCH,
                null,
                Instant.EPOCH,
                null,
                1);
    }
}
