package io.duban.supervision.conclusions;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Move;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Arrays;
import java.util.List;
import java.util.UUID;

/** The unit a part of a conclusion is about (督查对象): it alone takes its steps, and nobody of it judges them. */
final class ObjectUnit {

    private ObjectUnit() {}

    /** @throws Refusal {@code E_GEN_SCOPE} for the posts of another unit */
    static void require(UUID unitId, Move<?> move, Command command) {
        if (!isOf(unitId, move, command.officer())) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE, "只有督查对象本单位能办理这一步。", "Only the unit the finding is about takes this step.");
        }
    }

    /** @throws Refusal {@code E_GEN_SELF_APPROVAL} for somebody of the unit itself */
    static void requireOther(UUID unitId, Command command) {
        if (includes(unitId, command.officer()) || includes(unitId, command.actor())) {
            throw Refusal.of(RefusalCode.E_GEN_SELF_APPROVAL, "不能审核本单位的事项。", "Nobody judges what his own unit says.");
        }
    }

    static boolean includes(UUID unitId, Officer officer) {
        return officer.unitId().equals(unitId)
                || officer.posts().stream().anyMatch(post -> post.unitId().equals(unitId));
    }

    /** The moves of the unit's own posts that are possible now. */
    static <S extends Enum<S>, M extends Move<S>> List<M> legal(M[] table, S present, UUID unitId, Officer officer) {
        return Arrays.stream(table)
                .filter(move -> move.from().contains(present) && isOf(unitId, move, officer))
                .toList();
    }

    /** Whether he holds one of the move's posts at this very unit. */
    static boolean isOf(UUID unitId, Move<?> move, Officer officer) {
        return officer.hasAt(unitId, move.hands().toArray(Role[]::new));
    }
}
