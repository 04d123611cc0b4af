package io.duban.supervision.inspections;

import io.duban.platform.problem.Refusal;
import java.time.Instant;
import java.util.HashSet;
import java.util.Objects;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * Who inspects (督查组).
 *
 * @param inspectorIds whom the plan names, or who began without one
 * @param groupLeaderId 组长 (政府督查工作条例 art. 8); null where the plan needs none
 * @param authorId who was on the spot and writes the record; null until it has begun
 * @param secondInspectorId who countersigns the record; null until it is handed in, or where one inspector is enough
 */
record Team(
        Set<UUID> inspectorIds,
        @Nullable UUID groupLeaderId,
        @Nullable UUID authorId,
        @Nullable UUID secondInspectorId,
        @Nullable Instant countersignedAt) {

    static Team planned(Set<UUID> inspectors, @Nullable UUID leader, boolean isGroup) {
        if (isGroup && inspectors.size() < 2) {
            throw Refusal.invalid(
                    "/inspectorIds",
                    "综合督查、专项督查和事件调查须由两名以上督查人员进行,还缺一名。",
                    "Two inspectors are needed; the second is missing.");
        }
        if (isGroup && leader == null) {
            throw Refusal.invalid("/groupLeaderId", "督查组须指定组长。", "A group is led by somebody; its leader is missing.");
        }
        if (leader != null && !inspectors.contains(leader)) {
            throw Refusal.invalid("/groupLeaderId", "组长须是核查人员之一。", "The group leader is one of the inspectors.");
        }
        return new Team(inspectors, leader, null, null, null);
    }

    static Team of(UUID author) {
        return new Team(Set.of(author), null, author, null, null);
    }

    Team begunBy(UUID author) {
        return new Team(inspectorIds, groupLeaderId, author, null, null);
    }

    /**
     * @param named by the record; null when it names nobody
     * @param needed whether this kind of matter takes two inspectors
     */
    Team withSecond(@Nullable UUID named, boolean needed, Set<UUID> handingIn) {
        var second = named == null && needed ? onlyOther() : named;
        if (second == null && needed) {
            throw Refusal.invalid(
                    "/secondInspectorId",
                    "综合督查、专项督查和事件调查的核查记录须由两名督查人员签字:请写明第二名核查人。",
                    "Two inspectors sign this record; the second inspector is missing.");
        }
        if (second != null && (second.equals(authorId) || handingIn.contains(second))) {
            throw Refusal.invalid(
                    "/secondInspectorId", "第二名核查人不能是记录人本人。", "The second inspector is somebody else than the author.");
        }
        return new Team(inspectorIds, groupLeaderId, authorId, second, null);
    }

    Team countersigned(Instant now) {
        return new Team(inspectorIds, groupLeaderId, authorId, secondInspectorId, now);
    }

    boolean lacksCountersignature() {
        return secondInspectorId != null && countersignedAt == null;
    }

    /** Those whose record it is: none of them closes it. */
    Set<UUID> signers() {
        return Stream.of(authorId, secondInspectorId).filter(Objects::nonNull).collect(Collectors.toUnmodifiableSet());
    }

    Set<UUID> all() {
        var all = new HashSet<>(inspectorIds);
        all.addAll(signers());
        return all;
    }

    /** Of a plan for two, the one who is not the author. */
    private @Nullable UUID onlyOther() {
        var others = new HashSet<>(inspectorIds);
        others.remove(authorId);
        return others.size() == 1 ? others.iterator().next() : null;
    }
}
