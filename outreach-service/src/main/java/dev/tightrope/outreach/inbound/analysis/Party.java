package dev.tightrope.outreach.inbound.analysis;

import org.jspecify.annotations.Nullable;

/**
 * Somebody named in a header, of a message or of one quoted in it. Quoted headers often give a name alone.
 *
 * @param name display name, decoded
 * @param address addr-spec in lower case
 */
public record Party(@Nullable String name, @Nullable String address) {
    /** The part behind the last {@code @}; empty if there is none. */
    public String domain() {
        return address == null ? "" : address.substring(address.lastIndexOf('@') + 1);
    }
}
