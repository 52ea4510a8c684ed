package dev.tightrope.outreach.inbound.analysis.bounce;

import java.util.regex.Pattern;

/** Words of reports. They are evidence beside the structure, and decide alone only where there is no code. */
final class FailureWords {
    /** Subjects of reports, in the languages mail servers write. */
    static final Pattern SUBJECT = Pattern.compile("(?iu)undeliver(?:able|ed)|non-?deliver|delivery"
            + " (?:status|failure|failed|problem|report|error|notification|warning|delayed|has"
            + " failed|incomplete|final failure)|delivery of .{0,60}failed|returned (?:mail|message|to"
            + " sender)|failure notice|failed (?:mail|delivery)|mail (?:delivery )?(?:failed|failure|error|system"
            + " error|not delivered|could not be delivered|delivery"
            + " (?:system|subsystem|warning))|(?:mail|message|e-?mail)\\b.{0,30}(?:could|can|was) ?not (?:be"
            + " )?(?:sent|delivered)|returning message to sender|message (?:delivery failure|delayed|undeliver|not"
            + " delivered|status)|warning: (?:could not send|message)|error sending|delayed mail|(?:smtp|mail)"
            + " server: errors|rejected (?:mail|message)|automatically rejected|delivery not possible|postmaster"
            + " notify|notification d'échec|unzustell|nicht zugestellt|zustellung|zustellfehler|non remis|non"
            + " (?:distribu|délivr)|échec de|no (?:se )?(?:pudo|puede|ha podido)? ?entreg|no entregad|impossibile"
            + " recapit|mancat[oa] (?:consegna|recapito)|recapito|não (?:foi )?entreg|falha na"
            + " entrega|onbestelbaar|kunde inte levereras|olevere|kan ikke levere|ikke lever|kunne ikke leveres|ei"
            + " voitu toimittaa|toimitus.{0,20}epäonn|niedostarcz|nie (?:można|udało|został).{0,30}dostarcz|не"
            + " (?:было )?доставлен|недостав|не удалось|配信|送信.{0,6}(?:でき|エラー)|退信|无法|無法|送達");

    /** Whatever language a report is in, it mostly repeats one of these. */
    static final Pattern FAILURE = Pattern.compile(
            "(?iu)(?:could|can|was|were|have|has|did|is|do|does|may|been|be)(?: ?not|n't)(?: yet)?(?: been| be| able"
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
                    + " (?:может|удалось|было|доставлен)|送信(?:でき|に失敗)|配信(?:でき|不能)|届け|无法|無法");

    /** The server goes on trying. */
    static final Pattern STILL_TRYING = Pattern.compile(
            "(?iu)(?:will|shall) (?:continue|keep|be retr|retry|try|attempt)|attempts? will (?:continue|be made)|not"
                    + " yet been delivered|still (?:trying|being)|has been delayed|is delayed|delivery (?:has been |is"
                    + " )?delayed|no action is required|not a(?:n)? (?:error|failure)|do(?:es)? not need to resend|delay"
                    + " reason|transient non-fatal|this is a warning message only|wird weiter|weiterhin versucht|nous"
                    + " (?:continuerons|allons réessayer)|seguir[áe] intentando|continuer[àe]");

    /** It has given up for a reason that will not pass. */
    static final Pattern FOR_GOOD = Pattern.compile(
            "(?iu)permanent|fatal|user unknown|unknown (?:user|recipient|address)|no such|does ?n[o']t exist|not"
                    + " (?:exist|found|recognized|listed|known|a known)|invalid|disabled|discontinued|rejected|unknown"
                    + " address|unrouteable|over quota|quota|full|too many hops|(?:is|are) not (?:accepted|allowed)");

    /** It has given up for a reason that may pass. */
    static final Pattern MAY_PASS =
            Pattern.compile("(?iu)timed? ?-?out|not found, try again|try again later|deferred|temporar|connection"
                    + " (?:refused|reset|lost|died)|expired|retry time|too long|has been in the queue|all hosts have been"
                    + " failing|for a long time|over .{0,20} (?:hours|days)|server unavailable|busy|unreachable|cannot"
                    + " connect|can't connect|network error|greylist");

    private FailureWords() {}
}
