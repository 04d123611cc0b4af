package io.duban.supervision.notices;

import static io.duban.platform.identity.Role.*;
import static io.duban.support.Someone.NOW;
import static io.duban.support.Someone.OFFICE;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.commands.Command;
import io.duban.platform.identity.Officer;
import io.duban.platform.identity.Role;
import io.duban.supervision.matters.NoticeKind;
import io.duban.supervision.matters.NoticeNumbering;
import io.duban.support.Someone;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;

/** Papers in any state, and people, for tests that need neither Spring nor a database. */
final class SamplePapers {

    static final UUID UNIT = new UUID(1, 1);
    static final Instant LATER = NOW.plusSeconds(86_400);
    static final Officer SUPERVISOR_WANG = Someone.at(OFFICE, SUPERVISOR);
    static final Officer CHIEF_OF_SUPERVISION = Someone.at(OFFICE, SUPERVISION_CHIEF);
    static final Officer DIRECTOR = Someone.at(OFFICE, OFFICE_DIRECTOR);
    static final Officer LEADER = Someone.at(OFFICE, CHIEF_LEADER);
    static final Officer HEAD = Someone.at(UNIT, UNIT_HEAD);
    static final Officer LIAISON = Someone.at(UNIT, UNIT_LIAISON);
    static final AssignmentStanding PART = standing("DEPARTMENT");
    static final TalkRecord HELD = new TalkRecord("说明了原因", List.of("十日内办结"), null, null, null);

    private SamplePapers() {}

    static AssignmentStanding standing(String unitKind) {
        return new AssignmentStanding(
                UUID.randomUUID(),
                UUID.randomUUID(),
                "路面塌陷",
                UNIT,
                unitKind,
                "IN_PROGRESS",
                UUID.randomUUID(),
                NOW.minusSeconds(60),
                true);
    }

    static Officer at(Role role) {
        return Someone.at(OFFICE, role);
    }

    /** Of somebody who saw the first version. */
    static Command of(Officer officer) {
        return Someone.sees(officer, 1);
    }

    static CardPassage passage() {
        var numbering = new NoticeNumbering(UUID.randomUUID(), 1, NoticeKind.YELLOW_CARD, 2026, 1);
        var signBy = new Deadline(
                UUID.randomUUID(),
                WarningCard.SUBJECT_TYPE,
                UUID.randomUUID(),
                Deliveries.SIGN_FOR,
                "SUP_SIGN_NORMAL",
                1,
                "2026.1",
                NOW,
                LATER,
                LATER,
                LATER,
                false);
        return new CardPassage(new NoticeNumbers.Taken(numbering, numbering.label("南督")), signBy, LATER);
    }

    static ChaseLetter letter(ChaseLetterStatus status) {
        var letter = ChaseLetter.proposed(PART, "请办结", of(SUPERVISOR_WANG));
        return new ChaseLetter(
                letter.id(),
                1,
                status,
                letter.head(),
                letter.assignmentId(),
                UNIT,
                letter.words(),
                letter.proposedById(),
                null,
                null,
                null,
                null,
                null,
                null,
                null);
    }

    static WarningCard card(CardStatus status) {
        var card = WarningCard.proposed(WarningCard.Colour.RED_CARD, PART, "逾期", of(CHIEF_OF_SUPERVISION), NOW);
        return new WarningCard(
                card.id(),
                1,
                status,
                card.colour(),
                card.head(),
                card.assignmentId(),
                UNIT,
                card.clockId(),
                card.reason(),
                card.issue().issued(DIRECTOR.id(), NOW, LATER),
                CardObjection.NONE);
    }

    static BulletinText text(BulletinText.Tone tone, UUID... named) {
        return new BulletinText("情况通报", tone, Set.of(named), Set.of(UNIT));
    }

    static SupervisionBulletin bulletin(BulletinStatus status, BulletinText body) {
        var bulletin = SupervisionBulletin.drafted(null, "通报", body, BulletinOrigin.NONE, SUPERVISOR_WANG.id(), NOW);
        return new SupervisionBulletin(
                bulletin.id(),
                1,
                status,
                bulletin.head(),
                body,
                bulletin.hands().submitted(CHIEF_OF_SUPERVISION.id()),
                bulletin.origin(),
                1,
                LATER,
                null);
    }

    static TalkNotice talk(TalkStatus status) {
        var talk =
                TalkNotice.proposed(new TalkNotice.Order(UNIT, null, "多次逾期", LATER, "三楼"), "城管局", of(SUPERVISOR_WANG));
        return new TalkNotice(
                talk.id(),
                1,
                status,
                talk.head(),
                UNIT,
                talk.reason(),
                LATER,
                talk.place(),
                talk.proposedById(),
                null,
                null,
                null,
                null,
                TalkRecord.NONE);
    }

    static ClueTransfer transfer(TransferStatus status) {
        var order =
                new ClueTransfer.Order(null, ClueTransfer.Receiver.SUPERVISORY_COMMISSION, "区监委", "密传-7", false, null);
        var transfer = ClueTransfer.proposed(order, of(SUPERVISOR_WANG));
        return new ClueTransfer(
                transfer.id(),
                1,
                status,
                transfer.head(),
                transfer.receiver(),
                transfer.receivingBody(),
                transfer.slipNumber(),
                false,
                null,
                transfer.proposedById(),
                null,
                null,
                null,
                null);
    }
}
