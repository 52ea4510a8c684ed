package dev.tightrope.outreach.prospect;

import static dev.tightrope.outreach.Catalogue.freshDomain;
import static dev.tightrope.outreach.Catalogue.with;
import static io.restassured.RestAssured.given;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.equalTo;
import static org.hamcrest.Matchers.hasItem;
import static org.hamcrest.Matchers.hasItems;

import dev.tightrope.outreach.Catalogue;
import dev.tightrope.testing.User;
import io.quarkus.narayana.jta.QuarkusTransaction;
import io.quarkus.test.junit.QuarkusTest;
import io.restassured.response.Response;
import jakarta.inject.Inject;
import java.util.HashMap;
import java.util.Map;
import java.util.UUID;
import org.junit.jupiter.api.BeforeEach;
import org.junit.jupiter.api.Test;

@QuarkusTest
class ContactIT {
    private static final String CONTACTS = "/api/v1/contacts";
    private final User rep = User.rep("Nora Berg");
    private UUID prospect;

    @Inject
    Contacts contacts;

    @BeforeEach
    void recordProspect() {
        prospect = Catalogue.prospect(rep);
    }

    @Test
    void contactIsRecorded() {
        rep.sends(body())
                .post(CONTACTS)
                .then()
                .statusCode(201)
                .header("ETag", "\"1\"")
                .body("name", equalTo("Maja Nyström"))
                .body("phone", equalTo("+46701740613"))
                .body("appeared", equalTo("SPOKE"))
                .body("createdBy", equalTo(rep.id().toString()));
        rep.sends(with(with(body(), "appeared", null), "email", null))
                .post(CONTACTS)
                .then()
                .statusCode(201)
                .body("appeared", equalTo("RECORDED"));
    }

    @Test
    void somebodyWhoRangIsFoundByNumberOrName() {
        String name = "Caller " + UUID.randomUUID();
        String id = rep.sends(with(with(body(), "name", name), "phone", "+46 70 174 06 29"))
                .post(CONTACTS)
                .then()
                .extract()
                .path("id");

        for (String shown : new String[] {"+46701740629", "+46 70-174 06 29", "0701740629", "740629"}) {
            rep.calls()
                    .queryParam("phone", shown)
                    .queryParam("prospectId", prospect)
                    .get(CONTACTS)
                    .then()
                    .statusCode(200)
                    .body("data.id", contains(id));
        }
        given().auth()
                .oauth2(rep.token())
                .urlEncodingEnabled(false)
                .get(CONTACTS + "?phone=+46701740629&prospectId=" + prospect)
                .then()
                .body("data.id", contains(id));
        rep.calls()
                .queryParam("name", name.toUpperCase(java.util.Locale.ROOT))
                .get(CONTACTS)
                .then()
                .body("data.id", contains(id));
        rep.calls()
                .queryParam("phone", "number")
                .get(CONTACTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("?phone"));
        rep.calls().queryParam("phone", "%_%_%_%").get(CONTACTS).then().statusCode(400);
    }

    @Test
    void everyWrongFieldIsNamed() {
        Map<String, Object> wrong = new HashMap<>(body());
        wrong.put("name", "x".repeat(201));
        wrong.put("role", "\t");
        rep.sends(wrong).post(CONTACTS).then().statusCode(400).body("errors.pointer", hasItems("/name", "/role"));
        rep.sends(with(with(body(), "email", "nobody"), "phone", "1"))
                .post(CONTACTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItems("/email", "/phone"));
        rep.sends(with(body(), "appeared", "DREAMT"))
                .post(CONTACTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/appeared"));
        rep.sends(with(body(), "note", "x"))
                .post(CONTACTS)
                .then()
                .statusCode(400)
                .body("errors.pointer", hasItem("/note"));
        rep.sends(with(body(), "prospectId", UUID.randomUUID()))
                .post(CONTACTS)
                .then()
                .statusCode(422);
    }

    @Test
    void sameAddressIsSamePerson() {
        Map<String, Object> body = body();
        String first = rep.sends(body).post(CONTACTS).path("id");
        rep.sends(body)
                .post(CONTACTS)
                .then()
                .statusCode(409)
                .body("code", equalTo("duplicate-contact"))
                .body("contactId", equalTo(first));
    }

    @Test
    void updateNeedsCurrentVersion() {
        Map<String, Object> body = body();
        String id = rep.sends(body).post(CONTACTS).path("id");

        rep.sends(body).put(CONTACTS + "/" + id).then().statusCode(428);
        rep.sends(with(body, "role", "Plant manager"))
                .header("If-Match", "\"1\"")
                .put(CONTACTS + "/" + id)
                .then()
                .statusCode(200)
                .header("ETag", "\"2\"")
                .body("role", equalTo("Plant manager"));
        rep.sends(body)
                .header("If-Match", "\"1\"")
                .put(CONTACTS + "/" + id)
                .then()
                .statusCode(412);
        rep.sends(with(body, "prospectId", Catalogue.prospect(rep)))
                .header("If-Match", "*")
                .put(CONTACTS + "/" + id)
                .then()
                .statusCode(422);
        rep.calls().get(CONTACTS + "/" + id).then().statusCode(200).body("role", equalTo("Plant manager"));
    }

    @Test
    void whoIsMetAgainStaysAsRecorded() {
        String email = "maja@" + freshDomain();
        Contact first = meet("Maja", null, email);
        Contact again = meet("maja.n", "Maintenance manager", email.toUpperCase(java.util.Locale.ROOT));

        assertThat(again.id()).isEqualTo(first.id());
        assertThat(again.name()).isEqualTo("Maja");
        assertThat(again.role()).isEqualTo("Maintenance manager");
    }

    @Test
    void whoIsMetAgainWithoutAnAddressIsNotASecondContact() {
        Contact byPhone = meet("Åsa  Öberg", null, null);
        Contact again = meet("asa oberg", "Plant manager", null);
        Contact withAddress = meet("Åsa Öberg", "plant manager", "asa@" + freshDomain());
        Contact once = meet("ÅSA ÖBERG", "Plant Manager", null);

        assertThat(again.id()).isEqualTo(byPhone.id());
        assertThat(again.role()).isEqualTo("Plant manager");
        assertThat(withAddress.id()).isEqualTo(byPhone.id());
        assertThat(once.id()).isEqualTo(byPhone.id());
        assertThat(once.name()).as("as recorded first").isEqualTo("Åsa  Öberg");
        assertThat(once.email()).isEqualTo(withAddress.email());
    }

    private Contact meet(String name, String role, String email) {
        return QuarkusTransaction.requiringNew()
                .call(() -> contacts.meet(prospect, name, role, email, null, Appearance.WROTE, null));
    }

    @Test
    void repeatedCallWithSameKeyRecordsOnce() {
        Map<String, Object> body = body();
        String key = UUID.randomUUID().toString();
        Response first = rep.sends(body).header("Idempotency-Key", key).post(CONTACTS);
        Response again = rep.sends(body).header("Idempotency-Key", key).post(CONTACTS);

        assertThat(first.statusCode()).isEqualTo(201);
        assertThat(again.<String>path("id")).isEqualTo(first.path("id"));
    }

    @Test
    void strangersAndUnknownIdsAreRefused() {
        given().get(CONTACTS).then().statusCode(401);
        rep.calls().get(CONTACTS + "/" + UUID.randomUUID()).then().statusCode(404);
        rep.sends(body())
                .header("If-Match", "*")
                .put(CONTACTS + "/" + UUID.randomUUID())
                .then()
                .statusCode(404);
    }

    private Map<String, Object> body() {
        Map<String, Object> body = new HashMap<>();
        body.put("prospectId", prospect);
        body.put("name", "Maja Nyström");
        body.put("role", "Maintenance manager");
        body.put("email", "maja.nystrom@" + freshDomain());
        body.put("phone", "070-174 06 13");
        body.put("appeared", "SPOKE");
        return body;
    }
}
