package dev.tightrope.outreach.prospect;

import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * CDI event, fired inside the transaction that records a prospect or changes parent, separation, name or domains of one,
 * so that what counts as one company can be looked at anew.
 *
 * @param prospectIds every prospect whose company may be another one than before
 * @param by who changes it
 * @param byName that person's name
 * @param reason why a manager or admin joins companies although both are held; absent if nobody said so
 */
public record CompanyChanged(
        Set<UUID> prospectIds,
        UUID by,
        String byName,
        @Nullable String reason) {}
