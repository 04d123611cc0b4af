package io.duban.hotline.tickets;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import java.time.Instant;
import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A stage report (阶段反馈): what is done, what comes next and until when. Never changed.
 *
 * @param plannedOn on which day the next step is to be done
 */
@Table("hotline_stage_report")
record StageReport(
        @Id UUID id,
        UUID ticketId,
        int round,
        String done,
        String nextStep,
        LocalDate plannedOn,
        UUID reportedBy,
        Instant reportedAt) {

    /** The clock of the stage answer that a period of more than five working days asks for. */
    static final String CLOCK = "STAGE";

    static final String TODO = "REPORT_STAGE";

    /** As it comes in. */
    record Words(String done, String nextStep, LocalDate plannedOn) {}

    static StageReport of(HotlineTicket ticket, Words words, Command command) {
        return new StageReport(
                UuidCreator.getTimeOrderedEpoch(),
                ticket.id(),
                ticket.round(),
                words.done(),
                words.nextStep(),
                words.plannedOn(),
                command.officer().id(),
                command.now());
    }
}
