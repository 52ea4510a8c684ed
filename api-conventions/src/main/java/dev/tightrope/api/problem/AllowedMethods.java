package dev.tightrope.api.problem;

import jakarta.enterprise.context.ApplicationScoped;
import jakarta.enterprise.inject.Any;
import jakarta.enterprise.inject.spi.Bean;
import jakarta.enterprise.inject.spi.BeanManager;
import jakarta.ws.rs.HttpMethod;
import jakarta.ws.rs.Path;
import java.lang.annotation.Annotation;
import java.lang.reflect.Method;
import java.util.ArrayList;
import java.util.List;
import java.util.SortedSet;
import java.util.TreeSet;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The methods each path takes: a 405 has to name them in Allow (RFC 9110, section 15.5.6), and Quarkus does not. */
@ApplicationScoped
class AllowedMethods {

    private final List<Route> routes = new ArrayList<>();

    AllowedMethods(BeanManager beans) {
        for (Bean<?> bean : beans.getBeans(Object.class, Any.Literal.INSTANCE)) {
            Path root = bean.getBeanClass().getAnnotation(Path.class);
            if (root != null) {
                for (Method method : bean.getBeanClass().getMethods()) {
                    verbsOf(method)
                            .forEach(verb -> routes.add(
                                    new Route(verb, patternOf(root.value(), method.getAnnotation(Path.class)))));
                }
            }
        }
    }

    /** What may be sent to a path: {@code GET, HEAD, OPTIONS, POST}. */
    String of(String path) {
        SortedSet<String> allowed = verbsAt(path);
        if (allowed.contains(HttpMethod.GET)) {
            allowed.add(HttpMethod.HEAD);
        }
        allowed.add(HttpMethod.OPTIONS);
        return String.join(", ", allowed);
    }

    /** The path itself or the nearest above it that can be read, which shows the version of what is changed there. */
    String readableAt(String path) {
        String at = path;
        while (!verbsAt(at).contains(HttpMethod.GET) && at.lastIndexOf('/') > 0) {
            at = at.substring(0, at.lastIndexOf('/'));
        }
        return at;
    }

    private SortedSet<String> verbsAt(String path) {
        return routes.stream()
                .filter(route -> route.path().matcher(path).matches())
                .map(Route::verb)
                .collect(Collectors.toCollection(TreeSet::new));
    }

    private static Stream<String> verbsOf(Method method) {
        return Stream.of(method.getAnnotations())
                .map(Annotation::annotationType)
                .map(type -> type.getAnnotation(HttpMethod.class))
                .filter(verb -> verb != null)
                .map(HttpMethod::value);
    }

    private static Pattern patternOf(String root, @Nullable Path below) {
        String template = "/" + root + "/" + (below == null ? "" : below.value());
        String segments = Stream.of(template.split("/"))
                .filter(segment -> !segment.isEmpty())
                .map(segment -> segment.startsWith("{") ? "[^/]+" : Pattern.quote(segment))
                .collect(Collectors.joining("/"));
        return Pattern.compile("/" + segments + "/?");
    }

    private record Route(String verb, Pattern path) {}
}
