package io.duban.hotline.tickets;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** What citizens said when they withdrew their demands. */
interface Withdrawals extends Repository<Withdrawal, UUID> {

    Flux<Withdrawal> findByTicketIdOrderByRecordedAt(UUID ticketId);
}
