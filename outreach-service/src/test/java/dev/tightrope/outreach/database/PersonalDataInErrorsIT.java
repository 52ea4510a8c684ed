package dev.tightrope.outreach.database;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.catchThrowable;

import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import org.jdbi.v3.core.Jdbi;
import org.junit.jupiter.api.Test;

/** What is bound to a statement stays out of the exceptions that end in logs and with parked messages. */
@QuarkusTest
class PersonalDataInErrorsIT {
    @Inject
    Jdbi jdbi;

    @Test
    void anExceptionDoesNotSayWhatWasBound() {
        Throwable failure = catchThrowable(() -> jdbi.useHandle(
                handle -> handle.createUpdate("INSERT INTO nowhere (text, address) VALUES (:text, :address)")
                        .bind("text", "please call me on +46701740605")
                        .bind("address", "anna.berg@kund.example")
                        .execute()));

        assertThat(failure).isNotNull();
        assertThat(failure.toString()).doesNotContain("+46701740605", "anna.berg", "arguments");
        assertThat(failure.getCause().toString()).doesNotContain("+46701740605", "anna.berg");
    }
}
