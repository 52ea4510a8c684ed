package dev.tightrope.outreach.lifecycle;

import static org.assertj.core.api.Assertions.assertThat;

import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.Arrays;
import java.util.Map;
import java.util.Set;
import java.util.TreeMap;
import java.util.TreeSet;
import java.util.stream.Collectors;
import org.junit.jupiter.api.Test;

/** The table in docs/outreach-lifecycle.md and the decider say the same of every state and trigger. */
class LifecycleTableTest {
    private static final Path DOCUMENT = Path.of("..", "docs", "outreach-lifecycle.md");

    @Test
    void theDocumentedTableIsWhatTheDeciderDoes() throws IOException {
        assertThat(render(decided())).isEqualTo(render(documented()));
    }

    @Test
    void everyStateMeetsEveryTrigger() {
        Set<String> met = new TreeSet<>();
        ReachableSituations.walk(
                step -> met.add(step.before().state() + " " + step.trigger().kind()));

        assertThat(met).hasSize(OutreachState.values().length * TriggerKind.values().length);
    }

    @Test
    void everyRefusalSaysWhatHasToHappenFirst() {
        ReachableSituations.walk(step -> {
            String pair = step.before().state() + " | " + step.trigger().kind();
            Decision decision = step.decision();
            if (decision.verdict() == Decision.Verdict.REFUSED) {
                assertThat(decision.mustHappenFirst())
                        .as(pair)
                        .isNotEmpty()
                        .allSatisfy(
                                sentence -> assertThat(sentence).endsWith(".").isNotEqualTo(Refusal.ANOTHER_TIME))
                        .allSatisfy(sentence ->
                                assertThat(decision.reason()).as(pair).contains(sentence));
            } else {
                assertThat(decision.mustHappenFirst()).as(pair).isEmpty();
                assertThat(decision.isApplied() || !step.trigger().kind().isCommand())
                        .as("a command is done or refused: " + pair)
                        .isTrue();
            }
        });
    }

    @Test
    void everyTriggerHasAKindOfItsOwn() {
        Set<Class<?>> records = Set.of(OutreachTrigger.class.getPermittedSubclasses());

        assertThat(Arrays.stream(TriggerKind.values()).map(TriggerKind::type))
                .containsExactlyInAnyOrderElementsOf(records.stream()
                        .map(type -> type.asSubclass(OutreachTrigger.class))
                        .toList());
    }

    private static Map<String, Set<String>> decided() {
        Map<String, Set<String>> table = new TreeMap<>();
        ReachableSituations.walk(step -> {
            String pair = step.before().state() + " | " + step.trigger().kind();
            table.computeIfAbsent(pair, any -> new TreeSet<>()).add(result(step));
        });
        // What is not in the document is refused if it is a command, and recorded without effect if it is a fact.
        table.values().removeIf(results -> results.equals(Set.of("refused")) || results.equals(Set.of("ignored")));
        return table;
    }

    private static String result(ReachableSituations.Step step) {
        Decision decision = step.decision();
        return switch (decision.verdict()) {
            case REFUSED -> "refused";
            case IGNORED -> decision.effects().isEmpty() ? "ignored" : "told";
            case APPLIED ->
                decision.after().state() == step.before().state()
                        ? "stays"
                        : decision.after().state().name();
        };
    }

    private static Map<String, Set<String>> documented() throws IOException {
        Map<String, Set<String>> table = new TreeMap<>();
        for (String line : Files.readAllLines(DOCUMENT)) {
            String[] cells = line.split("\\|");
            if (cells.length >= 4 && isState(cells[1].replace('`', ' ').strip())) {
                String pair = cells[1].replace('`', ' ').strip() + " | "
                        + cells[2].replace('`', ' ').strip();
                Set<String> results = Arrays.stream(cells[3].split(","))
                        .map(result -> result.replace('`', ' ').strip())
                        .collect(Collectors.toCollection(TreeSet::new));
                assertThat(table.put(pair, results))
                        .as("a second row of " + pair)
                        .isNull();
            }
        }
        return table;
    }

    private static boolean isState(String cell) {
        return Arrays.stream(OutreachState.values())
                .anyMatch(state -> state.name().equals(cell));
    }

    private static String render(Map<String, Set<String>> table) {
        return table.entrySet().stream()
                .map(row -> row.getKey() + " | " + String.join(", ", row.getValue()))
                .collect(Collectors.joining("\n"));
    }
}
