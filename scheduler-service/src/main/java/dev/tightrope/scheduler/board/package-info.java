/** What a team has in hand, by rep: for the board, and for the letter its managers get every week. */
@NullMarked
package dev.tightrope.scheduler.board;

import org.jspecify.annotations.NullMarked;
