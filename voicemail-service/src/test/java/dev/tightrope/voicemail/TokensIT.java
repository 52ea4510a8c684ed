package dev.tightrope.voicemail;

import dev.tightrope.testing.TokensOfOurs;
import io.quarkus.test.junit.QuarkusTest;

/** The service lets only tokens of ours in. */
@QuarkusTest
class TokensIT extends TokensOfOurs {
    TokensIT() {
        super("/api/v1/call-tasks");
    }
}
