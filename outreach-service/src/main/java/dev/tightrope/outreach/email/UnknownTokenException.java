package dev.tightrope.outreach.email;

import java.util.Arrays;

/** A template asks for something that is not on the list of tokens. */
class UnknownTokenException extends RuntimeException {
    private static final long serialVersionUID = 1L;

    UnknownTokenException(String token) {
        super("{{" + token + "}} is no token; known are "
                + Arrays.stream(Token.values()).map(Token::key).toList());
    }
}
