package dev.tightrope.events;

import java.lang.reflect.RecordComponent;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Finds what an event lacks: JSON may leave out only the components declared {@code @Nullable}. */
final class RequiredFields {
    private RequiredFields() {}

    /** Name of the first required component that is null, such as {@code ref.ownerId}; empty if the record is whole. */
    static Optional<String> firstMissing(Record value) {
        for (RecordComponent component : value.getClass().getRecordComponents()) {
            Object content = read(component, value);
            if (content == null && !isNullable(component)) {
                return Optional.of(component.getName());
            }
            if (content instanceof Record nested) {
                Optional<String> missing = firstMissing(nested);
                if (missing.isPresent()) {
                    return missing.map(name -> component.getName() + "." + name);
                }
            }
        }
        return Optional.empty();
    }

    static boolean isNullable(RecordComponent component) {
        return component.getAnnotatedType().isAnnotationPresent(Nullable.class);
    }

    private static @Nullable Object read(RecordComponent component, Record value) {
        try {
            return component.getAccessor().invoke(value);
        } catch (ReflectiveOperationException e) {
            throw new IllegalStateException("Could not read " + component, e);
        }
    }
}
