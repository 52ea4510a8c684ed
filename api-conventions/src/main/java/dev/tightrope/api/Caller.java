package dev.tightrope.api;

import static java.nio.charset.StandardCharsets.UTF_8;

import io.quarkus.security.identity.SecurityIdentity;
import jakarta.enterprise.context.RequestScoped;
import jakarta.inject.Inject;
import java.util.UUID;
import org.eclipse.microprofile.jwt.JsonWebToken;
import org.jspecify.annotations.Nullable;

/** Who is calling, from the bearer token. */
@RequestScoped
public class Caller {
    private final SecurityIdentity identity;

    /** Reads the identity lazily, so it can be injected anywhere. */
    @Inject
    public Caller(SecurityIdentity identity) {
        this.identity = identity;
    }

    /** Whether anybody is signed in. */
    public boolean isSignedIn() {
        return !identity.isAnonymous();
    }

    /**
     * The person's id, the same in every service: the token's {@code sub}, or a UUID made from it where the identity
     * provider's subjects are no UUIDs.
     */
    public UUID personId() {
        return personIdOf(subject());
    }

    /** The name to show. */
    public String name() {
        String name = claim("name");
        if (name == null) {
            name = claim("preferred_username");
        }
        return name == null ? subject() : name;
    }

    /** The e-mail address, if the token has one. */
    public @Nullable String email() {
        return claim("email");
    }

    /** Whether the caller leads a team. */
    public boolean isManager() {
        return identity.hasRole(Roles.SALES_MANAGER);
    }

    /** Whether the caller runs the system. */
    public boolean isAdmin() {
        return identity.hasRole(Roles.ADMIN);
    }

    /** The person id of a token's subject. */
    public static UUID personIdOf(String subject) {
        try {
            UUID id = UUID.fromString(subject);
            // fromString also takes shortened forms; only the full one is that UUID and nobody else's subject.
            if (id.toString().equalsIgnoreCase(subject)) {
                return id;
            }
            return UUID.nameUUIDFromBytes(subject.getBytes(UTF_8));
        } catch (IllegalArgumentException e) {
            return UUID.nameUUIDFromBytes(subject.getBytes(UTF_8));
        }
    }

    private String subject() {
        if (identity.isAnonymous()) {
            throw Problems.unauthorized("Sign in: this call needs a bearer token.");
        }
        String subject = claim("sub");
        return subject == null ? identity.getPrincipal().getName() : subject;
    }

    private @Nullable String claim(String name) {
        if (identity.getPrincipal() instanceof JsonWebToken token) {
            Object value = token.getClaim(name);
            return value == null || value.toString().isBlank() ? null : value.toString();
        }
        return null;
    }
}
