package io.duban.supervision.inspections;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Audience;
import io.duban.platform.events.Event;
import io.duban.platform.events.Priority;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import io.duban.platform.todos.Assignee;
import io.duban.supervision.matters.SupervisionMatters;
import java.time.Instant;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;

/** Visits that are planned: when, where, by whom, and whether the unit is told. */
@Component
class InspectionPlanning {

    /** The to-do to go and look; it goes when somebody has begun. */
    static final String BEGIN = InspectionMove.BEGIN.name();

    private final SupervisionMatters matters;
    private final InspectionFiles inspections;
    private final InspectionGround ground;

    InspectionPlanning(SupervisionMatters matters, InspectionFiles inspections, InspectionGround ground) {
        this.matters = matters;
        this.inspections = inspections;
        this.ground = ground;
    }

    /** What is planned; the parts are those of {@link Mission}, {@link Team} and {@link Visit}. */
    record PlanOrder(
            UUID id,
            @Nullable UUID unitId,
            Instant plannedFor,
            String place,
            Set<UUID> inspectorIds,
            @Nullable UUID groupLeaderId,
            boolean announced,
            List<String> standards) {

        PlanOrder {
            standards = standards == null ? List.of() : standards;
        }
    }

    Mono<Outcome<InspectionFile>> plan(UUID matterId, PlanOrder order, Command command) {
        if (!command.officer().has(SUPERVISOR, SUPERVISION_CHIEF, OFFICE_DIRECTOR)) {
            return Mono.error(Refusal.of(
                    RefusalCode.E_GEN_SCOPE,
                    "现场核查由督查人员或办公室主任安排。",
                    "Inspections are planned by the supervision office or the office director."));
        }
        return matters.require(matterId, command.access().reach())
                .doOnNext(matter -> matter.requireUnderWay("PLAN_INSPECTION"))
                .delayUntil(matter -> ground.requireInspectors(order.inspectorIds(), "/inspectorIds"))
                .flatMap(matter -> ground.of(matter, order.unitId()))
                .map(where -> planned(order, where, command))
                .flatMap(file -> inspections
                        .find(order.id())
                        .map(known -> plannedBefore(known, file))
                        .defaultIfEmpty(outcome(file, command)));
    }

    Mono<Outcome<InspectionFile>> callOff(UUID inspectionId, String reason, Command command) {
        return inspections
                .requireInReach(inspectionId, command.access())
                .map(file ->
                        file.with(file.inspection().callOff(reason, command).next(command.now())))
                .map(file -> Outcome.about(file)
                        .updating(file.inspection())
                        .closing(BEGIN)
                        .announcing(said("calledOff", file, command.now())));
    }

    private static InspectionFile planned(PlanOrder order, Ground where, Command command) {
        if (!order.plannedFor().isAfter(command.now())) {
            throw Refusal.invalid("/plannedFor", "核查时间须晚于现在。", "The visit must lie ahead.");
        }
        var matter = where.matter();
        var mission = new Mission(
                matter.id(),
                matter.brief().title(),
                where.unitId(),
                order.announced(),
                command.officer().id(),
                command.now(),
                order.plannedFor(),
                order.standards());
        var team = Team.planned(order.inspectorIds(), order.groupLeaderId(), where.takesTwo());
        return InspectionFile.of(InspectionOpening.opened(
                order.id(),
                FieldInspectionStatus.PLANNED,
                mission,
                team,
                Visit.planned(order.place()),
                where,
                command.now()));
    }

    private static Outcome<InspectionFile> outcome(InspectionFile file, Command command) {
        var inspection = file.inspection();
        return Outcome.about(file)
                .inserting(inspection)
                .opening(
                        BEGIN,
                        Assignee.persons(inspection.team().inspectorIds()),
                        inspection.mission().plannedFor())
                .announcing(said("planned", file, command.now()));
    }

    /** Sent twice under two keys it is one plan; what somebody planned otherwise under this id stands. */
    private static Outcome<InspectionFile> plannedBefore(InspectionFile known, InspectionFile again) {
        var before = known.inspection().mission();
        var now = again.inspection().mission();
        var same = before.matterId().equals(now.matterId())
                && now.plannedById() != null
                && now.plannedById().equals(before.plannedById())
                && now.unitId().equals(before.unitId())
                && now.announced() == before.announced()
                && now.plannedFor() != null
                && now.plannedFor().equals(before.plannedFor())
                && now.standards().equals(before.standards())
                && again.inspection()
                        .team()
                        .inspectorIds()
                        .equals(known.inspection().team().inspectorIds());
        if (!same) {
            throw FieldWork.otherContent();
        }
        return Outcome.unchanged(known);
    }

    /** The inspected unit is told of an announced visit, and of nothing else before a record is in. */
    private static Event said(String verb, InspectionFile file, Instant now) {
        var event = Event.of(verb, Priority.ACTION, file, now);
        var inspection = file.inspection();
        if (!inspection.mission().announced()) {
            return event;
        }
        var unit = Set.of(inspection.mission().unitId());
        return new Event(
                        event.type(),
                        Priority.ACTION,
                        event.subjectType(),
                        event.subjectId(),
                        event.subjectVersion(),
                        event.title(),
                        event.state(),
                        new Audience("inspection:read-photo", unit, inspection.participantIds()),
                        Set.of(),
                        null,
                        event.light(),
                        now)
                .to(unit);
    }
}
