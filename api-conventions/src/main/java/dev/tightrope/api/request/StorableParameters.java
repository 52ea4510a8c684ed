package dev.tightrope.api.request;

import dev.tightrope.api.FieldError;
import dev.tightrope.api.Problems;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.Map;
import org.jboss.resteasy.reactive.server.ServerRequestFilter;

/** The same for text that comes in the path or the query. */
public class StorableParameters {
    /** Refuses what the database could not keep, before any resource sees it. */
    @ServerRequestFilter
    public void check(UriInfo uri) {
        for (Map.Entry<String, List<String>> parameter :
                uri.getQueryParameters().entrySet()) {
            for (String value : parameter.getValue()) {
                String refusal = StorableText.refusal(value);
                if (refusal != null) {
                    throw Problems.badRequest(FieldError.query(parameter.getKey(), refusal));
                }
            }
        }
        for (Map.Entry<String, List<String>> parameter : uri.getPathParameters().entrySet()) {
            for (String value : parameter.getValue()) {
                String refusal = StorableText.refusal(value);
                if (refusal != null) {
                    throw Problems.badRequest(FieldError.path(parameter.getKey(), refusal));
                }
            }
        }
    }
}
