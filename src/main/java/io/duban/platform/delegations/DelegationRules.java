package io.duban.platform.delegations;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Command;
import io.duban.platform.identity.Mandate;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Post;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.time.Duration;
import java.util.HashSet;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/**
 * What a delegation must be like to be given (domain 0.2).
 *
 * @param longest how long it may last
 * @param units all units there are
 */
record DelegationRules(Duration longest, Set<UUID> units) {

    /**
     * Lets it pass, or throws the refusal.
     *
     * @param principal as he is now
     * @param delegate as he is now
     * @param given what the principal has given before
     */
    void check(DelegationOrder order, Officer principal, Officer delegate, List<Delegation> given, Command command) {
        requireGiver(order, command);
        requirePosts(order, principal, delegate);
        requireTime(order);
        requireUnits(order, principal);
        if (given.stream().anyMatch(earlier -> earlier.overlaps(order))) {
            throw Refusal.of(
                    RefusalCode.E_GEN_DELEGATION_OVERLAP,
                    "该委托人在同一时间、同一范围已有委托;请先结束原委托,或改时间、范围。",
                    "The principal has delegated part of this scope for part of this time; end that first, or change one of them.");
        }
    }

    private static void requireGiver(DelegationOrder order, Command command) {
        var giver = command.officer();
        if (command.mandate() != null) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "受托人不能转委托。", "A delegate does not hand on his mandate.");
        }
        if (giver.id().equals(order.principalId())) {
            return;
        }
        if (!giver.has(OFFICE_DIRECTOR)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "委托由委托人本人设立;本人不在岗时由办公室主任凭依据代为设立。",
                    "The principal gives it himself, or the office director while he is away.");
        }
        if (order.evidence() == null || order.evidence().isBlank()) {
            throw Refusal.invalid("/evidence", "代为设立委托须写明委托人不在岗的依据。", "Say what documents his absence.");
        }
        if (giver.id().equals(order.delegateId())) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SELF_APPROVAL, "不能代他人把权限委托给自己。", "Nobody makes himself another's delegate.");
        }
    }

    private static void requirePosts(DelegationOrder order, Officer principal, Officer delegate) {
        if (order.delegateId().equals(order.principalId())) {
            throw Refusal.invalid("/delegateId", "不能委托给本人。", "Nobody is his own delegate.");
        }
        if (!principal.has(CHIEF_LEADER, DEPUTY_LEADER, OFFICE_DIRECTOR, OFFICE_DEPUTY, UNIT_HEAD)) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "委托人的岗位没有可委托的权限。", "The principal's posts decide nothing.");
        }
        if (!Mandate.joins(principal, delegate)) {
            throw Refusal.invalid(
                    "/delegateId",
                    "受托人须为区领导、办公室主任或副主任;单位主要负责人须委托本单位副职。",
                    "A leader or the office's director or deputy stands in for another, a unit's deputy for its head.");
        }
        if (order.presiding() && !(principal.has(CHIEF_LEADER) && delegate.has(DEPUTY_LEADER))) {
            throw Refusal.invalid(
                    "/presiding", "只有副职领导可以受托主持主要领导的工作。", "Only a deputy leader presides over the chief's work.");
        }
    }

    private void requireTime(DelegationOrder order) {
        if (!order.validTo().isAfter(order.validFrom())) {
            throw Refusal.invalid("/validTo", "结束时间须晚于开始时间和现在。", "It ends after it begins, and after now.");
        }
        if (order.validTo().isAfter(order.validFrom().plus(longest))) {
            throw Refusal.invalid(
                    "/validTo",
                    "委托最长 %d 天;到期可重新设立。".formatted(longest.toDays()),
                    "A delegation lasts %d days at most; it can be given again.".formatted(longest.toDays()));
        }
    }

    /** A part of what is his: the chief's and the office's is every unit. */
    private void requireUnits(DelegationOrder order, Officer principal) {
        var his = new HashSet<>(principal.portfolio());
        his.addAll(principal.posts().stream().map(Post::unitId).collect(Collectors.toSet()));
        if (principal.has(CHIEF_LEADER, OFFICE_DIRECTOR, OFFICE_DEPUTY)) {
            his.addAll(units);
        }
        if (!his.containsAll(order.unitIds())) {
            throw Refusal.invalid(
                    "/unitIds", "所选单位不存在,或不在委托人的分管范围。", "A unit does not exist or is not the principal's.");
        }
    }
}
