package dev.tightrope.api.problem;

import dev.tightrope.api.ProblemException;
import io.quarkus.runtime.configuration.MemorySize;
import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.core.buffer.Buffer;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import org.eclipse.microprofile.config.inject.ConfigProperty;

/** Answers a body announced too large with a problem, where Quarkus would close the connection without a word. */
@ApplicationScoped
class BodySizeLimit {
    private final long limit;
    private final ProblemResponses responses;

    BodySizeLimit(
            @ConfigProperty(name = "quarkus.http.limits.max-body-size") MemorySize limit, ProblemResponses responses) {
        this.limit = limit.asLongValue();
        this.responses = responses;
    }

    void register(@Observes Filters filters) {
        filters.register(this::check, RequestIds.FIRST - 1);
    }

    private void check(RoutingContext context) {
        String length = context.request().getHeader("Content-Length");
        if (length == null || withinLimit(length)) {
            context.next();
            return;
        }
        // The body is not read, so the connection cannot be used again.
        context.response()
                .setStatusCode(413)
                .putHeader("Content-Type", Problem.MEDIA_TYPE)
                .putHeader("Connection", "close");
        context.response()
                .end(Buffer.buffer(responses.bytesOf(tooLarge(limit))))
                .onComplete(written -> context.request().connection().close());
    }

    private boolean withinLimit(String length) {
        try {
            return Long.parseLong(length) <= limit;
        } catch (NumberFormatException e) {
            return false;
        }
    }

    static ProblemException tooLarge(long limit) {
        return new ProblemException(
                413, "body-too-large", "Body too large", "The body of this call may have " + limit + " bytes at most.");
    }
}
