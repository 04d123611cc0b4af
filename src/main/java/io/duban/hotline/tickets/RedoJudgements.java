package io.duban.hotline.tickets;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Flux;

/** What was judged of citizens' wishes for a redo. */
interface RedoJudgements extends Repository<RedoJudgement, UUID> {

    Flux<RedoJudgement> findByTicketIdOrderByJudgedAtAscIdAsc(UUID ticketId);
}
