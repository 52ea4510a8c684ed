package dev.tightrope.outreach.email;

import dev.tightrope.names.CompanyName;
import java.util.ArrayList;
import java.util.List;

/** The first and last words are about the customer; the story between them naturally says what we did. */
final class AboutThem implements EmailCheck {

    @Override
    public List<Finding> examine(EmailUnderCheck email) {
        List<String> paragraphs = email.paragraphs();
        List<Finding> findings = new ArrayList<>();
        if (!paragraphs.isEmpty()) {
            if (isAboutUs(paragraphs.get(0), email)) {
                findings.add(Finding.warning(
                        "OPENING_ABOUT_US",
                        "The opening speaks more of us than of "
                                + email.prospect().name(),
                        "Open with what the prospect knows as its own situation"));
            }
            if (isAboutUs(paragraphs.get(paragraphs.size() - 1), email)) {
                findings.add(Finding.warning(
                        "CLOSE_ABOUT_US",
                        "The close speaks more of us than of "
                                + email.prospect().name(),
                        "Close with what the prospect gains"));
            }
        }
        return findings;
    }

    private static boolean isAboutUs(String paragraph, EmailUnderCheck email) {
        List<String> words = CompanyName.words(paragraph);
        long us = words.stream().filter(email.language().wordsForUs()::contains).count();
        long them =
                words.stream().filter(email.language().wordsForThem()::contains).count();
        return us > them && !email.prospect().isNamedIn(paragraph);
    }
}
