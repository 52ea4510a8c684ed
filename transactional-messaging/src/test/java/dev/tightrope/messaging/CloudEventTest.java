package dev.tightrope.messaging;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import java.io.InputStream;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;
import java.util.regex.Pattern;
import org.apache.kafka.common.header.Header;
import org.apache.kafka.common.header.Headers;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;
import org.junit.jupiter.params.provider.ValueSource;

class CloudEventTest {
    private static final CloudEvent EVENT = new CloudEvent(
            UUID.fromString("01890000-0000-7000-8000-000000000001"),
            "dev.tightrope.outreach.email-prepared.v1",
            "outreach-service",
            Instant.parse("2026-05-01T10:15:30.123456Z"),
            7,
            "request-1");

    @Test
    void what_is_written_is_read() throws Exception {
        assertThat(CloudEvent.read(EVENT.headers("key"))).isEqualTo(EVENT);
    }

    @Test
    void every_attribute_is_documented() throws Exception {
        String document;
        try (InputStream yaml = CloudEventTest.class.getResourceAsStream("/asyncapi.yaml")) {
            document = new String(yaml.readAllBytes(), StandardCharsets.UTF_8);
        }
        List<String> documented = Pattern.compile("^ +(ce_[a-z]+):$", Pattern.MULTILINE)
                .matcher(document)
                .results()
                .map(match -> match.group(1))
                .toList();

        assertThat(documented)
                .containsExactlyElementsOf(Arrays.stream(EVENT.headers("key").toArray())
                        .map(Header::key)
                        .filter(key -> key.startsWith("ce_"))
                        .toList());
    }

    @ParameterizedTest
    @ValueSource(strings = {"ce_specversion", "ce_id", "ce_type", "ce_source", "ce_time", "ce_sequence"})
    void a_missing_header_is_named(String name) {
        Headers headers = EVENT.headers("key").remove(name);

        assertThatThrownBy(() -> CloudEvent.read(headers))
                .isInstanceOf(UnreadableException.class)
                .hasMessageContaining(name);
    }

    @ParameterizedTest
    @CsvSource({
        "ce_specversion,0.3",
        "ce_id,17",
        "ce_time,yesterday",
        "ce_sequence,0",
        "ce_sequence,seven",
        "ce_type,a\0b"
    })
    void a_header_that_makes_no_sense_is_refused(String name, String value) {
        Headers headers = EVENT.headers("key").remove(name).add(name, value.getBytes(StandardCharsets.UTF_8));

        assertThatThrownBy(() -> CloudEvent.read(headers)).isInstanceOf(UnreadableException.class);
    }

    @Test
    void bytes_that_are_no_text_are_refused() {
        Headers headers = EVENT.headers("key").remove("ce_type").add("ce_type", new byte[] {(byte) 0xff});

        assertThatThrownBy(() -> CloudEvent.read(headers)).isInstanceOf(UnreadableException.class);
    }
}
