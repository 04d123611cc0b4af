package io.duban.hotline.letters;

import static io.duban.hotline.letters.LetterStatus.*;
import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Move;
import io.duban.platform.identity.Role;
import java.util.EnumSet;
import java.util.Set;

/** The table of a letter's written answer (domain 2.5, edge cases): move | from | to | which roles. */
enum LetterMove implements Move<LetterStatus> {
    // spotless:off
    SIGN_AS_HEAD         (EnumSet.of(PENDING_HEAD),   SIGNED,         Set.of(UNIT_HEAD)),
    /** The head signs what the office signs after him. */
    SIGN_AND_PASS        (EnumSet.of(PENDING_HEAD),   PENDING_OFFICE, Set.of(UNIT_HEAD)),
    SIGN_FOR_OFFICE      (EnumSet.of(PENDING_OFFICE), SIGNED,         Set.of(OFFICE_DEPUTY)),
    PUBLISH              (EnumSet.of(SIGNED),         PUBLISHED,      Set.of(HOTLINE_MANAGER)),
    WITHDRAW_PUBLICATION (EnumSet.of(PUBLISHED),      SIGNED,         Set.of(HOTLINE_MANAGER)),
    /** The feedback was returned or redone: another answer, to be signed anew; a published one is published no longer. */
    ANSWER_AGAIN         (EnumSet.allOf(LetterStatus.class), PENDING_HEAD, Set.of());
    // spotless:on

    private final Set<LetterStatus> from;
    private final LetterStatus to;
    private final Set<Role> hands;

    LetterMove(Set<LetterStatus> from, LetterStatus to, Set<Role> hands) {
        this.from = Set.copyOf(from);
        this.to = to;
        this.hands = hands;
    }

    /** How the head signs an answer of this channel. */
    static LetterMove ofHead(LetterChannel channel) {
        return channel.needsOffice() ? SIGN_AND_PASS : SIGN_AS_HEAD;
    }

    @Override
    public Set<LetterStatus> from() {
        return from;
    }

    @Override
    public LetterStatus to() {
        return to;
    }

    @Override
    public Set<Role> hands() {
        return hands;
    }
}
