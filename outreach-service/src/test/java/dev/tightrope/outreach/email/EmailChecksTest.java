package dev.tightrope.outreach.email;

import static org.assertj.core.api.Assertions.assertThat;

import java.util.List;
import org.junit.jupiter.api.Test;
import org.junit.jupiter.params.ParameterizedTest;
import org.junit.jupiter.params.provider.ValueSource;

class EmailChecksTest {
    private final EmailUnderCheck good = SampleEmail.good();

    @Test
    void aGoodMailHasNoFindings() {
        assertThat(EmailChecks.examine(good)).isEmpty();
    }

    @Test
    void competitorMissingInSubject() {
        assertError("COMPETITOR_NOT_IN_SUBJECT", withSubject("What a company changed"));
    }

    @Test
    void competitorByAnotherNameWillDo() {
        assertThat(codes(withSubject("What nk changed"))).isEmpty();
    }

    @Test
    void competitorMissingInText() {
        assertError("COMPETITOR_NOT_IN_BODY", withText(good.textBody().replace("Nordström Kyl AB", "a company")));
    }

    @Test
    void competitorMissingInHtml() {
        assertError("COMPETITOR_NOT_IN_BODY", withHtml(good.htmlBody().replace("Nordström Kyl AB", "a company")));
    }

    @Test
    void competitorHiddenInMarkupIsNotNamed() {
        assertError(
                "COMPETITOR_NOT_IN_BODY",
                withHtml("<p title=\"Nordström Kyl\">a company</p><p>" + EmailLanguage.EN.optOutSentence()
                        + "</p><p>Storgatan 1, 111 22 Stockholm</p>"));
    }

    @Test
    void unresolvedTokenIsNamed() {
        List<Finding> findings = EmailChecks.examine(withText(good.textBody() + "\n{{pain}}"));

        assertThat(findings).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo("UNRESOLVED_TOKEN");
            assertThat(finding.severity()).isEqualTo(Severity.ERROR);
            assertThat(finding.reason()).contains("{{pain}}");
        });
    }

    @Test
    void permissionNotValid() {
        assertError("PERMISSION_NOT_VALID", around("it ended on 2026-01-01", null));
    }

    @Test
    void recipientSuppressed() {
        assertError("RECIPIENT_SUPPRESSED", around(null, "opted out"));
    }

    @Test
    void competitorIsProspectByName() {
        assertError("COMPETITOR_IS_PROSPECT", withProspect("NORDSTROM KYL Oy", "other.example"));
    }

    @Test
    void competitorIsProspectByDomain() {
        assertError("COMPETITOR_IS_PROSPECT", withProspect("Somebody else", "NordstromKyl.example"));
    }

    @Test
    void noImpactFigure() {
        String text = good.textBody().replace("38 %", "clearly").replace("2 h", "notably");

        assertWarning("NO_IMPACT_FIGURE", withText(text));
    }

    @Test
    void aYearOrAPhoneNumberIsNoFigure() {
        String text = good.textBody().replace("38 %", "since 2024").replace("2 h", "call +46 8 123 45 67");

        assertWarning("NO_IMPACT_FIGURE", withText(text));
    }

    @Test
    void shortMail() {
        assertThat(codes(withText("Nordström Kyl AB saved 38 % for its maintenance manager.")))
                .contains("TOO_SHORT");
    }

    @Test
    void smallPrintDoesNotMakeAMailDetailed() {
        String padding = ("\n" + EmailLanguage.EN.optOutSentence()).repeat(12) + "\nStorgatan 1, 111 22 Stockholm";

        assertThat(codes(withText("Your maintenance manager should know how Nordström Kyl AB saved 38 %." + padding)))
                .containsExactly("TOO_SHORT");
    }

    @Test
    void addressedToTheExecutive() {
        String text = good.textBody().replace("maintenance manager", "managing director");

        assertThat(codes(withText(text))).containsExactlyInAnyOrder("ADDRESSED_TO_EXECUTIVE", "ROLE_NOT_NAMED");
    }

    @Test
    void writtenInAnotherLanguageThanItWasDraftedFor() {
        String german = "Die Instandhaltung von Nordström Kyl AB öffnete jeden Wärmetauscher, weil niemand sah, welche"
                + " verschmutzt waren. Wir haben sechs davon ersetzt und dem Planer eine Seite gegeben, auf der steht, was"
                + " zu reinigen ist. ";

        assertThat(EmailChecks.examine(withText(german.repeat(2) + good.textBody())))
                .as("a quotation is no other language")
                .noneMatch(finding -> finding.code().equals("OTHER_LANGUAGE"));
        assertThat(EmailChecks.examine(withText(german.repeat(2))))
                .filteredOn(finding -> finding.code().equals("OTHER_LANGUAGE"))
                .singleElement()
                .satisfies(finding -> {
                    assertThat(finding.severity()).isEqualTo(Severity.WARNING);
                    assertThat(finding.reason()).contains("German").contains("English");
                });
    }

    @Test
    void roleNotNamed() {
        assertWarning("ROLE_NOT_NAMED", withText(good.textBody().replace("maintenance manager", "people")));
    }

    @Test
    void openingAboutUs() {
        String text = "Dear Karin,\n\nWe are the leading maker and our products are the best we ever made.\n\n"
                + good.textBody();

        assertWarning("OPENING_ABOUT_US", withText(text));
    }

    @Test
    void closeAboutUs() {
        String text = good.textBody()
                .replace("\n\n" + EmailLanguage.EN.optOutSentence(), "")
                .replace("If this is useful", "We hope that our offer and our prices please. If this is useful");
        String close = text + "\n\nWe look forward to telling you more about us and our products.\n\n"
                + EmailLanguage.EN.optOutSentence();

        assertWarning("CLOSE_ABOUT_US", withText(close));
    }

    @ParameterizedTest
    @ValueSource(
            strings = {
                "<img src=\"https://x.example/p.gif\">",
                "<a href=\"https://x.example/?utm_source=mail\">more</a>",
                "<a href=\"https://x.example/1\">1</a><a href=\"https://x.example/2\">2</a>"
                        + "<a href=\"https://x.example/3\">3</a>"
            })
    void bulkMailLooks(String html) {
        assertWarning("LOOKS_LIKE_BULK", withHtml(good.htmlBody() + html));
    }

    @Test
    void noOptOut() {
        assertWarning("NO_OPT_OUT", withText(good.textBody().replace(EmailLanguage.EN.optOutSentence(), "")));
    }

    @Test
    void optOutInOneBodyOnly() {
        assertWarning("NO_OPT_OUT", withHtml(good.htmlBody().replace("will not write again", "")));
    }

    @Test
    void noOptOutWherePolicyWantsIt() {
        assertError(
                "NO_OPT_OUT",
                withSmallPrint(
                        good.textBody().replace(EmailLanguage.EN.optOutSentence(), ""),
                        new EmailUnderCheck.SmallPrint(null, false, true)));
    }

    @Test
    void postalAddressEditedOutOfEitherBody() {
        assertError("NO_POSTAL_ADDRESS", withText(good.textBody().replace("Storgatan 1", "")));
        assertError("NO_POSTAL_ADDRESS", withHtml(good.htmlBody().replace("Storgatan 1", "")));
    }

    @Test
    void postalAddressEditedOutWherePolicyDoesNotCare() {
        assertWarning(
                "NO_POSTAL_ADDRESS",
                withSmallPrint(
                        good.textBody().replace("Storgatan 1", ""),
                        new EmailUnderCheck.SmallPrint("Storgatan 1, 111 22 Stockholm", false, false)));
    }

    @Test
    void postalAddressThatNobodyConfigured() {
        assertError(
                "NO_POSTAL_ADDRESS",
                withSmallPrint(good.textBody(), new EmailUnderCheck.SmallPrint(null, true, false)));
        assertThat(codes(withSmallPrint(good.textBody(), new EmailUnderCheck.SmallPrint(null, false, false))))
                .isEmpty();
    }

    private EmailUnderCheck withSmallPrint(String text, EmailUnderCheck.SmallPrint smallPrint) {
        return new EmailUnderCheck(
                good.subject(),
                text,
                good.htmlBody(),
                good.language(),
                good.competitor(),
                good.prospect(),
                good.executiveTitle(),
                good.businessUserRole(),
                good.impactFigures(),
                good.boilerplate(),
                smallPrint,
                null,
                null);
    }

    private void assertError(String code, EmailUnderCheck email) {
        assertThat(EmailChecks.examine(email)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.blocks()).isTrue();
            assertThat(finding.reason()).isNotBlank();
            assertThat(finding.remedy()).isNotBlank();
        });
    }

    private void assertWarning(String code, EmailUnderCheck email) {
        assertThat(EmailChecks.examine(email)).singleElement().satisfies(finding -> {
            assertThat(finding.code()).isEqualTo(code);
            assertThat(finding.blocks()).isFalse();
            assertThat(finding.remedy()).isNotBlank();
        });
    }

    private static List<String> codes(EmailUnderCheck email) {
        return EmailChecks.examine(email).stream().map(Finding::code).toList();
    }

    private EmailUnderCheck withSubject(String subject) {
        return SampleEmail.underCheck(subject, good.textBody(), good.htmlBody());
    }

    private EmailUnderCheck withText(String text) {
        return SampleEmail.underCheck(good.subject(), text, good.htmlBody());
    }

    private EmailUnderCheck withHtml(String html) {
        return SampleEmail.underCheck(good.subject(), good.textBody(), html);
    }

    private EmailUnderCheck around(String permissionFault, String suppression) {
        return new EmailUnderCheck(
                good.subject(),
                good.textBody(),
                good.htmlBody(),
                good.language(),
                good.competitor(),
                good.prospect(),
                good.executiveTitle(),
                good.businessUserRole(),
                good.impactFigures(),
                good.boilerplate(),
                good.smallPrint(),
                permissionFault,
                suppression);
    }

    private EmailUnderCheck withProspect(String name, String domain) {
        return new EmailUnderCheck(
                good.subject(),
                good.textBody(),
                good.htmlBody(),
                good.language(),
                good.competitor(),
                new EmailUnderCheck.Company(List.of(name), List.of(domain)),
                good.executiveTitle(),
                good.businessUserRole(),
                good.impactFigures(),
                good.boilerplate(),
                good.smallPrint(),
                null,
                null);
    }
}
