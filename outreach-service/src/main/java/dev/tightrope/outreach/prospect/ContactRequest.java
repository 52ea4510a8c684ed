package dev.tightrope.outreach.prospect;

import dev.tightrope.outreach.input.SingleLine;
import jakarta.validation.constraints.NotNull;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A contact as clients write it. */
record ContactRequest(
        @NotNull UUID prospectId,
        @NotNull @SingleLine(max = 200) String name,
        @Nullable @SingleLine(max = 200) String role,
        @Nullable @SingleLine(max = 254) String email,
        @Nullable @SingleLine(max = 40) String phone,
        @Nullable Appearance appeared) {

    Appearance appearedOrRecorded() {
        return appeared == null ? Appearance.RECORDED : appeared;
    }
}
