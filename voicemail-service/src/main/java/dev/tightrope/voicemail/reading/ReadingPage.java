package dev.tightrope.voicemail.reading;

import com.google.i18n.phonenumbers.NumberParseException;
import com.google.i18n.phonenumbers.PhoneNumberUtil;
import com.google.i18n.phonenumbers.PhoneNumberUtil.PhoneNumberFormat;
import dev.tightrope.voicemail.homework.Homework;
import dev.tightrope.voicemail.outreach.Outreach;
import dev.tightrope.voicemail.people.Person;
import dev.tightrope.voicemail.script.LiveWording;
import dev.tightrope.voicemail.script.ScriptView;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import java.text.BreakIterator;
import java.util.ArrayList;
import java.util.List;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/**
 * A script as a page: its words in their own language, the headings in the reader's.
 *
 * @param live what to say if the executive answers; null while no e-mail is approved
 * @param hindered whether a suppression, somebody else's hold, an open suggestion or a wrong number forbids the call
 * @param language tag of the language the headings are in
 */
public record ReadingPage(
        Outreach outreach,
        ScriptView script,
        @Nullable LiveWording live,
        Homework homework,
        boolean hindered,
        String language,
        ResourceBundle words) {
    @CheckedTemplate(basePath = "reading")
    private static final class Templates {
        private Templates() {}

        static native TemplateInstance print(ReadingPage page);

        static native TemplateInstance large(ReadingPage page);
    }

    static ReadingPage of(
            Outreach outreach,
            ScriptView script,
            @Nullable LiveWording live,
            Homework homework,
            boolean hindered,
            @Nullable Person reader) {
        ResourceBundle words = ResourceBundle.getBundle(
                "dev.tightrope.voicemail.reading.words",
                Locale.forLanguageTag(reader == null ? "en" : reader.language()),
                ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        Locale used = words.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : words.getLocale();
        return new ReadingPage(outreach, script, live, homework, hindered, used.getLanguage(), words);
    }

    String html(ReadingView view) {
        return switch (view) {
            case PRINT -> Templates.print(this).render();
            case LARGE -> Templates.large(this).render();
        };
    }

    /** The word for a key. */
    public String word(String key) {
        return words.getString(key);
    }

    /** Key of the reason why it must not be read out now; null where it may be. */
    public @Nullable String stop() {
        if (outreach.permissionEnded()) {
            return "permissionEnded";
        }
        if (script.status() != ScriptView.Status.APPROVED) {
            return "draft";
        }
        if (!outreach.standsIn("READY_TO_CALL")) {
            return "noCall";
        }
        return hindered ? "hindered" : null;
    }

    /** What to say, a breath each. */
    public List<String> sentences() {
        BreakIterator ends = BreakIterator.getSentenceInstance(Locale.forLanguageTag(script.language()));
        List<String> sentences = new ArrayList<>();
        script.text().lines().forEach(line -> {
            ends.setText(line);
            int start = 0;
            for (int end = ends.next(); end != BreakIterator.DONE; end = ends.next()) {
                sentences.add(line.substring(start, end).strip());
                start = end;
            }
        });
        sentences.removeIf(String::isEmpty);
        return sentences;
    }

    /** The rep's number in groups, to be said slowly; as it is stored where it has none. */
    public @Nullable String number() {
        String number = outreach.email() == null ? null : outreach.email().repPhone();
        if (number == null) {
            return null;
        }
        try {
            PhoneNumberUtil numbers = PhoneNumberUtil.getInstance();
            return numbers.format(numbers.parse(number, null), PhoneNumberFormat.INTERNATIONAL);
        } catch (NumberParseException e) {
            return number;
        }
    }
}
