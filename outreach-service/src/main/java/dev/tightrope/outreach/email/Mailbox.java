package dev.tightrope.outreach.email;

/**
 * A person's name and e-mail address, as a From or To field shows them.
 *
 * @param name display name
 * @param address address
 */
public record Mailbox(String name, String address) {

    /** Refuses names and addresses that would break the header. */
    public Mailbox {
        HeaderText.checked("name", name);
        HeaderText.checked("address", address);
    }
}
