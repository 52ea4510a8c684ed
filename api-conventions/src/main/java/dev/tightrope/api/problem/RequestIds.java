package dev.tightrope.api.problem;

import io.quarkus.vertx.http.runtime.filters.Filters;
import io.vertx.ext.web.RoutingContext;
import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.event.Observes;
import java.util.UUID;
import java.util.regex.Pattern;
import org.jboss.logging.MDC;
import org.jspecify.annotations.Nullable;

/** Gives every request an id, the caller's where it has one, and puts it on the response and every log line. */
@ApplicationScoped
public class RequestIds {
    /** The header, in and out. */
    public static final String HEADER = "X-Request-Id";

    /** The key in the logging context. */
    public static final String MDC_KEY = "requestId";

    /** Before everything else, so that even a refused body carries the id. */
    static final int FIRST = 10_000;

    // What goes into logs must not be able to forge a line there.
    private static final Pattern ACCEPTABLE = Pattern.compile("[A-Za-z0-9._:+/=-]{1,128}");

    void register(@Observes Filters filters) {
        filters.register(RequestIds::identify, FIRST);
    }

    /** The id of the request being answered on this thread. */
    public static @Nullable String current() {
        Object id = MDC.get(MDC_KEY);
        return id == null ? null : id.toString();
    }

    static String accept(@Nullable String received) {
        return received != null && ACCEPTABLE.matcher(received).matches()
                ? received
                : UUID.randomUUID().toString();
    }

    private static void identify(RoutingContext context) {
        String id = accept(context.request().getHeader(HEADER));
        MDC.put(MDC_KEY, id);
        context.response().putHeader(HEADER, id);
        context.next();
    }
}
