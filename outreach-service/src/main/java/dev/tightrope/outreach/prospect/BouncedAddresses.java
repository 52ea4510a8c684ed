package dev.tightrope.outreach.prospect;

import dev.tightrope.outreach.database.Columns;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.transaction.Transactional;
import java.time.Instant;
import java.util.Collection;
import java.util.HashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Objects;
import java.util.Optional;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Addresses that are marked as bad, because mail to them came back for good; whoever writes from one takes that back. */
@ApplicationScoped
public class BouncedAddresses {
    private final Jdbi jdbi;

    BouncedAddresses(Jdbi jdbi) {
        this.jdbi = jdbi;
    }

    /**
     * How mail to an address came back.
     *
     * @param address the address in lower case
     * @param at when
     * @param status enhanced status code (RFC 3463), where the report has one
     * @param diagnostic what the server said
     */
    public record Bounced(
            String address,
            Instant at,
            @Nullable String status,
            @Nullable String diagnostic) {
        /** For whoever has to find another one. */
        public String inWords() {
            String said = diagnostic == null ? status : diagnostic;
            return "Mail to " + address + " came back on " + at.toString().substring(0, 10)
                    + (said == null ? "" : " (" + said + ")");
        }
    }

    /** Marks an address; what is known of it is replaced. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void mark(Bounced bounced) {
        jdbi.useHandle(handle -> handle.createUpdate("""
                        INSERT INTO bounced_address (address, bounced_at, status, diagnostic)
                        VALUES (:address, :at, :status, :diagnostic)
                        ON CONFLICT (address) DO UPDATE SET bounced_at = excluded.bounced_at, status = excluded.status,
                                                            diagnostic = excluded.diagnostic
                        """)
                .bind("address", bounced.address().toLowerCase(Locale.ROOT))
                .bind("at", bounced.at())
                .bind("status", bounced.status())
                .bind("diagnostic", bounced.diagnostic())
                .execute());
    }

    /** It works after all. */
    @Transactional(Transactional.TxType.MANDATORY)
    public void works(String address) {
        jdbi.useHandle(handle -> handle.createUpdate("DELETE FROM bounced_address WHERE address = lower(:address)")
                .bind("address", address)
                .execute());
    }

    /** How mail to this address came back; absent if it is not marked. */
    public Optional<Bounced> of(@Nullable String address) {
        return address == null
                ? Optional.empty()
                : Optional.ofNullable(among(List.of(address)).get(lower(address)));
    }

    /** Those of some addresses that are marked, by the address in lower case. */
    Map<String, Bounced> among(Collection<@Nullable String> addresses) {
        List<String> asked = addresses.stream()
                .filter(Objects::nonNull)
                .map(BouncedAddresses::lower)
                .distinct()
                .toList();
        Map<String, Bounced> found = new HashMap<>();
        if (!asked.isEmpty()) {
            jdbi.useHandle(handle -> handle.createQuery(
                            "SELECT * FROM bounced_address WHERE address = ANY (CAST(:addresses AS text[]))")
                    .bindArray("addresses", String.class, asked)
                    .map((row, context) -> new Bounced(
                            row.getString("address"),
                            Columns.instant(row, "bounced_at"),
                            row.getString("status"),
                            row.getString("diagnostic")))
                    .forEach(bounced -> found.put(bounced.address(), bounced)));
        }
        return found;
    }

    static String lower(String address) {
        return address.toLowerCase(Locale.ROOT);
    }
}
