package io.duban.hotline.figures;

import java.time.LocalDate;
import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Mono;

/** The days of the exchanges. */
interface CallDays extends Repository<CallDay, UUID> {

    Mono<CallDay> findBySourceAndDayAndSourceVersion(String source, LocalDate day, long sourceVersion);
}
