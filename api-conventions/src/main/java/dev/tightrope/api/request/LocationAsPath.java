package dev.tightrope.api.request;

import jakarta.ws.rs.container.ContainerRequestContext;
import jakarta.ws.rs.container.ContainerResponseContext;
import jakarta.ws.rs.container.ContainerResponseFilter;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.ext.Provider;
import java.net.URI;

/**
 * Location names a path (a relative reference, RFC 9110 section 10.2.2): whatever ingress or gateway a call came through,
 * it leads back there and not to the service behind it.
 */
@Provider
public class LocationAsPath implements ContainerResponseFilter {
    @Override
    public void filter(ContainerRequestContext request, ContainerResponseContext response) {
        Object location = response.getHeaders().getFirst(HttpHeaders.LOCATION);
        if (location != null) {
            URI uri = URI.create(location.toString());
            if (uri.isAbsolute() && uri.getRawPath() != null) {
                String query = uri.getRawQuery() == null ? "" : "?" + uri.getRawQuery();
                response.getHeaders().putSingle(HttpHeaders.LOCATION, uri.getRawPath() + query);
            }
        }
    }
}
