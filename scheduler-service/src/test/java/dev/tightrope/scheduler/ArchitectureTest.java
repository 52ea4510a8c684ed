package dev.tightrope.scheduler;

import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.classes;
import static com.tngtech.archunit.lang.syntax.ArchRuleDefinition.noClasses;
import static com.tngtech.archunit.library.dependencies.SlicesRuleDefinition.slices;

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

@AnalyzeClasses(packages = "dev.tightrope.scheduler", importOptions = ImportOption.DoNotIncludeTests.class)
class ArchitectureTest {
    @ArchTest
    static final ArchRule featuresAreFreeOfCycles =
            slices().matching("dev.tightrope.scheduler.(*)..").should().beFreeOfCycles();

    @ArchTest
    static final ArchRule onlyTheTimePackageReadsTheClock = noClasses()
            .that()
            .resideOutsideOfPackage("..scheduler.time..")
            .should()
            .callMethod(Instant.class, "now")
            .orShould()
            .callMethod(LocalDate.class, "now")
            .orShould()
            .callMethod(ZonedDateTime.class, "now")
            .orShould()
            .callMethod(OffsetDateTime.class, "now")
            .orShould()
            .callMethod(LocalDateTime.class, "now")
            .orShould()
            .callMethod(Clock.class, "systemUTC")
            .orShould()
            .callMethod(Clock.class, "systemDefaultZone")
            .orShould()
            .callMethod(System.class, "currentTimeMillis");

    @ArchTest
    static final ArchRule onlyTheOutboxPublishes =
            noClasses().should().dependOnClassesThat().resideInAPackage("org.apache.kafka..");

    @ArchTest
    static final ArchRule onlyTheMailerSendsMail = noClasses()
            .that()
            .haveNameNotMatching(".*\\.ReminderMailer(\\$.*)?")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.mail..");

    @ArchTest
    static final ArchRule theCalendarKnowsNoDatabase = noClasses()
            .that()
            .resideInAPackage("..scheduler.calendar..")
            .should()
            .dependOnClassesThat()
            .resideInAnyPackage("..scheduler.database..", "org.jdbi..", "java.sql..");

    @ArchTest
    static final ArchRule useCasesDoNotKnowTheWeb = noClasses()
            .that()
            .haveSimpleNameNotEndingWith("Resource")
            .should()
            .dependOnClassesThat()
            .resideInAPackage("jakarta.ws.rs..");

    @ArchTest
    static final ArchRule packagesAreNamedByWhatTheyAreFor = classes()
            .should()
            .resideOutsideOfPackages("..util..", "..common..", "..helper..", "..dto..", "..model..", "..impl..");
}
