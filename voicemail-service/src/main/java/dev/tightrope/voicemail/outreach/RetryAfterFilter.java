package dev.tightrope.voicemail.outreach;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;

/** Puts the hint into the header {@code Retry-After} of a refusal. */
@Provider
class RetryAfterFilter implements ContainerResponseFilter {
    private final RetryHint hint;

    RetryAfterFilter(RetryHint hint) {
        this.hint = hint;
    }

    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Integer seconds = hint.seconds();
        if (seconds != null && response.getStatus() >= 400) {
            response.getHeaders().putSingle(HttpHeaders.RETRY_AFTER, seconds);
        }
    }
}
