package dev.tightrope.voicemail.database;

import io.quarkus.arc.Arc;
import io.quarkus.test.junit.callback.QuarkusTestBeforeEachCallback;
import io.quarkus.test.junit.callback.QuarkusTestMethodContext;

/** Lets every test begin on a working morning, whatever the hour at which the one before it ended. */
public final class StartsInTheMorning implements QuarkusTestBeforeEachCallback {
    @Override
    public void beforeEach(QuarkusTestMethodContext context) {
        Arc.container().instance(SettableDatabaseTime.class).get().becomesMorning();
    }
}
