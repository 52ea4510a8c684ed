package dev.tightrope.outreach.sentfolder;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentFolderNamesTest {

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Sent",
                "SENT ITEMS",
                "Gesendete Elemente",
                "Skickade objekt",
                "E\u0301le\u0301ments envoye\u0301s",
                "Wysłane",
                "INBOX/Sent",
                "[Gmail]/Sent Mail"
            })
    void usualNamesAreKnown(String folder) {
        assertThat(SentFolderNames.among(List.of("INBOX", "Drafts", folder), '/'))
                .contains(folder);
    }

    @ParameterizedTest
    @ValueSource(strings = {"Sent to customers", "Archive/Sent", "Shared/rita/Sent Items", "Unsent", "Presentations"})
    void othersAreNot(String folder) {
        assertThat(SentFolderNames.among(List.of("INBOX", folder), '/')).isEmpty();
    }

    @Test
    void ofTwoTheMoreCommonNameIsTaken() {
        assertThat(SentFolderNames.among(List.of("Gesendet", "Sent Items", "Sent"), '.'))
                .contains("Sent");
    }
}
