package io.duban.journey;

import java.util.ArrayList;
import java.util.List;

/** Has commands carried out and keeps the books on them: the tally, the ledger, and what was refused. */
final class Clerk {

    private final Office office;
    private final Tally tally;
    private final Ledger ledger;
    private final List<Refused> refused = new ArrayList<>();

    /** What the product did not take, and the reason it gave. */
    record Refused(Kind kind, long row, String key, int status, String code, String reason) {

        /** No decision of the product but a fault of it, or no answer at all. */
        boolean isFault() {
            return status == 0 || status >= 500;
        }
    }

    Clerk(Office office, Tally tally, Ledger ledger) {
        this.office = office;
        this.tally = tally;
        this.ledger = ledger;
    }

    /** The answer, also when it is a refusal. */
    Answer carryOut(Order order) {
        tally.sent(order.kind());
        Answer answer = office.command(order);
        tally.answered(order.kind(), answer);
        if (!answer.isDone()) {
            note(order, answer);
        } else if (answer.isFresh() && order.kind().event() != null) {
            ledger.acknowledged(order.kind().event(), answer.subject(), answer.subjectVersion());
        }
        return answer;
    }

    /** The answer to a command that cannot but go well. */
    Answer require(Order order) {
        Answer answer = carryOut(order);
        if (!answer.isDone()) {
            throw new Stopped(order, answer);
        }
        return answer;
    }

    synchronized List<Refused> refused() {
        return List.copyOf(refused);
    }

    private synchronized void note(Order order, Answer answer) {
        refused.add(new Refused(
                order.kind(),
                order.about().row(),
                order.about().key(),
                answer.status(),
                answer.code(),
                answer.reason()));
    }
}
