/** What the tests of every service run on: its parts, an identity provider, and users with tokens. */
@NullMarked
package dev.tightrope.testing;

import org.jspecify.annotations.NullMarked;
