package io.duban.platform.identity;

import io.duban.platform.persistence.Remembered;
import java.time.Duration;
import java.util.Optional;
import java.util.UUID;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which of our persons a token's subject is: at the embedded issuer the person's own id, elsewhere what {@code person_subject} says. */
@Component
class Subjects {

    private static final Duration MEMORY = Duration.ofSeconds(5);

    private static final String FIND = "select person_id from person_subject where issuer = $1 and subject = $2";

    private final DatabaseClient database;
    private final boolean subjectIsPerson;
    private final Remembered<Account, Optional<UUID>> known = new Remembered<>(MEMORY, 10_000, this::read);

    Subjects(DatabaseClient database, @Value("${duban.identity.subject-is-person}") boolean subjectIsPerson) {
        this.database = database;
        this.subjectIsPerson = subjectIsPerson;
    }

    /** The person behind a verified token's issuer and subject; empty when there is none. */
    Mono<UUID> personOf(String issuer, String subject) {
        // Never both: an outside issuer whose accounts may choose their subject must not choose one of our ids.
        return subjectIsPerson ? idIn(subject) : mapped(new Account(issuer, subject));
    }

    private static Mono<UUID> idIn(String subject) {
        return Mono.fromCallable(() -> UUID.fromString(subject)).onErrorComplete(IllegalArgumentException.class);
    }

    private Mono<UUID> mapped(Account account) {
        return known.of(account).flatMap(Mono::justOrEmpty);
    }

    private Mono<Optional<UUID>> read(Account account) {
        return database.sql(FIND)
                .bind(0, account.issuer())
                .bind(1, account.subject())
                .map(row -> row.get("person_id", UUID.class))
                .one()
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private record Account(String issuer, String subject) {}
}
