package io.duban.supervision.matters;

import static io.duban.platform.identity.Role.*;

import io.duban.platform.identity.Directory;
import io.duban.supervision.authority.SupervisedObjects;
import io.duban.supervision.plans.PlanBook;
import java.time.Instant;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Whether what a draft names is there and may be named: objects, leader, plan entry, field supervisors. */
@Component
class DraftContents {

    private final SupervisedObjects objects;
    private final PlanBook plans;
    private final Directory directory;

    DraftContents(SupervisedObjects objects, PlanBook plans, Directory directory) {
        this.objects = objects;
        this.plans = plans;
        this.directory = directory;
    }

    Mono<Void> require(Brief brief, Origin origin, Instant now) {
        return requireObjects(brief.objectUnitIds(), now)
                .then(Mono.defer(() -> requireLeader(brief.instructingLeaderId(), "/instructingLeaderId")))
                .then(Mono.defer(() -> requirePlanned(brief, origin)));
    }

    /** As {@link SupervisedObjects#require}. */
    Mono<Void> requireObjects(Set<UUID> units, Instant now) {
        return objects.require(units, "/objectUnitIds", now);
    }

    Mono<Void> requirePlanned(Brief brief, Origin origin) {
        return origin.planEntryId() == null
                ? Mono.empty()
                : plans.requireInForce(origin.planEntryId(), brief.kind().name());
    }

    Mono<Void> requireFieldSupervisors(Set<UUID> persons) {
        return Flux.fromIterable(persons)
                .concatMap(person -> directory.requirePost(person, FIELD_SUPERVISOR, null, "/fieldSupervisorIds"))
                .then();
    }

    Mono<Void> requireLeader(@Nullable UUID leader, String pointer) {
        return leader == null
                ? Mono.empty()
                : directory
                        .holds(leader, CHIEF_LEADER, null)
                        .flatMap(chief ->
                                chief ? Mono.empty() : directory.requirePost(leader, DEPUTY_LEADER, null, pointer));
    }
}
