package dev.tightrope.outreach.inbound.analysis.automatic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/**
 * What the sentences of a text are about, where no header field says who wrote it: a notice speaks of an absence, of who
 * helps meanwhile and of nothing else; a person comes to business.
 *
 * @param absence sentences that say somebody is away
 * @param business sentences a machine does not write: questions, offers to talk, interest
 * @param other sentences about anything else
 */
record NoticeText(int absence, int business, int other) {
    private static final int MOST_TEXT = 3_000;
    private static final int MOST_SENTENCES = 60;
    private static final int WORDS_OF_A_SENTENCE = 3;

    private static final Pattern SENTENCE = Pattern.compile(
            "(?:(?<!\\d)\\.(?=\\s|$)|[!?。！？]+|,?\\s+(?=(?:but|men|aber|mais|pero|ma|maar|mutta|mas|ale)\\s)|\\n)\\s*");

    private static final Pattern SMALL_WORD = Pattern.compile("(?U)(?<![\\p{L}\\p{N}'@._-])\\p{Ll}[\\p{L}'-]*");

    /** Lines of a signature, and the small print. */
    private static final Pattern ASIDE = Pattern.compile(
            "(?iU)^(?:tel|phone|mobile?|fax|www|http|mailto|e-?mail\\s*:)|@\\S+\\.\\S+$|\\bconfidential|\\bvertraulich|\\bkonfidentiell|\\bdisclaimer|^sent from|^skickat från|^von meinem");

    /** Who helps meanwhile, what becomes of the mail, thanks and wishes. */
    private static final Pattern NOTICE = Pattern.compile(
            "(?iU)\\b(?:urgent\\p{L}*|emergenc\\p{L}*|immediate|critical)\\b|in my absence|if (?:needed|necessary|required|it (?:can(?:no|')t|is))|\\b(?:please|kindly)? ?(?:contact|call|reach|e-?mail|write to|turn to)"
                    + " (?!me\\b|us\\b)\\S+|\\b(?:i|we)(?: will|'ll| shall) (?:\\w+ ){0,2}(?:reply|respond|answer|get back|read|be"
                    + " (?:back|out|away|checking|reachable))|\\bas soon as (?:i|possible)|your (?:e-?mail|message|mail)"
                    + " (?:will|is|has|was)|\\bthank(?:s| you) (?:very much )?for|\\bauto(?:matic|mated)?[- ]?(?:ally|reply|response|message)|\\bautomati[cs]|\\b(?:kind|best)"
                    + " regards|\\bsorry for|\\bapologi[sz]e|dringend|notf[aä]ll|\\beilig|bei bedarf|falls nötig|wenden sie"
                    + " sich|kontaktieren sie|vertret|weitergeleitet|gelesen|(?:vielen )?dank für|freundlichen"
                    + " grüßen|brådskande|\\bakut|vid behov|kontakta (?!mig)|\\btack för|vänd dig|läser|svarar|vidarebefordra|en"
                    + " cas d|urgence|contact(?:er|ez) (?!moi)|adresse[rz]|merci (?:de|pour) votre|votre"
                    + " (?:message|mail|courriel)|répondrai|urgente|urgencia|póngase|contact(?:e|ar) (?:con"
                    + " )?(?!migo)|gracias por|su (?:mensaje|correo)|responder[ée]|in caso|contattare|rivolgersi|grazie per"
                    + " (?:il|la|aver)|risponder[òo]|\\bspoed|neem contact|contact op(?:nemen)? met|bedankt voor|uw"
                    + " (?:bericht|mail|e-mail)|beantwoord|\\bhaster\\b|hastende|kontakt (?!mig|meg)|\\btak for|\\btakk for|henvend|besvar|kiireelli|kiireis|tarvittaessa|ota(?:ttehan|"
                    + " yhteyttä| yhteys)?|kiitos|vastaan|sijainen|em caso de|contacte|contactar|obrigad|sua"
                    + " mensagem|responderei|w sprawach|\\bpiln|kontakt z|proszę (?:o kontakt|kontaktować)|dziękuję"
                    + " za|odpowiem|zastęp");

    private static final Pattern BUSINESS = Pattern.compile(
            "(?iU)\\b(?:call|phone|ring|text|e-?mail|send|tell|show) (?:me|us)\\b|\\b(?:let us|let's|we (?:could|should|can)|can"
                    + " we|shall we)\\b|\\binterested\\b|\\binteresting|\\bsounds (?:good|great|fine|interesting)|\\blove (?:the|this|your)|\\blook(?:ing)?"
                    + " forward|\\b(?:quote|quotation|offer|proposal|price|budget|invoice|order)\\b|\\bi (?:handle|decide|try|need|want|would"
                    + " like|am responsible|run)\\b|\\bwe (?:need|want|sell|buy|look|are looking|have(?! (?:received|got|registered)))\\b|\\bmy (?:e-?mail|mail|message|letter)"
                    + " (?:to|was|came)|ring mig|slå en signal|skicka (?:mig|över)|hör av dig|hörs|låter (?:bra|intressant|spännande)|intresserad|\\bträffas|offert|rufen sie"
                    + " (?:mich|uns)|ruf (?:mich|uns)|(?:schicken|senden) sie|klingt (?:gut|interessant|spannend)|interessiert|treffen wir|\\bangebot|melden"
                    + " sie sich|sprechen wir|meine (?:e-?mail|mail|nachricht) an|appelez[- ](?:moi|nous)|rappelez|envoyez[- ](?:moi|nous)|intéress(?:é|ant)|rencontrer|devis|parlons|ll[aá]m[ae](?:me|nos)|interesa|reunir|presupuesto|hablamos|m[aá]nd[ea](?:me|nos)|env[ií][ea](?:me|nos)|hablemos|mi"
                    + " (?:chiami|richiami)|chiam(?:ami|atemi)|interessat|incontr|preventivo|sentiamoci|bel me|bel mij|bel ons|klinkt"
                    + " (?:goed|interessant)|geïnteresseerd|afspre|offerte|ring (?:til )?(?:mig|meg|oss|os)\\b|(?:lyder|høres)"
                    + " (?:godt|bra|interessant|spændende|spennende)|interesser[et]t|\\bm[øo]des|\\bmøtes|\\btilbud|soita"
                    + " (?:minulle|meille)|kuulostaa|kiinnost|tavata|tarjou|me ligue|ligue-me|interessad|orçamento|falemos|vamos"
                    + " falar|zadzwo|brzmi|zainteresow|spotka|\\bofert|porozmawia");

    /** Whom it is for. */
    private static final Pattern RESPONSIBLE = Pattern.compile(
            "(?iU)\\b(?:is|are) (?:responsible|in charge|the (?:one|right)|our)\\b|\\bthe (?:right )?person (?:is|for)\\b|\\bheter\\b|\\bansvarar|\\bansvarig|\\bhedder\\b|\\bansvarlig|zuständig|verantwortlich|\\bansprechpartner|\\bresponsab|\\ben charge\\b|\\bencargad|\\bincaricat|verantwoordelijk|\\bvastaava|\\bresponsáve|odpowiedzialn|\\bodpowiada za");

    /** What machines say that answer for a desk or a list, besides what notices say. */
    private static final Pattern MACHINE = Pattern.compile(
            "(?iU)\\bdo ?n[o']t (?:reply|respond|answer)|\\bauto(?:matic|mated|-?generated)|\\bticket\\b|\\bcase"
                    + " (?:number|id)|\\breference number|\\brequest (?:has been|was|is)|\\b(?:have|has|been|was) received|unsubscribe|newsletter|\\bthis"
                    + " (?:e-?mail|message) (?:was|is|has)|\\bsurvey|\\bfeedback|\\byour"
                    + " (?:account|password|subscription)|\\bview (?:it|this|online)|\\bmentioned you|\\bnotification|nicht"
                    + " antworten|automati[ks]|ne pas répondre|no responda|non rispondere|niet beantwoorden|svara inte|besvar"
                    + " ikke|ikke svar|não responda|nie odpowiada|ärende(?:nummer)?\\b|\\banfrage (?:ist|wurde)|\\bvorgang|undeliver|could"
                    + " not be|delivery (?:failed|status)|\\bmailbox\\b|\\bquota\\b");

    static NoticeText of(String newText) {
        String text = (newText.length() > MOST_TEXT ? newText.substring(0, MOST_TEXT) : newText)
                .replace('’', '\'')
                .replace('\u00a0', ' ');
        int absence = 0;
        int business = 0;
        int other = 0;
        Matcher end = SENTENCE.matcher(text);
        int start = 0;
        for (int count = 0; count < MOST_SENTENCES && start < text.length(); count++) {
            boolean ends = end.find(start);
            int stop = ends ? end.start() : text.length();
            String sentence = text.substring(start, stop).strip();
            boolean question = ends && end.group().startsWith("?");
            start = ends ? end.end() : text.length();
            if (sentence.isEmpty()
                    || sentence.startsWith(">")
                    || ASIDE.matcher(sentence).find()) {
                continue;
            }
            boolean notice = NOTICE.matcher(sentence).find();
            boolean away = AbsenceWords.ABSENT.matcher(sentence).find();
            absence += away ? 1 : 0;
            if (!notice
                    && (BUSINESS.matcher(sentence).find()
                            || question && smallWords(sentence) > 1
                            || !away && RESPONSIBLE.matcher(sentence).find())) {
                business++;
            } else if (!notice && !away && smallWords(sentence) >= WORDS_OF_A_SENTENCE) {
                other++;
            }
        }
        return new NoticeText(absence, business, other);
    }

    private static int smallWords(String sentence) {
        Matcher word = SMALL_WORD.matcher(sentence);
        int words = 0;
        while (word.find()) {
            words++;
        }
        return words;
    }

    /** Whether it is a notice of absence and nothing besides. */
    boolean onlyNotice() {
        return absence > 0 && business == 0 && other == 0;
    }

    /** Whether it is a notice of absence, though perhaps with words this class does not know. */
    boolean notice() {
        return absence > 0 && business == 0;
    }

    /** Whether it comes to business and speaks of no absence. */
    boolean personal() {
        return business > 0 && absence == 0;
    }

    /** Whether a machine that answers for a desk or a list may have written it. */
    static boolean soundsLikeAMachine(String newText) {
        return MACHINE.matcher(newText.length() > MOST_TEXT ? newText.substring(0, MOST_TEXT) : newText)
                .find();
    }
}
