package dev.tightrope.events;

import java.lang.reflect.Constructor;
import java.lang.reflect.ParameterizedType;
import java.lang.reflect.RecordComponent;
import java.lang.reflect.Type;
import java.nio.charset.StandardCharsets;
import java.time.Instant;
import java.time.LocalDate;
import java.util.List;
import java.util.UUID;

/** Builds the same full instance of an event record every time: each field has a value that shows its name. */
final class Samples {
    private Samples() {}

    static TightropeEvent of(EventType type) {
        return (TightropeEvent) build(type.eventClass());
    }

    private static Record build(Class<?> type) {
        RecordComponent[] components = type.getRecordComponents();
        Class<?>[] types = new Class<?>[components.length];
        Object[] values = new Object[components.length];
        for (int i = 0; i < components.length; i++) {
            types[i] = components[i].getType();
            values[i] = value(components[i].getName(), components[i].getGenericType());
        }
        try {
            Constructor<?> constructor = type.getDeclaredConstructor(types);
            return (Record) constructor.newInstance(values);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Could not build " + type, e);
        }
    }

    private static Object value(String name, Type type) {
        if (type == String.class) {
            return name + " å中🙂";
        } else if (type == UUID.class) {
            return UUID.nameUUIDFromBytes(name.getBytes(StandardCharsets.UTF_8));
        } else if (type == Instant.class) {
            return Instant.parse("2026-03-29T00:59:59.123456Z");
        } else if (type == LocalDate.class) {
            return LocalDate.of(2028, 2, 29);
        } else if (type == int.class || type == Integer.class) {
            return name.length();
        } else if (type == long.class) {
            return 1L + Integer.MAX_VALUE;
        } else if (type == double.class) {
            return 0.875;
        } else if (type == boolean.class || type == Boolean.class) {
            return true;
        } else if (type instanceof ParameterizedType list) {
            Type element = list.getActualTypeArguments()[0];
            return element == String.class
                    ? List.of(name + " 1", name + " 2")
                    : List.of(value(name + " 1", element), value(name + " 2", element));
        } else if (type instanceof Class<?> c && c.isEnum()) {
            return c.getEnumConstants()[0];
        } else if (type instanceof Class<?> c && c.isRecord()) {
            return build(c);
        }
        throw new IllegalStateException("No sample value for " + type + " " + name);
    }
}
