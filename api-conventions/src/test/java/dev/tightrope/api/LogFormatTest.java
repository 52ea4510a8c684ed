package dev.tightrope.api;

import static org.assertj.core.api.Assertions.assertThat;

import io.smallrye.config.PropertiesConfigSource;
import io.smallrye.config.SmallRyeConfigBuilder;
import java.io.IOException;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.CsvSource;

/** Production's logs are read by machines, everybody else's by people. */
class LogFormatTest {
    @ParameterizedTest
    @CsvSource({"prod, true", "dev, false", "test, false", "local, false"})
    void onlyProductionLogsJson(String profile, boolean json) throws IOException {
        boolean enabled = new SmallRyeConfigBuilder()
                .addDefaultInterceptors()
                .withProfile(profile)
                .withSources(
                        new PropertiesConfigSource(ETags.class.getResource("/META-INF/microprofile-config.properties")))
                .build()
                .getValue("quarkus.log.console.json.enabled", Boolean.class);

        assertThat(enabled).isEqualTo(json);
    }
}
