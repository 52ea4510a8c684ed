package dev.tightrope.api.openapi;

import com.fasterxml.jackson.annotation.JsonProperty;
import java.util.ArrayList;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Objects;
import java.util.Set;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.media.Content;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.jboss.jandex.AnnotationInstance;
import org.jboss.jandex.ClassInfo;
import org.jboss.jandex.DotName;
import org.jboss.jandex.FieldInfo;
import org.jboss.jandex.IndexView;
import org.jspecify.annotations.Nullable;

/**
 * Which members of an answer are always there: those whose record components are not {@link Nullable}, because what is
 * null is left out of the JSON. What a request needs is told by its validation instead.
 */
final class AlwaysPresent {
    private static final DotName NULLABLE = DotName.createSimple(Nullable.class);
    private static final DotName SCHEMA =
            DotName.createSimple(org.eclipse.microprofile.openapi.annotations.media.Schema.class);
    private static final DotName JSON_PROPERTY = DotName.createSimple(JsonProperty.class);
    private static final String REFERENCE = "#/components/schemas/";

    private final IndexView index;

    AlwaysPresent(IndexView index) {
        this.index = index;
    }

    void require(OpenAPI api) {
        Map<String, Schema> schemas = api.getComponents().getSchemas() == null
                ? Map.of()
                : api.getComponents().getSchemas();
        Set<String> asked = new HashSet<>();
        Set<String> answered = new HashSet<>();
        api.getPaths().getPathItems().values().stream()
                .flatMap(path -> path.getOperations().values().stream())
                .forEach(operation -> {
                    request(operation).forEach(schema -> collect(schema, schemas, asked));
                    answers(operation).forEach(schema -> collect(schema, schemas, answered));
                });
        answered.removeAll(asked);
        answered.forEach(name -> require(name, schemas.get(name)));
    }

    private void require(String name, @Nullable Schema schema) {
        if (schema == null || schema.getProperties() == null) {
            return;
        }
        Set<String> members = schema.getProperties().keySet();
        List<Map<String, Boolean>> records = index.getKnownClasses().stream()
                .filter(type -> type.isRecord() && isNamed(type, name))
                .map(AlwaysPresent::nullability)
                .filter(nullability -> nullability.keySet().containsAll(members))
                .toList();
        // Should two records share name and members, only what both always have is promised.
        List<String> present = members.stream()
                .filter(member ->
                        !records.isEmpty() && records.stream().noneMatch(record -> record.getOrDefault(member, true)))
                .sorted()
                .toList();
        if (!present.isEmpty()) {
            schema.setRequired(present);
        }
    }

    private static Map<String, Boolean> nullability(ClassInfo type) {
        return type.recordComponents().stream()
                .collect(Collectors.toMap(
                        component -> jsonName(type.field(component.name())),
                        component -> component.type().hasAnnotation(NULLABLE)));
    }

    /** By its simple name, the one it was given, or for a generic one its own with what it is of behind. */
    private static boolean isNamed(ClassInfo type, String schema) {
        AnnotationInstance given = type.declaredAnnotation(SCHEMA);
        if (given != null && given.value("name") != null) {
            return given.value("name").asString().equals(schema);
        }
        String simple = type.simpleName();
        return schema.equals(simple) || (!type.typeParameters().isEmpty() && schema.startsWith(simple));
    }

    private static String jsonName(FieldInfo field) {
        AnnotationInstance given = field.annotation(JSON_PROPERTY);
        return given == null || given.value() == null
                ? field.name()
                : given.value().asString();
    }

    private static List<Schema> request(Operation operation) {
        return operation.getRequestBody() == null
                ? List.of()
                : of(operation.getRequestBody().getContent());
    }

    private static List<Schema> answers(Operation operation) {
        List<Schema> schemas = new ArrayList<>();
        if (operation.getResponses() != null && operation.getResponses().getAPIResponses() != null) {
            operation
                    .getResponses()
                    .getAPIResponses()
                    .values()
                    .forEach(answer -> schemas.addAll(of(answer.getContent())));
        }
        return schemas;
    }

    private static List<Schema> of(@Nullable Content content) {
        List<Schema> schemas = new ArrayList<>();
        if (content != null && content.getMediaTypes() != null) {
            content.getMediaTypes().values().forEach(media -> {
                if (media.getSchema() != null) {
                    schemas.add(media.getSchema());
                }
            });
        }
        return schemas;
    }

    /** The names of all schemas that one refers to, directly or through others. */
    private static void collect(@Nullable Schema schema, Map<String, Schema> all, Set<String> names) {
        if (schema == null) {
            return;
        }
        String reference = schema.getRef();
        if (reference != null && reference.startsWith(REFERENCE)) {
            String name = reference.substring(REFERENCE.length());
            if (names.add(name)) {
                collect(all.get(name), all, names);
            }
        }
        collect(schema.getItems(), all, names);
        collect(schema.getAdditionalPropertiesSchema(), all, names);
        if (schema.getProperties() != null) {
            schema.getProperties().values().forEach(property -> collect(property, all, names));
        }
        Stream.of(schema.getAllOf(), schema.getAnyOf(), schema.getOneOf())
                .filter(Objects::nonNull)
                .flatMap(List::stream)
                .forEach(alternative -> collect(alternative, all, names));
    }
}
