package dev.tightrope.voicemail.outreach;

import dev.tightrope.events.SuggestionSettled;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SuggestionSettledHandler implements EventHandler<SuggestionSettled> {
    private final Mirror mirror;
    private final OpenSuggestions suggestions;

    SuggestionSettledHandler(Mirror mirror, OpenSuggestions suggestions) {
        this.mirror = mirror;
        this.suggestions = suggestions;
    }

    @Override
    public Class<SuggestionSettled> eventClass() {
        return SuggestionSettled.class;
    }

    @Override
    public void handle(Received<SuggestionSettled> received) {
        mirror.touch(received.data().ref());
        suggestions.settled(received.data());
    }
}
