package io.duban.hotline.tickets;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.List;
import java.util.stream.Stream;
import org.springframework.data.relational.core.mapping.Column;

/**
 * How far the unit at work has come beside the state.
 *
 * @param requests what was asked for and nobody has decided yet, or what was decided and not done yet; the next move makes all of it void
 * @param heavy the manager wants the signature of the unit's head under the result
 */
record Progress(@Column("pending") List<Request> requests, boolean heavy) {

    static final Progress NONE = new Progress(List.of(), false);

    boolean has(Request request) {
        return requests.contains(request);
    }

    Progress with(Request request) {
        return has(request)
                ? this
                : new Progress(
                        Stream.concat(requests.stream(), Stream.of(request)).toList(), heavy);
    }

    Progress without(Request request) {
        return new Progress(requests.stream().filter(other -> other != request).toList(), heavy);
    }

    Progress weighty() {
        return new Progress(requests, true);
    }

    Progress moved() {
        return new Progress(List.of(), heavy);
    }

    /** @throws Refusal {@code E_HOT_SUSPEND_NOT_APPROVED} */
    void requireApprovedAsHard() {
        if (!has(Request.APPROVED_AS_HARD)) {
            throw Refusal.of(
                    RefusalCode.E_HOT_SUSPEND_NOT_APPROVED,
                    "挂账须经分管领导批准。",
                    "The leader in charge of the unit approves first.");
        }
    }

    /** What waits. */
    enum Request {
        /** 延期, up to what the auditor grants. */
        EXTENSION,
        /** 延期, longer than that. */
        LONG_EXTENSION,
        /** 挂账: the manager proposed it. */
        HARD,
        /** 挂账: the leader approved it. */
        APPROVED_AS_HARD,
        /** 终止办理. */
        TERMINATION
    }
}
