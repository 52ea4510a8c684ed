package dev.tightrope.scheduler.reminder;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class HeaderTextTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Acme\r\nBcc: all@victim.example",
                "Acme\nBcc: all@victim.example",
                "Acme\rBcc: all@victim.example",
                "Acme\u0000Bcc: all@victim.example",
                "Acme\u2028Bcc: all@victim.example",
                "Acme\u0085Bcc: all@victim.example"
            })
    void noControlReachesAHeader(String text) {
        assertThat(HeaderText.display(text)).isEqualTo("Acme Bcc: all@victim.example");
        assertThatThrownBy(() -> HeaderText.exact("The address", text))
                .isInstanceOf(IllegalArgumentException.class)
                .hasMessageStartingWith("The address");
    }

    @Test
    void ordinaryTextStaysAsItIs() {
        assertThat(HeaderText.display("Följ upp: Åsa på Müller & Söhne")).isEqualTo("Följ upp: Åsa på Müller & Söhne");
        assertThat(HeaderText.exact("The address", "asa@seller.example")).isEqualTo("asa@seller.example");
    }
}
