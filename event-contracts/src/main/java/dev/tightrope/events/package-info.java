/** Facts the services exchange: one record per event, their registry, topics and JSON form. */
@NullMarked
package dev.tightrope.events;

import org.jspecify.annotations.NullMarked;
