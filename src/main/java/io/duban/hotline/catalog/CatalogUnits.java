package io.duban.hotline.catalog;

import io.duban.hotline.catalog.UnitNames.CatalogUnit;
import java.util.List;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** All units of the district by their names, and whether somebody there can sign for a ticket. */
@Component
class CatalogUnits {

    private static final String UNITS = """
            select o.id, o.kind, o.name, o.short_name,
                   exists (select 1 from post join person on person.id = post.person_id and person.enabled
                           where post.organization_id = o.id and post.role = 'UNIT_LIAISON') as signs
            from organization o""";

    private final DatabaseClient database;

    CatalogUnits(DatabaseClient database) {
        this.database = database;
    }

    Mono<List<CatalogUnit>> all() {
        return database.sql(UNITS).mapProperties(CatalogUnit.class).all().collectList();
    }
}
