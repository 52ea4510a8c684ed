package dev.tightrope.api.request;

import com.fasterxml.jackson.core.JsonParser;
import com.fasterxml.jackson.databind.exc.MismatchedInputException;

/** A value whose refusal is already worded for the client; Jackson adds the path on its way out. */
final class RefusedValueException extends MismatchedInputException {
    private static final long serialVersionUID = 1L;

    RefusedValueException(JsonParser parser, String message) {
        super(parser, message);
    }
}
