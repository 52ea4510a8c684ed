package dev.tightrope.voicemail;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

import com.tngtech.archunit.core.importer.ImportOption;
import com.tngtech.archunit.junit.AnalyzeClasses;
import com.tngtech.archunit.junit.ArchTest;
import com.tngtech.archunit.lang.ArchRule;
import dev.tightrope.messaging.EventHandler;
import java.time.Clock;
import java.time.Instant;
import java.time.LocalDate;
import java.time.LocalDateTime;
import java.time.OffsetDateTime;
import java.time.ZonedDateTime;
import java.util.UUID;

@AnalyzeClasses(packages = "dev.tightrope.voicemail", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule features_depend_on_each_other_without_cycles =
            slices().matching("dev.tightrope.voicemail.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule only_the_outbox_publishes = noClasses()
            .should()
            .dependOnClassesThat()
            .resideInAPackage("org.apache.kafka..")
            .because("an event may leave only if its transaction commits");

    @ArchTest
    static final ArchRule time_comes_from_the_clock = noClasses()
            .that()
            .resideOutsideOfPackage("..time")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule ids_come_from_one_place =
            noClasses().that().resideOutsideOfPackage("..time").should().callMethod(UUID.class, "randomUUID");

    @ArchTest
    static final ArchRule what_checks_and_writes_scripts_does_no_io = noClasses()
            .that()
            .resideInAPackage("..speech")
            .or()
            .haveSimpleName("CheckScript")
            .or()
            .haveSimpleName("WriteScript")
            .or()
            .haveSimpleName("Wording")
            .or()
            .haveSimpleName("TellOutcome")
            .or()
            .haveSimpleName("PlanNextAttempt")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("jakarta..", "io.quarkus..", "org.jdbi..", "java.sql..");

    @ArchTest
    static final ArchRule only_speech_spells_numbers = noClasses()
            .that()
            .resideOutsideOfPackage("..speech")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("com.ibm.icu..")
            .because("how a language says its numbers is known in one place");

    @ArchTest
    static final ArchRule handlers_are_nobody_elses_business =
            classes().that().implement(EventHandler.class).should().bePackagePrivate();
}
