/** Success stories: what we did at a competitor of the prospect, and whether we may say so. */
@NullMarked
package dev.tightrope.outreach.story;

import org.jspecify.annotations.NullMarked;
