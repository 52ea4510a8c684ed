package dev.tightrope.api.openapi;

import dev.tightrope.api.Idempotent;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PATCH;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.core.HttpHeaders;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.function.Predicate;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.AnnotationTarget;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.IndexView;
import org.jboss.jandex.MethodInfo;
import org.jspecify.annotations.Nullable;

/** Which operations have a mark that the document has to tell of, found in the class index, as "POST /path". */
final class MarkedOperations {
    private static final DotName IDEMPOTENT = DotName.createSimple(Idempotent.class);
    private static final DotName PATH = DotName.createSimple(Path.class);
    private static final DotName HEADER = DotName.createSimple(HeaderParam.class);
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final List<Class<?>> UNSAFE = List.of(POST.class, PUT.class, PATCH.class, DELETE.class);

    private final Set<String> found = new HashSet<>();

    private MarkedOperations(IndexView index, Predicate<MethodInfo> marked) {
        for (Class<?> verb : UNSAFE) {
            for (AnnotationInstance use : index.getAnnotations(verb)) {
                if (use.target().kind() == AnnotationTarget.Kind.METHOD
                        && marked.test(use.target().asMethod())) {
                    add(verb.getSimpleName(), use.target().asMethod());
                }
            }
        }
    }

    /** Those that are {@link Idempotent}. */
    static MarkedOperations idempotent(IndexView index) {
        return new MarkedOperations(
                index,
                method -> method.hasAnnotation(IDEMPOTENT)
                        || method.declaringClass().hasDeclaredAnnotation(IDEMPOTENT));
    }

    /** Those whose {@code If-Match} may not be left out: see {@link dev.tightrope.api.problem.DemandedVersion}. */
    static MarkedOperations demandingVersion(IndexView index) {
        return new MarkedOperations(
                index,
                method -> method.parameters().stream()
                        .anyMatch(parameter -> isIfMatch(parameter.annotation(HEADER))
                                && !parameter.type().hasAnnotation(NULLABLE)));
    }

    private static boolean isIfMatch(@Nullable AnnotationInstance header) {
        return header != null && header.value().asString().equalsIgnoreCase(HttpHeaders.IF_MATCH);
    }

    boolean contains(String verb, String path) {
        return found.stream().anyMatch(known -> known.startsWith(verb + " ") && endsWith(path, known));
    }

    /** The document's paths have the application's root in front. */
    private static boolean endsWith(String path, String known) {
        return plain(path).endsWith(known.substring(known.indexOf(' ') + 1));
    }

    private void add(String verb, MethodInfo method) {
        ClassInfo resource = method.declaringClass();
        found.add(verb + " "
                + plain(pathOf(resource.declaredAnnotation(PATH)) + pathOf(method.declaredAnnotation(PATH))));
    }

    private static String pathOf(@Nullable AnnotationInstance path) {
        if (path == null) {
            return "";
        }
        String value = path.value().asString();
        return value.startsWith("/") ? value : "/" + value;
    }

    /** Without the patterns and names of parameters, and without a slash at the end. */
    private static String plain(String path) {
        return path.replaceAll("\\{[^}]*}", "{}").replaceAll("/+", "/").replaceAll("/$", "");
    }
}
