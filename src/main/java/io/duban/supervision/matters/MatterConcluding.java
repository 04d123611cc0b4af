package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.SUPERVISION_CHIEF;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import java.time.Instant;
import java.util.List;

/** What a conclusion (督查结论) has to do with its matter: when one may be written, and that the matter is CONCLUDED with its issue (domain 2.4.1 T10). */
public final class MatterConcluding {

    private MatterConcluding() {}

    /**
     * Whether its conclusion can be written now.
     *
     * @throws Refusal {@code E_GEN_SCOPE} for other hands, {@code E_GEN_ILLEGAL_STATE} before and after its verification
     */
    public static void requireConcludable(SupervisionMatter matter, Command command) {
        if (!MatterMove.CONCLUDE.isInHandsOf(command.officer())) {
            throw Refusal.of(RefusalCode.E_GEN_SCOPE, "督查结论由督查人员起草。", "Conclusions are written by supervisors.");
        }
        requireConcludable(matter);
    }

    /** As the other, whoever asks. */
    public static void requireConcludable(SupervisionMatter matter) {
        if (!MatterMove.CONCLUDE.from().contains(matter.status())) {
            throw Refusal.illegalState(
                    MatterMove.CONCLUDE.name(), matter.status().name(), List.of());
        }
    }

    /** The matter with its conclusion issued: the next one to act is the chief of supervision. */
    public static Outcome<MatterFile> concluded(SupervisionMatter matter, Instant now) {
        requireConcludable(matter);
        var concluded = matter.next(
                MatterMove.CONCLUDE.to(),
                matter.brief(),
                matter.hands(),
                matter.term(),
                matter.course(),
                matter.unitIds(),
                now);
        return Outcome.about(MatterFile.drafted(concluded))
                .updating(concluded)
                .closing(MatterMove.CONCLUDE.name())
                .opening(MatterMove.MARK_HANDLED.name(), Assignee.holders(SUPERVISION_CHIEF), null)
                .announcing("concluded", Priority.ACTION, now);
    }

    /** Who acts when all hosts are through: an inspection is concluded first, everyday follow-up can be handled. */
    static Outcome<MatterFile> opening(MatterFile file, Outcome<MatterFile> outcome) {
        return file.matter().brief().kind().needsConclusion()
                ? outcome.opening(MatterMove.CONCLUDE.name(), Assignee.persons(file.supervisors()), null)
                : outcome.opening(MatterMove.MARK_HANDLED.name(), Assignee.holders(SUPERVISION_CHIEF), null);
    }
}
