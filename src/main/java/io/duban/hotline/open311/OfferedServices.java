package io.duban.hotline.open311;

import io.duban.hotline.catalog.Catalogue;
import io.duban.hotline.catalog.Category;
import io.duban.hotline.catalog.DispatchCatalog;
import java.util.Optional;
import org.springframework.r2dbc.core.DatabaseClient;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;

/** What the dispatch catalogue in force can sort a demand into; before the first import, what the table {@code open311_service} says. */
@Component
class OfferedServices implements Services {

    private static final String UNTIL_THEN = """
            select code, name, description, keywords, group_name as "group" from open311_service
            where withdrawn_at is null order by position, code""";

    private final DispatchCatalog catalog;
    private final DatabaseClient database;

    OfferedServices(DispatchCatalog catalog, DatabaseClient database) {
        this.catalog = catalog;
        this.database = database;
    }

    @Override
    public Flux<Service> all() {
        return catalog.current()
                .flatMapMany(catalogue ->
                        Flux.fromStream(() -> catalogue.leaves().map(leaf -> service(leaf, catalogue))))
                .switchIfEmpty(Flux.defer(() ->
                        database.sql(UNTIL_THEN).mapProperties(Service.class).all()));
    }

    private static Service service(Category leaf, Catalogue catalogue) {
        var group =
                Optional.ofNullable(leaf.parentCode()).flatMap(catalogue::find).map(Category::name);
        return new Service(
                leaf.code(), leaf.name(), leaf.name(), String.join(",", leaf.searchWords()), group.orElse(null));
    }
}
