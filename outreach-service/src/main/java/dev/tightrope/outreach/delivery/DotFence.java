package dev.tightrope.outreach.delivery;

import java.util.Optional;

/** Asked just before the final dot, when everything else of the mail is with the server already. */
@FunctionalInterface
interface DotFence {

    /** Why the dot may not be sent; empty if it may, in which case this is on record already. */
    Optional<String> holdsBack();
}
