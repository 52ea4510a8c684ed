package dev.tightrope.api.openapi;

import io.quarkus.smallrye.openapi.OpenApiFilter;
import java.util.List;
import org.eclipse.microprofile.openapi.OASFactory;
import org.eclipse.microprofile.openapi.OASFilter;
import org.eclipse.microprofile.openapi.models.Components;
import org.eclipse.microprofile.openapi.models.OpenAPI;
import org.eclipse.microprofile.openapi.models.Operation;
import org.eclipse.microprofile.openapi.models.PathItem;
import org.eclipse.microprofile.openapi.models.media.Schema;
import org.eclipse.microprofile.openapi.models.media.Schema.SchemaType;
import org.eclipse.microprofile.openapi.models.parameters.Parameter;
import org.eclipse.microprofile.openapi.models.security.SecurityScheme;
import org.jboss.jandex.IndexView;

/** Adds problems, the bearer token and idempotency keys to the document, so that no resource need repeat them. */
@OpenApiFilter(stages = OpenApiFilter.RunStage.BUILD)
public class ApiConventionsFilter implements OASFilter {
    static final String PROBLEM = "Problem";
    private static final String IDEMPOTENCY_KEY = "IdempotencyKey";
    private static final String BEARER = "bearer";

    private final MarkedOperations idempotent;
    private final MarkedOperations demandingVersion;
    private final AlwaysPresent alwaysPresent;

    /** Made by the build, which knows the classes. */
    public ApiConventionsFilter(IndexView index) {
        idempotent = MarkedOperations.idempotent(index);
        demandingVersion = MarkedOperations.demandingVersion(index);
        alwaysPresent = new AlwaysPresent(index);
    }

    @Override
    public void filterOpenAPI(OpenAPI api) {
        Components components = api.getComponents() == null ? OASFactory.createComponents() : api.getComponents();
        api.setComponents(components);
        components.addSchema("FieldError", fieldError());
        components.addSchema(PROBLEM, problem());
        anyJson(components);
        Refusal.addTo(components);
        components.addParameter(IDEMPOTENCY_KEY, idempotencyKey());
        components.addSecurityScheme(BEARER, bearer());
        api.setSecurity(List.of(OASFactory.createSecurityRequirement().addScheme(BEARER)));
        if (api.getPaths() != null && api.getPaths().getPathItems() != null) {
            api.getPaths().getPathItems().forEach(this::complete);
            alwaysPresent.require(api);
        }
    }

    /** A member that may hold any object is not the sum of the getters of the class that holds it. */
    private static void anyJson(Components components) {
        if (components.getSchemas() != null && components.getSchemas().containsKey("JsonNode")) {
            components.removeSchema("JsonNodeType");
            components.addSchema(
                    "JsonNode",
                    OASFactory.createSchema().addType(SchemaType.OBJECT).description("Any JSON object."));
        }
    }

    private void complete(String path, PathItem item) {
        item.getOperations().forEach((verb, operation) -> {
            describeVersion(operation, demandingVersion.contains(verb.name(), path));
            Refusal.describe(path, operation);
            if (idempotent.contains(verb.name(), path)) {
                operation.addParameter(OASFactory.createParameter().ref("#/components/parameters/" + IDEMPOTENCY_KEY));
            }
        });
    }

    private static void describeVersion(Operation operation, boolean demanded) {
        if (operation.getParameters() == null) {
            return;
        }
        operation.getParameters().stream()
                .filter(Refusal::isIfMatch)
                .forEach(parameter -> parameter
                        .required(demanded)
                        .description("The ETag of what is changed, as reading it answered; `*` stands for any."
                                + (demanded ? "" : " To be left out if there is nothing yet, needed if there is.")));
    }

    private static Schema problem() {
        Schema errors = OASFactory.createSchema()
                .addType(SchemaType.ARRAY)
                .items(OASFactory.createSchema().ref("#/components/schemas/FieldError"));
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .description("An error as RFC 9457 shapes it; some codes add members of their own.")
                .addProperty("type", text().format("uri-reference"))
                .addProperty("title", text())
                .addProperty("status", OASFactory.createSchema().addType(SchemaType.INTEGER))
                .addProperty("detail", text())
                .addProperty("code", text().description("Stable and kebab-case, such as `company-held`."))
                .addProperty("errors", errors)
                .addProperty("requestId", text())
                .addProperty(
                        "state",
                        text().description("With a command that comes too early or too late: where things stand."))
                .addProperty(
                        "tried",
                        text().pattern("^[A-Z]+(_[A-Z]+)*$")
                                .description("With `state`: what was tried, such as `SCRIPT_APPROVED`."))
                .addProperty("mustHappenFirst", mustHappenFirst())
                .required(List.of("type", "title", "status", "detail", "code", "errors"));
    }

    private static Schema mustHappenFirst() {
        return OASFactory.createSchema()
                .addType(SchemaType.ARRAY)
                .items(text())
                .description(
                        "With `state`: what has to happen first, in sentences; empty where nothing makes it possible"
                                + " any more.");
    }

    private static Schema fieldError() {
        return OASFactory.createSchema()
                .addType(SchemaType.OBJECT)
                .addProperty(
                        "pointer",
                        text().description("A JSON pointer into the body (`/email`), `?name` for a query parameter,"
                                + " `{name}` for a path parameter, `name:` for a header."))
                .addProperty("message", text().description("Reads after the field's name: \"must be a UUID\"."))
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

    static Schema text() {
        return OASFactory.createSchema().addType(SchemaType.STRING);
    }
}
