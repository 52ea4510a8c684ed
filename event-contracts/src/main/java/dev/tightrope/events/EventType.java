package dev.tightrope.events;

import java.util.Arrays;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;

/** Registry of the event types: CloudEvents {@code type}, Java record and the topic it is published on. */
public enum EventType {
    PERSON_PROFILE_CHANGED(
            Topics.OUTREACH, "dev.tightrope.outreach.person-profile-changed.v1", PersonProfileChanged.class),
    COMPANY_HELD(Topics.OUTREACH, "dev.tightrope.outreach.company-held.v1", CompanyHeld.class),
    COMPANY_RELEASED(Topics.OUTREACH, "dev.tightrope.outreach.company-released.v1", CompanyReleased.class),
    SUPPRESSION_ADDED(Topics.OUTREACH, "dev.tightrope.outreach.suppression-added.v1", SuppressionAdded.class),
    SUPPRESSION_LIFTED(Topics.OUTREACH, "dev.tightrope.outreach.suppression-lifted.v1", SuppressionLifted.class),
    MAIL_ACCOUNT_REFUSED(Topics.OUTREACH, "dev.tightrope.outreach.mail-account-refused.v1", MailAccountRefused.class),
    OUTREACH_OPENED(Topics.OUTREACH, "dev.tightrope.outreach.outreach-opened.v1", OutreachOpened.class),
    OUTREACH_MOVED(Topics.OUTREACH, "dev.tightrope.outreach.outreach-moved.v1", OutreachMoved.class),
    ROUND_STARTED(Topics.OUTREACH, "dev.tightrope.outreach.round-started.v1", RoundStarted.class),
    EMAIL_PREPARED(Topics.OUTREACH, "dev.tightrope.outreach.email-prepared.v1", EmailPrepared.class),
    EMAIL_REOPENED(Topics.OUTREACH, "dev.tightrope.outreach.email-reopened.v1", EmailReopened.class),
    EMAIL_SENT(Topics.OUTREACH, "dev.tightrope.outreach.email-sent.v1", EmailSent.class),
    EMAIL_FAILED(Topics.OUTREACH, "dev.tightrope.outreach.email-failed.v1", EmailFailed.class),
    EMAIL_WITHHELD(Topics.OUTREACH, "dev.tightrope.outreach.email-withheld.v1", EmailWithheld.class),
    WAIT_STARTED(Topics.OUTREACH, "dev.tightrope.outreach.wait-started.v1", WaitStarted.class),
    RESPONSE_RECEIVED(Topics.OUTREACH, "dev.tightrope.outreach.response-received.v1", ResponseReceived.class),
    RESPONSE_DISPOSED(Topics.OUTREACH, "dev.tightrope.outreach.response-disposed.v1", ResponseDisposed.class),
    SUGGESTION_OPENED(Topics.OUTREACH, "dev.tightrope.outreach.suggestion-opened.v1", SuggestionOpened.class),
    SUGGESTION_SETTLED(Topics.OUTREACH, "dev.tightrope.outreach.suggestion-settled.v1", SuggestionSettled.class),
    OUTREACH_ENGAGED(Topics.OUTREACH, "dev.tightrope.outreach.outreach-engaged.v1", OutreachEngaged.class),
    ENGAGEMENT_WITHDRAWN(Topics.OUTREACH, "dev.tightrope.outreach.engagement-withdrawn.v1", EngagementWithdrawn.class),
    ATTENTION_NEEDED(Topics.OUTREACH, "dev.tightrope.outreach.attention-needed.v1", AttentionNeeded.class),
    EXECUTIVE_CORRECTED(Topics.OUTREACH, "dev.tightrope.outreach.executive-corrected.v1", ExecutiveCorrected.class),
    EXECUTIVE_ERASED(Topics.OUTREACH, "dev.tightrope.outreach.executive-erased.v1", ExecutiveErased.class),
    STORY_PERMISSION_ENDED(
            Topics.OUTREACH, "dev.tightrope.outreach.story-permission-ended.v1", StoryPermissionEnded.class),
    OUTREACH_CLOSED(Topics.OUTREACH, "dev.tightrope.outreach.outreach-closed.v1", OutreachClosed.class),
    OUTREACH_REOPENED(Topics.OUTREACH, "dev.tightrope.outreach.outreach-reopened.v1", OutreachReopened.class),
    OUTREACH_TRANSFERRED(Topics.OUTREACH, "dev.tightrope.outreach.outreach-transferred.v1", OutreachTransferred.class),
    HOMEWORK_COMPLETED(Topics.VOICEMAIL, "dev.tightrope.voicemail.homework-completed.v1", HomeworkCompleted.class),
    HOMEWORK_CHANGED(Topics.VOICEMAIL, "dev.tightrope.voicemail.homework-changed.v1", HomeworkChanged.class),
    SCRIPT_APPROVED(Topics.VOICEMAIL, "dev.tightrope.voicemail.script-approved.v1", ScriptApproved.class),
    SCRIPT_REOPENED(Topics.VOICEMAIL, "dev.tightrope.voicemail.script-reopened.v1", ScriptReopened.class),
    VOICEMAIL_LEFT(Topics.VOICEMAIL, "dev.tightrope.voicemail.voicemail-left.v1", VoicemailLeft.class),
    CONVERSATION_HELD(Topics.VOICEMAIL, "dev.tightrope.voicemail.conversation-held.v1", ConversationHeld.class),
    EMAIL_RELEASED(Topics.VOICEMAIL, "dev.tightrope.voicemail.email-released.v1", EmailReleased.class),
    CALL_ATTEMPT_UNDONE(Topics.VOICEMAIL, "dev.tightrope.voicemail.call-attempt-undone.v1", CallAttemptUndone.class),
    CALL_UNSUCCESSFUL(Topics.VOICEMAIL, "dev.tightrope.voicemail.call-unsuccessful.v1", CallUnsuccessful.class),
    WRONG_NUMBER_FOUND(Topics.VOICEMAIL, "dev.tightrope.voicemail.wrong-number-found.v1", WrongNumberFound.class),
    EXECUTIVE_DECLINED(Topics.VOICEMAIL, "dev.tightrope.voicemail.executive-declined.v1", ExecutiveDeclined.class),
    WAIT_SCHEDULED(Topics.SCHEDULER, "dev.tightrope.scheduler.wait-scheduled.v1", WaitScheduled.class),
    FOLLOW_UP_DUE(Topics.SCHEDULER, "dev.tightrope.scheduler.follow-up-due.v1", FollowUpDue.class),
    REMINDER_SENT(Topics.SCHEDULER, "dev.tightrope.scheduler.reminder-sent.v1", ReminderSent.class),
    DEPUTY_APPOINTED(Topics.SCHEDULER, "dev.tightrope.scheduler.deputy-appointed.v1", DeputyAppointed.class),
    DEPUTY_DISMISSED(Topics.SCHEDULER, "dev.tightrope.scheduler.deputy-dismissed.v1", DeputyDismissed.class);

    private static final Map<String, EventType> BY_NAME =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::type, Function.identity()));
    private static final Map<Class<?>, EventType> BY_CLASS =
            Arrays.stream(values()).collect(Collectors.toUnmodifiableMap(EventType::eventClass, Function.identity()));

    private final String topic;
    private final String type;
    private final Class<? extends TightropeEvent> eventClass;

    EventType(String topic, String type, Class<? extends TightropeEvent> eventClass) {
        this.topic = topic;
        this.type = type;
        this.eventClass = eventClass;
    }

    /** Topic the type is published on. */
    public String topic() {
        return topic;
    }

    /** CloudEvents {@code type}, with its version. */
    public String type() {
        return type;
    }

    /** Record that carries the data. */
    public Class<? extends TightropeEvent> eventClass() {
        return eventClass;
    }

    /** Finds a type by its CloudEvents name; empty for one this release does not know. */
    public static Optional<EventType> ofType(String type) {
        return Optional.ofNullable(BY_NAME.get(type));
    }

    /** Type of an event. */
    public static EventType of(TightropeEvent event) {
        EventType type = BY_CLASS.get(event.getClass());
        if (type == null) {
            throw new IllegalStateException(event.getClass() + " has no entry in EventType");
        }
        return type;
    }
}
