package io.duban.supervision.notices;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.platform.commands.Command;
import java.time.Instant;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What was said at a step of a bulletin; never changed.
 *
 * @param hearingRound in which hearing; a named unit comments once in each
 * @param unitId the unit that comments; null for the office and its leaders
 */
@Table("supervision_bulletin_entry")
record BulletinEntry(
        @Id UUID id,
        UUID bulletinId,
        int hearingRound,
        String step,
        @Nullable UUID unitId,
        UUID byId,
        Instant at,
        @Nullable String words) {

    static BulletinEntry of(BulletinMove step, SupervisionBulletin bulletin, @Nullable String words, Command command) {
        return of(step, bulletin, null, words, command);
    }

    static BulletinEntry comment(SupervisionBulletin bulletin, UUID unitId, String words, Command command) {
        return of(BulletinMove.COMMENT, bulletin, unitId, words, command);
    }

    private static BulletinEntry of(
            BulletinMove step,
            SupervisionBulletin bulletin,
            @Nullable UUID unitId,
            @Nullable String words,
            Command command) {
        return new BulletinEntry(
                UuidCreator.getTimeOrderedEpoch(),
                bulletin.id(),
                bulletin.hearingRound(),
                step.name(),
                unitId,
                command.officer().id(),
                command.now(),
                words);
    }
}
