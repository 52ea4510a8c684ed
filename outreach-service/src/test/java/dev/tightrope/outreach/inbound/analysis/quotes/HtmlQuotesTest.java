package dev.tightrope.outreach.inbound.analysis.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.inbound.analysis.Party;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlQuotesTest {
    private static final Party ANNA = new Party("Anna Rep", "anna@ours.example");
    private static final String MAILTO = "&lt;<a href=\"mailto:anna@ours.example\">anna@ours.example</a>&gt;";

    @Test
    void gmailAnswers() {
        assertAnswer("<div dir=\"ltr\">Yes, <b>please</b>.</div><br><div class=\"gmail_quote\">"
                + "<div dir=\"ltr\" class=\"gmail_attr\">tis 3 nov. 2026 kl. 09:15 skrev Anna Rep " + MAILTO
                + ":<br></div>"
                + "<blockquote class=\"gmail_quote\" style=\"margin:0\"><div>Dear Karl</div></blockquote></div>");
    }

    @Test
    void gmailForwards() {
        assertForward("<div dir=\"ltr\">Yes, <b>please</b>.<br><br><div class=\"gmail_quote\">"
                + "<div dir=\"ltr\" class=\"gmail_attr\">---------- Forwarded message ---------<br>From: <strong>Anna Rep</strong> "
                + "<span dir=\"auto\">" + MAILTO + "</span><br>Date: tis 3 nov. 2026 kl 09:15<br>Subject: Kallax<br>"
                + "To:  &lt;<a href=\"mailto:karl@nordkraft.example\">karl@nordkraft.example</a>&gt;<br></div><br><br>"
                + "<div>Dear Karl</div></div></div>");
    }

    @Test
    void outlookOnTheWebAnswersAndForwards() {
        String html =
                "<div>Yes, <b>please</b>.</div><div id=\"appendonsend\"></div><hr style=\"width:98%\" tabindex=\"-1\">"
                        + "<div id=\"divRplyFwdMsg\" dir=\"ltr\"><font face=\"Calibri\"><b>Från:</b> Anna Rep " + MAILTO
                        + "<br>"
                        + "<b>Skickat:</b> den 3 november 2026 09:15<br><b>Till:</b> Karl Holm &lt;karl@nordkraft.example&gt;<br>"
                        + "<b>Ämne:</b> Kallax</font><div>&nbsp;</div></div><div>Dear Karl</div>";
        assertAnswer(html);
        assertForward(html);
    }

    @Test
    void outlookOnTheDeskAnswersAndForwards() {
        String html =
                "<div class=WordSection1><p class=MsoNormal>Yes, <b>please</b>.<o:p></o:p></p><p class=MsoNormal>&nbsp;</p>"
                        + "<div><div style='border:none;border-top:solid #E1E1E1 1.0pt;padding:3.0pt 0cm 0cm 0cm'><p class=MsoNormal>"
                        + "<b>Von:</b> Anna Rep " + MAILTO
                        + " <br><b>Gesendet:</b> Dienstag, 3. November 2026 09:15<br>"
                        + "<b>An:</b> Karl Holm &lt;karl@nordkraft.example&gt;<br><b>Betreff:</b> Kallax<o:p></o:p></p></div></div>"
                        + "<p class=MsoNormal>Dear Karl</p></div>";
        assertAnswer(html);
        assertForward(html);
    }

    @Test
    void appleMailAnswers() {
        assertAnswer(
                "<html><body>Yes, <b>please</b>.<br><div><br><blockquote type=\"cite\"><div>3 nov. 2026 kl. 09:15 skrev "
                        + "Anna Rep " + MAILTO
                        + ":</div><br class=\"Apple-interchange-newline\"><div>Dear Karl</div></blockquote></div>");
    }

    @Test
    void appleMailForwards() {
        assertForward(
                "<body>Yes, <b>please</b>.<br><blockquote type=\"cite\"><div>Vidarebefordrat mejl:</div><br>"
                        + "<div><b>Från: </b>Anna Rep " + MAILTO + "<br></div><div><b>Ämne: </b><b>Kallax</b><br></div>"
                        + "<div><b>Datum: </b>3 november 2026 09:15:00 CET<br></div>"
                        + "<div><b>Till: </b>Karl Holm &lt;karl@nordkraft.example&gt;<br></div><br><div>Dear Karl</div></blockquote>");
    }

    @Test
    void thunderbirdAnswers() {
        assertAnswer("<p>Yes, <b>please</b>.</p><div class=\"moz-cite-prefix\">Am Dienstag schrieb Anna Rep:<br></div>"
                        .replace("Dienstag", "03.11.2026 um 09:15")
                + "<blockquote type=\"cite\" cite=\"mid:x\"><p>Dear Karl</p></blockquote><br>");
    }

    @Test
    void thunderbirdForwards() {
        assertForward(
                "<p>Yes, <b>please</b>.</p><div class=\"moz-forward-container\"><br>-------- Vidarebefordrat meddelande --------"
                        + "<table class=\"moz-email-headers-table\"><tbody>"
                        + "<tr><th align=\"RIGHT\">Ämne: </th><td>Kallax</td></tr>"
                        + "<tr><th align=\"RIGHT\">Datum: </th><td>Tue, 3 Nov 2026 09:15:00 +0100</td></tr>"
                        + "<tr><th align=\"RIGHT\">Från: </th><td>Anna Rep " + MAILTO + "</td></tr>"
                        + "<tr><th align=\"RIGHT\">Till: </th><td>Karl Holm &lt;karl@nordkraft.example&gt;</td></tr>"
                        + "</tbody></table><br><br>Dear Karl</div>");
    }

    @Test
    void yahooAnswers() {
        assertAnswer(
                "<div class=\"ydpyahoo-style-wrap\">Yes, <b>please</b>.</div><div id=\"yahoo_quoted_1\" class=\"yahoo_quoted\">"
                        + "<div><div>On Tuesday, November 3, 2026 at 09:15:00 AM GMT+1, Anna Rep &lt;anna@ours.example&gt; wrote: </div>"
                        + "<div><br></div><div>Dear Karl</div></div></div>");
    }

    @Test
    void protonAnswers() {
        assertAnswer(
                "<div>Yes, <b>please</b>.</div><div class=\"protonmail_quote\">On Tuesday, November 3rd, 2026 at 09:15, "
                        + "Anna Rep &lt;anna@ours.example&gt; wrote:<br><br><blockquote type=\"cite\">Dear Karl</blockquote></div>");
    }

    /** Windows Mail and Mail for Windows show names alone; the first leaves the subject out of what it answers. */
    @ParameterizedTest
    @ValueSource(
            strings = {"From,Sent,To,Subject", "От,Отправлено,Кому,Тема", "გამომგზავნი,გაგზავნის დრო,მიმღები,თემა"})
    void addressesBehindNamesAreRead(String labels) {
        String[] label = labels.split(",");
        String block = "<div>Yes, <b>please</b>. Ask <a href=\"mailto:bo@nordkraft.example?subject=x\">Bo</a>.</div>"
                + "<div style=\"padding-top: 5px; border-top-color: rgb(229, 229, 229); border-top-width: 1px;"
                + " border-top-style: solid;\"><div><font><b>%s:</b>&nbsp;<a href=\"mailto:anna@ours.example\">Anna Rep</a>"
                + "<br><b>%s:</b>&nbsp;3\u200e November\u200e 2026 \u200e9\u200e:\u200e15<br><b>%s:</b>&nbsp;"
                + "<a href=\"mailto:karl@nordkraft.example\">Karl Holm</a>; <a href='mailto:cilla@nordkraft.example'>Cilla"
                + "</a>%s</font></div></div><div><br></div><div>Dear <a href=\"mailto:karl@nordkraft.example\">Karl</a></div>";
        for (String subject : new String[] {"", "<br><b>" + label[3] + ":</b>&nbsp;Kallax"}) {
            String html = block.formatted(label[0], label[1], label[2], subject);
            Conversation read = Quotes.read(null, html, subject.isEmpty() ? "Re: Kallax" : "FW: Kallax");
            assertThat(read.newText()).isEqualTo("Yes, please. Ask Bo.");
            assertThat(read.quoted())
                    .extracting(QuotedMessage::how)
                    .containsExactly(subject.isEmpty() ? How.REPLIED_TO : How.FORWARDED);
            QuotedMessage original = read.quoted().get(0);
            assertThat(original.from()).isEqualTo(ANNA);
            assertThat(original.to())
                    .containsExactly(
                            new Party("Karl Holm", "karl@nordkraft.example"),
                            new Party("Cilla", "cilla@nordkraft.example"));
            assertThat(original.text()).isEqualTo("Dear Karl");
        }
    }

    /** The line drawn above tells a block from the sender's own text where nobody has an address. */
    @Test
    void aBorderAboveSaysThatAMessageBegins() {
        for (String border : new String[] {"border-top:solid #E1E1E1 1.0pt", "border-top-style: solid"}) {
            Conversation read = Quotes.read(
                    null,
                    "<div>Yes.</div><div style=\"" + border
                            + "\"><b>From:</b> Anna Rep<br><b>Sent:</b> 3 November 2026 9:15<br>"
                            + "<b>To:</b> Karl Holm</div><div>Dear Karl</div>",
                    "Re: Kallax");
            assertThat(read.newText()).as(border).isEqualTo("Yes.");
            assertThat(read.quoted()).extracting(QuotedMessage::from).containsExactly(new Party("Anna Rep", null));
        }
    }

    @Test
    void aNameInAnAttributionHidesItsAddressToo() {
        Conversation read = Quotes.read(
                null,
                "<div>Yes.</div><div>On Tue, Nov 3, 2026 at 9:15 AM <a href=\"mailto:anna@ours.example\">Anna Rep</a> wrote:"
                        + "</div><blockquote>Dear</blockquote>",
                "Re: Kallax");
        assertThat(read.newText()).isEqualTo("Yes.");
        assertThat(read.quoted()).extracting(QuotedMessage::from).containsExactly(ANNA);
    }

    /** A mark in front that is the sender's own, a link that says its address, several, none, and one over two lines. */
    @Test
    void linksToAddressesLeaveTheNewTextAsItIs() {
        Conversation read = Quotes.read(
                null,
                "&gt; Contact: <a href=\"mailto:bo@x.example\">Bo</a>Or: <a href=\"mailto:e@x.example\">Eva</a>Tel: 12<br><br>Or <a href=\"mailto:a@x.example\">A@x.example"
                        + "</a>, <a href=\"mailto:c@x.example,d@x.example\">both</a>, <a href=\"mailto:\">none</a>,"
                        + " <a href=\"mailto:e@x.example\">Eva<br>Ek</a> and <a href=\"mailto:f@x.example\"></a>",
                "Re: Kallax");
        assertThat(read.quoted()).isEmpty();
        assertThat(read.newText()).isEqualTo("> Contact: BoOr: EvaTel: 12\n\nOr A@x.example, both, none, Eva\nEk and");
    }

    @Test
    void aMarkedQuoteNobodyIsNamedInIsStillNoNewText() {
        Conversation read =
                Quotes.read(null, "Yes.<div class=\"gmail_quote\"><div>Somebody said</div><div>Dear</div></div>", "x");
        assertThat(read.newText()).isEqualTo("Yes.");
        assertThat(read.quoted()).hasSize(1);
    }

    @Test
    void indentedTextIsTheSendersOwn() {
        Conversation read = Quotes.read(
                null,
                "Dates:<blockquote style=\"margin:0 0 0 40px;border:none;padding:0\">Monday<br>Tuesday</blockquote>",
                "Re: x");
        assertThat(read.newText()).isEqualTo("Dates:\nMonday\nTuesday");
        assertThat(read.quoted()).isEmpty();
    }

    @Test
    void aMarkedAttributionWithoutNameOrDateStillBeginsTheQuote() {
        Conversation read = Quotes.read(
                null, "Yes.<div class=\"gmail_quote\"><div class=\"gmail_attr\">She</div>Dear Karl</div>", "Re: x");
        assertThat(read.newText()).isEqualTo("Yes.");
        assertThat(read.quoted()).extracting(QuotedMessage::how).containsExactly(How.REPLIED_TO);
    }

    @Test
    void signaturesAndWhatNobodySeesAreNoNewText() {
        Conversation read = Quotes.read(
                null,
                "<head><title>t</title></head><style>x{}</style><script>From: a@b.example</script><p>Yes.</p>"
                        + "<div class=\"gmail_signature\">Karl<br>Nordkraft</div>",
                "Re: x");
        assertThat(read.newText()).isEqualTo("Yes.");
    }

    @Test
    void emptyHtmlGivesWayToThePlainText() {
        assertThat(Quotes.read("Yes.", "<html><body><div>&nbsp;</div></body></html>", "x")
                        .newText())
                .isEqualTo("Yes.");
    }

    private static void assertAnswer(String html) {
        Conversation read = Quotes.read("not looked at", html, "Re: Kallax");
        assertThat(read.quoted()).extracting(QuotedMessage::how).containsExactly(How.REPLIED_TO);
        assertOriginal(read);
    }

    private static void assertForward(String html) {
        Conversation read = Quotes.read("not looked at", html, "Fwd: Kallax");
        assertThat(read.quoted()).extracting(QuotedMessage::how).containsExactly(How.FORWARDED);
        assertOriginal(read);
        QuotedMessage original = read.quoted().get(0);
        assertThat(original.subject()).isEqualTo("Kallax");
        assertThat(original.to()).extracting(Party::address).containsExactly("karl@nordkraft.example");
    }

    private static void assertOriginal(Conversation read) {
        assertThat(read.newText()).isEqualTo("Yes, please.");
        QuotedMessage original = read.quoted().get(0);
        assertThat(original.text()).isEqualTo("Dear Karl");
        assertThat(original.date()).contains("2026");
        Party from = original.from();
        assertThat(from == null ? null : from.name()).isEqualTo(ANNA.name());
    }
}
