package io.duban.documents.incoming;

import io.duban.documents.incoming.LeaderSeat.State;
import java.time.Instant;
import java.util.List;
import java.util.Objects;
import java.util.Optional;
import java.util.UUID;
import java.util.stream.IntStream;
import org.jspecify.annotations.Nullable;

/** The leaders one presentation (呈批) goes past, lower first: one at a time is at hand, the last is the main approver. */
record LeaderSheet(List<LeaderSeat> seats) {

    /** What one leader is asked. */
    record Question(UUID leaderId, @Nullable String question) {}

    static LeaderSheet opened(UUID documentId, int round, List<Question> leaders) {
        return new LeaderSheet(IntStream.range(0, leaders.size())
                .mapToObj(seat -> LeaderSeat.asked(
                        documentId,
                        round,
                        seat,
                        leaders.get(seat).leaderId(),
                        leaders.get(seat).question()))
                .toList());
    }

    Optional<LeaderSeat> atHand() {
        return seats.stream().filter(seat -> seat.state() == State.ACTIVE).findFirst();
    }

    boolean isMain(LeaderSeat seat) {
        return seat.seat() == seats.size() - 1;
    }

    /** With his words on it; the next leader's turn has come. */
    LeaderSheet written(LeaderSeat by, LeaderWords words, UUID writer, Instant now) {
        return new LeaderSheet(seats.stream()
                .map(seat -> seat.id().equals(by.id())
                        ? seat.written(words, writer, now)
                        : seat.seat() == by.seat() + 1 ? seat.in(State.ACTIVE) : seat)
                .toList());
    }

    /** The paper went back: who has not written need not any more, and stays on the sheet as such. */
    LeaderSheet lapsed() {
        return new LeaderSheet(seats.stream()
                .map(seat -> seat.state() == State.WRITTEN ? seat : seat.in(State.LAPSED))
                .toList());
    }

    boolean asksForAction() {
        return verdicts().stream().anyMatch(Verdict::asksForAction);
    }

    /** Two leaders wrote against each other. */
    boolean isInConflict() {
        return verdicts().stream().anyMatch(one -> verdicts().stream().anyMatch(one::contradicts));
    }

    private List<Verdict> verdicts() {
        return seats.stream().map(LeaderSeat::verdict).filter(Objects::nonNull).toList();
    }
}
