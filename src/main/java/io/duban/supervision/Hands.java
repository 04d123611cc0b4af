package io.duban.supervision;

import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Through whose hands a matter went.
 *
 * @param draftedById null when a leader's own words became the draft
 */
record Hands(
        @Nullable UUID draftedById,
        @Nullable UUID submittedById,
        @Nullable UUID approvedById,
        @Nullable UUID issuedById,
        @Nullable UUID handledById,
        @Nullable UUID struckOffById,
        Set<UUID> fieldSupervisorIds) {

    static Hands drafting(@Nullable UUID drafter, Set<UUID> fieldSupervisors) {
        return new Hands(drafter, null, null, null, null, null, fieldSupervisors);
    }

    Hands submitted(UUID by) {
        return new Hands(draftedById, by, null, null, null, null, fieldSupervisorIds);
    }

    Hands approved(UUID by) {
        return new Hands(draftedById, submittedById, by, null, null, null, fieldSupervisorIds);
    }

    Hands issued(UUID by, Set<UUID> moreFieldSupervisors) {
        var all = new HashSet<>(fieldSupervisorIds);
        all.addAll(moreFieldSupervisors);
        return new Hands(draftedById, submittedById, approvedById, by, null, null, all);
    }

    Hands handled(UUID by) {
        return new Hands(draftedById, submittedById, approvedById, issuedById, by, null, fieldSupervisorIds);
    }

    Hands struckOff(UUID by) {
        return new Hands(draftedById, submittedById, approvedById, issuedById, handledById, by, fieldSupervisorIds);
    }

    /** The supervisors who run it (督办责任人): who drafted, submitted and issued it. */
    Set<UUID> supervisors() {
        return Stream.of(draftedById, submittedById, issuedById)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Everybody it was ever handed to. */
    Set<UUID> all() {
        var all = new HashSet<>(supervisors());
        all.addAll(fieldSupervisorIds);
        Stream.of(approvedById, handledById, struckOffById)
                .flatMap(Stream::ofNullable)
                .forEach(all::add);
        return all;
    }
}
