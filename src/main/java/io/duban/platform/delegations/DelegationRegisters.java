package io.duban.platform.delegations;

import java.util.UUID;
import org.springframework.data.repository.Repository;
import reactor.core.publisher.Mono;

/** How often each principal has delegated. */
interface DelegationRegisters extends Repository<DelegationRegister, UUID> {

    Mono<DelegationRegister> findById(UUID principalId);
}
