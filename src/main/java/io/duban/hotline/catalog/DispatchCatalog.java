package io.duban.hotline.catalog;

import io.duban.platform.persistence.Gathered;
import io.r2dbc.postgresql.codec.Json;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.core.type.TypeReference;
import tools.jackson.databind.json.JsonMapper;

/** The dispatch catalogue (派单目录) in force. What was read stays known for as long as its edition is the one. */
@Component
public class DispatchCatalog {

    /** With a value to bind: the driver has the database plan what has none anew each time, which was a tenth of what a classification costs it. */
    private static final String IN_FORCE = """
            select e.id from hotline_catalog c join hotline_catalog_edition e on e.edition = c.edition
            where c.edition > $1""";

    private static final int NOTHING_IMPORTED = 0;
    private static final String ENTRIES = "select edition, entries from hotline_catalog_edition where id = $1";
    private static final TypeReference<List<Category>> CATEGORIES = new TypeReference<>() {};

    private final DatabaseClient database;
    private final JsonMapper json;
    private final Gathered<Integer, UUID> inForce = new Gathered<>(later -> inForce());
    private volatile @Nullable Known known;

    DispatchCatalog(DatabaseClient database, JsonMapper json) {
        this.database = database;
        this.json = json;
    }

    private record Known(UUID editionId, Catalogue catalogue) {}

    /** Empty before the first import. */
    public Mono<Catalogue> current() {
        return inForce.of(NOTHING_IMPORTED).flatMap(this::knownOrRead).defaultIfEmpty(Catalogue.EMPTY);
    }

    private Mono<Map<Integer, UUID>> inForce() {
        return database.sql(IN_FORCE)
                .bind(0, NOTHING_IMPORTED)
                .map(row -> row.get(0, UUID.class))
                .one()
                .map(edition -> Map.of(NOTHING_IMPORTED, edition));
    }

    private Mono<Catalogue> knownOrRead(UUID editionId) {
        var last = known;
        if (last != null && last.editionId().equals(editionId)) {
            return Mono.just(last.catalogue());
        }
        return database.sql(ENTRIES)
                .bind(0, editionId)
                .map(row -> new Catalogue(
                        row.get("edition", Integer.class),
                        json.readValue(row.get("entries", Json.class).asString(), CATEGORIES)))
                .one()
                .doOnNext(catalogue -> known = new Known(editionId, catalogue));
    }
}
