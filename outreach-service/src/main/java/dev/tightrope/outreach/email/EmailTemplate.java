package dev.tightrope.outreach.email;

import dev.tightrope.names.BusinessRole;
import java.io.IOException;
import java.io.InputStream;
import java.io.UncheckedIOException;
import java.nio.charset.StandardCharsets;
import java.util.Locale;
import java.util.Map;
import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Subject and body with tokens to fill in.
 *
 * @param subject subject line
 * @param body plain text
 */
record EmailTemplate(String subject, String body) {
    private static final String SUBJECT = "Subject:";
    private static final Pattern GAPS = Pattern.compile("\n{3,}");

    /** Reads the template of a role in a language. */
    static EmailTemplate of(BusinessRole role, EmailLanguage language) {
        String file = "/email-templates/" + role.name().toLowerCase(Locale.ROOT).replace('_', '-') + "."
                + language.tag() + ".txt";
        try (InputStream in = EmailTemplate.class.getResourceAsStream(file)) {
            if (in == null) {
                throw new IllegalStateException("template " + file + " is missing from the application");
            }
            return parse(new String(in.readAllBytes(), StandardCharsets.UTF_8));
        } catch (IOException e) {
            throw new UncheckedIOException(e);
        }
    }

    static EmailTemplate parse(String text) {
        String[] parts = text.replace("\r\n", "\n").split("\n\n", 2);
        if (parts.length != 2 || !parts[0].startsWith(SUBJECT)) {
            throw new IllegalArgumentException("a template begins with \"Subject: …\" and an empty line");
        }
        return new EmailTemplate(parts[0].substring(SUBJECT.length()).strip(), parts[1].strip());
    }

    /** Fills the tokens in. Values are never read as templates themselves. */
    EmailTemplate filled(Map<Token, String> values) {
        String line = fill(subject, values).replaceAll("\\s+", " ").strip();
        return new EmailTemplate(
                line, GAPS.matcher(fill(body, values)).replaceAll("\n\n").strip());
    }

    private static String fill(String text, Map<Token, String> values) {
        return Token.PLACEHOLDER.matcher(text).replaceAll(found -> {
            Token token = Token.ofKey(found.group(1)).orElseThrow(() -> new UnknownTokenException(found.group(1)));
            String value = values.getOrDefault(token, "").strip();
            boolean leave = value.isEmpty() && token.required();
            return Matcher.quoteReplacement(leave ? found.group() : value);
        });
    }
}
