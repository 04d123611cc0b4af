package io.duban.platform.identity;

import io.duban.platform.persistence.Gathered;
import io.duban.platform.persistence.Remembered;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Makes officers from the product's own tables. What changed there is seen within 5 s, whatever a token still says. */
@Component
public class Officers {

    private static final Duration MEMORY = Duration.ofSeconds(5);

    private static final String FIND = """
            select p.id, p.name, p.organization_id,
                   array(select role || ' ' || organization_id from post where person_id = p.id) as posts,
                   array(select organization_id from portfolio where leader_id = p.id) as portfolio,
                   (select source_system from integration_client where person_id = p.id) as source_system
            from person p where p.id = any($1) and p.enabled""";

    private final DatabaseClient database;
    private final Set<String> desktopClients;
    private final Gathered<UUID, Found> read = new Gathered<>(this::read);
    private final Remembered<UUID, Optional<Person>> known = new Remembered<>(
            MEMORY,
            10_000,
            id -> read.of(id).map(Found::person).map(Optional::of).defaultIfEmpty(Optional.empty()));

    Officers(DatabaseClient database, @Value("${duban.identity.desktop-clients}") Set<String> desktopClients) {
        this.database = database;
        this.desktopClients = desktopClients;
    }

    /** The officer a token speaks for; empty when the person is unknown or disabled. */
    public Mono<Officer> find(UUID personId, String clientId, Set<String> scopes) {
        return known.of(personId)
                .flatMap(Mono::justOrEmpty)
                .map(person -> person.as(clientId, desktopClients.contains(clientId), scopes));
    }

    /** Lets these persons be read again before their time. */
    void forget(Set<UUID> persons) {
        known.forget(persons);
    }

    private Mono<Map<UUID, Found>> read(Set<UUID> ids) {
        return database.sql(FIND)
                .bind(0, ids.toArray(UUID[]::new))
                .map(row -> new Found(
                        row.get("id", UUID.class),
                        row.get("name", String.class),
                        row.get("organization_id", UUID.class),
                        row.get("posts", String[].class),
                        row.get("portfolio", UUID[].class),
                        row.get("source_system", String.class)))
                .all()
                .collectMap(Found::id);
    }

    /** As it stands in the tables. What of it cannot be understood, such as a role of a later release, keeps its own person out and nobody who is read with him. */
    private record Found(
            UUID id,
            String name,
            UUID unitId,
            String[] posts,
            UUID[] portfolio,
            @Nullable String sourceSystem) {

        Person person() {
            return new Person(id, name, unitId, Post.parse(posts), Set.copyOf(List.of(portfolio)), sourceSystem);
        }
    }

    private record Person(
            UUID id,
            String name,
            UUID unitId,
            Set<Post> posts,
            Set<UUID> portfolio,
            @Nullable String sourceSystem) {

        Officer as(String clientId, boolean desktop, Set<String> scopes) {
            return new Officer(id, name, unitId, posts, portfolio, clientId, desktop, scopes, sourceSystem);
        }
    }
}
