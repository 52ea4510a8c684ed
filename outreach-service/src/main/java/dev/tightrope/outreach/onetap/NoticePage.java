package dev.tightrope.outreach.onetap;

import dev.tightrope.outreach.people.Person;
import io.quarkus.qute.CheckedTemplate;
import io.quarkus.qute.TemplateInstance;
import org.jspecify.annotations.Nullable;

/**
 * A page with one thing to say: that the link does nothing, and why.
 *
 * @param words in the reader's language, where it is known
 * @param about key of what it says
 */
public record NoticePage(Words words, String about) {
    @CheckedTemplate(basePath = "onetap")
    static final class Templates {
        private Templates() {}

        static native TemplateInstance notice(NoticePage notice);
    }

    static Answer of(int status, String about, @Nullable Person reader) {
        return new Answer(
                status,
                Templates.notice(new NoticePage(Words.of(reader), about)).render());
    }
}
