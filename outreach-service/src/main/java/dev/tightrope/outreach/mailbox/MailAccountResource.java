package dev.tightrope.outreach.mailbox;

import dev.tightrope.api.ETags;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Page;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.api.list.ListParameters;
import dev.tightrope.api.list.Listing;
import dev.tightrope.api.list.Sort;
import dev.tightrope.outreach.mailbox.connection.ConnectionReport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.BeanParam;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
import jakarta.ws.rs.PUT;
import jakarta.ws.rs.Path;
import jakarta.ws.rs.PathParam;
import jakarta.ws.rs.Produces;
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

/** Shared mailboxes, for administrators; those of reps are their own affair. */
@Path("/mail-accounts")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mail-accounts")
@RolesAllowed(Roles.ADMIN)
public class MailAccountResource {
    private static final List<Sort> SORTS =
            List.of(Sort.CREATED, Sort.LATEST_CREATED, Sort.UPDATED, Sort.LATEST_UPDATED);

    private final Jdbi jdbi;
    private final MailAccounts accounts;
    private final KeepMailAccount keepMailAccount;
    private final TryMailAccount tryMailAccount;
    private final RotateKeys rotateKeys;

    MailAccountResource(
            Jdbi jdbi,
            MailAccounts accounts,
            KeepMailAccount keepMailAccount,
            TryMailAccount tryMailAccount,
            RotateKeys rotateKeys) {
        this.jdbi = jdbi;
        this.accounts = accounts;
        this.keepMailAccount = keepMailAccount;
        this.tryMailAccount = tryMailAccount;
        this.rotateKeys = rotateKeys;
    }

    /** Lists them. */
    @GET
    @Operation(
            operationId = "listMailAccounts",
            summary = "List shared mailboxes",
            description = "sort: createdAt, -createdAt, updatedAt, -updatedAt")
    public Page<MailAccountView> list(@BeanParam ListParameters parameters) {
        return new Listing("mail_account", Sort.choose(parameters.sort, parameters.updatedAfter != null, SORTS))
                .where("person_id IS NULL")
                .where("updated_at > :after", "after", parameters.changedAfter())
                .fetch(jdbi, parameters.page(), new MailAccountMapper())
                .map(this::view);
    }

    /** Reads one. */
    @GET
    @Path("/{id}")
    @Operation(operationId = "readMailAccount", summary = "One shared mailbox, without its secrets")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MailAccountView.class)))
    public Response read(@PathParam("id") UUID id) {
        return answer(Response.ok(), shared(id));
    }

    /** Records one. */
    @POST
    @Idempotent
    @Operation(operationId = "shareMailAccount", summary = "Record a shared mailbox")
    @APIResponse(responseCode = "201", content = @Content(schema = @Schema(implementation = MailAccountView.class)))
    public Response share(@NotNull @Valid MailAccountRequest request, UriInfo uri) {
        MailAccount account = keepMailAccount.share(request);
        return answer(
                Response.created(uri.getAbsolutePathBuilder()
                        .path(account.id().toString())
                        .build()),
                account);
    }

    /** Replaces one. */
    @PUT
    @Idempotent
    @Path("/{id}")
    @Operation(
            operationId = "changeMailAccount",
            summary = "Replace a shared mailbox",
            description = "Secrets that are left out stay as they are while servers, login and token endpoint do.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MailAccountView.class)))
    public Response change(
            @PathParam("id") UUID id,
            @NotNull @Valid MailAccountRequest request,
            @HeaderParam(HttpHeaders.IF_MATCH) String ifMatch) {
        return answer(Response.ok(), keepMailAccount.change(id, request, ifMatch));
    }

    /** Forgets one. */
    @DELETE
    @Idempotent
    @Path("/{id}")
    @Operation(operationId = "forgetMailAccount", summary = "Forget a shared mailbox and its secrets")
    public void forget(@PathParam("id") UUID id) {
        keepMailAccount.removeShared(id);
    }

    /** Tests one. */
    @POST
    @Idempotent
    @Path("/{id}/connection-test")
    @Operation(
            operationId = "testMailAccount",
            summary = "Try to sign in at a shared mailbox's servers, and say in words what is wrong if it fails")
    public ConnectionReport test(@PathParam("id") UUID id) {
        return tryMailAccount.test(shared(id));
    }

    /** Seals every account's secrets, the reps' too, with the current key. */
    @POST
    @Idempotent
    @Path("/key-rotation")
    @Operation(
            operationId = "rotateMailboxKeys",
            summary = "Encrypt all secrets with the current key; when none remain, older keys can be removed")
    public RotateKeys.Rotation rotate() {
        return rotateKeys.run();
    }

    private MailAccount shared(UUID id) {
        return accounts.byId(id)
                .filter(account -> account.personId() == null)
                .orElseThrow(() -> Problems.notFound("mail account", id));
    }

    private MailAccountView view(MailAccount account) {
        return MailAccountView.of(account, accounts.setAside(account.id()).orElse(null));
    }

    private Response answer(Response.ResponseBuilder response, MailAccount account) {
        return response.entity(view(account)).tag(ETags.of(account.version())).build();
    }
}
