package io.duban.platform.delegations;

import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A delegation as it is asked for, with what was left out filled in. */
record DelegationOrder(
        UUID principalId,
        UUID delegateId,
        Instant validFrom,
        Instant validTo,
        boolean presiding,
        Set<String> documentKinds,
        Set<UUID> unitIds,
        String reason,
        @Nullable String evidence) {

    /** As the contract gives it. */
    record Wish(
            @Nullable UUID principalId,
            UUID delegateId,
            @Nullable Instant validFrom,
            Instant validTo,
            boolean presiding,
            Set<String> documentKinds,
            Set<UUID> unitIds,
            String reason,
            @Nullable String evidence) {

        /** For himself when nobody is named, and never from before now: it cannot make good what was done without it. */
        DelegationOrder by(Command command) {
            return new DelegationOrder(
                    principalId == null ? command.officer().id() : principalId,
                    delegateId,
                    validFrom == null || validFrom.isBefore(command.now()) ? command.now() : validFrom,
                    validTo,
                    presiding,
                    documentKinds,
                    unitIds,
                    reason,
                    evidence);
        }
    }
}
