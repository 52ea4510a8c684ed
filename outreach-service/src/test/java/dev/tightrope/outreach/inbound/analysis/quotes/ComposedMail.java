package dev.tightrope.outreach.inbound.analysis.quotes;

import static java.nio.charset.StandardCharsets.UTF_8;

import java.util.ArrayList;
import java.util.Base64;
import java.util.List;

/**
 * Mails as programs make them of a mail of ours, in every language: passed on or answered, as text or as HTML.
 *
 * @param name program, language and what was done
 * @param prefix what the program puts before the subject
 * @param type media type of the body
 * @param body what the program writes
 */
public record ComposedMail(String name, String prefix, String type, String body) {

    /** What the person wrote above our mail. */
    public static final String NOTE = Program.NOTE;

    /** Every program, language and way, of a mail of ours. */
    public static List<ComposedMail> all(String text, String html) {
        List<ComposedMail> mails = new ArrayList<>();
        for (Language language : Language.ALL) {
            for (Program program : Program.values()) {
                mails.add(plain(
                        program, language, "forwarded", language.forwardPrefix(), program.forward(language), text));
                mails.add(plain(program, language, "answered", language.replyPrefix(), program.answer(language), text));
            }
            mails.add(html("Gmail", language, language.forwardPrefix(), """
                    <div dir="ltr">%s<br><br><div class="gmail_quote"><div dir="ltr" class="gmail_attr">---------- %s \
                    ---------<br>%s: <strong>Anna Rep</strong> &lt;<a href="mailto:anna@ours.example">anna@ours.example</a>\
                    &gt;<br>Date: %s<br>Subject: Ours<br>To: Karl Holm &lt;karl@nordkraft.example&gt;<br></div><br><br>%s\
                    </div></div>""".formatted(
                            NOTE, language.forwarded(), language.from(), language.date(), gmailNames(html))));
            mails.add(html("Outlook web", language, language.replyPrefix(), """
                    <div>%s</div><div id="appendonsend"></div><hr><div id="divRplyFwdMsg" dir="ltr"><b>%s:</b> Anna Rep \
                    &lt;anna@ours.example&gt;<br><b>%s:</b> %s<br><b>%s:</b> Karl Holm &lt;karl@nordkraft.example&gt;<br>\
                    <b>%s:</b> Ours<div>&nbsp;</div></div><div>%s</div>""".formatted(
                    NOTE, language.from(), language.sent(), language.date(), language.to(), language.subject(), html)));
            mails.add(html("Apple Mail", language, language.replyPrefix(), """
                    <html><body>%s<br><div><br><blockquote type="cite"><div>%s</div><br><div>%s</div></blockquote></div>\
                    </body></html>""".formatted(
                    NOTE, language.wrote().formatted(language.date(), "Anna Rep &lt;anna@ours.example&gt;"), html)));
            mails.add(html("Thunderbird", language, language.forwardPrefix(), """
                    <p>%s</p><div class="moz-forward-container"><br>-------- %s --------<table class="moz-email-headers-table">\
                    <tr><th>%s: </th><td>Ours</td></tr><tr><th>%s: </th><td>%s</td></tr><tr><th>%s: </th><td>Anna Rep \
                    &lt;anna@ours.example&gt;</td></tr><tr><th>%s: </th><td>karl@nordkraft.example</td></tr></table><br>%s\
                    </div>""".formatted(
                            NOTE,
                            language.forwarded(),
                            language.subject(),
                            language.sent(),
                            language.date(),
                            language.from(),
                            language.to(),
                            html)));
        }
        return mails;
    }

    /** Gmail puts its own words before the names of elements. */
    private static String gmailNames(String html) {
        return html.replace("id=\"", "id=\"m_-5483756291");
    }

    private static ComposedMail html(String program, Language language, String prefix, String body) {
        return new ComposedMail(program + " HTML in " + language.code(), prefix, "text/html", body);
    }

    private static ComposedMail plain(
            Program program, Language language, String done, String prefix, String body, String text) {
        String ours = program == Program.GMAIL ? wrapped(text, 70) : text;
        String whole = body.contains(Program.TEXT)
                ? body.replace(Program.TEXT, ours)
                : body.replace(
                        withoutFirstMark(Program.quoted(Program.TEXT)),
                        withoutFirstMark(Program.quoted(wrapped(ours, 60))));
        return new ComposedMail(program + " in " + language.code() + ", " + done, prefix, "text/plain", whole);
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
