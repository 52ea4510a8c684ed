package dev.tightrope.outreach.email;

import dev.tightrope.outreach.address.EmailAddresses;
import dev.tightrope.outreach.mailbox.MailAccount;
import dev.tightrope.outreach.people.OurCompany;
import dev.tightrope.outreach.people.Person;
import dev.tightrope.outreach.prospect.BouncedAddresses;
import dev.tightrope.outreach.prospect.Executive;
import dev.tightrope.outreach.prospect.Family;
import dev.tightrope.outreach.prospect.Prospect;
import dev.tightrope.outreach.story.Impact;
import dev.tightrope.outreach.story.Permission;
import dev.tightrope.outreach.story.Story;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Everything around an e-mail, as it is at one moment.
 *
 * @param story the story it tells
 * @param prospect the company it goes to
 * @param family everybody who is one company with it
 * @param executive the recipient
 * @param rep the sender
 * @param account the account the rep's mail goes through; null: the configured server
 * @param ourCompany whom the rep works for
 * @param suppressed whether the recipient must not be contacted
 * @param bounced how mail to the recipient's address came back; null unless it is marked as bad
 * @param at that moment
 */
record Surroundings(
        Story story,
        Prospect prospect,
        Family family,
        Executive executive,
        Person rep,
        @Nullable MailAccount account,
        OurCompany ourCompany,
        boolean suppressed,
        BouncedAddresses.@Nullable Bounced bounced,
        Instant at) {

    /** The sender; empty while neither an account nor the profile has an address. */
    Optional<Mailbox> from() {
        return mailbox(rep.name(), account == null ? rep.email() : account.from());
    }

    /** The recipient; empty while no address is known. */
    Optional<Mailbox> to() {
        return mailbox(executive.name(), executive.email());
    }

    GeneratedEmail generate(String businessUserRole, EmailLanguage language) {
        return GeneratedEmail.of(businessUserRole, language, story, prospect, executive, rep, ourCompany);
    }

    /** The same for an e-mail that is locked: it goes out as from whom it was approved. */
    List<Finding> examine(DraftedEmail draft, ApprovedEmail approved) {
        return Stream.concat(
                        examine(draft).stream(),
                        senderChanged(approved.content().from().address()))
                .toList();
    }

    private Stream<Finding> senderChanged(String approved) {
        return from().map(Mailbox::address).filter(now -> !now.equalsIgnoreCase(approved)).stream()
                .map(now -> Finding.warning(
                        "SENDER_CHANGED",
                        "It was approved as from " + approved + ", and the rep sends as " + now
                                + " now: a mail server may refuse it, or put another address in",
                        "If it has not gone yet, reopen it and approve it again"));
    }

    List<Finding> examine(DraftedEmail draft) {
        List<Finding> addresses = Stream.of(
                        from().isPresent() ? null : NO_SENDER, to().isPresent() ? null : NO_RECIPIENT, addressBounced())
                .filter(Objects::nonNull)
                .toList();
        return Stream.concat(addresses.stream(), EmailChecks.examine(underCheck(draft)).stream())
                .toList();
    }

    private static final Finding NO_SENDER = Finding.error(
            "NO_SENDER", "The rep's profile has no e-mail address", "Add the address to the rep's profile");
    private static final Finding NO_RECIPIENT = Finding.error(
            "NO_RECIPIENT", "The executive has no e-mail address", "Find the address and add it to the executive");

    private @Nullable Finding addressBounced() {
        return bounced == null
                ? null
                : Finding.warning(
                        "ADDRESS_BOUNCED", bounced.inWords(), "Find another address and correct the executive's");
    }

    private EmailUnderCheck underCheck(DraftedEmail draft) {
        return new EmailUnderCheck(
                draft.subject(),
                draft.textBody(),
                draft.htmlBody(),
                draft.language(),
                new EmailUnderCheck.Company(
                        Stream.concat(Stream.of(story.competitor().name()), story.competitor().aliases().stream())
                                .toList(),
                        story.competitor().domains()),
                new EmailUnderCheck.Company(family.names(), List.copyOf(family.domains())),
                executive.title(),
                draft.businessUserRole(),
                story.impacts().stream()
                        .map(Impact::figure)
                        .filter(Objects::nonNull)
                        .toList(),
                List.of(
                        GeneratedEmail.signature(rep, ourCompany),
                        draft.language().optOutSentence(),
                        ourCompany.postalAddress().orElse("")),
                EmailUnderCheck.SmallPrint.of(ourCompany),
                permissionFault(),
                suppressed
                        ? executive.email() + ", their number or a domain of the company is on the suppression list"
                        : null);
    }

    private @Nullable String permissionFault() {
        Permission permission = story.permission();
        if (permission == null) {
            return "nobody gave permission";
        }
        if (permission.holdsAt(at)) {
            return null;
        }
        return permission.endedAt() == null
                ? "the permission was valid until " + permission.until()
                : "the permission was withdrawn";
    }

    private static Optional<Mailbox> mailbox(String name, @Nullable String address) {
        return Optional.ofNullable(address).flatMap(EmailAddresses::normalise).map(sound -> new Mailbox(name, sound));
    }
}
