package dev.tightrope.events;

import static org.assertj.core.api.Assertions.assertThat;

import com.fasterxml.jackson.databind.JsonNode;
import com.fasterxml.jackson.dataformat.yaml.YAMLMapper;
import java.io.IOException;
import java.io.InputStream;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.time.Instant;
import java.time.LocalDate;
import java.util.ArrayList;
import java.util.Arrays;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.BeforeAll;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.EnumSource;

/** Keeps {@code asyncapi.yaml} true: the same channels, messages, fields and types as the registry and its records. */
class AsyncApiTest {
    private static JsonNode document;

    @BeforeAll
    static void read() throws IOException {
        try (InputStream yaml = EventType.class.getResourceAsStream("/asyncapi.yaml")) {
            document = new YAMLMapper().readTree(yaml);
        }
    }

    @Test
    void everyChannelHoldsExactlyTheTypesOfItsTopic() {
        Map<String, Set<String>> documented = new HashMap<>();
        document.get("channels")
                .forEach(channel -> documented.put(channel.get("address").asText(), names(channel.get("messages"))));
        Map<String, Set<String>> registered = new HashMap<>();
        for (EventType type : EventType.values()) {
            registered
                    .computeIfAbsent(type.topic(), t -> new HashSet<>())
                    .add(type.eventClass().getSimpleName());
        }
        assertThat(documented).isEqualTo(registered);
        assertThat(documented.keySet()).containsExactlyInAnyOrderElementsOf(Topics.ALL);
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void messageIsNamedByItsType(EventType type) {
        JsonNode message =
                document.at("/components/messages/" + type.eventClass().getSimpleName());
        assertThat(message.path("name").asText()).isEqualTo(type.type());
        assertThat(message.path("payload").path("$ref").asText())
                .isEqualTo("#/components/schemas/" + type.eventClass().getSimpleName());
        assertThat(message.path("summary").asText()).isNotBlank();
    }

    @ParameterizedTest
    @EnumSource(EventType.class)
    void schemaHasTheFieldsOfTheRecord(EventType type) {
        compare(type.eventClass());
    }

    @Test
    void sharedSchemasHaveTheFieldsOfTheirRecords() {
        compare(OutreachRef.class);
        compare(ExecutiveFacts.class);
        compare(Referral.class);
        compare(SuggestedDisposition.class);
        compare(ForwardHop.class);
        for (Class<?> constants :
                List.of(SuppressionKind.class, ResponseChannel.class, ConversationOutcome.class, DayCount.class)) {
            List<String> documented = new ArrayList<>();
            document.at("/components/schemas/" + constants.getSimpleName() + "/enum")
                    .forEach(value -> documented.add(value.asText()));
            assertThat(documented)
                    .containsExactlyElementsOf(Arrays.stream(constants.getEnumConstants())
                            .map(Object::toString)
                            .toList());
        }
    }

    @Test
    void typesAreVersionedPastFactsOfTheirService() {
        for (EventType type : EventType.values()) {
            String service = type.topic().substring("tightrope.".length());
            assertThat(type.type()).matches("dev\\.tightrope\\." + service + "\\.[a-z]+(-[a-z]+)*\\.v[1-9]");
        }
    }

    private static void compare(Class<?> record) {
        JsonNode schema = document.at("/components/schemas/" + record.getSimpleName());
        Map<String, String> documented = new HashMap<>();
        schema.get("properties").properties().forEach(p -> documented.put(p.getKey(), shape(p.getValue())));
        Set<String> required = new HashSet<>();
        schema.get("required").forEach(name -> required.add(name.asText()));

        Map<String, String> components = new HashMap<>();
        Set<String> mandatory = new HashSet<>();
        for (RecordComponent component : record.getRecordComponents()) {
            components.put(component.getName(), shape(component.getGenericType()));
            if (!RequiredFields.isNullable(component)) {
                mandatory.add(component.getName());
            }
        }
        assertThat(documented).as("fields of %s", record).isEqualTo(components);
        assertThat(required).as("required fields of %s", record).isEqualTo(mandatory);
    }

    private static String shape(JsonNode property) {
        if (property.has("items")) {
            return "array of " + shape(property.get("items"));
        }
        return property.has("$ref")
                ? property.get("$ref").asText().replace("#/components/schemas/", "")
                : property.path("type").asText() + "/" + property.path("format").asText("");
    }

    private static String shape(Type type) {
        Map<Type, String> simple = Map.of(
                String.class, "string/",
                UUID.class, "string/uuid",
                Instant.class, "string/date-time",
                LocalDate.class, "string/date",
                int.class, "integer/int32",
                Integer.class, "integer/int32",
                long.class, "integer/int64",
                double.class, "number/double",
                boolean.class, "boolean/",
                Boolean.class, "boolean/");
        if (type instanceof ParameterizedType list) {
            return "array of " + shape(list.getActualTypeArguments()[0]);
        }
        return simple.getOrDefault(type, ((Class<?>) type).getSimpleName());
    }

    private static Set<String> names(JsonNode object) {
        Set<String> names = new HashSet<>();
        object.fieldNames().forEachRemaining(names::add);
        return names;
    }
}
