package dev.tightrope.outreach.inbound.analysis.automatic;

import java.util.regex.Matcher;
import java.util.regex.Pattern;

/** How people say that they are away. */
final class AbsenceWords {
    /** Subjects that mail programs give absence notices, and answers of machines in general. */
    static final Pattern AUTOMATIC_SUBJECT =
            Pattern.compile("(?iU)^\\W{0,3}(?:(?:external|extern|ext)\\W{1,3})?(?:auto(?:matic(?:ally)?(?:"
                    + " generated)?|mated)?[- ]?(?:e-?mail"
                    + " )?(?:reply|response|responder|answer)|autoreply|autorespond\\w*|automatische"
                    + " (?:antwort|abwesenheit\\w*|rückantwort)|automatisierte antwort|autom\\. antwort|réponse"
                    + " automatique|respuesta autom[aá]tica|respostas? automática|rispost[ae] automatic[ah]e?|automatiskt?"
                    + " svar|autosvar|automatisch antwoord|automatisch bericht|automaattinen vastaus|odpowied[zź]"
                    + " automatyczna|automatyczna odpowied[zź]|автоматический ответ|автоответ|automatická"
                    + " odpověď|automatikus válasz|otomatik yanıt|răspuns automat|自動返信|自動応答|自动(?:回复|答复)|自動(?:回覆|答覆)|자동 (?:회신|응답)|(?:ال)?رد (?:ال)?تلقائي|تلقائي|αυτόματη"
                    + " απάντηση|תשובה אוטומטית|מענה אוטומטי|автоматична відповідь|автовідповідь|автоматичен"
                    + " отговор|automatski odgovor|аутоматски одговор|automatická odpoveď|samodejni odgovor|automaat(?:vastus|ne vastus)|automātisk[aā]"
                    + " atbilde|automatinis atsakymas|resposta automàtica|sjálfvirk(?:t svar|"
                    + " svörun)|erantzun automatikoa|trả lời tự"
                    + " động|(?:การ)?ตอบกลับอัตโนมัติ|balas(?:an)? otomatis|balasan automatik|پاسخ خودکار|स्वचालित"
                    + " (?:उत्तर|जवाब))");

    /** What Notes puts in front; people begin subjects with the word, too. */
    static final Pattern AUTO_PREFIX = Pattern.compile("(?i)^\\W{0,3}auto: ");

    static final Pattern ABSENT_SUBJECT =
            Pattern.compile("(?iU)\\bout[- ]of[- ](?:the[- ])?office\\b|\\booo\\b|\\bout of town\\b|\\bvacation"
                    + " (?:reply|message|response|notice)|\\bon (?:vacation|leave|holiday)|\\bvacation(?=\\s*(?:$|[:(–-]|until|till|from\\b))|\\baway from (?:my|the)"
                    + " (?:office|desk|mail|e-?mail)|\\babsence\\b|\\babsent\\b|abwesen|nicht im"
                    + " (?:büro|haus)|urlaub|\\bcongés?\\b|absence du bureau|fuera de (?:la"
                    + " )?oficina|ausencia|ausente|\\bferie\\b|fuori (?:sede|ufficio)|assen(?:te|za)|afwezig|niet"
                    + " aanwezig|vakantie|frånvar|semester|fravær|poissa|lomal|fora do"
                    + " escritório|ausência|férias|nieobecno|poza biurem|urlop|вне офиса|отсутств|отпуск|mimo"
                    + " kancelář|不在|休暇");

    static final Pattern ABSENT = Pattern.compile(
            "(?iU)\\bout[- ]of[- ](?:the[- ]|my[- ])?office\\b|\\booo\\b|ponownie dostępn|í fríi|\\b(?:i am|i'm|i"
                    + " will be|i'll be|am|is|will be|we are|currently)\\b.{0,30}\\b(?:away|out|absent|on (?:annual |parental"
                    + " |maternity |paternity |sick |medical |my |a |personal )?(?:leave|vacation|holidays?|pto|business"
                    + " trip|honeymoon|sabbatical)|travell?ing|unavailable|not"
                    + " available)\\b|\\b(?:limited|no|intermittent|infrequent|restricted|sporadic) (?:access|e-?mail"
                    + " access|internet)|\\bon (?:vacation|annual leave|maternity leave|parental leave|leave of"
                    + " absence|holiday)\\b|\\bno longer (?:with|work|employed|at|part of)|\\bhas left"
                    + " (?:the|our)|\\b(?:will|shall) (?:return|be back)|when i (?:return|get back|am back|come back)|(?:upon|on)"
                    + " my return|nicht im (?:büro|haus|hause|dienst)|\\babwesen|\\bim urlaub|\\burlaub\\b|außer haus|nicht"
                    + " erreichbar|bin ich (?:wieder|zurück)|wieder (?:erreichbar|für sie da|im (?:büro|haus))|keinen"
                    + " zugriff|elternzeit|nicht mehr (?:im|bei|für)|\\babsent(?:e|s)?\\b|\\bcongés?\\b|en vacances|hors du"
                    + " bureau|de retour|actuellement (?:en|indisponible)|en déplacement|serai absent|fuera de (?:la|mi)"
                    + " oficina|\\bausente\\b|de vacaciones|estaré (?:fuera|ausente|de vuelta)|no estar[ée]|no disponible|de"
                    + " baja|fuori (?:ufficio|sede|dall'ufficio)|\\bassente\\b|in ferie|\\bferie\\b|sarò (?:assente|fuori|di"
                    + " ritorno)|non sarò|rientr(?:o|erò)|\\bafwezig|niet (?:aanwezig|op kantoor|bereikbaar)|op vakantie|met"
                    + " verlof|met vakantie|weer (?:aanwezig|bereikbaar|op kantoor)|buiten kantoor|inte på"
                    + " (?:kontoret|plats)|\\bfrånvarande|\\bsemester|föräldraledig|tjänstledig|\\bär ledig\\b|inte anträffbar|\\båter"
                    + " (?:på|den|i)|tillbaka (?:på|den|igen)|ikke på (?:kontoret|jobb|arbejde)|på ferie|\\bferie\\b|holder"
                    + " ferie|fraværende|\\bfravær|barsel|permisjon|ikke (?:til stede|tilgjengelig|tilgængelig)|tilbage"
                    + " (?:den|på|igen)|tilbake (?:den|på|igjen)|poissa (?:toimistolta|töistä)|\\blomalla|\\bpoissa\\b|en ole"
                    + " (?:tavoitettavissa|paikalla|töissä|toimistolla)|palaan (?:töihin|takaisin|lomalta)|vuosiloma|fora do"
                    + " (?:escritório|gabinete)|de férias|em férias|estarei (?:ausente|fora|de volta)|não"
                    + " estarei|indisponível|ausente|poza biurem|na urlopie|\\burlop|nieobecn|jestem nieobecn|nie ma"
                    + " mnie|wracam|wrócę|zwolnieniu|в отпуске|вне офиса|отсутству|dovolen|nejsem v"
                    + " kancelář|szabadság|izinde|不在|休暇|mimo kancelá[řr]|na dovolenke|în concediu|nu sunt (?:la|în) birou|εκτός"
                    + " (?:του )?γραφείου|λείπω από|σε άδεια|απουσιάζω|בחופשה|מחוץ למשרד|לא במשרד|خارج المكتب|في"
                    + " إجازة|відпустці|поза офісом|відсутн(?:ій|я)\\b|в отпуск\\b|puhkusel|ei ole"
                    + " kontoris|atvaļinājumā|prombūtnē|atostog|nesu biure|na godišnjem|nisam u uredu|na dopustu|nisem v"
                    + " pisarni|休假|不在办公室|不在辦公室|휴가|부재|자리를 비|đi vắng|vắng mặt|nghỉ phép|ไม่อยู่ที่สำนักงาน|ลาพักร้อน|sedang cuti|di luar"
                    + " kantor");

    /** What follows words of absence in the subject of a notice: nothing, a mark, a day, or until when. */
    private static final Pattern REST_OF_NOTICE = Pattern.compile(
            "(?iUs)(?:\\p{L}{0,6}|\\p{L}{0,6}(?:notiz|meldung|nachricht|benachrichtigung|meddelande|besked|assistent)\\p{L}{0,2})"
                    + "(?:\\s*|\\s*[^\\p{L}\\s].*|[^\\d]{0,80}\\d.*|\\s+(?:re|aw|sv|antw|vs|rif|odp)\\s?:.*|\\s+(?:notice|message|reply|response|alert|notification|auto\\w*|until|till|through|from|bis|ab|vom|jusqu|hasta|dal|fino|tot|vanaf|t\\.?o\\.?m|från|fra|til|asti|do|od|até|desde|с|до|по)\\b.*)");

    /** Whether a subject is a notice's own: people write about holidays, too. */
    private static boolean isNotice(String subject) {
        Matcher absence = ABSENT_SUBJECT.matcher(subject);
        return absence.lookingAt() && restOfNotice(subject, absence.end());
    }

    /** Names programs give to notices of absence; a person has other words for a letter. */
    private static final Pattern FORMAL = Pattern.compile("(?iU)^\\W{0,3}(?:(?:external|extern|ext)\\W{1,3})?(?:out[-"
            + " ]of[- ](?:the[- ])?office|absence (?:notice|message)|notice of absence|vacation"
            + " (?:reply|message|response|notice)|abwesenheits(?:notiz|meldung|nachricht|benachrichtigung|assistent)|frånvaro(?:meddelande|besked|assistent|anmälan)|fraværs(?:melding|meddelelse|besked|assistent)|poissaolo(?:ilmoitus|viesti)|afwezigheids(?:bericht|melding|assistent)|(?:message|notification|avis)"
            + " d'absence|absence (?:du|de) bureau|(?:mensaje|aviso|notificación) de ausencia|fuera de (?:la"
            + " )?oficina|(?:messaggio|avviso|notifica) di assenza|fuori (?:sede|ufficio)|(?:mensagem|aviso) de"
            + " ausência|fora do escritório|nieobecność w (?:biurze|pracy)|poza biurem|powiadomienie o"
            + " nieobecności|вне офиса|mimo kancelář|不在通知)\\b");

    /** A mark that programs put to a subject they answer. */
    private static final Pattern MARK = Pattern.compile(
            "(?iU)[\\[(](?:auto(?:matic|mated)?[- ]?(?:reply|response|svar)|out[-"
                    + " ]of[- ](?:the[- ])?office|away from (?:the|my)"
                    + " office|ooo|on vacation|abwesend|frånvarande|fraværende|afwezig|absent|assente|ausente|poissa|nieobecn\\p{L}*)[\\])]");

    private static final Pattern I_AM = Pattern.compile(
            "(?iU)^\\W{0,3}(?:i am|i'm|i will be|we are|currently|jag är|ich bin|bin|je suis|estoy|sono|ik ben|jeg"
                    + " er|olen|estou|jestem) ");

    /** Whether a program named the subject so. */
    static boolean isFormal(String subject) {
        Matcher formal = FORMAL.matcher(subject);
        return formal.find() && restOfNotice(subject, formal.end());
    }

    /** Whether it says what a notice says, in words people use as well. */
    static boolean mayBeNotice(String subject) {
        String told = I_AM.matcher(subject.replace('’', '\'')).replaceFirst("");
        return isNotice(told)
                || told.length() < subject.length()
                        && ABSENT_SUBJECT.matcher(told).lookingAt()
                || MARK.matcher(subject).find();
    }

    private static boolean restOfNotice(String subject, int from) {
        return REST_OF_NOTICE
                .matcher(subject.substring(from, Math.min(subject.length(), from + 300)))
                .matches();
    }

    /** What stands behind the words of a machine's subject: nothing, a mark, whose it is or what it answers. */
    private static final Pattern REST_OF_AUTOMATIC = Pattern.compile(
            "(?iUs)^(?:\\s*$|\\s*[^\\p{L}\\p{N}\\s].*|\\p{L}*[^\\p{IsLatin}\\s].*|\\s+(?:re|aw|sv|antw|vs|rif|odp|fwd?)\\s?:.*|\\s+(?:from|to|by|for|message|mail|e-?mail|notification|von|an|auf|från|på|till|från|fra|til|de|à|du|da|di|a|van|op|para|od|na|z|zu)\\b.*)");

    /**
     * How sure a subject is a machine's.
     *
     * @return 2 for certain, 1 where it goes on like a sentence, 0 if it is not one
     */
    static int automatic(String subject) {
        Matcher automatic = AUTOMATIC_SUBJECT.matcher(subject);
        if (!automatic.find()) {
            return 0;
        }
        return REST_OF_AUTOMATIC
                        .matcher(subject.substring(automatic.end(), Math.min(subject.length(), automatic.end() + 300)))
                        .matches()
                ? 2
                : 1;
    }

    /** Desks acknowledge what was written to them, and call it generated. */
    private static final Pattern RECEIPT = Pattern.compile(
            "(?iU)\\b(?:request|ticket|case|inquiry|enquiry|message|e-?mail)(?: \\S{1,20})? (?:has been|was|is)"
                    + " (?:received|registered|created|logged|opened)|\\b(?:we|i) (?:have )?(?:received|got) your"
                    + " (?:request|message|e-?mail|inquiry|enquiry)|\\brequest received|\\bihre (?:anfrage|nachricht|e-?mail)"
                    + " (?:ist|wurde)|\\bwir haben ihre .{0,20}erhalten|\\bvi har (?:tagit emot|mottagit|fått|modtaget|mottatt)"
                    + " |nous avons (?:bien )?reçu|hemos recibido|abbiamo ricevuto|hebben uw .{0,20}ontvangen|olemme"
                    + " vastaanottaneet|recebemos (?:a )?(?:sua|seu)|otrzymaliśmy");

    static boolean isReceipt(String subject, String words) {
        return RECEIPT.matcher(subject).find()
                || RECEIPT.matcher(words.substring(0, Math.min(words.length(), 1_000))
                                .replaceAll("\\s+", " "))
                        .find();
    }

    /** Somebody answers for the absent one: one more sign that they are. */
    static final Pattern ROLE_MAILBOX = Pattern.compile(
            "(?i)^(?:info|support|help(?:desk)?|sales|service|kundenservice|kundtjanst|contact|kontakt|office|admin|billing|orders?|jobs|hr|press|marketing|noreply|no-reply|do-?not-?reply|webmaster|postmaster|hello|team|feedback|tickets?|security|abuse|accounts?|(?:customer|mailer|bounce)[^@]*|servicedesk|notifications?|news(?:letter)?|system|daemon|root)(?:[+.-][^@]*)?@.*");

    private AbsenceWords() {}
}
