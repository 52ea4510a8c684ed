/** Mirror of the outreaches, written by events of outreach-service only, and where each stands for a caller. */
@NullMarked
package dev.tightrope.voicemail.outreach;

import org.jspecify.annotations.NullMarked;
