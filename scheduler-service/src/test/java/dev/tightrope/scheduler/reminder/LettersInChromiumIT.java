package dev.tightrope.scheduler.reminder;

import static java.nio.charset.StandardCharsets.UTF_8;
import static org.assertj.core.api.Assertions.assertThat;

import dev.tightrope.testing.Chromium;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.FieldSource;

/**
 * Opens the approved letters in Chromium, as wide as on a desk and as narrow as on a phone. The pictures are kept in
 * {@code target/letters}: look at them when a letter changes.
 */
class LettersInChromiumIT {
    static final List<String> LANGUAGES = Wording.LANGUAGES;

    private static final Path SAMPLES = Path.of("src/test/resources/letters");
    private static final Path PICTURES = Path.of("target/letters");
    private static final List<Integer> WIDTHS = List.of(700, 360);
    /** What a finger can hit. */
    private static final int LOWEST_LINK = 40;

    private static final String MEASURE = """
            <pre id="measured"></pre>
            <script>
            addEventListener('load', () => {
              let measured = '';
              for (const frame of document.querySelectorAll('iframe')) {
                const page = frame.contentDocument;
                frame.height = page.documentElement.scrollHeight;
                const links = [...page.querySelectorAll('a')].map(link => link.getBoundingClientRect().height);
                measured += [frame.title, frame.width, page.documentElement.scrollWidth,
                    Math.floor(Math.min(...links))].join(' ') + '\\n';
              }
              document.getElementById('measured').textContent = measured;
            });
            </script>
            """;

    @ParameterizedTest
    @FieldSource("LANGUAGES")
    void everyLetterFitsItsWindowAndHasLinksAFingerCanHit(String language) throws Exception {
        Chromium chromium = Chromium.ofThisMachine();
        Files.createDirectories(PICTURES);
        Path page = PICTURES.resolve(language + ".html");
        List<Path> letters = letters(language);
        Files.writeString(page, pageOf(letters), UTF_8);

        String shown = chromium.open(page, 5500, 9000, PICTURES.resolve(language + ".png"));

        List<String[]> measured = shown.substring(
                        shown.indexOf("<pre id=\"measured\">") + 19, shown.lastIndexOf("</pre>"))
                .lines()
                .map(line -> line.split(" "))
                .toList();
        assertThat(measured).hasSize(letters.size() * WIDTHS.size()).allSatisfy(each -> {
            assertThat(Integer.parseInt(each[2]))
                    .as("%s is to be read without scrolling sideways", each[0])
                    .isLessThanOrEqualTo(Integer.parseInt(each[1]));
            assertThat(Integer.parseInt(each[3]))
                    .as("links in %s at a width of %s", each[0], each[1])
                    .isGreaterThanOrEqualTo(LOWEST_LINK);
        });
    }

    private static List<Path> letters(String language) throws IOException {
        try (Stream<Path> samples = Files.list(SAMPLES)) {
            return samples.filter(sample -> sample.toString().endsWith("." + language + ".html"))
                    .sorted()
                    .toList();
        }
    }

    private static String pageOf(List<Path> letters) throws IOException {
        StringBuilder page =
                new StringBuilder("<!DOCTYPE html><meta charset=\"utf-8\"><body style=\"background:#bcc4cc\">");
        for (Path letter : letters) {
            String source =
                    Files.readString(letter, UTF_8).replace("&", "&amp;").replace("\"", "&quot;");
            page.append("<div style=\"display:inline-block;vertical-align:top;margin:8px\">");
            page.append(WIDTHS.stream()
                    .map(width ->
                            "<iframe title=\"%s\" width=\"%d\" height=\"100\" style=\"border:0;margin:4px;vertical-align:top\" srcdoc=\"%s\">"
                                            .formatted(letter.getFileName(), width, source)
                                    + "</iframe>")
                    .collect(Collectors.joining()));
            page.append("</div>");
        }
        return page.append(MEASURE).toString();
    }
}
