package dev.tightrope.outreach;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.base.DescribedPredicate;
import com.tngtech.archunit.core.domain.JavaCall;
import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.Set;

/** How the service is cut, as sentences. */
@AnalyzeClasses(packages = "dev.tightrope.outreach", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    private static final Set<Class<?>> CLOCKLESS =
            Set.of(Instant.class, LocalDate.class, LocalDateTime.class, OffsetDateTime.class, ZonedDateTime.class);

    @ArchTest
    static final ArchRule featuresHaveNoCycles =
            slices().matching("dev.tightrope.outreach.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule theLifecycleIsPure = noClasses()
            .that()
            .resideInAPackage("..outreach.lifecycle..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage(
                    "jakarta..",
                    "io.quarkus..",
                    "java.sql..",
                    "org.jdbi..",
                    "dev.tightrope.events..",
                    "dev.tightrope.messaging..",
                    "dev.tightrope.api..");

    @ArchTest
    static final ArchRule onlyTheTimePackageAsksTheMachineForTheTime = noClasses()
            .that()
            .resideOutsideOfPackage("..outreach.time..")
            .should()
            .callMethodWhere(asksTheMachineForTheTime());

    @ArchTest
    static final ArchRule onlyTheOutboxPublishes = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..")
            .because("an event may leave only if its transaction commits");

    @ArchTest
    static final ArchRule theLifecycleIsBelowTheOutreach = noClasses()
            .that()
            .resideInAnyPackage(
                    "..outreach.lifecycle..", "..outreach.hold..", "..outreach.prospect..", "..outreach.story..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("dev.tightrope.outreach.outreach..", "..outreach.email..", "..outreach.delivery..");

    @ArchTest
    static final ArchRule everyCallAsksForARole = noClasses()
            .that()
            // A link in a mail is its own key: see OneTapResource.
            .resideOutsideOfPackage("..onetap..")
            .should()
            .dependOnClassesThat()
            .haveFullyQualifiedName("io.quarkus.security.Authenticated")
            .orShould()
            .dependOnClassesThat()
            .haveFullyQualifiedName("jakarta.annotation.security.PermitAll");

    private static DescribedPredicate<JavaCall<?>> asksTheMachineForTheTime() {
        return DescribedPredicate.describe("asks the machine for the time", call -> {
            String owner = call.getTargetOwner().getName();
            boolean system =
                    owner.equals(Clock.class.getName()) && call.getName().startsWith("system");
            boolean now = CLOCKLESS.stream().anyMatch(type -> type.getName().equals(owner))
                    && call.getName().equals("now")
                    && call.getTarget().getRawParameterTypes().stream()
                            .noneMatch(type -> type.getName().equals(Clock.class.getName()));
            boolean millis =
                    owner.equals(System.class.getName()) && call.getName().equals("currentTimeMillis");
            return system || now || millis;
        });
    }
}
