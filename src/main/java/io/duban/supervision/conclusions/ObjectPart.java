package io.duban.supervision.conclusions;

import io.duban.platform.events.Audience;
import io.duban.platform.events.Subject;
import java.util.Set;
import java.util.UUID;

/** A part of a conclusion that is about one object: seen by that unit and the office, not by the other objects. */
interface ObjectPart extends Subject {

    UUID unitId();

    Set<UUID> participantIds();

    Enum<?> status();

    @Override
    default String state() {
        return status().name();
    }

    @Override
    default Audience audience() {
        return new Audience("conclusion:read", Set.of(unitId()), participantIds());
    }
}
