package dev.tightrope.outreach.inbound.analysis;

import org.jspecify.annotations.Nullable;

/**
 * Somebody named in a header.
 *
 * @param name display name, decoded
 * @param address addr-spec in lower case
 */
public record Party(@Nullable String name, String address) {
    /** The part behind the last {@code @}; empty if there is none. */
    public String domain() {
        return address.substring(address.lastIndexOf('@') + 1);
    }
}
