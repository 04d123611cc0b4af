package io.duban.feedbacks;

import static io.duban.feedbacks.FeedbackStatus.*;
import static io.duban.platform.identity.Role.OFFICE_DEPUTY;
import static io.duban.platform.identity.Role.OFFICE_DIRECTOR;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import java.util.Set;

/** The table of domain A.13: move | from | to | whose hand. What is the poster's is his whatever his posts. */
enum FeedbackMove implements Move<FeedbackStatus> {
    // spotless:off
    ANSWER           (Set.of(POSTED),                   ANSWERED,       Hand.OFFICE),
    ANSWER_AGAIN     (Set.of(REOPENED),                 ANSWERED_AGAIN, Hand.OFFICE),
    RATE_SATISFIED   (Set.of(ANSWERED, ANSWERED_AGAIN), CLOSED,         Hand.POSTER),
    REOPEN           (Set.of(ANSWERED),                 REOPENED,       Hand.POSTER),
    RATE_DISSATISFIED(Set.of(ANSWERED_AGAIN),           CLOSED,         Hand.POSTER);
    // spotless:on

    private final Set<FeedbackStatus> from;
    private final FeedbackStatus to;
    private final Set<Role> hands;

    FeedbackMove(Set<FeedbackStatus> from, FeedbackStatus to, Set<Role> hands) {
        this.from = from;
        this.to = to;
        this.hands = hands;
    }

    /** The answer that is due, or would be. */
    static FeedbackMove answering(FeedbackStatus present) {
        return present == REOPENED ? ANSWER_AGAIN : ANSWER;
    }

    /** What a rating does: a first dissatisfaction reopens, a second one closes. */
    static FeedbackMove rating(FeedbackRating rating, FeedbackStatus present) {
        if (rating == FeedbackRating.SATISFIED) {
            return RATE_SATISFIED;
        }
        return present == ANSWERED_AGAIN ? RATE_DISSATISFIED : REOPEN;
    }

    @Override
    public Set<FeedbackStatus> from() {
        return from;
    }

    @Override
    public FeedbackStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }

    /** Anybody may have posted, even who holds no post at all. */
    @Override
    public boolean isInHandsOf(Officer officer) {
        return isPosters() || Move.super.isInHandsOf(officer);
    }

    /** Whether it is the poster's own, and nobody else's. */
    boolean isPosters() {
        return hands == Hand.POSTER;
    }

    /** The hands moves are in. */
    private static final class Hand {
        static final Set<Role> OFFICE = Set.of(OFFICE_DIRECTOR, OFFICE_DEPUTY);
        static final Set<Role> POSTER = Set.of(Role.values());
    }
}
