package dev.tightrope.outreach.inbound.analysis.quotes;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * Warnings that a mail gateway of the recipient's writes above a text: that it came from outside, that its sender is not
 * known. They are nobody's words, and hide that what stands beneath is all that was written.
 */
final class Banners {
    private static final int MOST = 3;
    private static final int LONGEST = 800;

    private static final Pattern PARAGRAPH_END = Pattern.compile("\\n[ \\t]*\\n");

    /** Proofpoint marks the beginning and the end of its own. */
    private static final Pattern MARKED =
            Pattern.compile("(?s)\\s{0,20}ZjQcmQRYFpfptBannerStart.{0,1500}?ZjQcmQRYFpfptBannerEnd\\s{0,20}");

    private static final Pattern WARNING = Pattern.compile(
            "(?iU)\\W{0,8}(?:caution|warning|external|achtung|vorsicht|warnung|extern\\p{L}{0,3}|varning|obs"
                    + "|advarsel|attenzione|avertissement|atención|advertencia|precaución|let op|huomio|huom|uwaga|atenção)\\b");

    private static final Pattern MAIL = Pattern.compile(
            "(?iU)\\b(?:e-?mail|message|mail|sender|nachricht|absender|mejl\\p{L}{0,3}|e-?post\\p{L}{0,3}|meddelande\\p{L}{0,2}|avsändare\\p{L}{0,2}|courriel|expéditeur"
                    + "|correo|mensaje|remitente|messaggio|mittente|bericht|afzender|viesti|lähettäjä|wiadomość|nadawc\\p{L}{1,2}|mensagem|remetente|besked|afsender|melding|avsender)\\b");

    private static final Pattern OUTSIDE = Pattern.compile(
            "(?iU)\\b(?:outside|external|extern\\p{L}{0,3}|unknown|do not recogni[sz]e|unless you (?:recogni[sz]e|know|trust)|utanför|utifrån|außerhalb|extérieur\\p{L}{0,2}"
                    + "|fuera|esterno|esterna|buiten|ulkopuol\\p{L}{1,6}|spoza|zewnątrz|zewnętrzn\\p{L}{1,3}|udefra|uden for|utenfor|fora)\\b");

    private static final Pattern TAG =
            Pattern.compile("(?i)\\W{0,6}(?:external|extern)(?: (?:e-?mail|mail|sender|message))?\\W{0,6}");

    /** Exchange Online's tip about a first contact. */
    private static final Pattern FIRST_CONTACT = Pattern.compile(
            "(?iU)\\W{0,4}(?:you don['’]t often get e-?mail from|some people who received this message don['’]t often get e-?mail from"
                    + "|du får (?:inte|ikke) ofte?a? (?:e-?post|mails?) (?:från|fra)|sie (?:erhalten|bekommen) nicht (?:oft|häufig) (?:eine )?e-?mails? von"
                    + "|vous n['’](?:obtenez|recevez) pas souvent d['’]e-?mail|no suele recibir correo|non si (?:ottengono|ricevono) spesso|u ontvangt niet vaak e-?mail)");

    private Banners() {}

    /** A new text without the banners it begins with; as it is, if nothing else would be left. */
    static String cut(String newText) {
        String rest = newText;
        for (int i = 0; i < MOST; i++) {
            int end = endOfBanner(rest);
            if (end == 0 || rest.substring(end).isBlank()) {
                break;
            }
            rest = rest.substring(end).strip();
        }
        return rest;
    }

    private static int endOfBanner(String text) {
        Matcher marked = MARKED.matcher(text);
        if (marked.lookingAt()) {
            return marked.end();
        }
        Matcher end = PARAGRAPH_END.matcher(text);
        if (!end.find() || end.start() > LONGEST) {
            return 0;
        }
        String paragraph = text.substring(0, end.start());
        boolean warns = WARNING.matcher(paragraph).lookingAt()
                && MAIL.matcher(paragraph).find()
                && OUTSIDE.matcher(paragraph).find();
        return warns
                        || TAG.matcher(paragraph).matches()
                        || FIRST_CONTACT.matcher(paragraph).lookingAt()
                ? end.end()
                : 0;
    }
}
