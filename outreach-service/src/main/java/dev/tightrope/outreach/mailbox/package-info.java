/**
 * Accounts with mail servers: whose they are, how to sign in there, and whether that works. Secrets go in and never out:
 * they are sealed in {@code credentials} and used in {@code connection}.
 */
@NullMarked
package dev.tightrope.outreach.mailbox;

import org.jspecify.annotations.NullMarked;
