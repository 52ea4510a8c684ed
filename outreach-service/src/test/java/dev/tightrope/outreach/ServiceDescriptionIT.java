package dev.tightrope.outreach;

import static io.restassured.RestAssured.given;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasKey;
import static org.hamcrest.Matchers.startsWith;

import io.quarkus.test.junit.QuarkusTest;
import org.junit.jupiter.api.Test;

/** What the service tells about itself, without a token. */
@QuarkusTest
class ServiceDescriptionIT {
    @Test
    void openApiNamesEveryResource() {
        var document =
                given().accept("application/json").get("/q/openapi").then().statusCode(200);
        document.body("openapi", startsWith("3.1"));
        for (String resource : new String[] {
            "me", "people", "teams", "prospects", "executives", "contacts", "success-stories", "suppressions"
        }) {
            document.body("paths", hasKey("/api/v1/" + resource));
        }
    }

    @Test
    void swaggerUiIsServed() {
        given().get("/q/swagger-ui/").then().statusCode(200).body(containsString("swagger"));
    }

    @Test
    void readinessIsTheDatabase() {
        given().get("/q/health/ready").then().statusCode(200).body("status", equalTo("UP"));
        given().get("/q/health/live").then().statusCode(200).body("status", equalTo("UP"));
    }

    @Test
    void metricsAreServed() {
        given().get("/q/metrics").then().statusCode(200).body(containsString("jvm_memory"));
    }
}
