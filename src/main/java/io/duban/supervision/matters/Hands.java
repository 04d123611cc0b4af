package io.duban.supervision.matters;

import io.duban.platform.commands.Command;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Collection;
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
public record Hands(
        @Nullable UUID draftedById,
        @Nullable UUID submittedById,
        @Nullable UUID approvedById,
        @Nullable UUID issuedById,
        @Nullable UUID handledById,
        @Nullable UUID struckOffById,
        Set<UUID> fieldSupervisorIds) {

    public static Hands drafting(@Nullable UUID drafter, Set<UUID> fieldSupervisors) {
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

    /** Struck off by somebody else than who verified that it is done (domain 0.2). */
    Hands struckOff(Command command) {
        if (handledById != null && command.persons().contains(handledById)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SELF_APPROVAL, "核查办结的人不能销号。", "Who verified a matter does not strike it off.");
        }
        var by = command.officer().id();
        return new Hands(draftedById, submittedById, approvedById, issuedById, handledById, by, fieldSupervisorIds);
    }

    /** @throws Refusal {@code E_GEN_SELF_APPROVAL} for who runs it: nobody decides on what he drafted or put up himself */
    void requireNotOf(Command command) {
        if (areOf(command.persons())) {
            throw Verification.selfApproval();
        }
    }

    /** Whether one of these runs it. */
    boolean areOf(Collection<UUID> persons) {
        return supervisors().stream().anyMatch(persons::contains);
    }

    /** The supervisors who run it (督办责任人): who drafted, submitted and issued it. */
    public Set<UUID> supervisors() {
        return Stream.of(draftedById, submittedById, issuedById)
                .flatMap(Stream::ofNullable)
                .collect(Collectors.toUnmodifiableSet());
    }

    /** Everybody it was ever handed to, and the leader who asked for it. */
    Set<UUID> with(Brief brief) {
        var people = all();
        if (brief.instructingLeaderId() != null) {
            people.add(brief.instructingLeaderId());
        }
        return people;
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
