/** Access to this service's own database. */
@NullMarked
package dev.tightrope.outreach.database;

import org.jspecify.annotations.NullMarked;
