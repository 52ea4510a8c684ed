/** How every service answers over REST: problems, pages, versions, idempotency, and who is calling. */
@NullMarked
package dev.tightrope.api;

import org.jspecify.annotations.NullMarked;
