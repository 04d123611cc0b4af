package io.duban.platform.delegations;

import io.duban.platform.persistence.Versioned;
import java.util.UUID;
import org.springframework.data.annotation.Id;
import org.springframework.data.relational.core.mapping.Table;

/**
 * Moves on with every delegation of a principal: of two that are given at once, one finds it moved and reads the other first.
 *
 * @param id the principal's
 */
@Table("delegation_register")
record DelegationRegister(@Id UUID id, long version) implements Versioned {

    static DelegationRegister of(UUID principalId) {
        return new DelegationRegister(principalId, 0);
    }

    DelegationRegister next() {
        return new DelegationRegister(id, version + 1);
    }

    /** Whether there was none before, so that a row is to be made. */
    boolean isFirst() {
        return version == 1;
    }
}
