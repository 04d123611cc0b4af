package io.duban.supervision.matters;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A unit chased by hand (催办). Never changed. What the clocks said at yellow and red is read from them, as {@link SystemChases}: an overdue part
 * without a record here was chased by nobody (未催即超期).
 *
 * @param chasedById by whose post; {@code actorId} is who did it, another person where a delegate did
 * @param answer what he answered; null when he has not
 * @param restsUntil 24:00 of the next working day, before which the unit is not chased again
 */
@Table("supervision_chase")
record ChaseRecord(
        @Id UUID id,
        UUID matterId,
        UUID assignmentId,
        UUID unitId,
        int round,
        UUID chasedById,
        UUID actorId,
        Channel channel,
        String toWhom,
        @Nullable String words,
        @Nullable String answer,
        Instant chasedAt,
        Instant restsUntil) {

    /** 移动端, 电话, 短信, 当面, 催办函. */
    enum Channel {
        APP,
        TELEPHONE,
        MESSAGE,
        IN_PERSON,
        LETTER
    }

    /** As it comes in. */
    record Call(
            Channel channel,
            String toWhom,
            @Nullable String words,
            @Nullable String answer) {}

    static ChaseRecord of(SupervisionAssignment part, Call call, Instant restsUntil, Command command) {
        return new ChaseRecord(
                UuidCreator.getTimeOrderedEpoch(),
                part.matterId(),
                part.id(),
                part.unitId(),
                part.round(),
                command.officer().id(),
                command.actor().id(),
                call.channel(),
                call.toWhom(),
                call.words(),
                call.answer(),
                command.now(),
                restsUntil);
    }
}
