package dev.tightrope.outreach.email;

import dev.tightrope.names.BusinessRole;
import dev.tightrope.outreach.people.OurCompany;
import dev.tightrope.outreach.people.Person;
import dev.tightrope.outreach.prospect.Executive;
import dev.tightrope.outreach.prospect.Prospect;
import dev.tightrope.outreach.story.Impact;
import dev.tightrope.outreach.story.Story;
import java.util.EnumMap;
import java.util.Map;
import java.util.Optional;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * First draft of a round's e-mail, from the template for its business user and language.
 *
 * @param subject subject line
 * @param textBody plain text
 * @param htmlBody HTML derived from it
 */
record GeneratedEmail(String subject, String textBody, String htmlBody) {

    static GeneratedEmail of(
            String role,
            EmailLanguage language,
            Story story,
            Prospect prospect,
            Executive executive,
            Person rep,
            OurCompany ourCompany) {
        Map<Token, String> values = new EnumMap<>(Token.class);
        values.put(Token.EXECUTIVE_NAME, executive.name());
        values.put(Token.EXECUTIVE_TITLE, Optional.ofNullable(executive.title()).orElse(""));
        values.put(Token.PROSPECT_NAME, prospect.name());
        values.put(Token.COMPETITOR_NAME, story.competitor().name());
        values.put(Token.BUSINESS_USER_ROLE, role);
        values.put(Token.OFFERING, story.offering());
        values.put(Token.SITUATION, story.situation());
        values.put(Token.WHAT_WAS_DONE, story.details());
        values.put(
                Token.IMPACTS,
                story.impacts().stream().map(impact -> "- " + told(impact)).collect(Collectors.joining("\n")));
        values.put(Token.SIGNATURE, signature(rep, ourCompany));
        values.put(Token.OPT_OUT, language.optOutSentence());
        values.put(Token.POSTAL_ADDRESS, ourCompany.postalAddress().orElse(""));
        EmailTemplate filled = EmailTemplate.of(BusinessRole.of(role), language).filled(values);
        return new GeneratedEmail(filled.subject(), filled.body(), HtmlBody.ofText(filled.body()));
    }

    /** The rep's own signature, or one made of what the profile says. */
    static String signature(Person rep, OurCompany ourCompany) {
        String own = rep.signature();
        if (own != null && !own.isBlank()) {
            return own.strip();
        }
        return Stream.of(Optional.of(rep.name()), title(rep), Optional.of(ourCompany.name()), phone(rep))
                .flatMap(Optional::stream)
                .collect(Collectors.joining("\n"));
    }

    private static Optional<String> title(Person rep) {
        return Optional.ofNullable(rep.title()).filter(title -> !title.isBlank());
    }

    private static Optional<String> phone(Person rep) {
        return Optional.ofNullable(rep.phone()).filter(phone -> !phone.isBlank());
    }

    /** An impact with its figure, unless its text tells it already. */
    static String told(Impact impact) {
        String figure = impact.figure();
        boolean complete = figure == null || figure.isBlank() || impact.text().contains(figure);
        return complete ? impact.text() : impact.text() + ": " + figure;
    }
}
