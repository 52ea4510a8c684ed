package dev.tightrope.api.openapi;

import dev.tightrope.api.problem.Problem;
import dev.tightrope.api.problem.RequestIds;
import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import java.util.Map;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.headers.Header;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.responses.APIResponse;
import org.eclipse.microprofile.openapi.models.responses.APIResponses;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** Adds problems, the bearer token and idempotency keys to the document, so that no resource need repeat them. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiConventionsFilter implements OASFilter {
    private static final String PROBLEM = "Problem";
    private static final String IDEMPOTENCY_KEY = "IdempotencyKey";
    private static final String BEARER = "bearer";

    private final IdempotentOperations idempotent;

    /** Made by the build, which knows the classes. */
    public ApiConventionsFilter(IndexView index) {
        idempotent = new IdempotentOperations(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        api.setComponents(components);
        components.addSchema("FieldError", fieldError());
        components.addSchema(PROBLEM, problem());
        components.addResponse(PROBLEM, problemResponse());
        components.addParameter(IDEMPOTENCY_KEY, idempotencyKey());
        components.addSecurityScheme(BEARER, bearer());
        api.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(BEARER)));
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths().getPathItems().forEach(this::complete);
        }
    }

    private void complete(String path, PathItem item) {
        item.getOperations().forEach((verb, operation) -> {
            addProblem(operation);
            if (idempotent.contains(verb.name(), path)) {
                operation.addParameter(OASFactory.createParameter().ref("#/components/parameters/" + IDEMPOTENCY_KEY));
            }
        });
    }

    private static void addProblem(Operation operation) {
        APIResponses responses =
                operation.getResponses() == null ? OASFactory.createAPIResponses() : operation.getResponses();
        if (responses.getDefaultValue() == null) {
            responses.setDefaultValue(OASFactory.createAPIResponse().ref("#/components/responses/" + PROBLEM));
        }
        operation.setResponses(responses);
    }

    private static APIResponse problemResponse() {
        Header requestId = OASFactory.createHeader()
                .description("Finds this request in the logs.")
                .schema(text());
        return OASFactory.createAPIResponse()
                .description("The call was refused or failed (RFC 9457); a program decides by `code`.")
                .addHeader(RequestIds.HEADER, requestId)
                .content(OASFactory.createContent()
                        .addMediaType(
                                Problem.MEDIA_TYPE,
                                OASFactory.createMediaType()
                                        .schema(OASFactory.createSchema().ref("#/components/schemas/" + PROBLEM))));
    }

    private static Schema problem() {
        Schema errors = OASFactory.createSchema()
                .addType(SchemaType.ARRAY)
                .items(OASFactory.createSchema().ref("#/components/schemas/FieldError"));
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("An error as RFC 9457 shapes it; some codes add members of their own.")
                .properties(Map.of(
                        "type", text().format("uri-reference"),
                        "title", text(),
                        "status", OASFactory.createSchema().addType(SchemaType.INTEGER),
                        "detail", text(),
                        "code", text().description("Stable and kebab-case, such as `company-held`."),
                        "errors", errors,
                        "requestId", text()))
                .required(List.of("type", "title", "status", "detail", "code", "errors"));
    }

    private static Schema fieldError() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .properties(Map.of(
                        "pointer",
                        text().description("A JSON pointer into the body (`/email`), `?name` for a query parameter,"
                                + " `{name}` for a path parameter, `name:` for a header."),
                        "message",
                        text().description("Reads after the field's name: \"must be a UUID\".")))
                .required(List.of("pointer", "message"));
    }

    private static Parameter idempotencyKey() {
        return OASFactory.createParameter()
                .name("Idempotency-Key")
                .in(Parameter.In.HEADER)
                .required(false)
                .description("Makes the call repeatable: with the same key and body it is made once and answered with"
                        + " the stored response (`Idempotency-Replayed: true`) for 24 hours. Best a UUID.")
                .schema(text().minLength(1).maxLength(255));
    }

    private static SecurityScheme bearer() {
        return OASFactory.createSecurityScheme()
                .type(SecurityScheme.Type.HTTP)
                .scheme("bearer")
                .bearerFormat("JWT")
                .description("A token of the identity provider; roles in `realm_access/roles`.");
    }

    private static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
