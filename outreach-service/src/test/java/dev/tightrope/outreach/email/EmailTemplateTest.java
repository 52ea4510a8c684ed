package dev.tightrope.outreach.email;

import static org.assertj.core.api.Assertions.assertThat;
import static org.assertj.core.api.Assertions.assertThatThrownBy;

import dev.tightrope.names.BusinessRole;
import java.util.Map;
import java.util.stream.Stream;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.Arguments;
import org.junit.jupiter.params.provider.MethodSource;

class EmailTemplateTest {

    static Stream<Arguments> everyTemplate() {
        return Stream.of("sales manager", "maintenance manager", "production planner")
                .flatMap(role -> Stream.of(EmailLanguage.values()).map(language -> Arguments.of(role, language)));
    }

    @ParameterizedTest
    @MethodSource("everyTemplate")
    void everyTemplatePassesEveryCheck(String role, EmailLanguage language) {
        GeneratedEmail mail = SampleEmail.generated(role, language);

        assertThat(EmailChecks.examine(
                        SampleEmail.underCheck(mail.subject(), mail.textBody(), mail.htmlBody(), role, language)))
                .isEmpty();
        assertThat(mail.textBody())
                .contains("38 %", "Rolf Rep", "+46812345678", language.optOutSentence(), "Storgatan 1");
    }

    @Test
    void anUnknownTokenIsAnErrorThatNamesIt() {
        EmailTemplate template = EmailTemplate.parse("Subject: hello\n\nDear {{executiveNmae}}");

        assertThatThrownBy(() -> template.filled(Map.of()))
                .isInstanceOf(UnknownTokenException.class)
                .hasMessageContaining("{{executiveNmae}}")
                .hasMessageContaining("executiveName");
    }

    @Test
    void aRequiredTokenWithoutValueStaysForTheRepToSee() {
        EmailTemplate template = EmailTemplate.parse("Subject: hello\n\nAt {{ competitorName }}{{executiveTitle}}.");

        assertThat(template.filled(Map.of()).body()).isEqualTo("At {{ competitorName }}.");
    }

    @Test
    void aValueIsNeverReadAsATemplate() {
        EmailTemplate template = EmailTemplate.parse("Subject: {{prospectName}}\n\n{{situation}}");

        EmailTemplate filled =
                template.filled(Map.of(Token.PROSPECT_NAME, "a$1\\b", Token.SITUATION, "{{signature}} {{nothing}}"));

        assertThat(filled.subject()).isEqualTo("a$1\\b");
        assertThat(filled.body()).isEqualTo("{{signature}} {{nothing}}");
    }

    @Test
    void aLineBreakInAValueCannotLeaveTheSubjectLine() {
        EmailTemplate template = EmailTemplate.parse("Subject: About {{prospectName}}\n\nbody");

        assertThat(template.filled(Map.of(Token.PROSPECT_NAME, "Acme\r\nBcc: x@y.example"))
                        .subject())
                .isEqualTo("About Acme Bcc: x@y.example");
    }

    @Test
    void aRoleInAnotherLanguageFindsItsTemplate() {
        assertThat(BusinessRole.of("Försäljningschef")).isEqualTo(BusinessRole.SALES_MANAGER);
        assertThat(BusinessRole.of("Maintenance Manager")).isEqualTo(BusinessRole.MAINTENANCE_MANAGER);
        assertThat(BusinessRole.of("production planner")).isEqualTo(BusinessRole.GENERAL);
    }

    @Test
    void theNearestLanguageIsTaken() {
        assertThat(EmailLanguage.nearest("de-AT")).isEqualTo(EmailLanguage.DE);
        assertThat(EmailLanguage.nearest("fr_CA")).isEqualTo(EmailLanguage.FR);
        assertThat(EmailLanguage.nearest("fi")).isEqualTo(EmailLanguage.EN);
        assertThat(EmailLanguage.nearest(null)).isEqualTo(EmailLanguage.EN);
    }
}
