package dev.tightrope.outreach.email;

import java.util.List;

/** One rule an e-mail has to pass; knows nothing but what it is given. */
interface EmailCheck {
    List<Finding> examine(EmailUnderCheck email);
}
