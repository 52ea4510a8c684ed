package dev.tightrope.embedded;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import java.util.stream.IntStream;
import org.junit.jupiter.api.Test;

/** Who asks for a port gets one that nobody else in this JVM was given, though nothing listens at that one yet. */
class PortsTest {

    @Test
    void noPortIsGivenTwice() {
        // So many that two of them would be the same if only chance kept them apart.
        List<Integer> given =
                IntStream.range(0, 800).mapToObj(each -> Ports.free()).toList();

        assertThat(given).doesNotHaveDuplicates();
    }
}
