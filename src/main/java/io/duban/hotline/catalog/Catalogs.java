package io.duban.hotline.catalog;

import java.util.UUID;
import org.springframework.data.r2dbc.repository.Query;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Mono;

/** The dispatch catalogue; there is one. */
interface Catalogs extends Repository<Catalog, UUID> {

    @Query("select * from hotline_catalog")
    Mono<Catalog> theOne();
}
