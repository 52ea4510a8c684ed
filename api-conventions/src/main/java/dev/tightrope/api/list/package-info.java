/** How every list of the API is had: pages, orders, and what changed since a client looked last. */
@NullMarked
package dev.tightrope.api.list;

import org.jspecify.annotations.NullMarked;
