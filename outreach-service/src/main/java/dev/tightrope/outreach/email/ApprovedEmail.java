package dev.tightrope.outreach.email;

import java.time.Instant;
import java.util.UUID;

/**
 * An e-mail as it was approved: nothing but this content may be sent.
 *
 * @param outreachId the outreach
 * @param round its round
 * @param version counts the approvals of the outreach, from 1
 * @param content what was approved
 * @param hash SHA-256 over the content, hex
 * @param language BCP 47 language of the mail
 * @param approvedBy who
 * @param approvedAt when
 */
public record ApprovedEmail(
        UUID outreachId,
        int round,
        int version,
        EmailContent content,
        String hash,
        String language,
        UUID approvedBy,
        Instant approvedAt) {}
