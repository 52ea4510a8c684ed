package dev.tightrope.outreach.onetap;

import dev.tightrope.outreach.lifecycle.ClosureOutcome;
import dev.tightrope.outreach.lifecycle.DispositionKind;
import dev.tightrope.outreach.outreach.Act;
import dev.tightrope.outreach.people.Person;
import java.text.MessageFormat;
import java.time.Instant;
import java.time.LocalDate;
import java.time.ZoneId;
import java.time.ZoneOffset;
import java.time.format.DateTimeFormatter;
import java.time.format.FormatStyle;
import java.util.Locale;
import java.util.ResourceBundle;
import org.jspecify.annotations.Nullable;

/** The words of the pages in one language; one we have no words in gets English. */
public final class Words {
    static final String BUNDLE = "dev.tightrope.outreach.onetap.words";

    private final Locale locale;
    private final ZoneId zone;
    private final ResourceBundle texts;

    private Words(Locale wanted, ZoneId zone) {
        this.texts = ResourceBundle.getBundle(
                BUNDLE, wanted, ResourceBundle.Control.getNoFallbackControl(ResourceBundle.Control.FORMAT_PROPERTIES));
        this.locale = texts.getLocale().getLanguage().isEmpty() ? Locale.ENGLISH : texts.getLocale();
        this.zone = zone;
    }

    /** Those of a person; English where nobody knows who reads. */
    static Words of(@Nullable Person reader) {
        return reader == null
                ? new Words(Locale.ENGLISH, ZoneOffset.UTC)
                : new Words(Locale.forLanguageTag(reader.language()), reader.zone());
    }

    /** BCP 47 tag of the language. */
    public String language() {
        return locale.getLanguage();
    }

    /** The text of a key with its places filled. */
    String text(String key, Object... values) {
        return new MessageFormat(texts.getString(key), locale).format(values);
    }

    /** A text without places. */
    public String plain(String key) {
        return text(key);
    }

    /** What follows from a meaning. */
    public String follows(DispositionKind meaning) {
        return text(meaning.name() + ".follows");
    }

    /** What follows from an act. */
    public String follows(Act act) {
        return text(act.name() + ".follows");
    }

    /** That an act was done. */
    public String done(Act act) {
        return text(act.name() + ".done");
    }

    /** How they answered. */
    public String channel(String channel) {
        return text("channel." + channel);
    }

    /** How it ended. */
    public String outcome(ClosureOutcome outcome) {
        return text("outcome." + outcome);
    }

    /** A number of weeks. */
    public String weeks(int number) {
        return text("weeks", number);
    }

    /** The day of a moment where the reader works. */
    String day(Instant at) {
        return day(LocalDate.ofInstant(at, zone));
    }

    /** A day as people of the language write it. */
    String day(LocalDate day) {
        return DateTimeFormatter.ofLocalizedDate(FormatStyle.FULL)
                .withLocale(locale)
                .format(day);
    }

    /** A moment as people of the language write it. */
    public String moment(Instant at) {
        return DateTimeFormatter.ofLocalizedDateTime(FormatStyle.LONG, FormatStyle.SHORT)
                .withLocale(locale)
                .format(at.atZone(zone));
    }
}
