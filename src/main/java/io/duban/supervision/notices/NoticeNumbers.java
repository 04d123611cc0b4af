package io.duban.supervision.notices;

import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Subject;
import io.duban.supervision.matters.NoticeKind;
import io.duban.supervision.matters.NoticeNumbering;
import io.duban.supervision.matters.NoticeNumberings;
import java.time.Instant;
import java.time.ZoneId;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** The next number of a kind in the year of an instant: without a gap, since it is written with the paper that takes it. */
@Component
class NoticeNumbers {

    private static final ZoneId OFFICE = ZoneId.of("Asia/Shanghai");

    private final NoticeNumberings numberings;
    private final String issuerCode;

    NoticeNumbers(NoticeNumberings numberings, @Value("${duban.supervision.issuer-code:南督}") String issuerCode) {
        this.numberings = numberings;
        this.issuerCode = issuerCode;
    }

    /** A number and how it is printed. */
    record Taken(NoticeNumbering numbering, String label) {

        <T extends Subject> Outcome<T> by(Outcome<T> outcome) {
            return numbering.takenBy(outcome);
        }
    }

    Mono<Taken> next(NoticeKind kind, Instant now) {
        return numberings
                .next(kind, now.atZone(OFFICE).getYear())
                .map(numbering -> new Taken(numbering, numbering.label(issuerCode)));
    }
}
