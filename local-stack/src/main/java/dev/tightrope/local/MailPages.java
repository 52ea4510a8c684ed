package dev.tightrope.local;

import dev.tightrope.embedded.AcceptedMail;
import dev.tightrope.embedded.MailServer;
import io.vertx.core.http.HttpServerRequest;
import jakarta.mail.MessagingException;
import jakarta.mail.internet.MimeUtility;
import java.io.UnsupportedEncodingException;
import java.util.List;
import java.util.Locale;
import org.jspecify.annotations.Nullable;

/** Shows the mails the local mail server has accepted: a list, one mail, and plain text for scripts. */
final class MailPages {

    /** The mails come from outside: whatever they hold, no script of theirs may run here. */
    private static final String POLICY =
            "default-src 'none'; style-src 'unsafe-inline'; frame-src 'self'; frame-ancestors 'self'";

    /** A mail's HTML is a stranger's: it gets no script, no form and no address of ours. */
    private static final String FRAME =
            "<iframe title=\"The mail as HTML\" sandbox src=\"/mail/%s.html\"></iframe>\n<p>As plain text:</p>\n";

    private final MailServer mail;

    MailPages(MailServer mail) {
        this.mail = mail;
    }

    void answer(HttpServerRequest request) {
        String path = request.path();
        if (path.equals("/mail.txt")) {
            send(request, "text/plain", plain(request.getParam("to"), request.getParam("from")));
        } else if (path.equals("/mail")) {
            send(request, "text/html", list());
        } else {
            one(request, path.substring("/mail/".length()));
        }
    }

    private void one(HttpServerRequest request, String name) {
        List<AcceptedMail> mails = mail.accepted();
        String number = name.replaceFirst("[.](eml|html)$", "");
        if (!number.matches("[0-9]{1,6}") || Integer.parseInt(number) >= mails.size()) {
            request.response().setStatusCode(404).end("No mail " + Html.escape(name) + "\n");
            return;
        }
        AcceptedMail wanted = mails.get(Integer.parseInt(number));
        if (name.endsWith(".eml")) {
            send(request, "text/plain", wanted.eml());
        } else if (name.endsWith(".html")) {
            send(request, "text/html", wanted.html(), "sandbox; " + POLICY);
        } else {
            send(request, "text/html", Html.page(wanted.subject(), """
                    <p>To %s, from %s, accepted %s. <a href="%s.eml">Source</a> · <a href="/mail">All mails</a></p>
                    %s<pre>%s</pre>
                    """.formatted(
                            Html.escape(wanted.recipient()),
                            Html.escape(wanted.sender()),
                            wanted.at(),
                            number,
                            wanted.html().isEmpty() ? "" : FRAME.formatted(number),
                            Html.escape(wanted.text()))));
        }
    }

    private String list() {
        List<AcceptedMail> mails = mail.accepted();
        StringBuilder rows = new StringBuilder();
        for (int number = mails.size() - 1; number >= 0; number--) {
            AcceptedMail accepted = mails.get(number);
            rows.append("<tr><td>%s</td><td>%s</td><td>%s</td><td><a href=\"/mail/%d\">%s</a></td></tr>"
                    .formatted(
                            accepted.at(),
                            Html.escape(accepted.sender()),
                            Html.escape(accepted.recipient()),
                            number,
                            Html.escape(accepted.subject())));
        }
        return Html.page(
                "Delivered mails",
                "<table><tr><th>Accepted</th><th>From</th><th>To</th><th>Subject</th></tr>" + rows + "</table>");
    }

    private String plain(@Nullable String to, @Nullable String from) {
        List<AcceptedMail> mails = to == null ? mail.accepted() : mail.acceptedFor(to);
        StringBuilder text = new StringBuilder();
        for (AcceptedMail accepted : mails) {
            if (from == null || accepted.sender().toLowerCase(Locale.ROOT).contains(from.toLowerCase(Locale.ROOT))) {
                text.append(summary(accepted)).append('\n');
            }
        }
        return text.toString();
    }

    static String summary(AcceptedMail accepted) {
        StringBuilder text = new StringBuilder();
        for (String header : List.of("From", "To", "Reply-To", "Message-ID")) {
            String value = header(accepted, header);
            if (value != null) {
                text.append(header).append(": ").append(value).append('\n');
            }
        }
        return text.append("Subject: ")
                .append(accepted.subject())
                .append("\n\n")
                .append(accepted.text().strip().replace("\r", ""))
                .append('\n')
                .toString();
    }

    /** A header as a reader sees it, with names in their own letters. */
    static @Nullable String header(AcceptedMail accepted, String name) {
        try {
            String value = accepted.message().getHeader(name, null);
            return value == null ? null : MimeUtility.decodeText(MimeUtility.unfold(value));
        } catch (MessagingException | UnsupportedEncodingException e) {
            return null;
        }
    }

    private static void send(HttpServerRequest request, String type, String text) {
        send(request, type, text, POLICY);
    }

    private static void send(HttpServerRequest request, String type, String text, String policy) {
        request.response()
                .putHeader("Content-Type", type + "; charset=utf-8")
                .putHeader("X-Content-Type-Options", "nosniff")
                .putHeader("Content-Security-Policy", policy)
                .end(text);
    }
}
