package io.duban.hotline.catalog;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import io.r2dbc.postgresql.codec.Json;
import java.time.Instant;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * One import of the dispatch catalogue. It never changes: tickets keep the codes they have, and what these meant stays to be seen.
 *
 * @param entries the categories, in the order of their sheet
 */
@Table("hotline_catalog_edition")
record CatalogEdition(@Id UUID id, int edition, String fileName, Json entries, UUID importedById, Instant importedAt) {

    static CatalogEdition of(int edition, String fileName, String entries, Command command) {
        return new CatalogEdition(
                UuidCreator.getTimeOrderedEpoch(),
                edition,
                fileName,
                Json.of(entries),
                command.officer().id(),
                command.now());
    }
}
