package dev.tightrope.api.problem;

import dev.tightrope.api.FieldError;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.QueryParam;
import java.lang.reflect.Parameter;
import java.util.Optional;
import org.jboss.resteasy.reactive.RestHeader;
import org.jboss.resteasy.reactive.RestPath;
import org.jboss.resteasy.reactive.RestQuery;

/** A parameter of a resource method that is not the body, by the name clients know it. */
record ResourceParameter(In in, String name, Class<?> type) {
    enum In {
        PATH,
        QUERY,
        HEADER
    }

    static Optional<ResourceParameter> of(Parameter parameter) {
        if (parameter.isAnnotationPresent(PathParam.class)) {
            return named(In.PATH, parameter.getAnnotation(PathParam.class).value(), parameter);
        }
        if (parameter.isAnnotationPresent(RestPath.class)) {
            return named(In.PATH, parameter.getAnnotation(RestPath.class).value(), parameter);
        }
        if (parameter.isAnnotationPresent(QueryParam.class)) {
            return named(In.QUERY, parameter.getAnnotation(QueryParam.class).value(), parameter);
        }
        if (parameter.isAnnotationPresent(RestQuery.class)) {
            return named(In.QUERY, parameter.getAnnotation(RestQuery.class).value(), parameter);
        }
        if (parameter.isAnnotationPresent(HeaderParam.class)) {
            return named(In.HEADER, parameter.getAnnotation(HeaderParam.class).value(), parameter);
        }
        if (parameter.isAnnotationPresent(RestHeader.class)) {
            return named(In.HEADER, parameter.getAnnotation(RestHeader.class).value(), parameter);
        }
        return Optional.empty();
    }

    FieldError error(String message) {
        return switch (in) {
            case PATH -> FieldError.path(name, message);
            case QUERY -> FieldError.query(name, message);
            case HEADER -> FieldError.header(name, message);
        };
    }

    private static Optional<ResourceParameter> named(In in, String name, Parameter parameter) {
        return Optional.of(new ResourceParameter(in, name.isEmpty() ? parameter.getName() : name, parameter.getType()));
    }
}
