/** The real parts a Tightrope stack stands on (PostgreSQL, Kafka, mail), started from Maven artifacts without Docker. */
@NullMarked
package dev.tightrope.embedded;

import org.jspecify.annotations.NullMarked;
