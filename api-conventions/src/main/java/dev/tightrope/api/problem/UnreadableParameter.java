package dev.tightrope.api.problem;

import dev.tightrope.api.Expected;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.ProblemException;
import dev.tightrope.api.Problems;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.UriInfo;
import java.lang.reflect.Method;
import java.lang.reflect.Parameter;
import java.util.List;
import java.util.Map;
import java.util.Optional;

/** Finds out which path or query parameter could not be read; JAX-RS only says that one could not. */
final class UnreadableParameter {
    private UnreadableParameter() {}

    static ProblemException problemOf(ResourceInfo resource, UriInfo uri) {
        Method method = resource.getResourceMethod();
        if (method != null) {
            for (Parameter candidate : method.getParameters()) {
                Optional<ResourceParameter> parameter = ResourceParameter.of(candidate);
                if (parameter.isPresent() && isUnreadable(parameter.get(), uri)) {
                    return problemOf(parameter.get());
                }
            }
        }
        return Problems.badRequest("invalid-request", "A parameter of the path or the query cannot be read.");
    }

    /** Nothing can live at an id that is none, so 404; a query that cannot be read is a wrong request. */
    private static ProblemException problemOf(ResourceParameter parameter) {
        FieldError error = parameter.error(Expected.of(parameter.type()));
        if (parameter.in() == ResourceParameter.In.PATH) {
            return new ProblemException(
                    404,
                    "not-found",
                    "Not found",
                    "There is nothing at this path: " + parameter.name() + " " + error.message() + ".",
                    List.of(error),
                    Map.of());
        }
        return Problems.badRequest(error);
    }

    private static boolean isUnreadable(ResourceParameter parameter, UriInfo uri) {
        List<String> values = switch (parameter.in()) {
            case PATH -> uri.getPathParameters().get(parameter.name());
            case QUERY -> uri.getQueryParameters().get(parameter.name());
            case HEADER -> null;
        };
        return values != null && values.stream().anyMatch(value -> !Expected.isReadable(parameter.type(), value));
    }
}
