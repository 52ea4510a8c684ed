package dev.tightrope.outreach.email;

import dev.tightrope.outreach.people.OurCompany;
import dev.tightrope.outreach.people.Person;
import dev.tightrope.outreach.prospect.Executive;
import dev.tightrope.outreach.prospect.Mobile;
import dev.tightrope.outreach.prospect.Prospect;
import dev.tightrope.outreach.story.Competitor;
import dev.tightrope.outreach.story.Impact;
import dev.tightrope.outreach.story.Permission;
import dev.tightrope.outreach.story.Story;
import java.time.Instant;
import java.time.ZoneId;
import java.util.List;
import java.util.Optional;
import java.util.UUID;

/** A mail in which every detail is right, to be spoiled by one detail a test. */
final class SampleEmail {
    static final Instant NOW = Instant.parse("2026-11-02T09:00:00Z");
    static final UUID ID = UUID.fromString("01900000-0000-7000-8000-000000000001");

    static final Story STORY = new Story(
            ID,
            new Competitor("Nordström Kyl AB", List.of("NK"), List.of("nordstromkyl.example")),
            "plate heat exchangers",
            "maintenance manager",
            "Fouling stopped the pasteuriser every nine days, and each stop cost a shift.",
            "We measured the flow for two weeks, replaced the old tube bundles by gasketed plates,"
                    + " trained the crew in opening and closing them, and set a cleaning interval by pressure drop.",
            List.of(new Impact("Unplanned stops went down", "38 %"), new Impact("A cleaning takes less time", "2 h")),
            "en",
            new Permission(Permission.Kind.GRANTED_BY, "Eva Lind", null, null, null, null, null),
            NOW,
            ID,
            NOW,
            ID,
            1);
    static final Prospect PROSPECT = new Prospect(
            ID, "Mjölkbolaget", List.of("mjolkbolaget.example"), null, false, "SE", "dairy", NOW, ID, NOW, ID, 1);
    static final Executive EXECUTIVE = new Executive(
            ID,
            ID,
            "Karin Berg",
            "CEO",
            "karin.berg@mjolkbolaget.example",
            "+46701234567",
            Mobile.YES,
            "Europe/Stockholm",
            null,
            "sv",
            NOW,
            ID,
            NOW,
            ID,
            1);
    static final Person REP = new Person(
            ID,
            "Rolf Rep",
            "Key account manager",
            "+46812345678",
            "rolf@us.example",
            ZoneId.of("Europe/Stockholm"),
            "en",
            null,
            ID,
            false,
            NOW,
            1);
    static final OurCompany OUR_COMPANY = new OurCompany() {
        @Override
        public Optional<List<String>> domains() {
            return Optional.empty();
        }

        @Override
        public String name() {
            return "Värmeväxlarna";
        }

        @Override
        public Optional<String> postalAddress() {
            return Optional.of("Storgatan 1, 111 22 Stockholm");
        }

        @Override
        public boolean postalAddressRequired() {
            return true;
        }

        @Override
        public boolean optOutRequired() {
            return false;
        }
    };

    private SampleEmail() {}

    static GeneratedEmail generated(String role, EmailLanguage language) {
        return GeneratedEmail.of(role, language, STORY, PROSPECT, EXECUTIVE, REP, OUR_COMPANY);
    }

    /** What the checks see of a mail with this subject and text. */
    static EmailUnderCheck underCheck(String subject, String text, String html) {
        return underCheck(subject, text, html, "maintenance manager", EmailLanguage.EN);
    }

    static EmailUnderCheck underCheck(String subject, String text, String html, String role, EmailLanguage language) {
        return new EmailUnderCheck(
                subject,
                text,
                html,
                language,
                new EmailUnderCheck.Company(
                        List.of(STORY.competitor().name(), "NK"),
                        STORY.competitor().domains()),
                new EmailUnderCheck.Company(List.of(PROSPECT.name()), PROSPECT.domains()),
                EXECUTIVE.title(),
                role,
                List.of("38 %", "2 h"),
                List.of(
                        GeneratedEmail.signature(REP, OUR_COMPANY),
                        language.optOutSentence(),
                        "Storgatan 1, 111 22 Stockholm"),
                EmailUnderCheck.SmallPrint.of(OUR_COMPANY),
                null,
                null);
    }

    static EmailUnderCheck good() {
        GeneratedEmail mail = generated("maintenance manager", EmailLanguage.EN);
        return underCheck(mail.subject(), mail.textBody(), mail.htmlBody());
    }
}
