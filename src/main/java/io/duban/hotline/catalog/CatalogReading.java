package io.duban.hotline.catalog;

import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Which edition of the dispatch catalogue is in force, for whoever reads it or is about to replace it. */
@Component
class CatalogReading {

    private final Catalogs catalogs;

    CatalogReading(Catalogs catalogs) {
        this.catalogs = catalogs;
    }

    Mono<Catalog> inForce() {
        return catalogs.theOne();
    }
}
