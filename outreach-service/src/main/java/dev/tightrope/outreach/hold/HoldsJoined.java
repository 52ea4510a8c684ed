package dev.tightrope.outreach.hold;

import dev.tightrope.outreach.prospect.CompanyChanged;

/**
 * CDI event, fired inside the transaction in which a manager makes one company of two that are both held.
 *
 * @param earlier hold that was taken first; its outreach goes on
 * @param later hold that is contested from now on
 * @param change what the manager did, and why
 */
public record HoldsJoined(Hold earlier, Hold later, CompanyChanged change) {}
