package io.duban.hotline.tickets;

import io.duban.hotline.catalog.Category;
import io.duban.hotline.catalog.DispatchCatalog;
import io.duban.platform.identity.Directory;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Collections;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.springframework.beans.factory.ObjectProvider;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** To whom a ticket may not be given, whoever gives it: at the dispatch, on a return, after a coordination. */
@Component
class DispatchRules {

    private final Directory directory;
    private final LowerUnits lowerUnits;
    private final DispatchCatalog catalog;
    private final ReportedParties reported;

    DispatchRules(
            Directory directory,
            LowerUnits lowerUnits,
            DispatchCatalog catalog,
            ObjectProvider<ReportedParties> reported) {
        this.directory = directory;
        this.lowerUnits = lowerUnits;
        this.catalog = catalog;
        this.reported = reported.getIfAvailable(() -> ticketId -> Mono.just(Set.of()));
    }

    /**
     * Completes when the units exist and may have it.
     *
     * @throws Refusal {@code E_GEN_VALIDATION}, {@code E_HOT_CONFLICT_OF_INTEREST} or {@code E_HOT_PUSH_DOWN}, in this order
     */
    Mono<Void> require(HotlineTicket ticket, DispatchOrder order) {
        return requireUnits(order.units(), "/hostUnitId")
                .then(requireUninvolved(ticket.id(), order.units()))
                .then(requireDutyOf(ticket, order.hostUnitId()));
    }

    /** {@code E_GEN_VALIDATION} at the pointer for a unit that does not exist or where nobody could sign for it. */
    Mono<Void> requireUnits(Set<UUID> units, String pointer) {
        return directory
                .canAllSignFor(units)
                .flatMap(all -> all
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid(
                                pointer, "单位不存在,或者没有联络员。", "A unit does not exist or has no liaison.")));
    }

    /** {@code E_HOT_CONFLICT_OF_INTEREST} when one of these is reported, or its head is (信访工作条例 art. 30). */
    Mono<Void> requireUninvolved(UUID ticketId, Set<UUID> unitsOrPersons) {
        return reported.of(ticketId)
                .filter(parties -> !parties.isEmpty())
                .flatMap(parties -> Flux.fromIterable(unitsOrPersons)
                        .concatMap(unit -> directory.holdersAt(unit, Role.UNIT_HEAD))
                        .collectList()
                        .flatMap(heads -> {
                            var involved = new HashSet<>(unitsOrPersons);
                            heads.forEach(involved::addAll);
                            return Collections.disjoint(involved, parties) ? Mono.empty() : Mono.error(conflict());
                        }));
    }

    /** {@code E_HOT_PUSH_DOWN}: a department's duty is not a subdistrict's unless it is on its list (北京 art. 17, 潍坊 art. 24). */
    private Mono<Void> requireDutyOf(HotlineTicket ticket, UUID host) {
        return lowerUnits.contain(host).flatMap(lower -> lower ? requireOnItsList(ticket, host) : Mono.empty());
    }

    private Mono<Void> requireOnItsList(HotlineTicket ticket, UUID host) {
        return catalog.current()
                .flatMap(catalogue ->
                        Mono.justOrEmpty(catalogue.find(ticket.demand().categoryCode())))
                .filter(category -> !category.isDutyOf(host))
                .filterWhen(this::isOfDepartment)
                .flatMap(category -> Mono.error(pushedDown(category)));
    }

    private Mono<Boolean> isOfDepartment(Category category) {
        return category.hostUnitId() == null
                ? Mono.just(false)
                : lowerUnits.contain(category.hostUnitId()).map(lower -> !lower);
    }

    private static Refusal conflict() {
        return Refusal.of(
                RefusalCode.E_HOT_CONFLICT_OF_INTEREST,
                "被举报的单位或人员不得承办该举报,请改派其上级或监督部门。",
                "Who is reported does not handle the report; give it to whoever supervises him.");
    }

    private static Refusal pushedDown(Category category) {
        return Refusal.of(
                RefusalCode.E_HOT_PUSH_DOWN,
                "“%s”是部门职责,不在该街道(乡镇)的事项清单内,请派给职能部门。".formatted(category.name()),
                "\"%s\" is a department's duty and not on this subdistrict's list; send it to the department."
                        .formatted(category.name()));
    }
}
