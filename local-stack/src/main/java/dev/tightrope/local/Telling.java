package dev.tightrope.local;

import dev.tightrope.embedded.AcceptedMail;
import java.io.PrintStream;
import org.jspecify.annotations.Nullable;

/** Tells a story on the console: what happens, the requests as they are made, the mails as they were delivered. */
final class Telling implements Rest.Listener {

    private static final int LONGEST_ANSWER = 360;

    private final PrintStream out;
    private int step;

    Telling(PrintStream out) {
        this.out = out;
    }

    void title(String text) {
        out.println("\n════ " + text + " ════");
    }

    void step(String text) {
        step++;
        out.println("\n" + step + ". " + text);
    }

    void say(String text) {
        out.println("   " + text.replace("\n", "\n   "));
    }

    @Override
    public void called(String method, String path, @Nullable String body, Rest.Answer answer) {
        out.println("   → " + method + " /api/v1" + path + (body == null ? "" : "\n     " + body.replace("\n", "")));
        String text = answer.body().toString();
        out.println("   ← " + answer.status() + " "
                + (text.length() <= LONGEST_ANSWER ? text : text.substring(0, LONGEST_ANSWER) + " …"));
    }

    void mail(String title, AcceptedMail mail) {
        out.println("   ┌─ " + title + " (accepted " + mail.at() + ")");
        MailPages.summary(mail).lines().forEach(line -> out.println("   │ " + line));
        out.println("   └─");
    }
}
