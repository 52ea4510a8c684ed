package dev.tightrope.voicemail.outreach;

import dev.tightrope.events.SuggestionOpened;
import dev.tightrope.messaging.EventHandler;
import dev.tightrope.messaging.Received;
import jakarta.enterprise.context.ApplicationScoped;

@ApplicationScoped
class SuggestionOpenedHandler implements EventHandler<SuggestionOpened> {
    private final Mirror mirror;
    private final OpenSuggestions suggestions;

    SuggestionOpenedHandler(Mirror mirror, OpenSuggestions suggestions) {
        this.mirror = mirror;
        this.suggestions = suggestions;
    }

    @Override
    public Class<SuggestionOpened> eventClass() {
        return SuggestionOpened.class;
    }

    @Override
    public void handle(Received<SuggestionOpened> received) {
        mirror.touch(received.data().ref());
        suggestions.opened(received.data());
    }
}
