/** Company holds: which outreach may contact a company, and who has to stay away meanwhile. */
@NullMarked
package dev.tightrope.outreach.hold;

import org.jspecify.annotations.NullMarked;
