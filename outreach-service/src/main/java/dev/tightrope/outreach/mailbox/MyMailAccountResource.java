package dev.tightrope.outreach.mailbox;

import dev.tightrope.api.Caller;
import dev.tightrope.api.ETags;
import dev.tightrope.api.Idempotent;
import dev.tightrope.api.Problems;
import dev.tightrope.api.Roles;
import dev.tightrope.outreach.mailbox.connection.ConnectionReport;
import jakarta.annotation.security.RolesAllowed;
import jakarta.validation.Valid;
import jakarta.validation.constraints.NotNull;
import jakarta.ws.rs.DELETE;
import jakarta.ws.rs.GET;
import jakarta.ws.rs.HeaderParam;
import jakarta.ws.rs.POST;
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
import org.jspecify.annotations.Nullable;

/** The caller's own mailbox. Secrets go in and are never shown. */
@Path("/me/mail-account")
@Produces(MediaType.APPLICATION_JSON)
@Tag(name = "mail-accounts")
@RolesAllowed({Roles.REP, Roles.SALES_MANAGER, Roles.ADMIN})
public class MyMailAccountResource {
    private final Caller caller;
    private final MailAccounts accounts;
    private final KeepMailAccount keepMailAccount;
    private final TryMailAccount tryMailAccount;

    MyMailAccountResource(
            Caller caller, MailAccounts accounts, KeepMailAccount keepMailAccount, TryMailAccount tryMailAccount) {
        this.caller = caller;
        this.accounts = accounts;
        this.keepMailAccount = keepMailAccount;
        this.tryMailAccount = tryMailAccount;
    }

    /** Reads it. */
    @GET
    @Operation(operationId = "readMyMailAccount", summary = "My mailbox, without its secrets")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MailAccountView.class)))
    public Response read() {
        return answer(mine());
    }

    /** Records or replaces it. */
    @PUT
    @Idempotent
    @Operation(
            operationId = "keepMyMailAccount",
            summary = "Record my mailbox, or replace it (with If-Match)",
            description = "Secrets that are left out stay as they are while servers, login and token endpoint do.")
    @APIResponse(responseCode = "200", content = @Content(schema = @Schema(implementation = MailAccountView.class)))
    public Response keep(
            @NotNull @Valid MailAccountRequest request, @HeaderParam(HttpHeaders.IF_MATCH) @Nullable String ifMatch) {
        return answer(keepMailAccount.keepOwn(request, ifMatch));
    }

    /** Forgets it. */
    @DELETE
    @Idempotent
    @Operation(operationId = "forgetMyMailAccount", summary = "Forget my mailbox and its secrets")
    public void forget() {
        keepMailAccount.removeOwn();
    }

    /** Tests it. */
    @POST
    @Idempotent
    @Path("/connection-test")
    @Operation(
            operationId = "testMyMailAccount",
            summary = "Try to sign in at my mailbox's servers, and say in words what is wrong if it fails")
    public ConnectionReport test() {
        return tryMailAccount.test(mine());
    }

    private MailAccount mine() {
        return accounts.ofPerson(caller.personId())
                .orElseThrow(() -> Problems.notFound("mail account of", caller.personId()));
    }

    private Response answer(MailAccount account) {
        return Response.ok(MailAccountView.of(
                        account, accounts.setAside(account.id()).orElse(null)))
                .tag(ETags.of(account.version()))
                .build();
    }
}
