package io.duban.hotline.tickets;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A ticket urged by its citizen (催单) or chased by the office (催办). Never changed.
 *
 * @param toldIds who was told
 * @param answer what the unit answered on the telephone; null when nothing
 * @param restsUntil 24:00 of the next working day, before which the office does not chase again; null for the citizen's
 */
@Table("hotline_urge")
record UrgeRecord(
        @Id UUID id,
        UUID ticketId,
        int round,
        boolean byCitizen,
        Channel channel,
        @Nullable String words,
        @Nullable String answer,
        Set<UUID> toldIds,
        UUID urgedBy,
        Instant urgedAt,
        @Nullable Instant restsUntil) {

    /** 移动端, 电话, 短信, 当面. */
    enum Channel {
        APP,
        TELEPHONE,
        MESSAGE,
        IN_PERSON
    }

    /** As it comes in. */
    record Call(
            boolean byCitizen,
            Channel channel,
            @Nullable String words,
            @Nullable String answer) {}

    static UrgeRecord of(
            HotlineTicket ticket, Call call, Set<UUID> told, @Nullable Instant restsUntil, Command command) {
        return new UrgeRecord(
                UuidCreator.getTimeOrderedEpoch(),
                ticket.id(),
                ticket.round(),
                call.byCitizen(),
                call.channel(),
                call.words(),
                call.answer(),
                told,
                command.officer().id(),
                command.now(),
                restsUntil);
    }
}
