package dev.tightrope.outreach.inbound.analysis.bounce;

import java.util.regex.Pattern;

/** Words of reports. They are evidence beside the structure, and decide alone only where there is no code. */
final class FailureWords {
    /** Subjects of reports, in the languages mail servers write. */
    static final Pattern SUBJECT = Pattern.compile(
            "(?iu)undeliver(?:able|ed)|non-?deliver|loop alert|メール ?エラー|\\bnot (?:a )?members? \\(|delivery"
                    + " (?:status|failure|failed|problem|report|error|notification|warning|delayed|has"
                    + " failed|incomplete|final failure)|delivery of .{0,60}failed|returned (?:mail|message|to"
                    + " sender)|failure notice|failed (?:mail|delivery)|mail (?:delivery )?(?:failed|failure|error|system"
                    + " error|not delivered|could not be delivered|delivery"
                    + " (?:system|subsystem|warning))|(?:mail|message|e-?mail)\\b.{0,30}(?:could|can|was) ?not (?:be"
                    + " )?(?:sent|delivered)|message (?:that )?you sent (?:was |has been )?(?:blocked|rejected|refused)|returning"
                    + " message to sender|message (?:delivery failure|delayed|undeliver|not"
                    + " delivered|status)|warning: (?:could not send|message)|error sending|delayed mail|(?:smtp|mail)"
                    + " server: errors|rejected (?:mail|message)|automatically rejected|delivery not possible|postmaster"
                    + " notify|notification d'échec|unzustell|nicht zugestellt|zustellung(?:s(?:fehler|problem|status|bericht)|"
                    + " (?:fehlgeschlagen|nicht|gescheitert))|zustellfehler|zustellbericht|non remis|non"
                    + " (?:distribu|délivr)|échec (?:de (?:la )?(?:remise|livraison|distribution|transmission)|d'envoi|de"
                    + " l'envoi)|no (?:se )?(?:pudo|puede|ha podido)? ?entreg|no entregad|impossibile recapit|non"
                    + " (?:è stato )?(?:recapita|consegna)|mancat[oa] (?:consegna|recapito)|não (?:foi |é possível |pôde ser"
                    + " )?entreg|falha na entrega|no s'ha pogut lliurar|nelivra|nu a putut fi livrat|onbestelbaar|(?:kunde|kan|går|gick) inte"
                    + " (?:att )?levere|inte levererats|olevere|kan ikke levere|ikke lever|kunne ikke leveres|ei"
                    + " voi(?:tu|da)? toimittaa|toimitus.{0,20}epäonn|niedostarcz|nie (?:można|udało|został).{0,30}dostarcz|"
                    + "nedoručiteľn|nedoručiteln|nedoručen|(?:nepodařilo|nepodarilo) (?:se|sa)?.{0,20}doruč|kézbesít(?:hetetlen|ési"
                    + " hiba)|nem kézbesít|teslim edile?me|neisporuč|nije (?:isporuč|dostavlj)|недостав|не"
                    + " (?:было |может быть )?доставлен|не удалось (?:достав|отправ)|не вдалося (?:достав|надісл)|не може да"
                    + " бъде доставен|(?:δεν|μη) .{0,20}παραδ|αδύνατη η παράδοση|αποτυχία (?:παράδοσης|αποστολής)|配信(?:不能|でき|エラー|未完了|失敗)|送信.{0,6}(?:でき|エラー)|退信|(?:无法|未能)(?:送达|投递|发送|传递|递送)|(?:無法|未能)(?:傳遞|送達|投遞|寄送|遞送)|送達不能|배달(?:되지"
                    + " 않음|할 수 없|"
                    + " 실패)|(?:발송|전송|전달|배달).{0,4}(?:실패|불가)|반송|לא ניתן למסור|לא נמסר|تعذر (?:تسليم|التسليم)|لم يتم تسليم|không"
                    + " (?:thể|được) (?:gửi|phân phối|chuyển)|ส่ง.{0,6}ไม่(?:ได้|สำเร็จ)|tidak (?:dapat|bisa)"
                    + " (?:di)?kirim|tidak terkirim");

    /** Whatever language a report is in, it mostly repeats one of these. */
    static final Pattern FAILURE = Pattern.compile(
            "(?iu)duplicated message-id|not a member of this|(?:could|can|was|were|have|has|did|is|do|does|may|been|be)(?: ?not|n't)(?: yet)?(?: been| be| able"
                    + " to be)? ?(?:able to )?(?:be"
                    + " )?(?:deliver|sent|reach|accept|receive|processed|exist|transmit)|unable to"
                    + " (?:deliver|relay|send)|undeliverable|not able to deliver|delivery (?:failed|failure|has failed|to"
                    + " the following)|deliver(?:y)? (?:attempts?|error)|wasn't able to deliver|fatal error|permanent"
                    + " error|user unknown|unknown user|no such user|invalid (?:final|recipient|address)|mailbox"
                    + " (?:full|unavailable|not found)|over quota|quota exceeded|exceed\\w* .{0,20}quota|recipient"
                    + " (?:address )?rejected|returned to sender|failed (?:recipient|address|after)|(?:was|were|been)"
                    + " (?:automatically )?(?:rejected|refused|returned)|did not (?:reach|receive|exactly"
                    + " match)|address(?:\\(es\\)|es)? failed|not listed in|not delivered|account is disabled|(?:has|have)"
                    + " been (?:postponed|delayed)|timed out|nicht (?:zugestellt|ausgeliefert|erreich)|konnte"
                    + " nicht|unzustellbar|n'a pas pu|impossible d|non (?:è stato|può|remis|distribu)|no (?:se"
                    + " )?(?:pudo|puede|ha podido)|não (?:foi|pôde|pode)|kunde inte|kunne ikke|kan niet|niet (?:worden"
                    + " )?(?:bezorgd|afgeleverd)|ei voitu|nie (?:można|udało|mógł|został)|невозможно|не"
                    + " (?:может|удалось|было|доставлен)|не вдалося|не може|送信(?:でき|に失敗)|配信(?:でき|不能)|届け|无法|無法|未能|kan inte|går inte"
                    + "|no ha(?:n)? podido|no s'ha pogut|nu a(?:u)? putut|nepodařilo|nepodarilo|nelze|nem"
                    + " (?:sikerült|kézbesít|lehet)|edile?medi|nije moguće|ni bilo mogoče|nije (?:isporuč|dostavlj)|δεν"
                    + " (?:ήταν δυνατ|μπόρεσε|παραδόθηκε)|(?:할 수 없|하지 못|되지 않|실패)|לא ניתן|לא נמסר|تعذر|لم"
                    + " يتم|không (?:thể|được)|ไม่สามารถ|tidak (?:dapat|bisa)");

    /** The server goes on trying. */
    static final Pattern STILL_TRYING = Pattern.compile(
            "(?iu)(?:will|shall) (?:continue|keep|be retr|retry|try|attempt)|attempts? will (?:continue|be made)|not"
                    + " yet been delivered|still (?:trying|being)|has been delayed|is delayed|delivery (?:has been |is"
                    + " )?delayed|no action is required|not a(?:n)? (?:error|failure)|do(?:es)? not need to resend|delay"
                    + " reason|transient non-fatal|this is a warning message only|wird weiter|weiterhin versucht|erneut"
                    + " versuch|nous (?:continuerons|allons réessayer)|réessaiera|seguir[áe] intentando|volverá a"
                    + " intentar|continuer[àe]|riproverà|tentará novamente|continuará tentando|opnieuw"
                    + " geprobeerd|försöker (?:igen|på nytt)|fortsätter att försöka|forsøger igen|prøver igjen|yrittää"
                    + " uudelleen|ponowi|повторн\\p{L}+ попыт|попытки .{0,20}продолж|再試行します|重试|重試|재시도|\\(delay(?:ed)?\\)");

    /** It has given up for a reason that will not pass. */
    static final Pattern FOR_GOOD = Pattern.compile(
            "(?iu)permanent|fatal|user unknown|unknown (?:user|recipient|address)|no such|does ?n[o']t exist|not"
                    + " (?:exist|found|recognized|listed|known|a known)|invalid|disabled|discontinued|rejected|unknown"
                    + " address|unrouteable|over quota|quota|full|too many hops|(?:is|are) not (?:accepted|allowed)");

    /** It has given up for a reason that may pass. */
    static final Pattern MAY_PASS = Pattern.compile(
            "(?iu)timed? ?-?out|not found, try again|try again later|deferred|temporar|connection"
                    + " (?:refused|reset|lost|died)|expired|retry time|too long|has been in the queue|all hosts have been"
                    + " failing|for a long time|over .{0,20} (?:hours|days)|server unavailable|busy|unreachable|cannot"
                    + " connect|can't connect|network error|greylist|vorübergehend|temporär|temporaire|temporal\\b|tijdelijk|tillfällig|midlertidig|tilapäi|tymczasow|временн|一時的|暂时|暫時|일시적");

    private FailureWords() {}
}
