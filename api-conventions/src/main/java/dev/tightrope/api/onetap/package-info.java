/**
 * Links in mails that act with one tap: signed, expiring, each for one person and one thing. Whoever writes the mail makes
 * the token, whoever owns the thing reads it; both hold the same keys.
 */
@NullMarked
package dev.tightrope.api.onetap;

import org.jspecify.annotations.NullMarked;
