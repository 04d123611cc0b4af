package io.duban.hotline.tickets;

import io.duban.hotline.letters.LetterChannel;
import io.duban.hotline.letters.WrittenAnswers;
import io.duban.platform.problem.Refusal;
import java.util.Arrays;
import java.util.Optional;
import org.jspecify.annotations.Nullable;

/** Who writes a letter is answered in writing; nobody else is. */
final class LetterDuty {

    private LetterDuty() {}

    static boolean isLetter(HotlineTicket ticket) {
        return channel(ticket).isPresent();
    }

    /** @throws Refusal {@code E_GEN_VALIDATION} at {@code /writtenAnswer} */
    static void require(HotlineTicket ticket, @Nullable String answer) {
        if (isLetter(ticket) == (answer == null)) {
            throw Refusal.invalid(
                    "/writtenAnswer",
                    "信箱和网络来信须附书面答复;其他工单不附。",
                    "A letter is answered in writing, any other ticket is not.");
        }
    }

    static WrittenAnswers.Answer answer(HotlineTicket ticket, String text) {
        return new WrittenAnswers.Answer(
                ticket.id(),
                ticket.ticketNumber(),
                ticket.title(),
                channel(ticket).orElseThrow(),
                ticket.handling().hostUnitId(),
                text,
                ticket.unitIds(),
                ticket.participantIds());
    }

    private static Optional<LetterChannel> channel(HotlineTicket ticket) {
        var name = ticket.demand().channel().name();
        return Arrays.stream(LetterChannel.values())
                .filter(channel -> channel.name().equals(name))
                .findFirst();
    }
}
