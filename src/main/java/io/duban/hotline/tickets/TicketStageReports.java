package io.duban.hotline.tickets;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** What units reported on the way. */
interface TicketStageReports extends Repository<StageReport, UUID> {

    Flux<StageReport> findByTicketIdOrderByReportedAt(UUID ticketId);
}
