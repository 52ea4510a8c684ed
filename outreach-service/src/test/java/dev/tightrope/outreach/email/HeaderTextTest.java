package dev.tightrope.outreach.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {
    private static final Mailbox SOMEBODY = new Mailbox("Karin", "karin@them.example");

    @ParameterizedTest
    @ValueSource(
            strings = {
                "a\r\nBcc: x@y.example",
                "a\nb",
                "a\rb",
                "a\0b",
                "a\tb",
                "a\u0085b",
                "a\u2028b",
                "a\u2029b",
                "\ud800"
            })
    void whatBreaksAHeaderIsRefusedEverywhere(String text) {
        assertThatThrownBy(() -> HeaderText.checked("subject", text)).hasMessageContaining("subject");
        assertThatThrownBy(() -> new Mailbox(text, "a@b.example")).isInstanceOf(RefusedHeaderException.class);
        assertThatThrownBy(() -> new Mailbox("name", text)).isInstanceOf(RefusedHeaderException.class);
        assertThatThrownBy(() -> new EmailContent(SOMEBODY, SOMEBODY, text, "t", "h"))
                .isInstanceOf(RefusedHeaderException.class);
    }

    @Test
    void ordinaryTextPasses() {
        assertThat(HeaderText.checked("subject", "Så här gjorde Müller 😀")).isEqualTo("Så här gjorde Müller 😀");
    }
}
