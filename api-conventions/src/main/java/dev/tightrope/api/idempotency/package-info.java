/** Makes unsafe calls repeatable: the response of a call is kept in the transaction of its effect. */
@NullMarked
package dev.tightrope.api.idempotency;

import org.jspecify.annotations.NullMarked;
