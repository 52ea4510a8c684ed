package dev.tightrope.scheduler.reminder;

import dev.tightrope.events.SuggestionOpened;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import dev.tightrope.scheduler.outreach.OpenSuggestions;
import jakarta.enterprise.context.ApplicationScoped;
import java.util.Set;

/** Holds what would fire, and tells the rep at once that a message may be an answer. */
@ApplicationScoped
class TellOfSuggestion implements EventHandler<SuggestionOpened> {
    private final OpenSuggestions suggestions;
    private final QueueReminders reminders;

    TellOfSuggestion(OpenSuggestions suggestions, QueueReminders reminders) {
        this.suggestions = suggestions;
        this.reminders = reminders;
    }

    @Override
    public Class<SuggestionOpened> eventClass() {
        return SuggestionOpened.class;
    }

    @Override
    public void handle(Received<SuggestionOpened> received) {
        SuggestionOpened event = received.data();
        suggestions.opened(event);
        reminders.notice(
                ReminderKind.SUGGESTION, event.ref(), Set.of(event.ref().ownerId()), received);
    }
}
