package io.duban.hotline.letters;

import io.duban.platform.identity.Reach;
import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Mono;

/** The letters as they stand. */
interface MailboxLetters extends Repository<MailboxLetter, UUID> {

    Mono<MailboxLetter> findById(UUID id);

    Mono<MailboxLetter> findByTicketId(UUID ticketId);

    /** The letter, if it is in reach; absent and out of reach are the same refusal. */
    default Mono<MailboxLetter> require(UUID id, Reach reach) {
        return findById(id)
                .filter(letter -> reach.covers(letter.unitIds(), letter.participantIds()))
                .switchIfEmpty(Mono.error(Refusal::notFound));
    }
}
