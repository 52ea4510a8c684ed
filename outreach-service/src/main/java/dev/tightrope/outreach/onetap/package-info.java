/**
 * Pages behind the one-tap links in mails to reps. Opening one shows what would be done and does nothing, so that a mail
 * scanner that follows every link changes nothing; the form on it acts.
 */
@NullMarked
package dev.tightrope.outreach.onetap;

import org.jspecify.annotations.NullMarked;
