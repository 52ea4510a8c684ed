package dev.tightrope.outreach.email;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HtmlBodyTest {

    @Test
    void textBecomesParagraphsLinesAndLists() {
        assertThat(HtmlBody.ofText("Dear <Karin>,\n\nThe result:\n- 38 % less\n- 2 h saved\n\nRolf\nUs & Co"))
                .isEqualTo("<p>Dear &lt;Karin&gt;,</p>\n"
                        + "<p>The result:</p><ul><li>38 % less</li><li>2 h saved</li></ul>\n"
                        + "<p>Rolf<br>Us &amp; Co</p>");
    }

    @Test
    void derivedHtmlSurvivesSanitising() {
        String html = HtmlBody.ofText("Så <här>\n- 38 %\n\nRolf\nUs");

        assertThat(HtmlBody.visibleText(HtmlBody.sanitised(html))).isEqualTo(HtmlBody.visibleText(html));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<p>a</p><script>alert(1)</script>",
                "<p onclick=\"x()\">a</p>",
                "<p>a<img src=\"https://x.example/open.gif\" width=1 height=1></p>",
                "<p style=\"background:url(https://x.example/o.gif)\">a</p>",
                "<p>a</p><style>p{background:url(https://x.example/o.gif)}</style>",
                "<p>a</p><iframe src=\"https://x.example\"></iframe>",
                "<p>a</p><link rel=stylesheet href=\"https://x.example/o.css\">",
                "<p>a</p><svg onload=\"x()\"></svg>",
                "<table background=\"https://x.example/o.gif\"><tr><td>a</td></tr></table>",
                "<a href=\"javascript:x()\">a</a>"
            })
    void nothingActiveOrTrackingIsLeft(String html) {
        assertThat(HtmlBody.sanitised(html))
                .contains("a")
                .doesNotContainIgnoringCase(
                        "script", "x.example", "onclick", "onload", "style", "iframe", "<img", "svg");
    }

    @Test
    void formattingAndLinksStay() {
        String html = "<p>See <a href=\"https://case.example/study\"><b>the study</b></a></p>";

        assertThat(HtmlBody.sanitised(html)).isEqualTo(html);
    }
}
