/** Reads request bodies strictly: bounded, no field, type or character the API did not ask for. */
@NullMarked
package dev.tightrope.api.request;

import org.jspecify.annotations.NullMarked;
