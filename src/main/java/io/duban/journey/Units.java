package io.duban.journey;

import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The demo's units by the first part of their people's names; asks those people who they are. */
final class Units {

    private final Office office;
    private final People people;
    private final Map<String, Answer> known = new ConcurrentHashMap<>();

    Units(Office office, People people) {
        this.office = office;
        this.people = people;
    }

    /** The unit's id. */
    String id(String unit) {
        return me(unit + ".handler").text("unitId");
    }

    /** The id of the unit's handler. */
    String handler(String unit) {
        return me(unit + ".handler").id();
    }

    /** The id of anybody. */
    String person(String username) {
        return me(username).id();
    }

    private Answer me(String username) {
        return known.computeIfAbsent(username, name -> {
            Answer me = office.read(people.phone(name), "/me");
            if (!me.isDone()) {
                throw new IllegalStateException("GET /me as " + name + ": " + me.status() + " " + me.reason());
            }
            return me;
        });
    }
}
