package io.duban.platform.audit;

import java.time.Instant;
import java.util.ArrayList;
import java.util.List;
import java.util.UUID;
import java.util.stream.Collectors;
import org.jspecify.annotations.Nullable;

/**
 * Who did something: a person, a person for his principal, or the product by itself.
 *
 * @param actorId the person who did it; {@link #NOBODY} for the product
 * @param onBehalfOf the principal he acted for; null when for himself
 * @param clientId the app or system he used
 * @param address where from; null when it is not known
 * @param action the operation of the contract, or the name of the product's own work
 */
public record Deed(
        UUID actorId,
        @Nullable UUID onBehalfOf,
        String clientId,
        @Nullable String address,
        String action,
        Instant at) {

    /** The actor of what nobody commanded, such as the end of a delegation whose time is over; no person has this id. */
    public static final UUID NOBODY = new UUID(0, 0);

    private static final String PRODUCT = "duban";

    /** What the product does by itself. */
    public static Deed ofNobody(String action, Instant at) {
        return new Deed(NOBODY, null, PRODUCT, null, action, at);
    }

    /** The same deed, whose action says a little more; as it is when there is nothing to say. */
    public Deed detailed(String detail) {
        return detail.isEmpty() ? this : new Deed(actorId, onBehalfOf, clientId, address, action + "/" + detail, at);
    }

    /** The person who did it; null for the product. */
    public @Nullable UUID personId() {
        return actorId.equals(NOBODY) ? null : actorId;
    }

    /** What its row's hash covers. What not every row has comes last, so that rows without it read as they always did. */
    String content(String subjectType, UUID subjectId, long subjectVersion, List<UUID> furtherIds) {
        var parts = new ArrayList<>(List.of(
                actorId.toString(),
                clientId,
                String.valueOf(address),
                action,
                subjectType,
                subjectId.toString(),
                Long.toString(subjectVersion)));
        if (onBehalfOf != null) {
            parts.add(onBehalfOf.toString());
        }
        if (!furtherIds.isEmpty()) {
            parts.add(furtherIds.stream().map(UUID::toString).collect(Collectors.joining(",")));
        }
        return String.join("|", parts);
    }
}
