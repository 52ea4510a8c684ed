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
