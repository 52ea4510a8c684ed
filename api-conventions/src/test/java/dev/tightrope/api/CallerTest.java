package dev.tightrope.api;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatExceptionOfType;

import io.quarkus.security.runtime.QuarkusPrincipal;
import io.quarkus.security.runtime.QuarkusSecurityIdentity;
import java.security.Principal;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.junit.jupiter.api.Test;

class CallerTest {
    private static final UUID ID = UUID.fromString("01900000-0000-7000-8000-00000000000a");

    @Test
    void theSubjectIsThePersonId() {
        assertThat(caller(ID).personId()).isEqualTo(ID);
        assertThat(Caller.personIdOf(ID.toString().toUpperCase(java.util.Locale.ROOT)))
                .isEqualTo(ID);
    }

    @Test
    void aSubjectThatIsNoUuidMakesTheSameIdEverywhere() {
        UUID id = Caller.personIdOf("auth0|62f3");

        assertThat(id).isEqualTo(UUID.fromString("73cdb26b-a1da-3946-b483-8f03fc6b649a"));
    }

    @Test
    void aShortenedUuidIsAnotherPerson() {
        assertThat(Caller.personIdOf("1-1-1-1-1"))
                .isNotEqualTo(UUID.fromString("00000001-0001-0001-0001-000000000001"));
    }

    @Test
    void theNameIsTheBestThereIs() {
        assertThat(caller(Map.of("sub", "s", "name", "Rosa", "preferred_username", "rosa"))
                        .name())
                .isEqualTo("Rosa");
        assertThat(caller(Map.of("sub", "s", "name", " ", "preferred_username", "rosa"))
                        .name())
                .isEqualTo("rosa");
        assertThat(caller(Map.of("sub", "s")).name()).isEqualTo("s");
    }

    @Test
    void theEmailMayBeMissing() {
        assertThat(caller(Map.of("sub", "s", "email", "rosa@example.com")).email())
                .isEqualTo("rosa@example.com");
        assertThat(caller(Map.of("sub", "s")).email()).isNull();
    }

    @Test
    void rolesComeFromTheIdentity() {
        assertThat(caller(ID, "rep").isManager()).isFalse();
        assertThat(caller(ID, "rep").isAdmin()).isFalse();
        assertThat(caller(ID, "rep", "sales-manager").isManager()).isTrue();
        assertThat(caller(ID, "admin").isAdmin()).isTrue();
    }

    @Test
    void withoutATokenThereIsNoPerson() {
        Caller nobody = new Caller(QuarkusSecurityIdentity.builder()
                .setAnonymous(true)
                .setPrincipal(new QuarkusPrincipal(""))
                .build());

        assertThat(nobody.isSignedIn()).isFalse();
        assertThatExceptionOfType(ProblemException.class)
                .isThrownBy(nobody::personId)
                .satisfies(e -> assertThat(e.status()).isEqualTo(401));
    }

    static Caller caller(UUID id, String... roles) {
        return caller(Map.of("sub", id.toString()), roles);
    }

    private static Caller caller(Map<String, Object> claims, String... roles) {
        return new Caller(QuarkusSecurityIdentity.builder()
                .setPrincipal(new Token(claims))
                .addRoles(Set.of(roles))
                .build());
    }

    private record Token(Map<String, Object> claims) implements JsonWebToken, Principal {
        @Override
        public String getName() {
            return "name of the token";
        }

        @Override
        public Set<String> getClaimNames() {
            return claims.keySet();
        }

        @Override
        @SuppressWarnings("unchecked")
        public <T> T getClaim(String claimName) {
            return (T) claims.get(claimName);
        }
    }
}
