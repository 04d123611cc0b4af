package io.duban.supervision.notices;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.notices.TalkMove.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Access;
import io.duban.platform.identity.UnitDirectory;
import io.duban.platform.problem.Refusal;
import io.duban.platform.todos.Assignee;
import io.duban.supervision.matters.NoticeKind;
import io.duban.supervision.matters.SupervisionMatters;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Talks (约谈): proposed by the supervision office, approved by the chief leader, held and recorded. */
@Component
class Talking {

    private final TalkNotices notices;
    private final SupervisionMatters matters;
    private final UnitDirectory units;
    private final NoticeNumbers numbers;
    private final Deliveries deliveries;

    Talking(
            TalkNotices notices,
            SupervisionMatters matters,
            UnitDirectory units,
            NoticeNumbers numbers,
            Deliveries deliveries) {
        this.notices = notices;
        this.matters = matters;
        this.units = units;
        this.numbers = numbers;
        this.deliveries = deliveries;
    }

    /** The paper for whoever may read it. */
    Mono<TalkNotice> require(UUID noticeId, Access access) {
        return notices.require(noticeId, access);
    }

    Mono<Outcome<TalkNotice>> propose(TalkNotice.Order order, Command command) {
        Duties.requirePost(
                command, "约谈由督查机构提出。", "The supervision office proposes talks.", SUPERVISOR, SUPERVISION_CHIEF);
        return matters.requireIfGiven(order.matterId(), command.access().reach())
                .then(talkedTo(order.unitId()))
                .map(unit -> TalkNotice.proposed(order, unit.name(), command))
                .map(notice -> Outcome.created(notice)
                        .opening(APPROVE.name(), Assignee.holders(CHIEF_LEADER), null)
                        .announcing("proposed", Priority.ACTION, command.now()));
    }

    Mono<Outcome<TalkNotice>> approve(UUID noticeId, @Nullable String opinion, Command command) {
        return notices.require(noticeId, command.access())
                .doOnNext(notice -> notice.checkDecision(APPROVE, command))
                .flatMap(notice -> numbers.next(NoticeKind.TALK_NOTICE, command.now())
                        .flatMap(number -> deliveries
                                .signBy(notice, command.now())
                                .map(signBy -> {
                                    var approved = notice.approve(opinion, number.label(), command);
                                    return number.by(Outcome.changed(approved)
                                            .closing(APPROVE.name())
                                            .starting(signBy, Deliveries.urging(approved.unitId()))
                                            .opening(
                                                    Deliveries.SIGN_FOR,
                                                    Assignee.holdersAt(
                                                            Set.of(approved.unitId()), UNIT_HEAD, UNIT_LIAISON),
                                                    signBy.currentDueAt())
                                            .opening(
                                                    RECORD.name(),
                                                    Assignee.person(approved.proposedById()),
                                                    approved.talkAt())
                                            .announcing("issued", Priority.ACTION, command.now()));
                                })));
    }

    Mono<Outcome<TalkNotice>> reject(UUID noticeId, @Nullable String opinion, Command command) {
        return notices.require(noticeId, command.access())
                .map(notice -> notice.reject(opinion, command))
                .map(notice -> Outcome.changed(notice)
                        .closing(APPROVE.name())
                        .announcing(Event.of("rejected", Priority.INFO, notice, command.now())
                                .to(Set.of(notice.proposedById()))));
    }

    Mono<Outcome<TalkNotice>> signFor(UUID noticeId, Command command) {
        return notices.require(noticeId, command.access())
                .map(notice -> notice.signFor(command))
                .map(notice -> arrived(notice, command).announcing("signedFor", Priority.INFO, command.now()));
    }

    /** The talk was held, signed for before or not. */
    Mono<Outcome<TalkNotice>> record(UUID noticeId, TalkRecord held, Command command) {
        return notices.require(noticeId, command.access())
                .map(notice -> notice.record(held, command))
                .map(notice -> arrived(notice, command)
                        .closing(RECORD.name())
                        .announcing(Event.of("recorded", Priority.INFO, notice, command.now())
                                .to(Set.of(notice.unitId()))));
    }

    private static Outcome<TalkNotice> arrived(TalkNotice notice, Command command) {
        return Outcome.changed(notice).closing(Deliveries.SIGN_FOR).satisfying(Deliveries.SIGN_FOR, command.now());
    }

    /** A unit with a head; never the leaders' own (domain D16). */
    private Mono<UnitDirectory.Unit> talkedTo(UUID unitId) {
        return units.units(Set.of(unitId))
                .next()
                .doOnNext(unit -> AssignmentStanding.requireNoLeaders(unit.kind()))
                .filterWhen(unit -> units.allHave(Set.of(unitId), Set.of(UNIT_HEAD)))
                .switchIfEmpty(Mono.error(
                        Refusal.invalid("/unitId", "单位不存在或没有主要负责人。", "The unit does not exist or has no head.")));
    }
}
