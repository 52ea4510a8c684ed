package dev.tightrope.api.request;

import com.fasterxml.jackson.core.JsonLocation;
import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.core.exc.InputCoercionException;
import com.fasterxml.jackson.databind.DatabindException;
import com.fasterxml.jackson.databind.JsonMappingException;
import com.fasterxml.jackson.databind.exc.InvalidDefinitionException;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import com.fasterxml.jackson.databind.exc.UnrecognizedPropertyException;
import com.fasterxml.jackson.databind.exc.ValueInstantiationException;
import dev.tightrope.api.Expected;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.ProblemException;
import dev.tightrope.api.Problems;
import java.util.Collection;
import java.util.List;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/** What Jackson found wrong with a body, in the client's words: where it is and what would be right. */
final class JsonRefusals {
    private JsonRefusals() {}

    /** The refusal to throw instead; an exception that is our own mistake comes back as it is. */
    static RuntimeException of(JsonProcessingException e) {
        if (e instanceof InvalidDefinitionException ours && !(e.getCause() instanceof ProblemException)) {
            return new IllegalStateException("A request type cannot be read by Jackson", ours);
        }
        if (e.getCause() instanceof ProblemException refusedByTheRecord) {
            return refusedByTheRecord;
        }
        InputCoercionException outOfRange = outOfRange(e);
        if (outOfRange != null) {
            return invalid(e, Expected.of(outOfRange.getTargetType()));
        }
        if (e instanceof UnrecognizedPropertyException unknown) {
            return Problems.badRequest("unknown-field", List.of(new FieldError(pointerOf(unknown), allowed(unknown))));
        }
        if (e instanceof RefusedValueException refused) {
            return invalid(refused, refused.getOriginalMessage());
        }
        if (e instanceof ValueInstantiationException rejected) {
            return invalid(rejected, messageOf(rejected.getCause()));
        }
        if (e instanceof MismatchedInputException mismatched && !isSyntax(mismatched)) {
            Class<?> type = mismatched.getTargetType();
            return invalid(mismatched, type == null ? "has a value that cannot be read" : Expected.of(type));
        }
        return malformed(e);
    }

    private static ProblemException invalid(JsonProcessingException e, String message) {
        return Problems.badRequest("invalid-value", List.of(new FieldError(pointerOf(e), message)));
    }

    private static String allowed(UnrecognizedPropertyException e) {
        Collection<Object> known = e.getKnownPropertyIds();
        String names = known == null
                ? ""
                : known.stream().map(String::valueOf).sorted().collect(Collectors.joining(", "));
        return "is no field of this request; its fields are: " + names;
    }

    /** A record's own check says what it wants; anything else it throws is not meant for the client. */
    private static String messageOf(@Nullable Throwable cause) {
        String message = cause instanceof IllegalArgumentException ? cause.getMessage() : null;
        return message == null ? "has a value that is not allowed" : message;
    }

    private static ProblemException malformed(JsonProcessingException e) {
        JsonLocation at = e.getLocation();
        String where = at == null ? "" : " at line " + at.getLineNr() + ", column " + at.getColumnNr();
        // Jackson names its source, its settings and our classes in some messages; the client needs the words before.
        String what = e.getOriginalMessage().replaceAll("(?s)\\s*(\\(start marker|\\(bound as| at \\[Source).*$", "");
        return Problems.badRequest("malformed-json", "The body is no valid JSON" + where + ": " + what + ".");
    }

    /** Something behind the end of the value is a mismatch to Jackson, but to the client it is no JSON. */
    private static boolean isSyntax(MismatchedInputException e) {
        String message = e.getOriginalMessage();
        return message.startsWith("Trailing token") || message.startsWith("Unexpected end-of-input");
    }

    private static @Nullable InputCoercionException outOfRange(JsonProcessingException e) {
        if (e instanceof InputCoercionException itself) {
            return itself;
        }
        return e.getCause() instanceof InputCoercionException cause ? cause : null;
    }

    /** RFC 6901; empty is the whole body. */
    static String pointerOf(JsonProcessingException e) {
        if (!(e instanceof DatabindException) || !(e instanceof JsonMappingException mapping)) {
            return "";
        }
        StringBuilder pointer = new StringBuilder();
        for (JsonMappingException.Reference step : mapping.getPath()) {
            String token = step.getFieldName() != null ? step.getFieldName() : String.valueOf(step.getIndex());
            pointer.append('/').append(token.replace("~", "~0").replace("/", "~1"));
        }
        return pointer.toString();
    }
}
