package dev.tightrope.outreach.inbound.analysis.automatic;

import dev.tightrope.outreach.inbound.analysis.Evidence;
import dev.tightrope.outreach.inbound.analysis.mime.Fields;
import java.util.List;
import java.util.Optional;
import java.util.function.Supplier;
import java.util.regex.Matcher;
import java.util.regex.Pattern;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Recognises challenge-response systems, which ask the sender to prove to be a person. They come from daemons and talk of
 * delivery as bounces do, so they are looked for first. What they write is told by {@link ProofAsked}; the marks of the
 * known ones are those of SpamAssassin's rules ({@code 20_vbounce.cf}).
 */
public final class Challenges {
    private static final int MOST_TEXT = 4_000;
    private static final List<String> SENDERS = List.of("From", "Reply-To", "Return-Path");

    private static final Pattern FIELD_NAMES = Pattern.compile(
            "x-tmda-.*|x-qconfirm.*|x-askversion|x-spamarrest.*|x-boxbe.*|x-boxtrapper|x-bluebottle-request|x-choicemail.*|x-mailinblack.*|x-cr-(?!hashedpuzzle|puzzleid).*|x-vaderetro-challenge.*|x-uol-(?!tagline).*|x-spamazoid.*|x-exispam|spamlion|x-spamlion.*");

    /** Addresses challenges come from; a person has none such. */
    private static final Pattern SENDER = Pattern.compile(
            "(?i)<?(?:(?:spamblocker-challenge|spambush|apd\\.sspam|spamhippo|devnull-quarantine|siweb)@|[^\\s<@]{0,60}@(?:spamstomp\\.com|ipermitmail\\.com)|verify@0spam\\.com|confirm-[^\\s<@]{1,80}@spamguard\\.|[^\\s<@]{1,60}[-+]confirm[-+][^\\s<@]{1,80}@)");

    private static final Pattern MESSAGE_ID = Pattern.compile("(?i)-tmda-confirm>$");
    private static final Pattern BOUNDARY = Pattern.compile("(?i)boundary_mailinblack");

    private static final Pattern PROVE = Pattern.compile(
            "(?iU)\\b(?:confirm|verif(?:y|ication)|authenticat\\w*|authori[sz]\\w*|approv\\w*|validat\\w*|prove|register)\\b.{0,90}\\b(?:messages?|e-?mails?|mails?|sender|yourself|you"
                    + " are|address|human|person|delivery|identity|request)\\b|\\b(?:sender|e-?mail|message|human)"
                    + " (?:address"
                    + " )?(?:verification|confirmation|authentication)\\b|\\b(?:click|reply|respond|follow)\\b.{0,80}\\b(?:deliver|release|confirm|verify|reach|receive|get"
                    + " your)|\\bto (?:release|deliver|unblock) (?:your|this|the) (?:message|e-?mail|mail)|\\bto have"
                    + " (?:your|this) .{0,40}\\bdelivered|(?:nachricht|mail|absender|adresse)\\b.{0,60}\\bbestätigen|bestätigen"
                    + " sie.{0,90}(?:nachricht|mail|absender|adresse)|(?:confirme[rz]|valide[rz]|authentifie[rz]).{0,90}(?:message|mail|adresse|envoi|expéditeur|identi)"
                    + "|(?:confirm(?:e|ar|ación|ação)|verifi(?:que|car)|autentic).{0,90}(?:mensaje|mensagem|correo|e-?mail|remitente|remetente|identidad)"
                    + "|confirm(?:e|ar) que (?:no|não|você|usted|vd)\\b|conferm[aie].{0,90}(?:messaggio|e-?mail|mittente)|bevestig.{0,90}(?:bericht|mail|afzender)|bekräfta.{0,90}(?:meddelande|mejl|avsändare)|подтверд.{0,90}(?:сообщени|письм|отправ)");

    private static final Pattern HELD = Pattern.compile(
            "(?iU)\\b(?:held|hold(?:ing)?|waiting|quarantin\\w*|pending|queued|intercept\\w*|blocked until|not (?:yet"
                    + " )?(?:been )?delivered|will (?:then )?be delivered|(?:to|before) (?:be )?deliver\\w*|delivered"
                    + " (?:once|after|when|only|to (?:his|her|their|my|the))|white"
                    + " ?-?list|(?:allowed|approved|accepted|trusted|known) (?:senders?|list|contacts?)|(?:guest|senders?)"
                    + " list|(?:anti-?|un)?spam|unsolicited|junk|one[- ]time|first time|only (?:have|need) to do this"
                    + " once|(?:just|only) this once|do this again|waitlist\\w*|einmalig|unknown senders?|not (?:a"
                    + " )?(?:robot|machine|spammer)|captcha|challenge)|zurückgehalten|zugestellt|unbekannter absender|en"
                    + " attente|en quarantaine|filtré|protégé|no solicitad|no deseado|não"
                    + " solicitad|anti-?spam|indesiderat|ongewenst|skräppost|спам");

    private static final Pattern SUBJECT = Pattern.compile("(?iU)(?:please|action required:?|required:?)"
            + " .{0,20}(?:confirm|verify|authenticate|approve)\\b.{0,30}(?:e-?mail|message|mail|sender|delivery|address)|\\b(?:sender|message|e-?mail|mail)"
            + " (?:verification|confirmation|authentication|challenge)\\b|\\b(?:confirm|verify|authenticate)\\b.{0,15}(?:your"
            + " )?(?:e-?mail|message|mail|delivery|identity)\\b|challenge|\\bverification (?:required|request)|\\brequires? (?:your"
            + " )?(?:verification|confirmation|authentication)|\\bverify#|\\bunverified (?:e-?mail|message)|\\b(?:is|being|was|been)"
            + " (?:held|quarantined|waitlisted)\\b|\\[qurb|anti-?spam"
            + " .{0,30}(?:uol|confirm|verif)|waiting for (?:your"
            + " )?(?:confirmation|verification)|\\bconfirm\\b.{0,20}\\bdelivery|\\b(?:valide[rz]|confirme[rz]|authentifie[rz]|bestätigen|confirmar?|conferma(?:re)?|bevestigen?|bekräfta|подтвердите)\\b|\\[(?:spamarrest|boxbe|qconfirm)|\\(verification\\)|spam"
            + " ?arrest|boxbe|authentification (?:de )?(?:votre|l')|mail ?in ?black");

    private static final Pattern PRODUCT = Pattern.compile("(?i)\\b(?:spam ?arrest|boxbe|tmda|qconfirm|mail ?in"
            + " ?black|knowspam|bluebottle|spamblocker|choicemail|vaderetro|antispam"
            + " uol|sendio|mailblocks|0spam|spamfighter|ipermitmail|uol antispam|active spam"
            + " killer|digiportal|vanquish|zaep|qurb|spamlion|boxtrapper|spam ?cop challenge|mailinblue|spamguard)\\b");

    private static final Pattern LINK_OR_REPLY =
            Pattern.compile("(?iU)https?://\\S|\\breply(?:ing)? to this|\\brespond(?:ing)? to this|\\breply\\b|hit"
                    + " .?reply|répond|antworten|responder|rispond");

    /** Who posts to a list waits for its moderator. */
    private static final Pattern MODERATED = Pattern.compile("(?iU)\\bmoderator");

    /** Whoever tells that they let a mail in and know its sender now is a person. */
    private static final Pattern LET_IN = Pattern.compile(
            "(?iU)\\b(?:i|we)(?:'ve| have)? (?:just |now |since |already )?(?:(?:released|freed|rescued|fished|whitelisted|found|unblocked) (?:it|you|your|them|this)|(?:put|added) (?:you|your (?:address|domain)))\\b"
                    + "|habe\\p{L}* (?:ich |wir )?(?:sie|ihre\\p{L}*|es|diese) .{0,40}(?:freigegeben|freigeschaltet|gefunden|aufgenommen)"
                    + "|(?:était|étaient) (?:en attente|en quarantaine|dans|bloqué|retenu)|\\bje (?:l'ai|vous ai)|(?:låg|fastnade|hamnade) i\\b|\\bjag har (?:släppt|lagt|hittat)"
                    + "|(?:estaba|estuvo|quedó) (?:en|retenid)|\\b(?:l[oae]s? )?he (?:liberado|añadido|encontrado)|\\bho (?:sbloccato|aggiunto|trovato)|\\bheb (?:ik )?(?:u|je|uw|het) .{0,40}(?:vrijgegeven|toegevoegd|gevonden)");

    private Challenges() {}

    /**
     * Reads a message a machine sent.
     *
     * @param words what it says, without a returned copy of ours
     */
    public static Optional<Evidence> find(Fields fields, @Nullable String subject, String words) {
        String text = flat(words);
        return marked(fields).or(() -> said(fields, subject, text, 1));
    }

    /**
     * Reads a message whose header does not say that a machine sent it.
     *
     * @param words what it says, without a returned copy of ours
     * @param newText the same without what it quotes or passes on, asked only where the words give reason to
     */
    public static Optional<Evidence> find(
            Fields fields, @Nullable String subject, String words, Supplier<String> newText) {
        String text = flat(words);
        boolean core = ProofAsked.in(text).core();
        Optional<Evidence> marked = marked(fields);
        if (marked.isPresent() && (core || PROVE.matcher(text).find())) {
            return marked;
        }
        if (!core) {
            return Optional.empty();
        }
        String said = flat(unquoted(newText.get()));
        return LET_IN.matcher(said).find() ? Optional.empty() : said(fields, subject, said, 0);
    }

    /** @param machine weight of the header */
    private static Optional<Evidence> said(Fields fields, @Nullable String subject, String text, int machine) {
        if (MODERATED.matcher(text).find()) {
            return Optional.empty();
        }
        ProofAsked asked = ProofAsked.in(text);
        boolean titled = subject != null && SUBJECT.matcher(subject).find();
        boolean product = PRODUCT.matcher(text + " " + fields.first("From") + " " + subject)
                .find();
        int context = (titled ? 2 : 0) + (product ? 2 : 0) + machine;
        int proof = proofWeight(text);
        boolean proves = proof > 0 && (asked.core() || machine > 0) && context + proof >= (machine > 0 ? 5 : 6);
        if (asked.enough(context) || proves) {
            return Optional.of(
                    new Evidence("challenge-words", subject == null ? "" : subject, titled || product ? 0.9 : 0.75));
        }
        return Optional.empty();
    }

    /** What the words weigh that are in no challenge alone. */
    private static int proofWeight(String text) {
        int held = PROVE.matcher(text).find() ? count(HELD.matcher(text)) : 0;
        return held > 0 && LINK_OR_REPLY.matcher(text).find() ? 2 + Math.min(held, 2) : 0;
    }

    private static String unquoted(String text) {
        return text.lines().filter(line -> !line.startsWith(">")).collect(Collectors.joining("\n"));
    }

    private static String flat(String words) {
        return (words.length() > MOST_TEXT ? words.substring(0, MOST_TEXT) : words).replaceAll("\\s+", " ");
    }

    private static Optional<Evidence> marked(Fields fields) {
        for (String name : fields.names()) {
            if (FIELD_NAMES.matcher(name).matches()) {
                return Optional.of(new Evidence("challenge-field", name, 0.95));
            }
        }
        for (String name : SENDERS) {
            String address = fields.first(name);
            if (address != null && SENDER.matcher(address).find()) {
                return Optional.of(new Evidence("challenge-sender", address, 0.9));
            }
        }
        String id = fields.first("Message-ID");
        String type = fields.first("Content-Type");
        if (id != null && MESSAGE_ID.matcher(id.strip()).find()
                || type != null && BOUNDARY.matcher(type).find()
                || fields.all("Precedence").stream()
                        .anyMatch(value -> value.strip().equalsIgnoreCase("spam"))) {
            return Optional.of(new Evidence("challenge-field", "", 0.9));
        }
        return Optional.empty();
    }

    private static int count(Matcher matcher) {
        int count = 0;
        while (count < 5 && matcher.find()) {
            count++;
        }
        return count;
    }
}
