/** Access to this service's PostgreSQL database, within the transaction that is open. */
@NullMarked
package dev.tightrope.voicemail.database;

import org.jspecify.annotations.NullMarked;
