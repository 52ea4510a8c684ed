package dev.tightrope.outreach.people;

import dev.tightrope.api.ETags;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Roles;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;

/** The caller's own profile. */
@Path("/me")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "people")
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
public class MeResource {
    private final SignedInPerson signedIn;
    private final ChangeProfile changeProfile;

    MeResource(SignedInPerson signedIn, ChangeProfile changeProfile) {
        this.signedIn = signedIn;
        this.changeProfile = changeProfile;
    }

    /** Reads it, making it at the first call. */
    @GET
    @Operation(summary = "My profile; it is made from the token's claims at the first call")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response read() {
        return answer(signedIn.profile());
    }

    /** Replaces it. */
    @PUT
    @Idempotent
    @Operation(summary = "Replace my profile")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = PersonView.class)))
    public Response change(@NotNull @Valid ProfileRequest request, @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(changeProfile.change(request, ifMatch));
    }

    private static Response answer(Person person) {
        return Response.ok(PersonView.of(person))
                .tag(ETags.of(person.version()))
                .build();
    }
}
