/** The whole of Tightrope on one machine: parts, services, gateway, sample data and a demonstration. */
@NullMarked
package dev.tightrope.local;

import org.jspecify.annotations.NullMarked;
