package io.duban.hotline.open311;

import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * What came with a ticket through Open311, for those who work on it.
 *
 * @param email masked for everybody: the answer goes back the way the report came
 * @param mediaUrls addresses on somebody else's machine: to be looked at by a person, with care
 */
record OutsideReport(
        String partner,
        String jurisdictionId,
        String serviceCode,
        boolean published,
        @Nullable String addressId,
        @Nullable String email,
        @Nullable String deviceId,
        @Nullable String accountId,
        List<String> mediaUrls,
        String attributes,
        Instant reportedAt,
        List<Update> updates) {

    /** What was written later. */
    record Update(
            UUID id,
            String updateId,
            @Nullable String status,
            String description,
            List<String> mediaUrls,
            Instant updatedAt,
            Instant receivedAt) {}

    /** c***@example.org */
    static @Nullable String masked(@Nullable String email) {
        if (email == null || email.indexOf('@') < 1) {
            return email == null ? null : "***";
        }
        return email.substring(0, email.offsetByCodePoints(0, 1)) + "***" + email.substring(email.indexOf('@'));
    }
}
