package dev.tightrope.outreach.inbound.analysis.quotes;

/**
 * A mail of ours as its recipient has it before passing it on or answering it.
 *
 * @param from address of our rep, whom every program calls Anna Rep
 * @param to address of our executive, whom every program calls Karl Holm
 * @param subject its subject
 * @param text its plain text
 * @param html its HTML, without the element that bears the token
 * @param token token of its reply address; empty if something took it away everywhere
 */
public record OurMail(String from, String to, String subject, String text, String html, String token) {

    /** The same with another text, as if its reader had cut the quote. */
    public OurMail cutTo(String rest) {
        return new OurMail(from, to, subject, rest, paragraphs(rest), token);
    }

    /** The same where something cleaned the HTML and the reply address. */
    public OurMail withoutToken() {
        return new OurMail(from, to, subject, text, html, "");
    }

    /** The same under another subject. */
    public OurMail called(String other) {
        return new OurMail(from, to, other, text, html, token);
    }

    /** The same between people nobody knows, as where a program quotes internal addresses. */
    public OurMail between(String otherFrom, String otherTo) {
        return new OurMail(otherFrom, otherTo, subject, text, html, token);
    }

    /** Text as the service makes HTML of it. */
    public static String paragraphs(String text) {
        return "<p>" + text.strip().replace("\n\n", "</p>\n<p>").replace("\n", "<br>\n") + "</p>";
    }

    /** Its HTML in the element that bears the token, with what a program puts before names of elements. */
    String page(String beforeNames) {
        return token.isEmpty()
                ? "<div>" + html + "</div>"
                : "<div id=\"" + beforeNames + "tr-" + token + "\">" + html + "</div>";
    }

    /** What a program that shows it quotes of the address answers go to; empty without a token. */
    String replyTo() {
        return token.isEmpty() ? "" : "Anna Rep <reply+" + token + "@ours.example>";
    }
}
