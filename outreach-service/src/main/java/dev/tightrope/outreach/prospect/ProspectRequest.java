package dev.tightrope.outreach.prospect;

import dev.tightrope.outreach.input.CountryCode;
import dev.tightrope.outreach.input.FreeText;
import dev.tightrope.outreach.input.SingleLine;
import jakarta.validation.constraints.NotNull;
import jakarta.validation.constraints.Size;
import java.util.List;
import java.util.Locale;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A prospect as clients write it; only the name must be known.
 *
 * @param overrideReason why a manager makes one company of two although both are held
 */
record ProspectRequest(
        @NotNull @SingleLine(max = 200) String name,
        @Nullable @Size(max = 50) List<@NotNull @SingleLine(max = 300) String> domains,
        @Nullable UUID parentId,
        @Nullable Boolean separate,
        @Nullable @CountryCode String country,
        @Nullable @SingleLine(max = 200) String industry,
        @Nullable @FreeText(max = 1000) String overrideReason) {

    List<String> domainsOrNone() {
        return domains == null ? List.of() : domains;
    }

    boolean isSeparate() {
        return separate != null && separate;
    }

    @Nullable
    String countryCode() {
        return country == null ? null : country.toUpperCase(Locale.ROOT);
    }
}
