package dev.tightrope.outreach.prospect;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * An executive as the API shows it.
 *
 * @param missing what they lack before an outreach can be opened
 * @param warnings what may go wrong with what is recorded
 */
record ExecutiveView(
        UUID id,
        UUID prospectId,
        String name,
        @Nullable String title,
        @Nullable String email,
        @Nullable String phone,
        @Nullable Mobile mobile,
        @Nullable String zone,
        @Nullable String region,
        @Nullable String language,
        List<MissingForOutreach> missing,
        List<Warning> warnings,
        Instant createdAt,
        UUID createdBy,
        Instant updatedAt,
        UUID updatedBy,
        long version) {

    /**
     * Something to look at that blocks nothing.
     *
     * @param code for programs
     * @param message for people
     */
    record Warning(String code, String message) {}

    static ExecutiveView of(Executive executive, BouncedAddresses.@Nullable Bounced bounced) {
        return new ExecutiveView(
                executive.id(),
                executive.prospectId(),
                executive.name(),
                executive.title(),
                executive.email(),
                executive.phone(),
                executive.mobile(),
                executive.zone(),
                executive.region(),
                executive.language(),
                missing(executive),
                warnings(executive, bounced),
                executive.createdAt(),
                executive.createdBy(),
                executive.updatedAt(),
                executive.updatedBy(),
                executive.version());
    }

    private static List<MissingForOutreach> missing(Executive executive) {
        List<MissingForOutreach> missing = new ArrayList<>();
        if (executive.email() == null) {
            missing.add(MissingForOutreach.EXECUTIVE_EMAIL);
        }
        if (executive.phone() == null) {
            missing.add(MissingForOutreach.EXECUTIVE_PHONE);
        }
        return missing;
    }

    private static List<Warning> warnings(Executive executive, BouncedAddresses.@Nullable Bounced bounced) {
        List<Warning> warnings = new ArrayList<>();
        if (bounced != null) {
            warnings.add(new Warning("address-bounced", bounced.inWords() + ". Find another address."));
        }
        if (executive.mobile() == Mobile.NO) {
            warnings.add(new Warning(
                    "phone-not-mobile",
                    "This number is no cell phone; somebody else may answer it or hear the voicemail."));
        }
        return List.copyOf(warnings);
    }
}
