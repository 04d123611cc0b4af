package io.duban.hotline.catalog;

import io.duban.platform.calendar.AlertLight;
import io.duban.platform.commands.Command;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * The district's dispatch catalogue (派单目录): which of its editions is in force.
 *
 * @param edition 0: nothing is imported yet
 * @param categories how many it has
 * @param fileName null, as what follows, before the first import
 */
@Table("hotline_catalog")
record Catalog(
        @Id UUID id,
        long version,
        int edition,
        int categories,
        @Nullable String fileName,
        @Nullable UUID importedById,
        @Nullable Instant importedAt)
        implements Subject {

    Catalog replaced(String file, int count, Command command) {
        return new Catalog(
                id, version + 1, edition + 1, count, file, command.officer().id(), command.now());
    }

    @Override
    public String subjectType() {
        return "hotline.catalog";
    }

    @Override
    public String title() {
        return "派单目录第%d版".formatted(edition);
    }

    @Override
    public String state() {
        return edition == 0 ? "EMPTY" : "IN_FORCE";
    }

    @Override
    public Audience audience() {
        return new Audience("ticket:list", Set.of(), Set.of());
    }

    @Override
    public @Nullable Instant dueAt() {
        return null;
    }

    @Override
    public AlertLight light(Instant now) {
        return AlertLight.NONE;
    }
}
