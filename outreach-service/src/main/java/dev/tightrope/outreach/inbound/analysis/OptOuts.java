package dev.tightrope.outreach.inbound.analysis;

import java.util.Optional;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/**
 * Recognises that a person asks not to be written to again. Only what they wrote themselves is read: the opt-out sentence
 * in the quote of our own mail is no opt-out.
 */
final class OptOuts {
    /** Longer texts talk about something; who opts out is brief, or says so in a sentence of its own at the beginning. */
    private static final int BEGINNING = 600;

    /** The whole message is the word. */
    private static final Pattern WORD_ALONE = Pattern.compile(
            "(?iU)^\\W*(?:please |pls |bitte |s'il vous plaît |por favor |per favore )?(?:unsubscribe(?:"
                    + " me)?|un-?subscribe|opt[- ]?out|remove(?: me)?|stop|take me"
                    + " off|abmelden|abbestellen|austragen|stopp?|avregistrera(?: mig)?|avsluta|avprenumerera|se"
                    + " désabonner|désabonne(?:r|z)?(?:[- ]moi)?|désinscri(?:re|ption|vez[- ]moi)|darse de baja|dar(?:me)?"
                    + " de baja|baja|cancelar(?: suscripción| subscrição|"
                    + " inscrição)?|cancella(?:mi|temi)|disiscri(?:vi|vimi|zione)|rimuovimi|uitschrijven|afmelden|afmeld(?:"
                    + " mig)?|meld meg av|avmeld(?: meg)?|poista(?: minut)?|peruuta(?:"
                    + " tilaus)?|remover|descadastr(?:ar|e)(?:-me)?|wypisz(?: mnie)?|usuń"
                    + " mnie|rezygnuję|отписаться|отпишите меня|odhlásit|leiratkozás)(?:,? (?:please|thanks|thank"
                    + " you|bitte|danke|tack|merci|gracias|grazie|takk|tak|kiitos|obrigad[oa]|dziękuję|dank"
                    + " u|bedankt))?\\W*$");

    private static final Pattern REQUEST = Pattern.compile("(?iU)(?:"
            // English
            + "\\bplease (?:unsubscribe|remove|delete|take)"
            + " (?:me|us|my|this|our)\\b.{0,60}(?:list|mail|address|database|system|contact|off)|\\bunsubscribe"
            + " (?:me|us|this address|my (?:e-?mail|address))\\b|\\b(?:remove|take|delete) (?:me|us|my"
            + " (?:name|address|e-?mail(?: address)?|details|data)) (?:from|off)\\b|\\bplease (?:unsubscribe|opt[-"
            + " ](?:me )?out)\\b|\\b(?:i|we) (?:want|wish|would like|'d like) to (?:opt[- ]?out|unsubscribe|be"
            + " removed)|\\b(?:stop|quit|cease)"
            + " (?:e-?mailing|mailing|contacting|writing|spamming|sending|messaging|calling)\\b.{0,20}\\b(?:me|us|this|these)?\\b|\\b(?:do"
            + " not|don'?t|never) (?:ever )?(?:contact|e-?mail|write(?: to)?|mail|call|message) (?:me|us|any(?:one|body))(?: again|"
            + " any ?more|\\b)|\\bno (?:more|further)"
            + " (?:e-?mails?|messages|mail|contact|communication)s?\\b.{0,30}(?:please|from you|thank|[.!]|$)|\\bnot"
            + " (?:wish|want) to (?:receive|get|be contacted)\\b.{0,60}(?:mail|message|contact|again|future|any"
            + " ?more|from you)?"
            // German
            + "|\\b(?:bitte )?(?:schreiben|kontaktieren|mailen|belästigen) sie (?:mich|mir|uns) (?:bitte )?(?:nicht"
            + " mehr|nie wieder)|\\bkeine (?:weiteren |mehr"
            + " )?(?:e-?mails?|mails?|nachrichten|werbung|kontaktaufnahme)\\b.{0,40}(?:mehr|erhalten|senden|schicken|zusenden|wünsch|bitte)|\\b(?:streichen|löschen|entfernen|nehmen)"
            + " sie (?:mich|uns|meine|unsere)\\b.{0,60}(?:verteiler|liste|adresse|daten|kontakt)|\\baus"
            + " (?:ihrem|dem|eurem) (?:e-?mail-?)?verteiler\\b|\\bmöchte (?:ich )?(?:keine|nicht"
            + " mehr)\\b.{0,50}(?:mail|nachricht|kontaktiert|angeschrieben)"
            // Swedish, Danish, Norwegian
            + "|\\b(?:ta|tag|fjern|slett|slet|stryk|radera|avregistrera) (?:bort"
            + " )?(?:mig|meg|oss|os|min|mitt|mine)\\b.{0,50}(?:lista|listor|listan|sändlista|utskick|register|liste|mail|adress|e-?post)|\\b(?:inga|ingen)"
            + " (?:fler|flere)"
            + " (?:mail|mejl|mails|e-?post|meddelanden|henvendelser)|\\b(?:kontakta|kontakt|maila|mejla|skriv(?:"
            + " til)?) (?:mig|meg|oss|os|inte mig) ?(?:inte|ikke)?"
            + " ?(?:mer|mere|igen|igjen|längre|længere|lenger)\\b|\\b(?:sluta|stop(?:p)?(?: med)?|slutt) (?:med"
            + " )?(?:att |å |at )?(?:maila|mejla|kontakta|skicka|kontakte|sende|skrive|maile)|\\b(?:vill|ønsker|vil)"
            + " (?:jag |jeg )?(?:inte|ikke) (?:längre |længere |lenger )?(?:ha|få|motta|modtage|bli kontakt|blive"
            + " kontakt)\\w*\\b.{0,40}(?:mail|mejl|mer|flere|fler|e-?post|kontakt)?"
            // French
            + "|\\bne (?:me|nous) (?:contactez|écrivez|recontactez|sollicitez|envoyez|relancez) plus\\b|\\bplus"
            + " (?:recevoir|être contacté)\\w*\\b.{0,40}|\\b(?:retirez|supprimez|enlevez|désinscrivez|désabonnez)[-"
            + " ](?:moi|nous|mon|mes)\\b|\\b(?:me|nous)"
            + " (?:retirer|désinscrire|désabonner|supprimer)\\b.{0,50}(?:liste|fichier|base|envoi|diffusion)?|\\bcessez"
            + " de (?:m'|nous )"
            // Spanish, Portuguese
            + "|\\bno (?:me|nos) (?:vuelva[ns]? a"
            + " )?(?:contacte|contactar|escrib|envíe|enviar|mande)\\w*\\b.{0,30}(?:más|nuevo|nunca|correos?)?|\\bno"
            + " (?:deseo|quiero|deseamos) (?:seguir )?(?:recib|ser contactad)\\w*|\\b(?:darme|deme|dame|dar) de"
            + " baja\\b|\\b(?:elimin|borr|quit)(?:e|en|ar|a)(?:me|nos)\\b.{0,40}(?:lista|base)|\\bnão (?:me|nos)"
            + " (?:contact|escrev|envi|mand)\\w*|\\bnão (?:desejo|quero|gostaria de) (?:mais )?(?:receb|ser"
            + " contactad|ser contatad)\\w*|\\b(?:remov|retir|exclu|descadastr)\\w*[- ](?:me|nos|o"
            + " meu|meu)\\b.{0,40}(?:lista|base|contatos|contactos|e-?mail)?"
            // Italian
            + "|\\bnon (?:mi|ci) (?:contatt|scriv|invi|mand)\\w*\\b.{0,20}(?:più)?|\\bnon"
            + " (?:desidero|voglio|desideriamo) (?:più )?(?:ricevere|essere"
            + " contattat)\\w*|\\b(?:cancell|rimuov|toglie)\\w*(?:mi|ci)\\b.{0,40}(?:lista|elenco|mailing|database)?"
            // Dutch
            + "|\\b(?:mail|schrijf|contacteer|benader|stuur) (?:mij|me|ons) (?:a\\.?u\\.?b\\.? |alstublieft"
            + " )?(?:niet|geen|nooit)\\b.{0,30}|\\bgeen (?:e-?)?mails?"
            + " (?:meer|ontvangen)\\b|\\b(?:verwijder|haal|schrijf)"
            + " (?:mij|me|ons|mijn)\\b.{0,50}(?:lijst|bestand|uit|adres)|\\bwil (?:ik )?(?:geen|niet"
            + " meer)\\b.{0,40}(?:mail|bericht|benaderd|gecontacteerd)"
            // Finnish
            + "|\\bpoista(?:kaa)? (?:minut|meidät|osoitteeni|sähköpostini|tietoni)\\b|\\bäl(?:kää|ä) (?:enää"
            + " )?(?:lähet|ota|kirjoit)\\w*|\\ben halua (?:enää |saada |vastaanottaa )"
            // Polish
            + "|\\b(?:proszę )?(?:o )?(?:usun|wypis|wykreśl)\\w*"
            + " (?:mnie|nas|mojego|mój|moich)?.{0,40}(?:list|baz|mailing|adres)|\\bnie (?:chcę|życzę sobie|życzymy"
            + " sobie) .{0,40}(?:otrzymywa|wiadomoś|mail|kontakt)|\\bproszę (?:więcej )?nie"
            + " (?:pisać|kontaktować|wysyłać|przysyłać)"
            // Russian, Czech
            + "|не (?:пишите|присылайте|отправляйте|беспокойте)|удалите (?:меня|мой)|отпишите|(?:již|už) (?:mi"
            + " )?ne(?:pište|posílejte|kontaktujte))");

    /** Said for more than oneself, next to the wish itself. */
    private static final Pattern EVERYBODY = Pattern.compile(
            "(?iU)\\b(?:"
                    + "any(?:one|body) (?:else )?(?:here|at|in|from)\\b|(?:our|the) (?:whole|entire) (?:company|organi[sz]ation|firm|team)"
                    + "|all (?:of )?our (?:employees|staff|people|addresses|e-?mail addresses)|(?:our|this) (?:whole |entire )?domain"
                    + "|none of (?:us|our)|any of (?:us|our (?:employees|people|staff|colleagues))"
                    + "|niemand(?:en|em)? (?:bei|in|aus|von) uns|unser(?:e|em|er|es)? (?:ganze[nrms]? )?(?:firma|unternehmen|domain|haus)"
                    + "|alle (?:unsere )?(?:mitarbeiter|adressen)"
                    + "|ingen (?:hos|på) oss|(?:hela )?(?:vårt|vår) (?:företag|bolag|domän|organisation)|alla (?:våra|på)"
                    + "|personne chez nous|(?:toute )?notre (?:société|entreprise|domaine|organisation)|tous nos (?:collaborateurs|employés)"
                    + "|nadie (?:de|en) (?:nuestra|la) empresa|(?:toda )?nuestr[ao] (?:empresa|compañía|dominio|organización))");

    private OptOuts() {}

    /** Whether a wish not to be written to is said for everybody at the company. */
    static boolean forCompany(String newText) {
        String beginning = newText.length() > BEGINNING ? newText.substring(0, BEGINNING) : newText;
        String text = beginning.replaceAll("\\s+", " ").replace('’', '\'');
        Matcher request = REQUEST.matcher(text);
        while (request.find()) {
            int from = Math.max(text.lastIndexOf('.', request.start()), 0);
            int stop = text.indexOf('.', request.end());
            if (EVERYBODY
                    .matcher(text.substring(from, stop < 0 ? text.length() : stop))
                    .find()) {
                return true;
            }
        }
        return false;
    }

    static Optional<Evidence> find(@Nullable String subject, String newText) {
        String beginning = newText.length() > BEGINNING ? newText.substring(0, BEGINNING) : newText;
        String text = beginning.replaceAll("\\s+", " ").replace('’', '\'').strip();
        String firstLine = newText.strip().lines().findFirst().orElse("").replace('’', '\'');
        if (WORD_ALONE.matcher(text).matches()
                || (text.length() < 200 && WORD_ALONE.matcher(firstLine).matches())) {
            return Optional.of(new Evidence("opt-out-word", text, 0.95));
        }
        Matcher request = REQUEST.matcher(text);
        if (request.find()) {
            return Optional.of(new Evidence("opt-out-request", request.group(), 0.9));
        }
        if (text.isEmpty() && subject != null && WORD_ALONE.matcher(subject).matches()) {
            return Optional.of(new Evidence("opt-out-subject", subject, 0.9));
        }
        return Optional.empty();
    }
}
