/** Connections to mail servers that users named: whom they may reach, whom they trust and how they sign in. */
@NullMarked
package dev.tightrope.outreach.mailbox.connection;

import org.jspecify.annotations.NullMarked;
