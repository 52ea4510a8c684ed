package dev.tightrope.outreach.mailbox;

import static org.assertj.core.api.Assertions.assertThat;

import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentCopyTest {
    @ParameterizedTest
    @ValueSource(strings = {"smtp.gmail.com", "SMTP.Office365.com", "smtp-mail.outlook.com"})
    void gmailAndMicrosoft365FileWhatTheyAccept(String host) {
        assertThat(SentCopy.usualFor(at(host))).isEqualTo(SentCopy.BY_PROVIDER);
    }

    @ParameterizedTest
    @ValueSource(strings = {"smtp-relay.gmail.com", "mail.seller.example", "smtp.gmail.com.seller.example"})
    void othersDoNot(String host) {
        assertThat(SentCopy.usualFor(at(host))).isEqualTo(SentCopy.APPEND);
    }

    @Test
    void norDoesAnAccountThatSendsNothing() {
        assertThat(SentCopy.usualFor(null)).isEqualTo(SentCopy.APPEND);
    }

    private static ServerAddress at(String host) {
        return new ServerAddress(host, 587, ConnectionSecurity.STARTTLS);
    }
}
