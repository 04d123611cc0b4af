package io.duban.supervision.matters;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Instant;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Embedded;
import org.springframework.data.relational.core.mapping.Table;

/** Other units for a matter at work (变更督查范围): proposed by the supervisors, and nothing before the approver says so (条例 art. 15). */
@Table("supervision_scope_change")
record ScopeChange(
        @Id UUID id,
        long version,
        UUID matterId,
        Status status,
        @Embedded.Empty Wish wish,
        UUID proposedById,
        Instant proposedAt,
        @Nullable UUID decidedById,
        @Nullable Instant decidedAt,
        @Nullable String opinion)
        implements Versioned {

    /** Whether it was decided. */
    enum Status {
        PROPOSED,
        APPROVED,
        REFUSED
    }

    /**
     * What is to be changed.
     *
     * @param hostUnitIds units that get a part of their own
     * @param coUnitIds units that help
     * @param dueAt of those that are added; null: the working calendar gives it
     */
    record Wish(
            Set<UUID> hostUnitIds,
            Set<UUID> coUnitIds,
            Set<UUID> removeUnitIds,
            @Nullable Instant dueAt,
            String reason) {

        Set<UUID> added() {
            var added = new HashSet<>(hostUnitIds);
            added.addAll(coUnitIds);
            return added;
        }

        Set<UUID> appliedTo(Set<UUID> units) {
            var all = new HashSet<>(units);
            all.removeAll(removeUnitIds);
            all.addAll(added());
            return all;
        }

        /** @throws Refusal {@code E_GEN_VALIDATION}; {@code E_GEN_HOST_REQUIRED} when nobody would answer for a result any more */
        void requirePossible(MatterFile file) {
            if (added().isEmpty() && removeUnitIds.isEmpty()) {
                throw Refusal.invalid("/removeUnitIds", "须写明增加或减少的单位。", "Say which units are added or removed.");
            }
            var units = file.matter().unitIds();
            if (added().stream().anyMatch(units::contains)
                    || hostUnitIds.stream().anyMatch(coUnitIds::contains)) {
                throw Refusal.invalid("/hostUnitIds", "该单位已承担本事项。", "A unit has a part in this matter already.");
            }
            if (!units.containsAll(removeUnitIds)) {
                throw Refusal.invalid("/removeUnitIds", "该单位不承担本事项。", "A unit has no part in this matter.");
            }
            var left = file.hosts().stream().filter(host -> !removeUnitIds.contains(host.unitId()));
            if (hostUnitIds.isEmpty() && left.findAny().isEmpty()) {
                throw Refusal.of(RefusalCode.E_GEN_HOST_REQUIRED, "至少须有一个主办单位。", "There must be a host unit.");
            }
        }
    }

    static ScopeChange proposed(UUID matter, Wish wish, Command command) {
        return new ScopeChange(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                matter,
                Status.PROPOSED,
                wish,
                command.officer().id(),
                command.now(),
                null,
                null,
                null);
    }

    ScopeChange decided(Status verdict, @Nullable String words, Command command) {
        return new ScopeChange(
                id,
                version + 1,
                matterId,
                verdict,
                wish,
                proposedById,
                proposedAt,
                command.officer().id(),
                command.now(),
                words);
    }

    /** What stands on the time line: the approver's words, else why it was asked for. */
    String words() {
        return opinion == null ? wish.reason() : opinion;
    }

    /** Work for a unit the approver has not opened the matter about. */
    static Refusal notApproved() {
        return Refusal.of(
                RefusalCode.E_SUP_SCOPE_CHANGE,
                "不得随意扩大督查范围、变更督查对象;须报批准立项的领导同意。",
                "Scope and objects are changed only with the approver's word.");
    }
}
