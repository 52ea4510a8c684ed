package dev.tightrope.outreach.inbound.analysis.quotes;

/** The HTML each mail program writes when it passes our mail on or answers it: its elements, classes and names. */
final class ProgramHtml {
    private static final String NOTE = Program.NOTE.replace("\n", "<br>");
    private static final String ANNA = "Anna Rep &lt;<a href=\"mailto:anna@ours.example\">anna@ours.example</a>&gt;";
    private static final String KARL =
            "Karl Holm &lt;<a href=\"mailto:karl@nordkraft.example\">karl@nordkraft.example</a>&gt;";

    private ProgramHtml() {}

    static String of(Program program, Language language, boolean forwards, OurMail ours) {
        return switch (program) {
            case GMAIL -> gmail(language, forwards, ours);
            case OUTLOOK_DESKTOP -> outlookDesktop(language, ours);
            case OUTLOOK_WEB -> outlookWeb(language, ours);
            case OUTLOOK_MOBILE -> outlookMobile(language, ours);
            case APPLE -> apple(language, forwards, ours);
            case THUNDERBIRD -> thunderbird(language, forwards, ours);
            case YAHOO -> yahoo(language, forwards, ours);
            case SAMSUNG -> samsung(language, ours);
        };
    }

    /** Whether the element that bears our token is still there: Word writes the page anew and drops names of elements. */
    static boolean keepsNames(Program program) {
        return program != Program.OUTLOOK_DESKTOP;
    }

    private static String gmail(Language l, boolean forwards, OurMail ours) {
        String page = "<div class=\"msg-5483756291\"><u></u><div>" + ours.page("m_-5483756291") + "</div></div>";
        return "<div dir=\"ltr\">" + NOTE + "</div><br><div class=\"gmail_quote gmail_quote_container\">"
                + "<div dir=\"ltr\" class=\"gmail_attr\">"
                + (forwards
                        ? "---------- " + l.forwarded() + " ---------<br>" + l.from()
                                + ": <strong class=\"gmail_sendername\" dir=\"auto\">Anna Rep</strong> <span dir=\"auto\">&lt;"
                                + "<a href=\"mailto:anna@ours.example\">anna@ours.example</a>&gt;</span><br>Date: "
                                + l.date() + "<br>Subject: " + Program.SUBJECT
                                + "<br>To: Karl Holm &lt;<a href=\"mailto:karl@nordkraft.example\">karl@nordkraft.example</a>"
                                + "&gt;<br></div><br><br>" + page + "</div>"
                        : l.wrote().formatted(l.date(), ANNA) + "<br></div><blockquote class=\"gmail_quote\""
                                + " style=\"margin:0px 0px 0px 0.8ex;border-left:1px solid rgb(204,204,204);"
                                + "padding-left:1ex\">" + page + "</blockquote></div>");
    }

    private static String outlookDesktop(Language l, OurMail ours) {
        return "<html xmlns:o=\"urn:schemas-microsoft-com:office:office\" xmlns:w=\"urn:schemas-microsoft-com:office:word\">"
                + "<head><meta name=\"Generator\" content=\"Microsoft Word 15 (filtered medium)\"><style><!--\n"
                + "p.MsoNormal, li.MsoNormal, div.MsoNormal {margin:0cm;font-size:11.0pt;}\n--></style>"
                + "<!--[if gte mso 9]><xml><o:shapedefaults v:ext=\"edit\" spidmax=\"1026\" /></xml><![endif]--></head>"
                + "<body lang=\"EN-GB\" link=\"#0563C1\" style=\"word-wrap:break-word\"><div class=\"WordSection1\">"
                + "<p class=\"MsoNormal\">" + NOTE + "<o:p></o:p></p><p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p><div>"
                + "<div style=\"border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm\">"
                + "<p class=\"MsoNormal\"><b><span lang=\"EN-US\">" + l.from() + ":</span></b><span lang=\"EN-US\"> "
                + ANNA
                + " <br><b>" + l.sent() + ":</b> " + l.date() + "<br><b>" + l.to() + ":</b> " + KARL + "<br><b>"
                + l.subject() + ":</b> " + Program.SUBJECT + "<o:p></o:p></span></p></div></div>"
                + "<p class=\"MsoNormal\"><o:p>&nbsp;</o:p></p><div>"
                + ours.html().replace("<p>", "<p class=\"MsoNormal\">").replace("</p>", "<o:p></o:p></p>")
                + "</div></div></body></html>";
    }

    private static String outlookWeb(Language l, OurMail ours) {
        return "<html><head><style type=\"text/css\" style=\"display:none;\"> P {margin-top:0;margin-bottom:0;} </style>"
                + "</head><body dir=\"ltr\"><div class=\"elementToProof\" style=\"font-size: 12pt\">" + NOTE + "</div>"
                + "<div id=\"appendonsend\"></div><hr style=\"display:inline-block;width:98%\" tabindex=\"-1\">"
                + reference(l) + "<div>" + ours.page("x_") + "</div></body></html>";
    }

    private static String outlookMobile(Language l, OurMail ours) {
        return "<html><body><div dir=\"ltr\">" + NOTE + "</div><div><br></div>"
                + "<div id=\"ms-outlook-mobile-signature\" dir=\"ltr\">" + l.sentFrom() + "</div>"
                + "<div id=\"mail-editor-reference-message-container\" class=\"ms-outlook-mobile-reference-message"
                + " skipProofing\"><hr style=\"display:inline-block;width:98%\" tabindex=\"-1\">" + reference(l)
                + ours.page("") + "</div></body></html>";
    }

    private static String reference(Language l) {
        return "<div id=\"divRplyFwdMsg\" dir=\"ltr\"><font face=\"Calibri, sans-serif\" style=\"font-size:11pt\""
                + " color=\"#000000\"><b>" + l.from() + ":</b> Anna Rep &lt;anna@ours.example&gt;<br><b>" + l.sent()
                + ":</b> " + l.date() + "<br><b>" + l.to() + ":</b> Karl Holm &lt;karl@nordkraft.example&gt;<br><b>"
                + l.subject() + ":</b> " + Program.SUBJECT + "</font><div>&nbsp;</div></div>";
    }

    private static String apple(Language l, boolean forwards, OurMail ours) {
        String head = forwards
                ? "<div>" + l.forwarded() + ":</div><br class=\"Apple-interchange-newline\">"
                        + appleField(l.from(), ANNA)
                        + appleField(l.subject(), "<b>" + Program.SUBJECT + "</b>") + appleField(l.sent(), l.date())
                        + appleField(l.to(), KARL) + "<br>"
                : "<div>" + l.wrote().formatted(l.date(), ANNA) + "</div><br class=\"Apple-interchange-newline\">";
        return "<html><head></head><body style=\"overflow-wrap: break-word; -webkit-nbsp-mode: space; line-break:"
                + " after-white-space;\">" + NOTE + "<br id=\"lineBreakAtBeginningOfMessage\"><div><br>"
                + "<blockquote type=\"cite\">" + head + "<div>" + ours.page("")
                + "</div></blockquote></div><br></body></html>";
    }

    private static String appleField(String label, String value) {
        return "<div style=\"margin-top: 0px; margin-right: 0px; margin-bottom: 0px; margin-left: 0px;\"><span"
                + " style=\"font-family: -webkit-system-font; color:rgba(0, 0, 0, 1.0);\"><b>" + label
                + ": </b></span><span style=\"font-family: -webkit-system-font;\">" + value + "<br></span></div>";
    }

    private static String thunderbird(Language l, boolean forwards, OurMail ours) {
        if (!forwards) {
            return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body><p>" + NOTE + "</p>"
                    + "<div class=\"moz-cite-prefix\">" + l.wrote().formatted(l.date(), ANNA) + "<br></div>"
                    + "<blockquote type=\"cite\" cite=\"mid:elsewhere@x.example\">" + ours.page("")
                    + "</blockquote><br></body></html>";
        }
        return "<!DOCTYPE html><html><head><meta charset=\"utf-8\"></head><body><p>" + NOTE + "</p>"
                + "<div class=\"moz-forward-container\"><br><br>-------- " + l.forwarded() + " --------"
                + "<table class=\"moz-email-headers-table\" cellspacing=\"0\" cellpadding=\"0\" border=\"0\"><tbody>"
                + mozField(l.subject(), Program.SUBJECT) + mozField(l.sent(), l.date()) + mozField(l.from(), ANNA)
                + (ours.replyTo().isEmpty() ? "" : mozField("Reply-To", escaped(ours.replyTo())))
                + mozField(l.to(), KARL) + "</tbody></table><br><br>" + ours.page("") + "</div></body></html>";
    }

    private static String mozField(String label, String value) {
        return "<tr><th nowrap=\"nowrap\" valign=\"BASELINE\" align=\"RIGHT\">" + label + ": </th><td>" + value
                + "</td></tr>";
    }

    private static String yahoo(Language l, boolean forwards, OurMail ours) {
        String head = forwards
                ? "<div>----- " + l.forwarded() + " -----</div><div><b>" + l.from() + ":</b> " + escaped("Anna Rep ")
                        + "&lt;anna@ours.example&gt;</div><div><b>" + l.to()
                        + ":</b> \"Karl Holm\" &lt;karl@nordkraft.example&gt;</div><div><b>" + l.sent() + ":</b> "
                        + l.date() + " CET</div><div><b>" + l.subject() + ":</b> " + Program.SUBJECT + "</div>"
                : "<div>" + l.wrote().formatted(l.date() + " CET", "Anna Rep &lt;anna@ours.example&gt;") + " </div>";
        return "<html><head></head><body><div class=\"ydp6b2e7d0eyahoo-style-wrap\" style=\"font-size:13px;\"><div></div>"
                + "<div dir=\"ltr\" data-setdir=\"false\">" + NOTE + "</div><div><br></div></div>"
                + "<div id=\"ydpd7b11b8fyahoo_quoted_2853164957\" class=\"ydpd7b11b8fyahoo_quoted\"><div style=\"font-size:"
                + "13px;color:#26282a;\">" + head + "<div><br></div><div><br></div><div>" + ours.page("ydpd7b11b8f")
                + "</div></div></div></body></html>";
    }

    private static String samsung(Language l, OurMail ours) {
        return "<html><head><meta http-equiv=\"Content-Type\" content=\"text/html; charset=UTF-8\"></head>"
                + "<body dir=\"auto\"><div dir=\"auto\">" + NOTE + "</div><div dir=\"auto\"><br></div>"
                + "<div id=\"composer_signature\" dir=\"auto\"><div style=\"font-size:12px;color:#575757\" dir=\"auto\">"
                + l.sentFrom() + "</div></div><div dir=\"auto\"><br></div><div align=\"left\" dir=\"auto\""
                + " style=\"font-size:100%;color:#000000\"><div>-------- " + l.original() + " --------</div><div>"
                + l.from() + ": Anna Rep &lt;anna@ours.example&gt; </div><div>" + l.sent()
                + ": 03/11/2026  09:15  (GMT+01:00) </div><div>" + l.to()
                + ": Karl Holm &lt;karl@nordkraft.example&gt; </div><div>" + l.subject() + ": " + Program.SUBJECT
                + " </div><div><br></div></div>" + ours.page("") + "</body></html>";
    }

    private static String escaped(String text) {
        return text.replace("<", "&lt;").replace(">", "&gt;");
    }
}
