/** The voicemail text: written from the approved e-mail, edited by the rep, checked, approved. */
@NullMarked
package dev.tightrope.voicemail.script;

import org.jspecify.annotations.NullMarked;
