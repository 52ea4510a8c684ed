package dev.tightrope.outreach.inbound.analysis.quotes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * A mail as a program makes it of one of ours, in one language: passed on or answered, as text or as HTML.
 *
 * @param name program, language, what was done and how it is written
 * @param prefix what the program puts before the subject
 * @param type media type of the body
 * @param body what the program writes
 * @param forwards whether our mail is passed on, not answered
 * @param keepsToken whether our token is still in the body, if our mail has one
 * @param namesBoth whether the quote names whom our mail was from and whom it was to
 */
public record ComposedMail(
        String name, String prefix, String type, String body, boolean forwards, boolean keepsToken, boolean namesBoth) {
    private static final int GMAIL_WIDTH = 70;
    private static final int WIDTH_OF_QUOTES = 60;

    /** Every program, language and way, of a mail of ours. */
    public static List<ComposedMail> all(OurMail ours) {
        List<ComposedMail> mails = new ArrayList<>();
        for (Language language : Language.ALL) {
            for (Program program : Program.values()) {
                for (boolean forwards : new boolean[] {true, false}) {
                    mails.add(plain(program, language, forwards, ours));
                    mails.add(html(program, language, forwards, ours));
                }
            }
        }
        return mails;
    }

    private static ComposedMail html(Program program, Language language, boolean forwards, OurMail ours) {
        return composed(
                program,
                language,
                forwards,
                "text/html",
                between(ProgramHtml.of(program, language, forwards, ours), ours.called(escaped(ours.subject()))),
                ProgramHtml.keepsNames(program));
    }

    private static ComposedMail plain(Program program, Language language, boolean forwards, OurMail ours) {
        String frame = forwards ? program.forward(language) : program.answer(language);
        boolean showsReplyTo = program == Program.THUNDERBIRD && forwards;
        if (showsReplyTo && !ours.replyTo().isEmpty()) {
            String to = "\n" + language.to() + ": \t";
            frame = frame.replace(to, "\nReply-To: \t" + ours.replyTo() + to);
        }
        String whole = between(frame, ours);
        String text = program == Program.GMAIL ? wrapped(ours.text(), GMAIL_WIDTH) : ours.text();
        whole = whole.contains(Program.TEXT)
                ? whole.replace(Program.TEXT, text)
                : whole.replace(
                        withoutFirstMark(Program.quoted(Program.TEXT)),
                        withoutFirstMark(Program.quoted(wrapped(text, WIDTH_OF_QUOTES))));
        return composed(program, language, forwards, "text/plain", whole, showsReplyTo);
    }

    private static ComposedMail composed(
            Program program, Language language, boolean forwards, String type, String body, boolean keepsToken) {
        return new ComposedMail(
                program + " in " + language + (forwards ? " forwards" : " answers") + " in " + type,
                forwards ? language.forwardPrefix() : language.replyPrefix(),
                type,
                body,
                forwards,
                keepsToken,
                forwards || program.answersWithHeaders());
    }

    private static String between(String frame, OurMail ours) {
        return frame.replace("anna@ours.example", ours.from())
                .replace("karl@nordkraft.example", ours.to())
                .replace(Program.SUBJECT, ours.subject());
    }

    private static String escaped(String text) {
        return text.replace("&", "&amp;").replace("<", "&lt;");
    }

    private static String withoutFirstMark(String quoted) {
        return quoted.substring(2);
    }

    private static String wrapped(String text, int width) {
        StringBuilder wrapped = new StringBuilder();
        int column = 0;
        for (char c : text.toCharArray()) {
            boolean breaks = c == ' ' && column >= width;
            wrapped.append(breaks ? '\n' : c);
            column = c == '\n' || breaks ? 0 : column + 1;
        }
        return wrapped.toString();
    }

    /** The whole message. */
    public String message(String from, String to, String subject, String moreHeaders) {
        return "From: " + from + "\r\nTo: " + to + "\r\nSubject: =?utf-8?B?"
                + Base64.getEncoder().encodeToString((prefix + ": " + subject).getBytes(UTF_8)) + "?=\r\n" + moreHeaders
                + "MIME-Version: 1.0\r\nContent-Type: " + type
                + "; charset=utf-8\r\nContent-Transfer-Encoding: base64\r\n\r\n"
                + Base64.getMimeEncoder().encodeToString(body.getBytes(UTF_8)) + "\r\n";
    }

    @Override
    public String toString() {
        return name;
    }
}
