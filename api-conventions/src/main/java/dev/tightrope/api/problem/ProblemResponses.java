package dev.tightrope.api.problem;

import com.fasterxml.jackson.core.JsonProcessingException;
import com.fasterxml.jackson.databind.ObjectMapper;
import dev.tightrope.api.ProblemException;
import jakarta.inject.Singleton;
import jakarta.ws.rs.core.Response;

/** Writes problems, independent of what the client accepts: an error in an unexpected form beats none. */
@Singleton
public class ProblemResponses {
    private final ObjectMapper json;

    ProblemResponses(ObjectMapper json) {
        this.json = json;
    }

    /** A response to go on with, such as adding headers. */
    public Response.ResponseBuilder of(ProblemException e) {
        return Response.status(e.status()).type(Problem.MEDIA_TYPE).entity(bytesOf(e));
    }

    /** The body alone. */
    public byte[] bytesOf(ProblemException e) {
        try {
            return json.writeValueAsBytes(Problem.of(e, RequestIds.current()));
        } catch (JsonProcessingException impossible) {
            throw new IllegalStateException("A member of the problem " + e.code() + " is no JSON", impossible);
        }
    }
}
