/** What people and companies are reached by: e-mail addresses, telephone numbers and web domains, checked and normalised. */
@NullMarked
package dev.tightrope.outreach.address;

import org.jspecify.annotations.NullMarked;
