package dev.tightrope.voicemail.input;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import com.google.i18n.phonenumbers.Phonenumber.PhoneNumber;
import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import java.net.URI;
import java.net.URISyntaxException;
import java.util.ArrayList;
import java.util.List;
import org.jspecify.annotations.Nullable;

/** The fields of one request: reads each into its normal form and collects what is wrong. */
public final class Fields {
    private final List<FieldError> errors = new ArrayList<>();

    /** Notes what is wrong with a field. */
    public void wrong(String pointer, String message) {
        errors.add(new FieldError(pointer, message));
    }

    /** Free text without outer blanks; null when blank. Control characters other than tab and line end are refused. */
    public @Nullable String text(String pointer, @Nullable String value, int longest) {
        if (value == null || value.isBlank()) {
            return null;
        }
        String text = value.strip().replace("\r\n", "\n");
        if (text.length() > longest) {
            wrong(pointer, "must have at most " + longest + " characters");
        }
        if (text.chars().anyMatch(c -> Character.isISOControl(c) && c != '\n' && c != '\t')) {
            wrong(pointer, "must not contain control characters");
        }
        if (hasLoneSurrogate(text)) {
            wrong(pointer, "must be valid Unicode");
        }
        return text;
    }

    /** As {@link #text}, on one line. */
    public @Nullable String line(String pointer, @Nullable String value, int longest) {
        String text = text(pointer, value, longest);
        if (text != null && (text.indexOf('\n') >= 0 || text.indexOf('\t') >= 0)) {
            wrong(pointer, "must be on one line");
        }
        return text;
    }

    /** A telephone number in E.164. */
    public @Nullable String phone(String pointer, @Nullable String value) {
        String text = line(pointer, value, 40);
        if (text == null) {
            return null;
        }
        PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
        try {
            PhoneNumber number = numbers.parse(text, null);
            if (numbers.isPossibleNumber(number)) {
                return numbers.format(number, PhoneNumberFormat.E164);
            }
            wrong(pointer, "is no possible telephone number");
        } catch (NumberParseException e) {
            wrong(pointer, "must be a telephone number with its country code, such as +46701234567");
        }
        return text;
    }

    /** A link to a page. */
    public @Nullable String link(String pointer, @Nullable String value) {
        String text = line(pointer, value, 2_000);
        if (text == null) {
            wrong(pointer, "must be a link, such as https://example.com/annual-report");
            return null;
        }
        try {
            URI uri = new URI(text);
            boolean web = "https".equalsIgnoreCase(uri.getScheme()) || "http".equalsIgnoreCase(uri.getScheme());
            if (!web || uri.getHost() == null) {
                wrong(pointer, "must begin with https:// or http:// and name a host");
            }
        } catch (URISyntaxException e) {
            wrong(pointer, "must be a link, such as https://example.com/annual-report");
        }
        return text;
    }

    /** Ends the request with 400 naming all that was wrong, if anything was. */
    public void check() {
        if (!errors.isEmpty()) {
            throw Problems.badRequest("invalid-request", errors);
        }
    }

    private static boolean hasLoneSurrogate(String text) {
        return text.codePoints().anyMatch(c -> c >= Character.MIN_SURROGATE && c <= Character.MAX_SURROGATE);
    }
}
