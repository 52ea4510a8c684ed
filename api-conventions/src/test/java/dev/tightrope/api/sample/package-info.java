/** A small application that keeps the conventions, for the tests to break. */
@NullMarked
package dev.tightrope.api.sample;

import org.jspecify.annotations.NullMarked;
