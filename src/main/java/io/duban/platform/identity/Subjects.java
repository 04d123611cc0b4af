package io.duban.platform.identity;

import io.duban.platform.persistence.Gathered;
import io.duban.platform.persistence.Remembered;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import java.util.function.Function;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which of our persons a token's subject is: at the embedded issuer the person's own id, elsewhere what {@code person_subject} says. */
@Component
class Subjects {

    private static final Duration MEMORY = Duration.ofSeconds(5);

    private static final String FIND = """
            select issuer, subject, person_id from person_subject
            where (issuer, subject) in (select * from unnest($1::text[], $2::text[]))""";

    private final DatabaseClient database;
    private final boolean subjectIsPerson;
    private final Gathered<Account, UUID> read = new Gathered<>(this::read);
    private final Remembered<Account, Optional<UUID>> known = new Remembered<>(
            MEMORY, 10_000, account -> read.of(account).map(Optional::of).defaultIfEmpty(Optional.empty()));

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
        return account.isWritable() ? known.of(account).flatMap(Mono::justOrEmpty) : Mono.empty();
    }

    private Mono<Map<Account, UUID>> read(Set<Account> accounts) {
        var asked = List.copyOf(accounts);
        return database.sql(FIND)
                .bind(0, texts(asked, Account::issuer))
                .bind(1, texts(asked, Account::subject))
                .map(row -> Map.entry(
                        new Account(row.get("issuer", String.class), row.get("subject", String.class)),
                        row.get("person_id", UUID.class)))
                .all()
                .collectMap(Map.Entry::getKey, Map.Entry::getValue);
    }

    private static String[] texts(List<Account> accounts, Function<Account, String> part) {
        return accounts.stream().map(part).toArray(String[]::new);
    }

    private record Account(String issuer, String subject) {

        /** No text of the database holds a NUL: it would refuse the question of all who are read with him. */
        boolean isWritable() {
            return subject.indexOf('\0') < 0;
        }
    }
}
