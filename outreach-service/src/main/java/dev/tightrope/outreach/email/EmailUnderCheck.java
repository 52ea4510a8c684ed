package dev.tightrope.outreach.email;

import dev.tightrope.names.CompanyName;
import dev.tightrope.outreach.people.OurCompany;
import java.util.Collections;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * An e-mail and everything its checks need to know around it.
 *
 * @param subject its subject
 * @param textBody its plain text
 * @param htmlBody its HTML
 * @param language its language
 * @param competitor the company the story is about
 * @param prospect the company the mail goes to, with everybody who is one company with it
 * @param executiveTitle title of the recipient
 * @param businessUserRole role the mail is written for
 * @param impactFigures figures of the story's impacts
 * @param boilerplate texts that say nothing about the matter: signature, opt-out sentence, postal address
 * @param smallPrint what the company wants under every mail
 * @param permissionFault why the competitor may not be named now; null while it may
 * @param suppression why the recipient may not be written to; null while they may
 */
record EmailUnderCheck(
        String subject,
        String textBody,
        String htmlBody,
        EmailLanguage language,
        Company competitor,
        Company prospect,
        @Nullable String executiveTitle,
        String businessUserRole,
        List<String> impactFigures,
        List<String> boilerplate,
        SmallPrint smallPrint,
        @Nullable String permissionFault,
        @Nullable String suppression) {

    private static final int SALUTATION_WORDS = 6;

    /** A company by all its names and web domains. */
    record Company(List<String> names, List<String> domains) {
        boolean isNamedIn(String text) {
            return names.stream().map(CompanyName::of).anyMatch(name -> name.isIn(text));
        }

        String name() {
            return names.get(0);
        }
    }

    /**
     * What our company wants under every mail.
     *
     * @param postalAddress its postal address; null while none is configured
     * @param postalAddressRequired whether a mail without it is refused
     * @param optOutRequired whether a mail that does not say how to hear no more is refused
     */
    record SmallPrint(@Nullable String postalAddress, boolean postalAddressRequired, boolean optOutRequired) {
        static SmallPrint of(OurCompany company) {
            return new SmallPrint(
                    company.postalAddress()
                            .filter(address -> !address.isBlank())
                            .orElse(null),
                    company.postalAddressRequired(),
                    company.optOutRequired());
        }
    }

    /** Whether both bodies say this, whatever stands between its words. */
    boolean saysInBothBodies(String sentence) {
        List<String> words = CompanyName.words(sentence);
        return Stream.of(textBody, HtmlBody.visibleText(htmlBody))
                .allMatch(body -> Collections.indexOfSubList(CompanyName.words(body), words) >= 0);
    }

    /** The plain text without signature, opt-out sentence and address. */
    String matter() {
        String matter = textBody;
        for (String text : boilerplate) {
            if (!text.isBlank()) {
                matter = matter.replace(text.strip(), "");
            }
        }
        return matter.strip();
    }

    /** The matter's paragraphs without the salutation. */
    List<String> paragraphs() {
        return Stream.of(matter().split("\\R\\s*\\R"))
                .map(String::strip)
                .filter(paragraph -> CompanyName.words(paragraph).size() > SALUTATION_WORDS)
                .toList();
    }
}
