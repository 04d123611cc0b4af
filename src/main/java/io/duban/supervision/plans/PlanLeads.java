package io.duban.supervision.plans;

import io.duban.platform.identity.Directory;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import java.util.UUID;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Flux;
import reactor.core.publisher.Mono;

/** Who may lead an inspection (组长, 条例 art. 8): a leader, or somebody of the supervision office. */
@Component
class PlanLeads {

    private final Directory directory;

    PlanLeads(Directory directory) {
        this.directory = directory;
    }

    /** @throws Refusal {@code E_GEN_VALIDATION} at {@code /leadId} */
    Mono<Void> require(UUID lead) {
        return Flux.just(
                        Role.CHIEF_LEADER,
                        Role.DEPUTY_LEADER,
                        Role.OFFICE_DIRECTOR,
                        Role.OFFICE_DEPUTY,
                        Role.SUPERVISION_CHIEF,
                        Role.SUPERVISOR)
                .concatMap(role -> directory.holds(lead, role, null))
                .any(holds -> holds)
                .flatMap(holds -> holds
                        ? Mono.empty()
                        : Mono.error(Refusal.invalid(
                                "/leadId", "牵头人须是区领导或督查机构人员。", "A leader or a supervisor leads an inspection.")));
    }
}
