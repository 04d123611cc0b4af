package io.duban.supervision.matters;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Mono;

/** The last number of each kind and year. */
public interface NoticeNumberings extends Repository<NoticeNumbering, UUID> {

    Mono<NoticeNumbering> findByNoticeKindAndYear(NoticeKind kind, int year);

    /** The row that carries the next number, to be written with the notice that takes it. */
    default Mono<NoticeNumbering> next(NoticeKind kind, int year) {
        return findByNoticeKindAndYear(kind, year)
                .map(NoticeNumbering::next)
                .switchIfEmpty(Mono.fromSupplier(() -> NoticeNumbering.first(kind, year)));
    }
}
