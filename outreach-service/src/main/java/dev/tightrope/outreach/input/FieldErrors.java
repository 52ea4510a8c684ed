package dev.tightrope.outreach.input;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import dev.tightrope.outreach.address.Domains;
import dev.tightrope.outreach.address.EmailAddresses;
import dev.tightrope.outreach.address.PhoneNumbers;
import java.util.ArrayList;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import org.jspecify.annotations.Nullable;

/** Collects what is wrong in a request beyond single constraints, so that everything is named in one answer. */
public final class FieldErrors {
    private final List<FieldError> errors = new ArrayList<>();

    /** Notes a wrong field. */
    public void add(String pointer, String message) {
        errors.add(new FieldError(pointer, message));
    }

    /** The normalised e-mail address; notes one nobody can deliver to. */
    public @Nullable String email(String pointer, @Nullable String typed) {
        return normalised(
                pointer,
                typed == null ? null : EmailAddresses.normalise(typed),
                "must be an e-mail address such as name@example.com");
    }

    /** The number as E.164; notes one that no numbering plan has. */
    public @Nullable String phone(String pointer, @Nullable String typed, @Nullable String country) {
        String remedy = country == null
                ? "must be a telephone number with country code, such as +46701740605"
                : "must be a telephone number of " + country + ", or one with country code such as +46701740605";
        return normalised(pointer, typed == null ? null : PhoneNumbers.normalise(typed, country), remedy);
    }

    /** Normalised domains without repetitions; notes each that is none. */
    public List<String> domains(String pointer, List<String> typed) {
        Set<String> domains = new LinkedHashSet<>();
        for (int i = 0; i < typed.size(); i++) {
            String domain = domain(pointer + "/" + i, typed.get(i));
            if (domain != null) {
                domains.add(domain);
            }
        }
        return List.copyOf(domains);
    }

    /** The normalised domain; notes what is none, and what is no company's own. */
    public @Nullable String domain(String pointer, String typed) {
        String domain = normalised(pointer, Domains.normalise(typed), "must be a web domain such as example.com");
        if (domain != null && Domains.isShared(domain)) {
            add(pointer, domain + " is shared by many: name a domain of the company's own");
        }
        return domain;
    }

    private @Nullable String normalised(String pointer, @Nullable Optional<String> value, String message) {
        if (value == null) {
            return null;
        }
        if (value.isEmpty()) {
            add(pointer, message);
        }
        return value.orElse(null);
    }

    /** Refuses the request with 400 if anything was noted. */
    public void refuseIfAny() {
        if (!errors.isEmpty()) {
            throw Problems.badRequest("invalid-request", errors);
        }
    }
}
