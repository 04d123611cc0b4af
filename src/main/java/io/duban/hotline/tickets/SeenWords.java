package io.duban.hotline.tickets;

import io.duban.platform.identity.Access;
import io.duban.platform.identity.Permissions;
import java.util.function.UnaryOperator;
import org.jspecify.annotations.Nullable;

/**
 * What one officer sees of what was written down about a ticket: as of the ticket's own words, no number that leads to a person.
 *
 * @param withheld what was said to the citizen and by him is not for him at all
 * @param mask what becomes of a number
 */
record SeenWords(boolean withheld, UnaryOperator<String> mask) {

    /** What was said to the citizen is for those who deal with him: whom the matrix shows tickets masked only, or whom he asked to be kept from, is not told. */
    static SeenWords of(HotlineTicket ticket, Access access, Permissions permissions) {
        var shutOut = TicketView.shutsOut(ticket, access.officer(), permissions);
        var masked =
                permissions.reach(access.officer(), "ticket:read").masks(ticket.unitIds(), ticket.participantIds());
        return new SeenWords(shutOut || masked, shutOut ? number -> Masking.STARS : Masking::phone);
    }

    @Nullable
    String words(@Nullable String text) {
        return text == null ? null : Masking.words(text, mask);
    }

    @Nullable
    String citizensWords(@Nullable String text) {
        return withheld ? null : words(text);
    }
}
