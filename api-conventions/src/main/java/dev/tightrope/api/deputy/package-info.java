/** Who stands in for whom: each service keeps a table {@code deputy} of its own, and this reads and writes it. */
@NullMarked
package dev.tightrope.api.deputy;

import org.jspecify.annotations.NullMarked;
