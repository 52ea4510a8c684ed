package dev.tightrope.outreach.prospect;

import dev.tightrope.outreach.address.EmailAddresses;
import java.time.Instant;
import java.util.Locale;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A prospect's highest-level manager.
 *
 * @param id the executive
 * @param prospectId the company
 * @param name full name
 * @param title job title
 * @param email address, domain in lower case
 * @param phone cell phone, E.164
 * @param mobile whether the phone is a mobile; absent without a phone
 * @param zone IANA time zone
 * @param region ISO 3166-2 code of where in their country they work; some holidays are a region's own
 * @param language BCP 47 language tag
 * @param createdAt when they were recorded
 * @param createdBy who recorded them
 * @param updatedAt when they last changed
 * @param updatedBy who changed them last
 * @param version counts the changes, from 1
 */
public record Executive(
        UUID id,
        UUID prospectId,
        String name,
        @Nullable String title,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Mobile mobile,
        @Nullable String zone,
        @Nullable String region,
        @Nullable String language,
        Instant createdAt,
        UUID createdBy,
        Instant updatedAt,
        UUID updatedBy,
        long version) {

    /**
     * Whether somebody is this executive: by address, a subaddress included, or by name, however programs print it, unless
     * the address is a contact's.
     *
     * @param recorded addresses somebody of ours recorded contacts with, in lower case
     */
    public boolean is(@Nullable String theirName, @Nullable String theirAddress, Set<String> recorded) {
        return EmailAddresses.isSameMailbox(theirAddress, email)
                || (PersonNames.same(theirName, name)
                        && (theirAddress == null || !recorded.contains(theirAddress.toLowerCase(Locale.ROOT))));
    }
}
