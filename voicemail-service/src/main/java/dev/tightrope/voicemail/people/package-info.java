/** Copy of the profiles and teams that outreach-service owns, and who may see what because of them. */
@NullMarked
package dev.tightrope.voicemail.people;

import org.jspecify.annotations.NullMarked;
