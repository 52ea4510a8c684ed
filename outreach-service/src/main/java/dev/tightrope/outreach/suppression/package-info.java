/** Addresses, numbers and domains that must not be contacted any more. */
@NullMarked
package dev.tightrope.outreach.suppression;

import org.jspecify.annotations.NullMarked;
