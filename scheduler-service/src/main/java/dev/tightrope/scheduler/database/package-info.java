/** Access to this service's own PostgreSQL database and its clock. */
@NullMarked
package dev.tightrope.scheduler.database;

import org.jspecify.annotations.NullMarked;
