package dev.tightrope.api.problem;

import dev.tightrope.api.Problems;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.Arrays;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;
import org.jspecify.annotations.Nullable;

/**
 * Whoever changes or approves a versioned thing says which version was read: an operation that takes {@code If-Match}
 * demands it, unless its parameter is {@link Nullable} because there may be nothing to replace yet. The OpenAPI document
 * reads the same parameter.
 */
public class DemandedVersion {
    private final AllowedMethods allowed;
    private final Map<Method, Boolean> demanding = new ConcurrentHashMap<>();

    DemandedVersion(AllowedMethods allowed) {
        this.allowed = allowed;
    }

    /** Refuses a call without the header, before anything is looked up. */
    @ServerRequestFilter
    public void check(ResourceInfo resource, UriInfo uri, HttpHeaders headers) {
        String ifMatch = headers.getHeaderString(HttpHeaders.IF_MATCH);
        if ((ifMatch == null || ifMatch.isBlank())
                && demanding.computeIfAbsent(resource.getResourceMethod(), DemandedVersion::demands)) {
            throw Problems.preconditionRequired("This call needs the header If-Match, so that nobody's change is"
                    + " overwritten: the ETag of GET " + readablePath(uri) + ".");
        }
    }

    private String readablePath(UriInfo uri) {
        String root = uri.getBaseUri().getPath().replaceFirst("/$", "");
        return root + allowed.readableAt(uri.getPath());
    }

    private static boolean demands(Method operation) {
        return Arrays.stream(operation.getParameters()).anyMatch(DemandedVersion::demands);
    }

    private static boolean demands(Parameter parameter) {
        HeaderParam header = parameter.getAnnotation(HeaderParam.class);
        return header != null
                && header.value().equalsIgnoreCase(HttpHeaders.IF_MATCH)
                && !parameter.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }
}
