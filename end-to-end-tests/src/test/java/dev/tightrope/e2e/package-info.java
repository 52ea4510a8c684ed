/** Whole stories on three real processes with a real broker, database and mail server, through REST alone. */
package dev.tightrope.e2e;
