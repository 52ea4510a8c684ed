package dev.tightrope.scheduler.outreach;

import dev.tightrope.events.SuggestionSettled;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Event;

/** Lets an outreach go on when a message that might have belonged to it is settled. */
@ApplicationScoped
class MirrorSettledSuggestion implements EventHandler<SuggestionSettled> {
    private final OpenSuggestions suggestions;
    private final Event<SuggestionGone> gone;

    MirrorSettledSuggestion(OpenSuggestions suggestions, Event<SuggestionGone> gone) {
        this.suggestions = suggestions;
        this.gone = gone;
    }

    @Override
    public Class<SuggestionSettled> eventClass() {
        return SuggestionSettled.class;
    }

    @Override
    public void handle(Received<SuggestionSettled> received) {
        SuggestionSettled settled = received.data();
        suggestions.settled(settled);
        gone.fire(new SuggestionGone(settled.ref().outreachId(), settled.suggestionId(), settled.verdict()));
    }
}
