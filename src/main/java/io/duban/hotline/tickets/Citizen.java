package io.duban.hotline.tickets;

import io.duban.hotline.reporters.Reporter;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.data.relational.core.mapping.Column;

/**
 * Who asks (诉求人); nothing but {@code wantsCallback} for an anonymous demand, and on the ticket of a report of wrongdoing. Everybody sees it masked; who
 * must call the citizen has it disclosed.
 *
 * @param address where the citizen lives, which may be another place than the one it is about
 * @param openedTo the handler who may have it disclosed although the citizen asked for secrecy
 */
record Citizen(
        @Nullable @Column("citizen_name") String name,
        @Nullable @Column("citizen_phone") String phone,
        @Nullable @Column("citizen_address") String address,
        @Nullable @Column("citizen_opened_to") UUID openedTo,
        boolean wantsCallback) {

    static final Citizen ANONYMOUS = new Citizen(null, null, null, null, false);

    /** Whoever reported, on the way from one sealed record to another. */
    static Citizen reporting(Reporter reporter, boolean wantsCallback) {
        return new Citizen(reporter.name(), reporter.phone(), reporter.address(), null, wantsCallback);
    }

    /** 张*, 138****0000: enough to tell two apart, not enough to call or name one. */
    Citizen masked() {
        return new Citizen(
                name == null ? null : Masking.name(name),
                phone == null ? null : Masking.phone(phone),
                address == null ? null : Masking.address(address),
                openedTo,
                wantsCallback);
    }

    /** Without anything that says who it is. */
    Citizen withheld() {
        return new Citizen(null, null, null, openedTo, wantsCallback);
    }

    Citizen openedTo(UUID handler) {
        return new Citizen(name, phone, address, handler, wantsCallback);
    }

    boolean isAnonymous() {
        return name == null && phone == null && address == null;
    }

    /** The same person as he is sealed away from the ticket. */
    Reporter asReporter() {
        return new Reporter(name, phone, address);
    }
}
