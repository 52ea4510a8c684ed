package dev.tightrope.outreach.email;

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
 * @param prospect the company the mail goes to
 * @param executiveTitle title of the recipient
 * @param businessUserRole role the mail is written for
 * @param impactFigures figures of the story's impacts
 * @param boilerplate texts that say nothing about the matter: signature, opt-out sentence, postal address
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
