package io.duban.platform.todos;

import io.duban.platform.calendar.AlertLight;
import java.time.Instant;
import java.util.List;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * A page of a desk.
 *
 * @param asOf the instant lights are computed at: the same for all pages of one reading, or lines would change places between them
 * @param last the line after which to go on; null for the first page
 */
public record DeskQuery(UUID person, Instant asOf, @Nullable Place last, int limit) {

    private static final String NO_DATE = "-";

    /** Where a line stands: extra-urgent first, then by light, then by date. */
    public record Place(int urgency, int light, @Nullable Instant dueAt, UUID todoId) {

        /** The keys to be sealed into a cursor. */
        public List<String> keys(Instant asOf) {
            return List.of(
                    asOf.toString(),
                    String.valueOf(urgency),
                    String.valueOf(light),
                    dueAt == null ? NO_DATE : dueAt.toString(),
                    todoId.toString());
        }

        static Place of(List<String> keys) {
            return new Place(
                    Integer.parseInt(keys.get(1)),
                    Integer.parseInt(keys.get(2)),
                    keys.get(3).equals(NO_DATE) ? null : Instant.parse(keys.get(3)),
                    UUID.fromString(keys.get(4)));
        }

        AlertLight alertLight() {
            return switch (light) {
                case 0 -> AlertLight.RED;
                case 1 -> AlertLight.YELLOW;
                case 2 -> AlertLight.GREEN;
                case 3 -> AlertLight.GREY;
                default -> AlertLight.NONE;
            };
        }
    }

    /** The query of a cursor's keys; the first page is as of now. */
    public static DeskQuery of(UUID person, Instant now, List<String> keys, int limit) {
        return keys.isEmpty()
                ? new DeskQuery(person, now, null, limit)
                : new DeskQuery(person, Instant.parse(keys.get(0)), Place.of(keys), limit);
    }
}
