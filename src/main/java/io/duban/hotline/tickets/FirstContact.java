package io.duban.hotline.tickets;

import java.time.Duration;
import java.time.Instant;
import java.util.Collection;
import java.util.List;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/**
 * When the citizen counts as contacted for the first time (domain 2.5 T11, the input of 响应率). A citizen who does not answer counts as contacted after
 * three tries; tries follow each other at a distance by the server's time, so that three lines typed in at once are one try.
 *
 * @param tries when each unanswered try of this dispatch was recorded, by the server's time
 * @param apart how long after one try the next one counts
 */
record FirstContact(List<Instant> tries, Duration apart) {

    static final int TRIES = 3;

    private static final Duration ORDINARY = Duration.ofHours(2);

    /** Three tries fit into the limit of a first contact: 1, 2 and 24 hours. */
    static FirstContact of(Collection<Instant> tries, Handling.@Nullable UrgencyClass urgency) {
        return new FirstContact(tries.stream().sorted().toList(), apart(urgency));
    }

    private static Duration apart(Handling.@Nullable UrgencyClass urgency) {
        if (urgency == null) {
            return ORDINARY;
        }
        return switch (urgency) {
            case LIFE_SAFETY, RISK -> Duration.ofMinutes(15);
            case UTILITY -> Duration.ofMinutes(30);
            case ORDINARY, COMPLEX -> ORDINARY;
        };
    }

    /** Whether a contact with this result, recorded now, is the first contact. */
    boolean isMadeBy(ContactResult result, Instant now) {
        return result.isEnough() || counted(now) >= TRIES;
    }

    private int counted(Instant now) {
        int counted = 0;
        Instant last = null;
        for (var tried : Stream.concat(tries.stream(), Stream.of(now)).toList()) {
            if (last == null || !tried.isBefore(last.plus(apart))) {
                counted++;
                last = tried;
            }
        }
        return counted;
    }
}
