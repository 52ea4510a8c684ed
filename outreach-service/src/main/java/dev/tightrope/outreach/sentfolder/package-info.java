/**
 * The Sent folders of accounts: copies of our mail are filed there, and a copy found there settles an unknown outcome.
 */
@NullMarked
package dev.tightrope.outreach.sentfolder;

import org.jspecify.annotations.NullMarked;
