package io.duban.supervision.notices;

import static io.duban.platform.identity.Role.*;
import static io.duban.supervision.notices.ChaseLetterMove.*;

import io.duban.platform.calendar.Deadline;
import io.duban.platform.calendar.Deadlines;
import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Access;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import io.duban.supervision.matters.ChasingByLetter;
import io.duban.supervision.matters.MatterEntry;
import io.duban.supervision.matters.MatterFile;
import io.duban.supervision.matters.NoticeKind;
import io.duban.supervision.matters.SupervisionMatters;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Chase letters (催办函): proposed by the supervision office, signed by the director, signed for by the unit's head and liaison. */
@Component
class ChaseLetterWriting {

    private static final String REST_RULE = "SUP_CHASE_LETTER";
    private static final String SIGN_FOR_HEAD = "SIGN_FOR:HEAD";
    private static final String SIGN_FOR_LIAISON = "SIGN_FOR:LIAISON";

    private final ChaseLetters letters;
    private final SupervisionMatters matters;
    private final AssignmentStandings standings;
    private final NoticeNumbers numbers;
    private final Deliveries deliveries;
    private final Deadlines deadlines;
    private final ChasingByLetter chases;

    ChaseLetterWriting(
            ChaseLetters letters,
            SupervisionMatters matters,
            AssignmentStandings standings,
            NoticeNumbers numbers,
            Deliveries deliveries,
            Deadlines deadlines,
            ChasingByLetter chases) {
        this.letters = letters;
        this.matters = matters;
        this.standings = standings;
        this.numbers = numbers;
        this.deliveries = deliveries;
        this.deadlines = deadlines;
        this.chases = chases;
    }

    /** All that has to be known before a letter goes out. */
    private record Ready(Outcome<MatterFile> chased, Deadline rests, Deadline signBy, NoticeNumbers.Taken number) {}

    /** The paper for whoever may read it. */
    Mono<ChaseLetter> require(UUID letterId, Access access) {
        return letters.require(letterId, access);
    }

    /** {@code E_GEN_ILLEGAL_STATE} before the red light, {@code E_GEN_CHASE_TOO_OFTEN} for a second one of a working day. */
    Mono<Outcome<ChaseLetter>> propose(UUID matterId, UUID assignmentId, String words, Command command) {
        Duties.requirePost(command, "催办函由督查机构提出。", "The supervision office writes it.", SUPERVISOR, SUPERVISION_CHIEF);
        return matters.require(matterId, command.access().reach())
                .doOnNext(matter -> matter.requireUnderWay("PROPOSE_CHASE_LETTER"))
                .flatMap(matter -> standings.require(assignmentId, matterId))
                .doOnNext(part -> part.requireRed(command.now()))
                .delayUntil(part -> chases.requireRested(matterId, assignmentId, command.now()))
                .delayUntil(part -> letters.existsByAssignmentIdAndStatus(assignmentId, ChaseLetterStatus.PROPOSED)
                        .doOnNext(ChaseLetterWriting::requireRested))
                .map(part -> ChaseLetter.proposed(part, words, command))
                .delayUntil(letter -> rests(letter, command.now()))
                .map(letter -> Outcome.created(letter)
                        .opening(SIGN.name(), Assignee.holders(OFFICE_DIRECTOR), null)
                        .announcing("proposed", Priority.ACTION, command.now()));
    }

    Mono<Outcome<ChaseLetter>> sign(UUID letterId, Command command) {
        return letters.require(letterId, command.access())
                .doOnNext(letter -> letter.checkDecision(SIGN, command))
                .flatMap(letter -> ready(letter, command).map(ready -> signed(letter, ready, command)));
    }

    Mono<Outcome<ChaseLetter>> reject(UUID letterId, @Nullable String note, Command command) {
        return letters.require(letterId, command.access())
                .map(letter -> letter.reject(note, command))
                .map(letter -> Outcome.changed(letter)
                        .closing(SIGN.name())
                        .announcing(Event.of("rejected", Priority.INFO, letter, command.now())
                                .to(Set.of(letter.proposedById()))));
    }

    Mono<Outcome<ChaseLetter>> signFor(UUID letterId, Command command) {
        return letters.require(letterId, command.access()).map(before -> {
            var letter = before.signFor(command);
            var outcome = Outcome.changed(letter).announcing("signedFor", Priority.INFO, command.now());
            if (letter.headSignedAt() != null) {
                outcome.closing(SIGN_FOR_HEAD);
            }
            if (letter.liaisonSignedAt() != null) {
                outcome.closing(SIGN_FOR_LIAISON);
            }
            return letter.status() == ChaseLetterStatus.SIGNED_FOR
                    ? outcome.satisfying(Deliveries.SIGN_FOR, command.now())
                    : outcome;
        });
    }

    /** The light is looked at again: what was handed in meanwhile is not chased. */
    private Mono<Ready> ready(ChaseLetter letter, Command command) {
        var matterId = letter.head().matterId();
        var now = command.now();
        return standings
                .require(letter.assignmentId(), matterId)
                .doOnNext(part -> part.requireRed(now))
                .then(rests(letter, now))
                .zipWhen(rests -> chases.chased(matterId, letter.assignmentId(), command))
                .flatMap(chased -> deliveries
                        .signBy(letter, now)
                        .flatMap(signBy -> numbers.next(NoticeKind.CHASE_LETTER, now)
                                .map(number -> new Ready(chased.getT2(), chased.getT1(), signBy, number))));
    }

    private static Outcome<ChaseLetter> signed(ChaseLetter before, Ready ready, Command command) {
        var signBy = ready.signBy().currentDueAt();
        var letter = before.sign(ready.number().label(), ready.rests().currentDueAt(), signBy, command);
        var unit = Set.of(letter.unitId());
        var outcome = Outcome.changed(letter)
                .inserting(MatterEntry.of(
                        NoticeKind.CHASE_LETTER,
                        ready.chased().subject().id(),
                        letter.head().label(),
                        command))
                .closing(SIGN.name())
                .starting(ready.signBy(), Deliveries.urging(letter.unitId()))
                .opening(SIGN_FOR_HEAD, Assignee.holdersAt(unit, UNIT_HEAD), signBy)
                .opening(SIGN_FOR_LIAISON, Assignee.holdersAt(unit, UNIT_LIAISON), signBy)
                .announcing("issued", Priority.ACTION, command.now())
                .including(ready.chased());
        return ready.number().by(outcome);
    }

    private Mono<Deadline> rests(ChaseLetter letter, Instant now) {
        return deadlines
                .start(REST_RULE, ChaseLetter.SUBJECT_TYPE, letter.id(), "REST", now)
                .delayUntil(
                        next -> letters.existsByAssignmentIdAndRestsUntil(letter.assignmentId(), next.currentDueAt())
                                .doOnNext(ChaseLetterWriting::requireRested));
    }

    private static void requireRested(boolean chased) {
        if (chased) {
            throw Refusal.of(
                    RefusalCode.E_GEN_CHASE_TOO_OFTEN,
                    "同一任务一个工作日只能发一份催办函,请下一个工作日再办。",
                    "An assignment gets one chase letter per working day; try again on the next.");
        }
    }
}
