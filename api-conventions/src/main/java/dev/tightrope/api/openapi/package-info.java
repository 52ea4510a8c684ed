/** Describes in every service's OpenAPI document what all calls have in common. */
@NullMarked
package dev.tightrope.api.openapi;

import org.jspecify.annotations.NullMarked;
