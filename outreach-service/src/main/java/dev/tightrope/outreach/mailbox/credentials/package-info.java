/** The secrets of mail accounts at rest: sealed by AES-256-GCM, each for its own account, under keys that can change. */
@NullMarked
package dev.tightrope.outreach.mailbox.credentials;

import org.jspecify.annotations.NullMarked;
