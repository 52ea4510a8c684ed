package dev.tightrope.outreach.prospect;

import java.util.Set;
import java.util.UUID;

/**
 * CDI event, fired inside the transaction that changes parent, separation or domains of a prospect, so that what counts
 * as one company can be looked at anew.
 *
 * @param prospectIds every prospect whose company may be another one than before
 * @param byManager whether a manager or admin changes it
 */
public record CompanyChanged(Set<UUID> prospectIds, boolean byManager) {}
