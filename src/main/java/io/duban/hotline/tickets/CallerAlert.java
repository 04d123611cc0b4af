package io.duban.hotline.tickets;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.duban.platform.persistence.Versioned;
import io.duban.platform.problem.Refusal;
import io.duban.platform.subprocesses.Separation;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What the hotline manager is to see about a caller, and what he found. It never keeps anybody from calling: nothing at the intake asks for it.
 *
 * @param facts what the agent reports of malicious calls; null for a repeated demand
 * @param warning what the caller was told (劝阻)
 * @param earlierTicketIds the earlier tickets of the same citizen about the same matter
 * @param confirmed whether the manager found it so; null while it waits for him
 */
@Table("hotline_caller_alert")
record CallerAlert(
        @Id UUID id,
        long version,
        UUID ticketId,
        Kind kind,
        @Nullable String facts,
        @Nullable String warning,
        List<UUID> earlierTicketIds,
        UUID raisedBy,
        Instant raisedAt,
        @Nullable Boolean confirmed,
        @Nullable String decisionNote,
        @Nullable UUID decidedBy,
        @Nullable Instant decidedAt)
        implements Versioned {

    /** What it is about. */
    enum Kind {
        /** 重复诉求: the third time, or more, the same citizen asks about the same matter. */
        REPEAT_DEMAND,
        /** 恶意反复来电. */
        MALICIOUS_CALLS;

        /** The to-do of the manager. */
        String review() {
            return "REVIEW_" + name();
        }
    }

    static CallerAlert repeat(UUID ticketId, List<UUID> earlier, Command command) {
        return raised(ticketId, Kind.REPEAT_DEMAND, null, null, earlier, command);
    }

    static CallerAlert malicious(UUID ticketId, String facts, String warning, Command command) {
        return raised(ticketId, Kind.MALICIOUS_CALLS, facts, warning, List.of(), command);
    }

    private static CallerAlert raised(
            UUID ticketId,
            Kind kind,
            @Nullable String facts,
            @Nullable String warning,
            List<UUID> earlier,
            Command command) {
        return new CallerAlert(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                ticketId,
                kind,
                facts,
                warning,
                earlier,
                command.officer().id(),
                command.now(),
                null,
                null,
                null,
                null);
    }

    /** @throws Refusal {@code E_GEN_SELF_APPROVAL} for whoever reported malicious calls; a repeated demand nobody reports, it is counted */
    void requireDecidedByAnother(Command command) {
        if (kind == Kind.MALICIOUS_CALLS) {
            Separation.require(command, "报告来电情况的人不能认定。", "Who reported the calls does not decide.", raisedBy);
        }
    }

    CallerAlert decided(boolean found, String note, Command command) {
        return new CallerAlert(
                id,
                version + 1,
                ticketId,
                kind,
                facts,
                warning,
                earlierTicketIds,
                raisedBy,
                raisedAt,
                found,
                note,
                command.officer().id(),
                command.now());
    }
}
