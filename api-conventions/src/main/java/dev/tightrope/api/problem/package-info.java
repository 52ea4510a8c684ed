/** Turns whatever goes wrong in a request into problem+json (RFC 9457) that carries the request's id. */
@NullMarked
package dev.tightrope.api.problem;

import org.jspecify.annotations.NullMarked;
