package dev.tightrope.outreach.inbound.analysis.mime;

import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.outreach.inbound.analysis.InboundMail;
import dev.tightrope.outreach.inbound.analysis.Mails;
import dev.tightrope.outreach.inbound.analysis.MessageReader;
import dev.tightrope.outreach.inbound.analysis.Party;
import java.io.ByteArrayOutputStream;
import java.nio.charset.Charset;
import java.nio.charset.StandardCharsets;
import java.util.Base64;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** What real mail gets wrong, and what must be read all the same. */
class MimeReaderTest {
    private static InboundMail body(String contentType, byte[] body) {
        ByteArrayOutputStream message = new ByteArrayOutputStream();
        message.writeBytes(Mails.bytes("From: m@n.example\nSubject: Re: x\n" + contentType + "\n\n"));
        message.writeBytes(body);
        return MessageReader.read(message.toByteArray());
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "Content-Type: text/plain; charset=utf-8 | utf-8 | Värmeväxlare – 30 %",
                "Content-Type: text/plain; charset=iso-8859-1 | windows-1252 | Wärmetauscher „schnell“",
                "Content-Type: text/plain; charset=iso-8859-1 | utf-8 | Värmeväxlare, in truth UTF-8",
                "Content-Type: text/plain; charset=us-ascii | windows-1252 | Värmeväxlare",
                "X-No: type | utf-8 | Värmeväxlare",
                "X-No: type | windows-1252 | Värmeväxlare",
                "Content-Type: text/plain; charset=x-unknown-one | utf-8 | Värmeväxlare",
                "Content-Type: text/plain; charset=\"koi8-r\" | koi8-r | Теплообменник",
                "Content-Type: text/plain; charset=iso-2022-jp | iso-2022-jp | 熱交換器の件",
                "Content-Type: text/plain; charset=iso-2022-jp | euc-jp | 熱交換器の件",
                "Content-Type: text/plain; charset=shift_jis | windows-31j | 熱交換器①",
                "Content-Type: text/plain; charset=gb2312 | gb18030 | 换热器",
                "Content-Type: text/plain; charset=ks_c_5601-1987 | x-windows-949 | 열교환기",
                "Content-Type: text/plain; charset=x-gbk | gb18030 | 换热器",
                "Content-Type: text/plain; charset=mac-roman | x-MacRoman | Värmeväxlare",
                "Content-Type: text/plain; charset=macintosh | x-MacRoman | Värmeväxlare",
                "Content-Type: text/plain; charset=x-mac-cyrillic | x-MacCyrillic | Теплообменник",
                "Content-Type: text/plain; charset=x-mac-ce | x-MacCentralEurope | Výměník",
                "Content-Type: text/plain; charset=utf-16 | utf-16 | Värmeväxlare",
                "Content-Type: | utf-8 | Värmeväxlare",
                "Content-Type: nonsense | utf-8 | Värmeväxlare",
            })
    void charsets(String contentType, String written, String text) {
        assertThat(body(contentType, text.getBytes(Charset.forName(written))).newText())
                .isEqualTo(text);
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "utf-7 | V+AOQ-rmev+AOQ-xlare 1 +- 1, +JjoAIQ- | Värmeväxlare 1 + 1, ☺!",
                "unicode-1-1-utf-7 | +ZeVnLIqe. +2D3eAA | 日本語. 😀",
                "UTF-7 | a +A b +, c+ | a +A b +, c+",
                "hz-gb-2312 | ~{;;HHFw~} 1~~2 ~{;;HHFw | 换热器 1~2 换热器",
                "HZ-GB-2312 | ~ a ~} b~ | ~ a  b~",
            })
    void textInSevenBits(String charset, String written, String text) {
        byte[] bytes = written.getBytes(StandardCharsets.US_ASCII);
        assertThat(body("Content-Type: text/plain; charset=" + charset, bytes).newText())
                .isEqualTo(text);
        byte[] html = ("<meta charset=utf-8><p>" + written + "</p>").getBytes(StandardCharsets.US_ASCII);
        assertThat(body("Content-Type: text/html; charset=" + charset, html).newText())
                .startsWith(text.substring(0, 4));
    }

    /** A line of Chinese ends with its line, and one is not carried over. */
    @Test
    void linesOfHz() {
        byte[] bytes = "~{;;HHFw\na ~\nb".getBytes(StandardCharsets.US_ASCII);
        assertThat(body("Content-Type: text/plain; charset=hz-gb-2312", bytes).newText())
                .isEqualTo("换热器\na b");
    }

    @Test
    void uuencode() {
        String text = "begin 644 x.txt\r\n+4FEN9R!M:6<N#0H`\r\n`\r\nend\r\n";
        for (String name : new String[] {"x-uuencode", "uuencode", "X-UUE"}) {
            String type = "Content-Type: text/plain\nContent-Transfer-Encoding: " + name;
            assertThat(body(type, text.getBytes(StandardCharsets.US_ASCII)).newText())
                    .isEqualTo("Ring mig.");
            assertThat(body(type, "not encoded".getBytes(StandardCharsets.US_ASCII))
                            .newText())
                    .isEqualTo("not encoded");
        }
    }

    @Test
    void carriageReturnsAlone() {
        InboundMail mail = MessageReader.read(
                "From: m@n.example\rSubject: Re: x\r\rRing\rmig.\r".getBytes(StandardCharsets.US_ASCII));
        assertThat(mail.subject()).isEqualTo("Re: x");
        assertThat(mail.newText()).isEqualTo("Ring\nmig.");
    }

    /** Programs that know no better attach a message as a file like others. */
    @Test
    void savedMessages() {
        String inner =
                "From: Anna <anna@ours.example>\r\nTo: Karl <karl@n.example>\r\nSubject: Kallax\r\nMessage-ID: <a@ours>\r\n\r\nHello\r\n";
        String saved = inner;
        for (int depth = 1; depth <= 5; depth++) {
            saved = "From: m@n.example\r\nSubject: Fwd: Kallax\r\nMIME-Version: 1.0\r\n"
                    + "Content-Type: multipart/mixed; boundary=B" + depth + "\r\n\r\n--B" + depth
                    + "\r\n\r\nSee.\r\n--B" + depth
                    + "\r\nContent-Type: application/octet-stream; name=\"Kallax.EML\"\r\nContent-Transfer-Encoding: base64\r\n"
                    + "Content-Disposition: attachment\r\n\r\n"
                    + Base64.getMimeEncoder().encodeToString(saved.getBytes(StandardCharsets.US_ASCII)) + "\r\n--B"
                    + depth
                    + "--\r\n";
            InboundMail mail = MessageReader.read(saved.getBytes(StandardCharsets.US_ASCII));
            assertThat(mail.newText()).isEqualTo("See.");
            assertThat(mail.forwards()).hasSize(Math.min(depth, 4));
            if (depth <= 3) {
                assertThat(mail.forwards().get(depth - 1).from()).isEqualTo(new Party("Anna", "anna@ours.example"));
                assertThat(mail.references()).contains("<a@ours>");
            }
        }
    }

    @Test
    void encodings() {
        byte[] text = "Värmeväxlare = bra".getBytes(StandardCharsets.UTF_8);
        String type = "Content-Type: text/plain; charset=utf-8\nContent-Transfer-Encoding: ";
        assertThat(body(type + "base64", Base64.getMimeEncoder().encode(text)).newText())
                .isEqualTo("Värmeväxlare = bra");
        assertThat(body(
                                type + "Quoted-Printable ",
                                "V=C3=A4rmev=\r\n=C3=A4xlare =3D bra".getBytes(StandardCharsets.US_ASCII))
                        .newText())
                .isEqualTo("Värmeväxlare = bra");
        assertThat(body(type + "8-bit-ish", text).newText()).isEqualTo("Värmeväxlare = bra");
        assertThat(body(type + "base64", "VsOkcm1l!!!".getBytes(StandardCharsets.US_ASCII))
                        .newText())
                .startsWith("Värme");
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            value = {
                "=?UTF-8?Q?V=C3=A4rme_v=C3=A4xlare?= | Värme växlare",
                "=?utf-8?B?VsOkcm1l?= | Värme",
                "=?utf-8?B?VsM=?= =?utf-8?B?pHJtZQ==?= | Värme",
                "=?UTF-8?Q?V=C3?= =?UTF-8?Q?=A4rme?= | Värme",
                "=?utf-8*sv?q?V=C3=A4rme?= | Värme",
                "Re:=?iso-8859-1?q?V=E4rme?=! | Re:Värme!",
                "=?us-ascii?q?V=E4rme?= | Värme",
                "=?x-none?q?Varme?= | Varme",
                "=?utf-8?q?Varme | =?utf-8?q?Varme",
                "=?utf-8?q?a?= b =?utf-8?q?c?= | a b c",
                "=?iso-2022-jp?B?GyRCRy5AOBsoQg==?= | 熱生",
            })
    void encodedWords(String subject, String decoded) {
        assertThat(MessageReader.read(Mails.bytes("From: m@n.example\nSubject: " + subject + "\n\nx\n"))
                        .subject())
                .isEqualTo(decoded);
    }

    @Test
    void unencodedHeadersAreInUtf8OrInTheBodysCharset() {
        byte[] utf8 = "From: Börje Åkesson <b@n.example>\r\nSubject: Värme\r\n\r\nx".getBytes(StandardCharsets.UTF_8);
        assertThat(MessageReader.read(utf8).from()).isEqualTo(new Party("Börje Åkesson", "b@n.example"));
        byte[] koi8 = "From: Иван <b@n.example>\r\nContent-Type: text/plain; charset=koi8-r\r\nSubject: Привет\r\n\r\nx"
                .getBytes(Charset.forName("koi8-r"));
        assertThat(MessageReader.read(koi8).subject()).isEqualTo("Привет");
        assertThat(MessageReader.read(koi8).from()).isEqualTo(new Party("Иван", "b@n.example"));
    }

    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "\"Berg, Mia\" <mia@n.example> | Berg, Mia | mia@n.example",
                "mia@n.example (Mia Berg) | Mia Berg | mia@n.example",
                "'Mia Berg' <Mia@N.Example> | Mia Berg | mia@n.example",
                "Mia Berg <<mia@n.example>> | Mia Berg | mia@n.example",
                "Mia Berg <mailto:mia@n.example> | Mia Berg | mia@n.example",
                "=?utf-8?q?Berg=2C_Mia?= <mia@n.example> | Berg, Mia | mia@n.example",
                "\"=?utf-8?q?M=C3=ADa?=\" <mia@n.example> | Mía | mia@n.example",
                "Team: Mia Berg <mia@n.example>; | Mia Berg | mia@n.example",
                "Mia Berg mia@n.example | Mia Berg | mia@n.example",
                "<@relay.example:mia@n.example> | | mia@n.example",
                "\"Mia \\\"M\\\" Berg\" <mia@n.example> | Mia \"M\" Berg | mia@n.example",
                "Mia <Sales> <mia@n.example> | Mia <Sales> | mia@n.example",
                "=?utf-8?q?Eve_<script>?= <eve@n.example> | Eve <script> | eve@n.example",
                "=?utf-8?q?Eve_<x@y.example>?= <eve@n.example> | Eve <x@y.example> | eve@n.example",
                "=?utf-8?Q?Acme:_Mia?= <mia@n.example> | Acme: Mia | mia@n.example",
                "=?utf-8?Q?Holm,_Karl?= <karl@n.example> | Holm, Karl | karl@n.example",
                "=?utf-8?Q?Mia_\"M\"_(Sales);_Berg?= <mia@n.example> | Mia \"M\" (Sales); Berg | mia@n.example",
                "=?utf-8?Q?Mia <mia@n.example> | =?utf-8?Q?Mia | mia@n.example",
                "Holm, Karl <karl@n.example> | Holm, Karl | karl@n.example",
                "van der Berg, Anna <a@n.example> | van der Berg, Anna | a@n.example",
                "=?utf-8?q?=C3=85kesson?=, Eva <eva@n.example> | Åkesson, Eva | eva@n.example",
                "Sales, Support, Karl <karl@n.example> | Karl | karl@n.example",
                "\"Sales\", Karl <karl@n.example> | Karl | karl@n.example",
                "550 1234, Karl <karl@n.example> | Karl | karl@n.example",
                "Sales; Karl <karl@n.example> | Karl | karl@n.example",
                "mia@n.example, Karl <karl@n.example> | | mia@n.example",
            })
    void addresses(String field, String name, String address) {
        InboundMail mail = MessageReader.read(Mails.bytes("From: " + field + "\n\nx\n"));
        assertThat(mail.from()).isEqualTo(new Party(name, address));
    }

    /** In a list a comma parts people: it is a name's where the address or every other entry says so. */
    @ParameterizedTest
    @CsvSource(
            delimiter = '|',
            quoteCharacter = '`',
            value = {
                "Holm, Karl <karl@n.example>, Dahl, Liv <liv@n.example> | Holm, Karl/Dahl, Liv",
                "Holm, Karl <karl@n.example>, Bo Ek <bo@n.example> | Holm, Karl/Bo Ek",
                "von Holm, Karl Erik <k.von.holm@n.example>, Bo Ek <bo@n.example> | von Holm, Karl Erik/Bo Ek",
                "Bo Ek <bo@n.example>, Holm, Karl Erik <k.holm@n.example> | Bo Ek/Holm, Karl Erik",
                "Sales, Karl Holm <karl@n.example>, Bo Ek <bo@n.example> | Karl Holm/Bo Ek",
                "Ek Holm, Karl Erik <karl@n.example>, Bo Ek <bo@n.example> | Karl Erik/Bo Ek",
                "karl, Bo <bo@n.example>, Eva Ek <eva@n.example> | Bo/Eva Ek",
                "Bo Ek <bo@n.example>, Eva <eva@n.example> | Bo Ek/Eva",
            })
    void commasOfNamesAndOfLists(String field, String names) {
        InboundMail mail = MessageReader.read(Mails.bytes("From: x@n.example\nTo: " + field + "\n\nx\n"));
        assertThat(mail.to()).extracting(Party::name).containsExactly(names.split("/"));
    }

    @Test
    void oneBadAddressHidesNotTheOthers() {
        InboundMail mail = MessageReader.read(Mails.bytes("From: m@n.example\n"
                + "To: undisclosed recipients:;, <broken, bo@n.example,,;ann@n.example\n"
                + "Cc: x\n\n"
                + "x\n"));
        assertThat(mail.recipients()).contains("ann@n.example");
    }

    @Test
    void controlsInNamesAndSubjectsGrowIntoNoHeaderFields() {
        String name = "=?utf-8?q?Mia=0D=0ABcc:_victim@x.example=00=0A?=";
        InboundMail mail = MessageReader.read(Mails.bytes("From: " + name + " <mia@n.example>\nTo: \"" + name
                + "\" <\"a\r\nb\"@n.example>, "
                + name + ", Bo <bo@n.example>\nSubject: =?utf-8?b?"
                + Base64.getEncoder().encodeToString("a\r\nBcc: v@x\u2028b".getBytes(StandardCharsets.UTF_8))
                + "?=\n\nx\n"));
        assertThat(mail.subject()).isEqualTo("a Bcc: v@x b");
        assertThat(mail.participants()).isNotEmpty().allSatisfy(participant -> {
            assertThat(participant.name())
                    .satisfiesAnyOf(
                            n -> assertThat(n).isNull(), n -> assertThat(n).doesNotContainPattern("\\p{Cntrl}"));
            assertThat(participant.address()).doesNotContainPattern("[\\p{Cntrl} ]");
        });
    }

    @Test
    void parametersInManyPieces() {
        Part root = MimeReader.read(
                        Mails.bytes("Content-Type: multipart/mixed; boundary=\"abcd\"\n\n"
                                + "--abcd\n"
                                + "Content-Type: text/plain; charset*=utf-8''iso-8859-1; name*0*=utf-8''V%C3%A4;"
                                + " name*1=rme.txt\n\n"
                                + "hej\n"
                                + "--abcd--\n"),
                        Limits.DEFAULT)
                .root();
        assertThat(root.children()).hasSize(1);
        assertThat(root.children().get(0).parameter("name")).isEqualTo("Värme.txt");
    }

    @Test
    void aMultipartWithoutItsBoundaryIsAText() {
        assertThat(body(
                                "Content-Type: multipart/mixed; boundary=never",
                                "Ring mig.".getBytes(StandardCharsets.US_ASCII))
                        .newText())
                .isEqualTo("Ring mig.");
        assertThat(body("Content-Type: multipart/mixed", "Ring mig.".getBytes(StandardCharsets.US_ASCII))
                        .newText())
                .isEqualTo("Ring mig.");
    }

    @Test
    void mailboxSeparatorsAndEmptyLinesInFrontAreNoBody() {
        assertThat(MessageReader.read(Mails.bytes(
                                "From m@n.example Tue Nov  3 10:15:00 2026\nFrom: m@n.example\nSubject: s\n\nx\n"))
                        .subject())
                .isEqualTo("s");
        assertThat(MessageReader.read(Mails.bytes("\n\nFrom: m@n.example\nSubject: s\n\nx\n"))
                        .subject())
                .isEqualTo("s");
    }

    @Test
    void winmailDat() {
        String head = "From: m@n.example\nMIME-Version: 1.0\nContent-Type: multipart/mixed; boundary=B\n\n--B\n"
                + "Content-Type: application/ms-tnef; name=\"winmail.dat\"\nContent-Transfer-Encoding: base64\n\n";
        for (byte[] tnef : new byte[][] {
            WinmailDat.plain("Ring mig."),
            WinmailDat.attributeAlone("Ring mig."),
            WinmailDat.html("<p>Ring <b>mig</b>.</p>"),
            WinmailDat.rtf("{\\rtf1\\ansi{\\fonttbl{\\f0 Arial;}}\\f0 Ring mig.\\par}"),
            WinmailDat.rtf("{\\r"
                    + "tf1\\ansi\\fromhtml1{\\*\\htmltag64 <p>}\\htmlrtf \\par not this\\htmlrtf0 Ring"
                    + " mig.{\\*\\htmltag72 </p>}}"),
        }) {
            InboundMail mail = MessageReader.read(Mails.bytes(
                    head + Base64.getMimeEncoder().encodeToString(tnef).replace("\r", "") + "\n--B--\n"));
            assertThat(mail.newText()).isEqualTo("Ring mig.");
        }
        assertThat(MessageReader.read(Mails.bytes(head + "AAAA\n--B--\n")).newText())
                .isEmpty();
    }
}
