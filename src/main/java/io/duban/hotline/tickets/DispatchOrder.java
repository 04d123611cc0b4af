package io.duban.hotline.tickets;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/**
 * Who is to get a ticket: exactly one host (domain 0.4), and units that help it.
 *
 * @param instruction what the unit is told with it
 */
record DispatchOrder(
        UUID hostUnitId, Set<UUID> coUnitIds, @Nullable String instruction) {

    /** @throws Refusal {@code E_GEN_HOST_REQUIRED} without a host, or with one that is a co unit as well */
    static DispatchOrder of(@Nullable UUID host, Set<UUID> co, @Nullable String instruction) {
        if (host == null) {
            throw Refusal.of(
                    RefusalCode.E_GEN_HOST_REQUIRED, "须确定一个主办单位。", "Name the host unit; there is exactly one.");
        }
        if (co.contains(host)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_HOST_REQUIRED, "主办单位不能同时是协办单位。", "The host unit cannot be a co unit as well.");
        }
        return new DispatchOrder(host, co, instruction);
    }

    Set<UUID> units() {
        var units = new HashSet<>(coUnitIds);
        units.add(hostUnitId);
        return units;
    }
}
