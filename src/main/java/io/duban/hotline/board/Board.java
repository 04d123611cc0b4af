package io.duban.hotline.board;

import com.github.f4b6a3.uuid.UuidCreator;
import io.duban.hotline.tickets.OpenTickets;
import io.duban.platform.calendar.AlertLight;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * What the board last said of the district, or of the tickets one unit is the host of.
 *
 * @param unitId null for the whole district, which also counts what no unit has yet
 * @param takenAt when it last changed; there is a new one half a minute later at the earliest
 */
@Table("hotline_board")
record Board(
        @Id UUID id,
        long version,
        @Nullable UUID unitId,
        long open,
        long yellow,
        long red,
        Instant takenAt,
        Set<UUID> unitIds,
        Set<UUID> participantIds)
        implements Subject {

    static Board first(@Nullable UUID unitId, OpenTickets.Tally tally, Instant now) {
        return new Board(
                UuidCreator.getTimeOrderedEpoch(),
                1,
                unitId,
                tally.open(),
                tally.yellow(),
                tally.red(),
                now,
                unitId == null ? Set.of() : Set.of(unitId),
                Set.of());
    }

    Board next(OpenTickets.Tally tally, Instant now) {
        return new Board(
                id, version + 1, unitId, tally.open(), tally.yellow(), tally.red(), now, unitIds, participantIds);
    }

    boolean says(OpenTickets.Tally tally) {
        return open == tally.open() && yellow == tally.yellow() && red == tally.red();
    }

    @Override
    public String subjectType() {
        return "hotline.board";
    }

    /** The snapshot itself, in words; no board has personal data. */
    @Override
    public String title() {
        return "在办%d件,黄灯%d件,红灯%d件".formatted(open, yellow, red);
    }

    @Override
    public String state() {
        return unitId == null ? "DISTRICT" : "UNIT";
    }

    /** A unit's board reaches whoever reaches the unit; the district's, which names no unit, whoever reaches everything. */
    @Override
    public Audience audience() {
        return new Audience("ticket:list", unitIds, participantIds);
    }

    @Override
    public @Nullable Instant dueAt() {
        return null;
    }

    @Override
    public AlertLight light(Instant now) {
        if (open == 0) {
            return AlertLight.NONE;
        }
        if (red > 0) {
            return AlertLight.RED;
        }
        return yellow > 0 ? AlertLight.YELLOW : AlertLight.GREEN;
    }
}
