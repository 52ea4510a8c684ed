package dev.tightrope.api;

import java.lang.annotation.ElementType;
import java.lang.annotation.Retention;
import java.lang.annotation.RetentionPolicy;
import java.lang.annotation.Target;

/** Lets a resource method take larger bodies than {@code tightrope.api.max-body-size}, such as whole mails. */
@Retention(RetentionPolicy.RUNTIME)
@Target(ElementType.METHOD)
public @interface MaxBody {
    /** The most bytes; {@code quarkus.http.limits.max-body-size} bounds it from outside. */
    long value();

    /** How many bytes of a larger body are kept, instead of refusing it; none: it is refused. */
    int beginning() default 0;
}
