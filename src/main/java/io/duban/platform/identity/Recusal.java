package io.duban.platform.identity;

import java.util.Collection;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;
import java.util.stream.Stream;

/**
 * 回避: keeps a person, or everybody of a unit, away from a subject, however far his posts reach (济南条例 art. 32, domain 0.7). It is a mark among the
 * subject's {@code participant_ids}, and every {@link Zone} knows the marks of its officer: so whatever asks a zone keeps to it without asking for it, be it
 * a list, a single read, the stream, a deadline, or a query that is still to be written.
 *
 * <p>The mark of an id is the id with the second bit of its variant turned. No id of ours has that variant, so that a mark is nobody's id. SQL knows it
 * as {@code recusal(id)}.
 */
public final class Recusal {

    private static final long TURNED = 0x4000_0000_0000_0000L;
    private static final long VARIANT = 3;

    private Recusal() {}

    /** The marks of these persons and units. */
    public static Set<UUID> of(Collection<UUID> ids) {
        return ids.stream().map(Recusal::turned).collect(Collectors.toUnmodifiableSet());
    }

    /** The marks among the participants of a subject. */
    public static Set<UUID> among(Collection<UUID> participantIds) {
        return participantIds.stream().filter(Recusal::isMark).collect(Collectors.toUnmodifiableSet());
    }

    /** Participants with these marks in the place of those they had. */
    public static Set<UUID> instead(Collection<UUID> participantIds, Set<UUID> marks) {
        return Stream.concat(participantIds.stream().filter(id -> !isMark(id)), marks.stream())
                .collect(Collectors.toUnmodifiableSet());
    }

    private static boolean isMark(UUID id) {
        return id.getLeastSignificantBits() >>> 62 == VARIANT;
    }

    private static UUID turned(UUID id) {
        return new UUID(id.getMostSignificantBits(), id.getLeastSignificantBits() ^ TURNED);
    }
}
