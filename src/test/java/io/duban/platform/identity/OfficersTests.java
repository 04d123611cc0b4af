package io.duban.platform.identity;

import static io.duban.support.DemoDistrict.AGENT;
import static io.duban.support.DemoDistrict.DISPATCHER;
import static io.duban.support.DemoDistrict.HOUSING_HANDLER;
import static io.duban.support.DemoDistrict.URBAN_HANDLER;
import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.TestDatabase;
import java.util.List;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;
import org.junit.jupiter.api.Test;
import org.springframework.r2dbc.core.DatabaseClient;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Many who come at once are read together; each is himself all the same. */
class OfficersTests {

    private static final UUID NOBODY = UUID.randomUUID();

    private final TestDatabase database = TestDatabase.create();
    private final Officers officers = new Officers(DatabaseClient.create(database.connections()), Set.of());

    @Test
    void eachIsHimselfAndTheDisabledAndUnknownAreNobody() {
        disable(URBAN_HANDLER);
        var asked = List.of(AGENT, URBAN_HANDLER, DISPATCHER, NOBODY, HOUSING_HANDLER, AGENT);

        var found = Flux.fromIterable(asked)
                .flatMapSequential(this::found)
                .collectList()
                .block();

        assertThat(found.stream().map(officer -> officer.map(Officer::id)))
                .containsExactly(
                        Optional.of(AGENT),
                        Optional.empty(),
                        Optional.of(DISPATCHER),
                        Optional.empty(),
                        Optional.of(HOUSING_HANDLER),
                        Optional.of(AGENT));
        assertThat(found.get(2).orElseThrow().posts())
                .isNotEmpty()
                .isNotEqualTo(found.get(4).orElseThrow().posts());
    }

    /** While releases change, one instance meets roles that only the next one knows. */
    @Test
    void whosePostNobodyUnderstandsKeepsOnlyHimselfOut() {
        database.execute("update post set role = 'OF_A_LATER_RELEASE' where person_id = '%s'".formatted(DISPATCHER));
        var asked = List.of(AGENT, URBAN_HANDLER, DISPATCHER, HOUSING_HANDLER);

        var found = Flux.fromIterable(asked)
                .flatMapSequential(person -> found(person).onErrorReturn(Optional.empty()))
                .collectList()
                .block();

        assertThat(found.stream().map(officer -> officer.map(Officer::id)))
                .containsExactly(
                        Optional.of(AGENT), Optional.of(URBAN_HANDLER), Optional.empty(), Optional.of(HOUSING_HANDLER));
    }

    @Test
    void whoWasDisabledIsOutAsSoonAsHeIsForgotten() {
        assertThat(found(AGENT).block()).isPresent();
        disable(AGENT);

        officers.forget(Set.of(AGENT));

        assertThat(found(AGENT).block()).isEmpty();
    }

    private Mono<Optional<Officer>> found(UUID person) {
        return officers.find(person, "duban-phone", Set.of("office"))
                .map(Optional::of)
                .defaultIfEmpty(Optional.empty());
    }

    private void disable(UUID person) {
        database.execute("update person set enabled = false where id = '%s'".formatted(person));
    }
}
