package dev.tightrope.api.request;

import com.fasterxml.jackson.core.JsonProcessingException;
import dev.tightrope.api.MaxBody;
import dev.tightrope.api.ProblemException;
import dev.tightrope.api.Problems;
import io.quarkus.runtime.configuration.MemorySize;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.ext.Provider;
import jakarta.ws.rs.ext.ReaderInterceptor;
import jakarta.ws.rs.ext.ReaderInterceptorContext;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.io.InputStream;
import java.io.OutputStream;
import java.lang.reflect.AnnotatedType;
import java.lang.reflect.Method;
import java.util.Arrays;
import org.eclipse.microprofile.config.inject.ConfigProperty;
import org.jspecify.annotations.Nullable;

/** Stands between the wire and every resource's body: bounds it, keeps its bytes, and words its refusals. */
@Provider
public class BodyReader implements ReaderInterceptor {
    private final long limit;
    private final ReceivedBody received;
    private final ResourceInfo resource;

    BodyReader(
            @ConfigProperty(name = "tightrope.api.max-body-size") MemorySize limit,
            ReceivedBody received,
            ResourceInfo resource) {
        this.limit = limit.asLongValue();
        this.received = received;
        this.resource = resource;
    }

    @Override
    public @Nullable Object aroundReadFrom(ReaderInterceptorContext context) throws IOException {
        if (context.getType() == InputStream.class) {
            // The resource reads it itself, and decides before whether it does, and how much of it.
            return context.proceed();
        }
        Method method = resource.getResourceMethod();
        MaxBody own = method == null ? null : method.getAnnotation(MaxBody.class);
        long most = own == null ? limit : own.value();
        byte[] body = context.getInputStream().readNBytes((int) Math.min(most + 1, Integer.MAX_VALUE));
        if (body.length > most && own != null && own.beginning() > 0) {
            body = Arrays.copyOf(body, own.beginning());
            // Read to its end all the same, or the caller would have no answer; but not kept.
            context.getInputStream().transferTo(OutputStream.nullOutputStream());
        } else if (body.length > most) {
            throw new ProblemException(
                    413,
                    "body-too-large",
                    "Body too large",
                    "The body of this call may have " + most + " bytes at most.");
        }
        received.received(body);
        context.setInputStream(new ByteArrayInputStream(body));
        Object entity = read(context);
        if (entity == null && !mayBeMissing(method, context)) {
            throw Problems.badRequest("missing-body", "This call needs a body, and not a JSON null.");
        }
        return entity;
    }

    private static @Nullable Object read(ReaderInterceptorContext context) throws IOException {
        try {
            return context.proceed();
        } catch (JsonProcessingException e) {
            throw JsonRefusals.of(e);
        } catch (WebApplicationException e) {
            if (e.getCause() instanceof JsonProcessingException json) {
                throw JsonRefusals.of(json);
            }
            throw e;
        }
    }

    /** A resource says so by declaring its body as {@code @Nullable}. */
    private static boolean mayBeMissing(@Nullable Method method, ReaderInterceptorContext context) {
        if (method == null) {
            return false;
        }
        for (AnnotatedType parameter : method.getAnnotatedParameterTypes()) {
            if (parameter.getType().equals(context.getGenericType()) && parameter.isAnnotationPresent(Nullable.class)) {
                return true;
            }
        }
        return false;
    }
}
