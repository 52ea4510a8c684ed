package dev.tightrope.api.problem;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.ProblemException;
import dev.tightrope.api.Problems;
import jakarta.validation.ConstraintViolation;
import jakarta.validation.ConstraintViolationException;
import jakarta.validation.ElementKind;
import jakarta.validation.Path;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.Comparator;
import java.util.List;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Bean validation's violations as field errors. */
final class Violations {
    private Violations() {}

    /** A return value that breaks its constraints is our fault, not the caller's. */
    static boolean isFaultOfCaller(ConstraintViolationException e) {
        for (ConstraintViolation<?> violation : e.getConstraintViolations()) {
            for (Path.Node node : violation.getPropertyPath()) {
                if (node.getKind() == ElementKind.RETURN_VALUE) {
                    return false;
                }
            }
        }
        return true;
    }

    static ProblemException problemOf(ConstraintViolationException e) {
        List<FieldError> errors = new ArrayList<>();
        for (ConstraintViolation<?> violation : e.getConstraintViolations()) {
            errors.add(errorOf(violation));
        }
        errors.sort(Comparator.comparing(FieldError::pointer).thenComparing(FieldError::message));
        return Problems.badRequest("invalid-request", errors);
    }

    private static FieldError errorOf(ConstraintViolation<?> violation) {
        StringBuilder pointer = new StringBuilder();
        Class<?>[] signature = new Class<?>[0];
        String method = "";
        for (Path.Node node : violation.getPropertyPath()) {
            if (node.getKind() == ElementKind.METHOD) {
                method = node.getName();
                signature = node.as(Path.MethodNode.class).getParameterTypes().toArray(Class<?>[]::new);
            } else if (node.getKind() == ElementKind.PARAMETER) {
                int index = node.as(Path.ParameterNode.class).getParameterIndex();
                FieldError parameter = parameterError(violation, method, signature, index);
                if (parameter != null) {
                    return parameter;
                }
            } else {
                append(pointer, node);
            }
        }
        return new FieldError(pointer.toString(), violation.getMessage());
    }

    private static @Nullable FieldError parameterError(
            ConstraintViolation<?> violation, String method, Class<?>[] signature, int index) {
        // The root is the subclass CDI generated for the interceptors, whose parameters have no annotations.
        for (Class<?> type = violation.getRootBeanClass(); type != null; type = type.getSuperclass()) {
            Optional<ResourceParameter> named = Arrays.stream(type.getDeclaredMethods())
                    .filter(candidate -> candidate.getName().equals(method)
                            && Arrays.equals(candidate.getParameterTypes(), signature))
                    .flatMap(candidate -> ResourceParameter.of(candidate.getParameters()[index]).stream())
                    .findFirst();
            if (named.isPresent()) {
                return named.get().error(violation.getMessage());
            }
        }
        return null;
    }

    private static void append(StringBuilder pointer, Path.Node node) {
        if (node.isInIterable()) {
            Object at = node.getIndex() == null ? node.getKey() : node.getIndex();
            if (at != null) {
                pointer.append('/').append(escape(at.toString()));
            }
        }
        if (node.getKind() == ElementKind.PROPERTY && node.getName() != null) {
            pointer.append('/').append(escape(node.getName()));
        }
    }

    /** RFC 6901, section 3. */
    static String escape(String token) {
        return token.replace("~", "~0").replace("/", "~1");
    }
}
