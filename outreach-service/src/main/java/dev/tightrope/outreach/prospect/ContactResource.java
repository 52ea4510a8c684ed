package dev.tightrope.outreach.prospect;

import dev.tightrope.api.ETags;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Page;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.api.list.Listing;
import dev.tightrope.api.list.Sort;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
import jakarta.ws.rs.QueryParam;
import jakarta.ws.rs.core.HttpHeaders;
import jakarta.ws.rs.core.MediaType;
import jakarta.ws.rs.core.Response;
import jakarta.ws.rs.core.UriInfo;
import java.util.List;
import java.util.UUID;
import org.eclipse.microprofile.openapi.annotations.Operation;
import org.eclipse.microprofile.openapi.annotations.media.Content;
import org.eclipse.microprofile.openapi.annotations.media.Schema;
import org.eclipse.microprofile.openapi.annotations.responses.APIResponse;
import org.eclipse.microprofile.openapi.annotations.tags.Tag;
import org.jdbi.v3.core.Jdbi;
import org.jspecify.annotations.Nullable;

/** Everybody at the prospects who is not the executive; found by name or number when somebody rings. */
@Path("/contacts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "contacts")
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
public class ContactResource {
    private static final List<Sort> SORTS =
            List.of(Sort.CREATED, Sort.LATEST_CREATED, Sort.UPDATED, Sort.LATEST_UPDATED, Sort.NAME);

    private final Jdbi jdbi;
    private final Contacts contacts;
    private final KeepContact keepContact;
    private final PhoneSearch phones;

    ContactResource(Jdbi jdbi, Contacts contacts, KeepContact keepContact, PhoneSearch phones) {
        this.jdbi = jdbi;
        this.contacts = contacts;
        this.keepContact = keepContact;
        this.phones = phones;
    }

    /** Lists contacts. */
    @GET
    @Operation(
            summary = "List contacts, of a prospect or by name, address or number",
            description = "A number may be given as a display shows it, or only its last digits. "
                    + "sort: createdAt, -createdAt, updatedAt, -updatedAt, name")
    public Page<Contact> list(
            @BeanParam ListParameters parameters,
            @QueryParam("prospectId") @Nullable String prospectId,
            @QueryParam("name") @Nullable String name,
            @QueryParam("email") @Nullable String email,
            @QueryParam("phone") @Nullable String phone) {
        return new Listing("contact", Sort.choose(parameters.sort, parameters.updatedAfter != null, SORTS))
                .where("prospect_id = :prospect", "prospect", ListParameters.uuid("prospectId", prospectId))
                .whereContains("name", "name", ListParameters.text("name", name))
                .where("lower(email) = lower(:email)", "email", ListParameters.text("email", email))
                .where("phone LIKE :phone", "phone", phones.pattern(phone))
                .where("updated_at > :after", "after", parameters.changedAfter())
                .fetch(jdbi, parameters.page(), new ContactMapper());
    }

    /** Reads one contact. */
    @GET
    @Path("/{id}")
    @Operation(summary = "One contact")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Contact.class)))
    public Response read(@PathParam("id") UUID id) {
        return answer(contacts.byId(id).orElseThrow(() -> Problems.notFound("contact", id)));
    }

    /** Records a contact. */
    @POST
    @Idempotent
    @Operation(summary = "Record a contact")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = Contact.class)))
    public Response add(@NotNull @Valid ContactRequest request, UriInfo uri) {
        Contact contact = keepContact.record(request);
        return Response.created(uri.getAbsolutePathBuilder()
                        .path(contact.id().toString())
                        .build())
                .entity(contact)
                .tag(ETags.of(contact.version()))
                .build();
    }

    /** Changes a contact. */
    @PUT
    @Idempotent
    @Path("/{id}")
    @Operation(summary = "Replace what is recorded of a contact")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = Contact.class)))
    public Response change(
            @PathParam("id") UUID id,
            @NotNull @Valid ContactRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(keepContact.change(id, request, ifMatch));
    }

    private static Response answer(Contact contact) {
        return Response.ok(contact).tag(ETags.of(contact.version())).build();
    }
}
