package io.duban.hotline.imports;

import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * A file of demands.
 *
 * @param id of the operation that takes it in
 * @param mapping what its columns mean
 * @param templateTitle the title of every demand that has none of its own
 * @param content the file; null when nothing is left to do with it, since it may hold personal data
 */
@Table("hotline_import")
record ImportFile(
        @Id UUID id,
        String mapping,
        String sourceSystem,
        @Nullable String templateTitle,
        UUID personId,
        UUID unitId,
        byte @Nullable [] content,
        Instant receivedAt) {}
