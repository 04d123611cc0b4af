package io.duban.hotline.tickets;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/** One thing the auditor found wrong with a hand-in he sent back (退回补正). */
@Table("hotline_defect")
record FeedbackDefect(@Id UUID id, UUID ticketId, int round, Kind kind, String text, UUID foundById, Instant foundAt) {

    /** A defect as the auditor writes it down. */
    record Found(Kind kind, String text) {

        /** As the ticket itself keeps it. */
        String line() {
            return kind + ": " + text;
        }
    }

    static FeedbackDefect of(HotlineTicket ticket, Found found, Command command) {
        return new FeedbackDefect(
                UuidCreator.getTimeOrderedEpoch(),
                ticket.id(),
                ticket.round(),
                found.kind(),
                found.text(),
                command.officer().id(),
                command.now());
    }

    enum Kind {
        /** 答非所问. */
        OFF_POINT,
        /** 未联系. */
        NOT_CONTACTED,
        /** 无依据. */
        NO_BASIS,
        /** 文字模板. */
        TEMPLATE_TEXT,
        OTHER
    }
}
