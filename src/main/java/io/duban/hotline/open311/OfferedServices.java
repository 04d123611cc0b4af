package io.duban.hotline.open311;

import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** The services of the table {@code open311_service}. */
@Component
class OfferedServices implements Services {

    private static final String ALL = """
            select code, name, description, keywords, group_name as "group" from open311_service
            where withdrawn_at is null order by position, code""";

    private final DatabaseClient database;

    OfferedServices(DatabaseClient database) {
        this.database = database;
    }

    @Override
    public Flux<Service> all() {
        return database.sql(ALL).mapProperties(Service.class).all();
    }
}
