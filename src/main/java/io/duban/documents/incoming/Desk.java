package io.duban.documents.incoming;

import io.duban.platform.commands.Outcome;
import java.time.Instant;
import java.util.List;

/** The to-dos of this module, named after what closes them. */
final class Desk {

    static final String SIGN_FOR = "SIGN_FOR";
    static final String REGISTER = "REGISTER";
    static final String PROPOSE = "PROPOSE";
    static final String CHECK_PROPOSAL = "CHECK_PROPOSAL";
    static final String SUBMIT_TO_LEADER = "SUBMIT_TO_LEADER";
    static final String INSTRUCT = "INSTRUCT";
    static final String DRAFT_ASSIGNMENT = "DRAFT_ASSIGNMENT";
    static final String ASSIGN = "ASSIGN";
    static final String SETTLE_CONFLICT = "SETTLE_CONFLICT";
    static final String CIRCULATE = "CIRCULATE";
    static final String READ = "READ";
    static final String SIGN_FOR_ASSIGNMENT = "SIGN_FOR_ASSIGNMENT";
    static final String SUBMIT_RESULT = "SUBMIT_RESULT";
    static final String DECIDE_RETURN = "DECIDE_RETURN";
    static final String DECIDE_EXTENSION = "DECIDE_EXTENSION";
    static final String COORDINATE = "COORDINATE";
    static final String ANSWER = "ANSWER";
    static final String COMPLETE = "COMPLETE";
    static final String ARCHIVE = "ARCHIVE";

    /** The director's, for each line of the bypass ledger; whatever becomes of the paper, only his having seen it ends it. */
    static final String SEE_BYPASS = "SEE_BYPASS";

    /** The director's, for a paper that lay on nobody's desk; the next step on the paper ends it. */
    static final String RESUME_ORPHAN = "RESUME_ORPHAN";

    /** Everything somebody may owe while the paper is under way. */
    private static final List<String> UNDER_WAY = List.of(
            SIGN_FOR,
            REGISTER,
            PROPOSE,
            CHECK_PROPOSAL,
            SUBMIT_TO_LEADER,
            INSTRUCT,
            DRAFT_ASSIGNMENT,
            ASSIGN,
            SETTLE_CONFLICT,
            CIRCULATE,
            READ,
            SIGN_FOR_ASSIGNMENT,
            SUBMIT_RESULT,
            DECIDE_RETURN,
            DECIDE_EXTENSION,
            COORDINATE,
            ANSWER,
            COMPLETE);

    private Desk() {}

    /** The paper's way is over: nobody has it on his desk, and no clock of it runs. */
    static Outcome<PaperFile> cleared(Outcome<PaperFile> outcome, PaperFile file, Instant now) {
        UNDER_WAY.forEach(outcome::closing);
        List.of(Course.SIGN_FOR, Course.PROPOSE, Course.ASSIGN, Course.WHOLE)
                .forEach(step -> outcome.satisfying(step, now));
        file.seats().forEach(seat -> outcome.satisfying(seat.step(), now));
        file.unread().forEach(reader -> outcome.satisfying(reader.step(), now));
        return outcome;
    }
}
