package dev.tightrope.outreach.inbound.analysis.quotes;

import static org.assertj.core.api.Assertions.assertThat;

import java.time.Instant;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class SentAtTest {
    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tue, 3 Nov 2026 09:15:00 +0100",
                "Tue, 03 Nov 2026 08:15 GMT",
                "3 November 2026 at 9:15:00 CET",
                "3 november 2026 10:15:00 EET",
                "2026-11-03T08:15:00Z",
                "2026-11-03 9:15 GMT+01:00",
                "den 3 november 2026 09:15:00 UTC+1",
                "3. marraskuuta 2026 klo 10.15.00 UTC+2",
                "3 de noviembre de 2026, 9:15:00 +0100",
                "Tuesday, November 3, 2026, 09:15:00 AM GMT+1",
                "Monday, November 2, 2026, 11:15:00 PM -0900",
                "3 ноября 2026 г., 11:15:00 GMT+3",
                "3 kasım 2026 11:15:00 GMT+3"
            })
    void aDateWithItsZoneIsAnInstant(String written) {
        assertThat(SentAt.of(written)).isEqualTo(Instant.parse("2026-11-03T08:15:00Z"));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "Tuesday, November 3, 2026 9:15 AM",
                "03/11/2026 09:15 +0100",
                "3 Nov 2026 +0100",
                "31 Feb 2026 09:15 +0100",
                "3 Nov 2026 25:75 +0100",
                "3 Nov 2026 09:15 +9900",
                "",
                "yesterday"
            })
    void whatLeavesADoubtStaysAsWritten(String written) {
        assertThat(SentAt.of(written)).isNull();
    }
}
