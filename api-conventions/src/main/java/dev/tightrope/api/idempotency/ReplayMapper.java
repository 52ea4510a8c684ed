package dev.tightrope.api.idempotency;

import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.ext.ExceptionMapper;
import jakarta.ws.rs.ext.Provider;

/** Answers a repeated call as the first one was answered, and says so. */
@Provider
public class ReplayMapper implements ExceptionMapper<ReplayException> {
    /** Marks a response that was kept from an earlier call. */
    public static final String REPLAYED = "Idempotency-Replayed";

    @Override
    public Response toResponse(ReplayException e) {
        Response.ResponseBuilder response = Response.status(e.response().status());
        e.response().headers().forEach(response::header);
        byte[] body = e.response().body();
        if (body != null) {
            response.entity(body);
        }
        return response.header(REPLAYED, "true").build();
    }
}
