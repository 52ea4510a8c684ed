package dev.tightrope.api.problem;

import com.fasterxml.jackson.databind.exc.MismatchedInputException;
import dev.tightrope.api.ProblemException;
import dev.tightrope.api.Problems;
import io.quarkus.security.AuthenticationFailedException;
import io.quarkus.security.ForbiddenException;
import io.quarkus.security.UnauthorizedException;
import jakarta.validation.ConstraintViolationException;
import jakarta.ws.rs.NotFoundException;
import jakarta.ws.rs.WebApplicationException;
import jakarta.ws.rs.container.ResourceInfo;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.Request;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import org.jboss.logging.Logger;
import org.jboss.resteasy.reactive.server.ServerExceptionMapper;

/** Every exception that leaves a resource, as problem+json. */
public class ProblemMappers {
    private static final Logger LOG = Logger.getLogger(ProblemMappers.class);

    private final ProblemResponses responses;
    private final AllowedMethods allowed;

    ProblemMappers(ProblemResponses responses, AllowedMethods allowed) {
        this.responses = responses;
        this.allowed = allowed;
    }

    /** What the application itself refuses. */
    @ServerExceptionMapper
    public Response refused(ProblemException e) {
        return respond(e);
    }

    /** What bean validation refuses. */
    @ServerExceptionMapper
    public Response invalid(ConstraintViolationException e) {
        return Violations.isFaultOfCaller(e) ? respond(Violations.problemOf(e)) : unexpected(e);
    }

    /** No such path, or a parameter in it (or behind it) that cannot be read: JAX-RS makes both a 404. */
    @ServerExceptionMapper
    public Response notFound(NotFoundException e, ResourceInfo resource, UriInfo uri) {
        if (e.getCause() != null) {
            return respond(UnreadableParameter.problemOf(resource, uri));
        }
        return respond(new ProblemException(
                404,
                "not-found",
                "Not found",
                "There is nothing at " + uri.getRequestUri().getPath() + "."));
    }

    /** What JAX-RS refuses: method, media types, headers. */
    @ServerExceptionMapper
    public Response refusedByProtocol(WebApplicationException e, UriInfo uri, Request request) {
        Response original = e.getResponse();
        if (original.getStatus() < 400 || original.hasEntity()) {
            return original;
        }
        if (original.getStatus() >= 500) {
            return unexpected(e);
        }
        if (original.getStatus() == 405) {
            String methods = allowed.of(uri.getPath());
            return responses
                    .of(ProtocolProblems.methodNotAllowed(request.getMethod(), methods))
                    .header(HttpHeaders.ALLOW, methods)
                    .build();
        }
        Response.ResponseBuilder response = responses.of(ProtocolProblems.of(original));
        for (String header : new String[] {HttpHeaders.RETRY_AFTER, HttpHeaders.WWW_AUTHENTICATE}) {
            String value = original.getHeaderString(header);
            if (value != null) {
                response.header(header, value);
            }
        }
        return response.build();
    }

    /** No token. */
    @ServerExceptionMapper
    public Response notSignedIn(UnauthorizedException e) {
        return challenge("This call needs a bearer token: Authorization: Bearer ….");
    }

    /** A token that does not hold; why it does not is nothing for whoever sent it. */
    @ServerExceptionMapper
    public Response badToken(AuthenticationFailedException e) {
        LOG.debugf("A token was refused: %s", RefusedToken.reason(e));
        return challenge("The bearer token is expired, malformed or not meant for this API. Get a new one.");
    }

    /** A role that does not allow it. */
    @ServerExceptionMapper
    public Response forbidden(ForbiddenException e) {
        return respond(Problems.forbidden("Your role does not allow this call."));
    }

    /** A request's JSON is read, and refused, elsewhere: here it is our own that cannot be read, so no 400. */
    @ServerExceptionMapper
    public Response unreadableJsonOfOurs(MismatchedInputException e) {
        return unexpected(e);
    }

    /** Whatever nobody thought of: logged once, told to the client without a trace; a lost race may be repeated. */
    @ServerExceptionMapper
    public Response unexpected(Throwable e) {
        if (LostRace.isCauseOf(e)) {
            LOG.infof("Request %s lost a race in the database: %s", RequestIds.current(), e.getMessage());
            return responses
                    .of(LostRace.problem())
                    .header(HttpHeaders.RETRY_AFTER, LostRace.RETRY_AFTER_SECONDS)
                    .build();
        }
        LOG.errorf(e, "Request %s failed unexpectedly", RequestIds.current());
        return respond(new ProblemException(
                500,
                "internal-error",
                "Internal error",
                "Something went wrong on our side. Repeat the call; if it fails again, report the requestId."));
    }

    private Response challenge(String detail) {
        return responses
                .of(Problems.unauthorized(detail))
                .header(HttpHeaders.WWW_AUTHENTICATE, "Bearer")
                .build();
    }

    private Response respond(ProblemException e) {
        return responses.of(e).build();
    }
}
