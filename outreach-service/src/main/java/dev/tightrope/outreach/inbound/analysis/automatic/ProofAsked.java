package dev.tightrope.outreach.inbound.analysis.automatic;

import java.util.Arrays;
import java.util.Locale;
import java.util.regex.Pattern;

/**
 * Whether a text asks its reader to prove to be a person before their mail is delivered. What all systems have in common is
 * told apart: that the proof is of a person, that there is a list of senders, that the mail is held back, that it is for
 * once, that it is for spam, and how to do it. A person who asks to confirm something says none of the first three.
 *
 * @param weight of what was found
 * @param core whether a proof, a list or held mail is talked of
 * @param told whether it says what to do
 */
record ProofAsked(int weight, boolean core, boolean told) {
    private static final int ENOUGH = 5;
    private static final ProofAsked NONE = new ProofAsked(0, false, false);

    private static final Pattern PERSON = Pattern.compile(
            "(?iU)\\b(?:verif|confirm|prov(?:e|ing)\\b|validat|authenticat|ensur|certif|make sure)\\p{L}*\\b.{0,60}?\\b(?:human|(?:real|live|actual)"
                    + " person|legitimate sender|not (?:an? )?(?:spam|(?:ro)?bot\\b|machine|computer|automated))"
                    + "|(?:bestätig|beweis|nachweis|verifizier)\\p{L}*.{0,80}?\\b(?:mensch|echte person|keine? (?:spam|roboter|maschine|automat))"
                    + "|kein\\p{L}* (?:spam\\p{L}*|roboter|maschine).{0,60}?(?:bestätig|beweis|nachweis)"
                    + "|(?:confirm|prouv|vérifi|valid|authentifi|démontr)\\p{L}*.{0,80}?\\b(?:humain|personne (?:réelle|physique)|pas (?:un )?(?:robot|spam|machine|automate))"
                    + "|(?:confirm|verifi|demuestr|demostr|comprueb|comprob|valid|prov|comprov)\\p{L}*.{0,80}?\\b(?:human|(?:persona|pessoa) real|n[oã]o? (?:es |eres |é |ser )?(?:un |um )?(?:robot|robô|spam))"
                    + "|(?:conferm|verific|dimostr)\\p{L}*.{0,80}?\\b(?:uman|persona reale|non (?:sei |è |essere )?(?:un )?(?:robot|spam))"
                    + "|(?:bevestig|bewijs|verifi)\\p{L}*.{0,80}?\\b(?:mens\\b|echt persoon|geen (?:robot|spam))"
                    + "|(?:bekräft|bevis|verifi|bekræft|bekreft|vahvist)\\p{L}*.{0,80}?\\b(?:människa|menneske|ihminen|in?te (?:är )?(?:en )?(?:robot|spam)|ikke (?:er )?(?:en )?(?:robot|spam))"
                    + "|(?:potwierd|zweryfik|udowodni)\\p{L}*.{0,80}?\\b(?:człowiek|nie (?:jest\\p{L}* )?(?:robot|spam))"
                    + "|(?:подтверд|докаж)\\p{L}*.{0,80}?(?:человек|не (?:робот|спам))|人間であること|真人");

    private static final Pattern LIST = Pattern.compile(
            "(?iU)\\b(?:approved|allowed|authori[sz]ed|trusted|accepted|permitted|verified|unknown|unrecogni[sz]ed)"
                    + " (?:e-?mail )?senders?\\b|\\bsenders? (?:that |who |whom )?(?:i|we) (?:have"
                    + " |do )?(?:approved?|allow(?:ed)?|know|authori[sz]ed?)|\\b(?:white|guest|safe|allow)[- ]?list|\\bnot"
                    + " (?:yet )?(?:in|on) (?:my|our|the|his|her|their) (?:address ?book|list|contacts?)|\\bdo(?:es)? ?n[o']t"
                    + " (?:know|recogni[sz]e) (?:you\\b|your (?:e-?mail )?address)|weiße liste|unbekannte\\p{L}?"
                    + " absender|freigegebene\\p{L}* absender|nicht in (?:meinem|unserem) adressbuch|liste"
                    + " blanche|expéditeurs? (?:autorisé|approuvé|inconnu|authentifié|de confiance)|lista"
                    + " (?:blanca|branca|bianca)|remitentes? (?:autorizad|desconocid|aprobad|permitid)|remetentes?"
                    + " (?:autorizad|desconhecid|aprovad|permitid)|mittent[ei] (?:autorizzat|sconosciut|approvat)|witte"
                    + " lijst|(?:toegestane|onbekende|goedgekeurde) afzenders?|(?:godkända|okända?|tillåtna)"
                    + " avsändare|(?:godkendte|ukendte?) afsendere?|(?:godkjente?|ukjente?) avsendere?|biał\\p{L}"
                    + " list|(?:nieznan|zaufan|zatwierdzon)\\p{L}* nadawc|бел\\p{L}+ спис|неизвестн\\p{L}+ отправител");

    private static final Pattern HELD = Pattern.compile(
            "(?iU)\\b(?:your|this|original) (?:e-?mail|message|mail)(?: (?:to|titled|with|regarding|about|you"
                    + " sent|from)\\b.{0,80}?)? (?:has been|is|is being|is now|is currently|was|remains|will be)"
                    + " (?:placed|put|held|quarantined|queued|stored|waiting|intercepted|on"
                    + " hold|kept|waitlisted|suspended|temporarily|in (?:a )?(?:quarantine|pending)|pending)|\\b(?:has|have|was|is)"
                    + " ?n[o']t (?:yet )?(?:been )?delivered\\b|\\bnot yet (?:been )?delivered|\\bwill (?:then |only"
                    + " )?be (?:delivered|released|forwarded) (?:once|after|when|if|as soon)|\\b(?:e-?mail|message|mail) you"
                    + " (?:have )?sent (?:requires|needs|was not|is not|has not been) .{0,20}?(?:verif|confirm|authenti)|\\bto have (?:your|this|the)"
                    + " .{0,40}?\\bdelivered|\\b(?:so (?:that )?|before )(?:i|we) (?:can|may|will) receive"
                    + " your|\\bi(?:'ll| will) (?:then )?(?:receive|get|see) your (?:original"
                    + " )?(?:e-?mail|message|mail)|\\bbefore (?:your|the|this) (?:e-?mail|message|mail) (?:can|will|may)"
                    + " be|(?:nachricht|mail)\\b.{0,80}?(?:zurückgehalten|nicht zugestellt|erst"
                    + " zugestellt|quarantäne|freigeschaltet)|(?:message|courriel|mail)\\b.{0,80}?(?:en attente|en"
                    + " quarantaine|retenu|sera (?:délivré|remis|acheminé|distribué|transmis)|n'a pas (?:encore )?été"
                    + " (?:délivré|remis|distribué|transmis)|soit (?:délivré|remis|acheminé|distribué|transmis))|(?:mensaje|correo|mail)\\b.{0,80}?(?:retenido|en"
                    + " espera|cuarentena|será entregado|sea entregado)|mensagem\\b.{0,80}?(?:seja (?:encaminhada|entregue)|será"
                    + " (?:encaminhada|entregue)|retida|quarentena|em"
                    + " espera)|(?:messaggio|mail)\\b.{0,80}?(?:in attesa|trattenut|quarantena|sarà"
                    + " (?:consegnat|recapitat))|(?:bericht|mail)\\b.{0,80}?(?:vastgehouden|quarantaine|pas"
                    + " (?:afgeleverd|bezorgd))|(?:meddeland|mejl|mail|besked|melding|e-?post)\\p{L}*\\b.{0,80}?(?:karantän|karantæne|karantene|hålls"
                    + " kvar|tilbageholdt|holdt tilbake)|wiadomość\\b.{0,80}?(?:wstrzyman|kwarantann|zostanie"
                    + " dostarczon)|(?:сообщение|письмо)\\b.{0,80}?(?:задержан|будет доставлен|карантин)");

    private static final Pattern ONCE = Pattern.compile(
            "(?iU)\\bone[- ]time\\b|\\bjust (?:this )?once|\\b(?:have|need) to do (?:this|so) (?:only )?once|\\bdo this"
                    + " again|\\bonly (?:this )?once|einmalig|une seule fois|una sola v(?:ez|olta)|uma única"
                    + " vez|eenmalig|en enda gång|engangs|jednorazow|один раз");

    private static final Pattern SPAM = Pattern.compile(
            "(?iU)spam|\\bunsolicited|\\bjunk\\b|no (?:solicitad|desead)|não solicitad|indésirable|indesiderat|ongewenst|skräppost|uønsket|niechcian|спам");

    private static final Pattern VERIFY = Pattern.compile(
            "(?iU)\\b(?:complete|completing) (?:the|this|your) (?:verification|confirmation|authentication|request)|\\b(?:verify|confirm|authenticate|validate)"
                    + " (?:yourself|(?:your|this|the) (?:e-?mail|message|mail|address|delivery))|\\brequest"
                    + " (?:form|approval|permission)|\\brequires (?:that you )?(?:verif|confirm)|bestätigen"
                    + " sie.{0,40}(?:nachricht|mail|absender|adresse)|(?:nachricht|mail|absender)\\b.{0,40}bestätigen|(?:confirme[rz]|valide[rz]|authentifie[rz]|vous authentifier).{0,60}(?:message|mail|adresse|envoi|expéditeur|identi|cliqu)");

    private static final Pattern ASKS = Pattern.compile(
            "(?iU)\\b(?:click(?:ing)?|follow(?:ing)?|reply(?:ing)?|respond(?:ing)?|visit(?:ing)?|fill (?:out|in)|enter|answer)\\b.{0,90}?\\b(?:verif|confirm|releas|deliver|receiv|authenti|authori|approv|added|complet|request|human|person|list\\b)"
                    + "|\\b(?:verif|confirm|releas|deliver|receiv|authenti|authori|approv|complet|mail|see it)\\p{L}*\\b.{0,90}?\\b(?:click|reply|follow|visit|respond)"
                    + "|(?:confirm|conferm|valid|verifi|prouv|bestätig|beweis|bevestig|bekräft|bekræft|bekreft|potwierd|подтверд)\\p{L}*.{0,160}?https?://|klick|cliqu|(?:haga|haz|hacer) clic|pulse|clicc|klik|antworten sie|répond|respond[ae]|rispond|нажмите|ответьте");

    private static final Pattern WAY = Pattern.compile(
            "(?iU)https?://\\S|\\breply|\\brespond|\\bclick\\b|antworten|répond|responder|rispond|cliqu|klick|klik");

    /** One of these stems is in every challenge, and none in most mail: the patterns need not be tried there. */
    private static final String[] STEMS = {
        "spam",
        "junk",
        "unsolicited",
        "human",
        "robot",
        "robô",
        " bot",
        "sender",
        "list",
        "quarant",
        "deliver",
        "verif",
        "confirm",
        "mensch",
        "absender",
        "zugestellt",
        "humain",
        "attente",
        "expéditeur",
        "remitente",
        "retenid",
        "remetente",
        "encaminhada",
        "entregue",
        "mittent",
        "attesa",
        "uman",
        "afzender",
        "vastgehouden",
        "mens ",
        "avsänd",
        "avsend",
        "afsend",
        "människ",
        "mennesk",
        "ihmi",
        "karant",
        "nadawc",
        "człowiek",
        "wstrzyman",
        "отправител",
        "человек",
        "спам",
        "доставлен",
        "人"
    };

    static ProofAsked in(String text) {
        String lowerCase = text.toLowerCase(Locale.ROOT);
        if (Arrays.stream(STEMS).noneMatch(lowerCase::contains)
                || !WAY.matcher(text).find()) {
            return NONE;
        }
        boolean person = PERSON.matcher(text).find();
        boolean list = LIST.matcher(text).find();
        boolean held = HELD.matcher(text).find();
        if (!person && !list && !held) {
            return NONE;
        }
        boolean asks = ASKS.matcher(text).find();
        int weight = (person ? 3 : 0)
                + (list ? 2 : 0)
                + (held ? 2 : 0)
                + (VERIFY.matcher(text).find() ? 2 : 0)
                + (ONCE.matcher(text).find() ? 1 : 0)
                + (SPAM.matcher(text).find() ? 1 : 0)
                + (asks ? 1 : 0);
        return new ProofAsked(weight, true, asks);
    }

    /**
     * Whether it is one.
     *
     * @param context weight of what the header and the subject say
     */
    boolean enough(int context) {
        return core && (told || context > 0) && weight + context >= ENOUGH;
    }
}
