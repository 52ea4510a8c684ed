package dev.tightrope.outreach.prospect;

import static dev.tightrope.outreach.Catalogue.freshDomain;
import static dev.tightrope.outreach.Catalogue.prospectBody;
import static dev.tightrope.outreach.Catalogue.with;
import static org.assertj.core.api.Assertions.assertThat;
import static org.hamcrest.Matchers.contains;
import static org.hamcrest.Matchers.containsString;
import static org.hamcrest.Matchers.equalTo;

import dev.tightrope.outreach.Catalogue;
import dev.tightrope.testing.User;
import io.quarkus.test.junit.QuarkusTest;
import jakarta.inject.Inject;
import java.util.ArrayList;
import java.util.Collections;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import java.util.concurrent.CountDownLatch;
import java.util.concurrent.ExecutorService;
import java.util.concurrent.Executors;
import java.util.concurrent.Future;
import org.junit.jupiter.api.Test;

@QuarkusTest
class CompanyIT {
    private static final String PROSPECTS = "/api/v1/prospects";
    private final User rep = User.rep("Nora Berg");

    @Inject
    Prospects prospects;

    @Test
    void secondProspectWithSameDomainIsRefusedNamingTheFirst() {
        String domain = freshDomain();
        UUID first = Catalogue.prospect(rep, Map.of("name", "First Ltd", "domains", List.of(domain)));

        rep.sends(with(prospectBody(), "domains", List.of(freshDomain(), "WWW." + domain)))
                .post(PROSPECTS)
                .then()
                .statusCode(409)
                .contentType("application/problem+json")
                .body("code", equalTo("duplicate-prospect"))
                .body("prospectId", equalTo(first.toString()))
                .body("prospectName", equalTo("First Ltd"))
                .body("domain", equalTo(domain))
                .body("detail", containsString("First Ltd"));

        UUID other = Catalogue.prospect(rep);
        rep.sends(with(prospectBody(), "domains", List.of(domain)))
                .header("If-Match", "*")
                .put(PROSPECTS + "/" + other)
                .then()
                .statusCode(409);
    }

    @Test
    void ofManyRecordingTheSameDomainAtOnceOneSucceeds() throws Exception {
        String domain = freshDomain();
        int racers = 8;
        CountDownLatch start = new CountDownLatch(1);
        ExecutorService threads = Executors.newFixedThreadPool(racers);
        try {
            List<Future<Integer>> outcomes = new ArrayList<>();
            for (int i = 0; i < racers; i++) {
                outcomes.add(threads.submit(() -> {
                    start.await();
                    return rep.sends(with(prospectBody(), "domains", List.of(domain)))
                            .post(PROSPECTS)
                            .statusCode();
                }));
            }
            start.countDown();
            List<Integer> statuses = new ArrayList<>();
            for (Future<Integer> outcome : outcomes) {
                statuses.add(outcome.get());
            }
            assertThat(Collections.frequency(statuses, 201)).isEqualTo(1);
            assertThat(Collections.frequency(statuses, 409)).isEqualTo(racers - 1);
        } finally {
            threads.shutdownNow();
        }
    }

    @Test
    void domainsRegisteredTogetherAreOneCompanysWhicheverWasThereFirst() {
        for (List<String> order : List.of(List.of("mail.", ""), List.of("", "mail."), List.of("mail.", "shop."))) {
            String domain = freshDomain();
            UUID first = Catalogue.prospect(rep, Map.of("domains", List.of(order.get(0) + domain)));

            rep.sends(with(prospectBody(), "domains", List.of(order.get(1) + domain)))
                    .post(PROSPECTS)
                    .then()
                    .statusCode(409)
                    .body("code", equalTo("duplicate-prospect"))
                    .body("prospectId", equalTo(first.toString()))
                    .body("domain", equalTo(order.get(1) + domain));
            assertThat(prospects.withDomain(order.get(1) + domain))
                    .extracting(Prospect::id)
                    .containsExactly(first);
        }
        rep.sends(with(prospectBody(), "domains", List.of("gmail.com")))
                .post(PROSPECTS)
                .then()
                .statusCode(400)
                .body("errors[0].pointer", equalTo("/domains/0"))
                .body("errors[0].message", containsString("name a domain of the company's own"));
    }

    @Test
    void aProspectOfItsOwnBelowTheRegisteredDomainIsTheOneMeant() {
        String domain = freshDomain();
        UUID parent = Catalogue.prospect(rep, Map.of("domains", List.of(domain)));
        UUID shop = Catalogue.prospect(rep, Map.of("domains", List.of("shop." + domain), "parentId", parent));

        assertThat(prospects.withDomain("mail.shop." + domain))
                .extracting(Prospect::id)
                .containsExactly(shop);
        assertThat(prospects.withDomain("mail." + domain))
                .extracting(Prospect::id)
                .containsExactly(parent);
    }

    @Test
    void subsidiaryMayShareDomainOfItsParentAndCountsAsSameCompany() {
        String domain = freshDomain();
        UUID parent = Catalogue.prospect(rep, Map.of("domains", List.of(domain)));
        UUID child = Catalogue.prospect(rep, Map.of("domains", List.of(domain), "parentId", parent));
        UUID grandchild = Catalogue.prospect(rep, Map.of("parentId", child));

        Company company = prospects.companyOf(grandchild).orElseThrow();

        assertThat(company.id()).isEqualTo(parent);
        assertThat(company.prospectIds()).containsExactlyInAnyOrder(parent, child, grandchild);
        assertThat(company.domains()).contains(domain).hasSize(2);
        assertThat(prospects.withDomain("mail." + domain))
                .extracting(Prospect::id)
                .contains(parent, child);
    }

    @Test
    void managerSplitsSubsidiaryFromItsParent() {
        UUID parent = Catalogue.prospect(rep);
        Map<String, Object> child = with(prospectBody(), "parentId", parent);
        UUID id = Catalogue.prospect(rep, child);
        Map<String, Object> split = with(child, "separate", true);

        rep.sends(split)
                .header("If-Match", "*")
                .put(PROSPECTS + "/" + id)
                .then()
                .statusCode(403);
        rep.sends(with(split, "domains", List.of())).post(PROSPECTS).then().statusCode(403);
        User.manager("Mona Boss")
                .sends(split)
                .header("If-Match", "*")
                .put(PROSPECTS + "/" + id)
                .then()
                .statusCode(200)
                .body("separate", equalTo(true));

        assertThat(prospects.companyOf(id).orElseThrow().id()).isEqualTo(id);
        assertThat(prospects.companyOf(parent).orElseThrow().prospectIds()).containsExactly(parent);
    }

    @Test
    void onlyAManagerTakesAProspectAwayFromItsParent() {
        UUID parent = Catalogue.prospect(rep);
        Map<String, Object> child = with(prospectBody(), "parentId", parent);
        UUID id = Catalogue.prospect(rep, child);
        Map<String, Object> orphan = with(child, "parentId", null);

        for (Map<String, Object> moved : List.of(orphan, with(child, "parentId", Catalogue.prospect(rep)))) {
            rep.sends(moved)
                    .header("If-Match", "*")
                    .put(PROSPECTS + "/" + id)
                    .then()
                    .statusCode(403);
        }
        assertThat(prospects.companyOf(id).orElseThrow().id()).isEqualTo(parent);
        rep.sends(with(child, "industry", "Saw mills"))
                .header("If-Match", "*")
                .put(PROSPECTS + "/" + id)
                .then()
                .statusCode(200);
        User.manager("Mona Boss")
                .sends(orphan)
                .header("If-Match", "*")
                .put(PROSPECTS + "/" + id)
                .then()
                .statusCode(200);
        assertThat(prospects.companyOf(id).orElseThrow().id()).isEqualTo(id);
    }

    @Test
    void parentsFormNoCircle() {
        UUID top = Catalogue.prospect(rep);
        UUID below = Catalogue.prospect(rep, Map.of("parentId", top));

        for (UUID circular : List.of(top, below)) {
            rep.sends(with(prospectBody(), "parentId", circular))
                    .header("If-Match", "*")
                    .put(PROSPECTS + "/" + top)
                    .then()
                    .statusCode(422)
                    .body("code", equalTo("circular-parent"))
                    .body("errors.pointer", contains("/parentId"));
        }
        rep.sends(with(prospectBody(), "parentId", UUID.randomUUID()))
                .post(PROSPECTS)
                .then()
                .statusCode(422)
                .body("code", equalTo("unknown-parent"));
    }
}
