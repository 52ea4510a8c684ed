/**
 * Outreaches: opening, rounds, responses, every move with its history, and the commands of the API.
 *
 * <p>Other features act through {@link dev.tightrope.outreach.outreach.OutreachMoves} and read through
 * {@link dev.tightrope.outreach.outreach.Outreaches}. What follows from a move reaches them as CDI events, fired
 * synchronously inside the transaction of the move, in this order of appearance:
 *
 * <ul>
 *   <li>{@link dev.tightrope.outreach.outreach.RoundBegun}: a round is to be drafted;
 *   <li>{@link dev.tightrope.outreach.outreach.ApprovalsVoided}: the locked e-mail is open again;
 *   <li>{@link dev.tightrope.outreach.outreach.MailReleased}: the promised e-mail goes now;
 *   <li>{@link dev.tightrope.outreach.outreach.MailCancelled}: it may not go any more;
 *   <li>{@link dev.tightrope.outreach.outreach.OutreachEnded}: the outreach is closed.
 * </ul>
 *
 * <p>Every trigger's facts are published here (EmailReopened, EmailSent, EmailFailed, EmailWithheld, …), except
 * EmailPrepared, which needs the content and is appended by the e-mail feature after its EmailApproved.
 */
@NullMarked
package dev.tightrope.outreach.outreach;

import org.jspecify.annotations.NullMarked;
