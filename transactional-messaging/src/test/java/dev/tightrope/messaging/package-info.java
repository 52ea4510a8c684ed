/** Tests of the messaging's guarantees on a real database and a real broker. */
package dev.tightrope.messaging;
