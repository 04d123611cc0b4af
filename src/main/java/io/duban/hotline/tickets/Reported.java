package io.duban.hotline.tickets;

import io.duban.platform.identity.Recusal;
import io.duban.platform.problem.Refusal;
import java.util.HashSet;
import java.util.Set;
import java.util.UUID;

/** The units and persons a wrongdoing is reported of (被举报人): kept away from the ticket, however far their posts reach. */
record Reported(Set<UUID> unitIds, Set<UUID> personIds) {

    static final Reported NOBODY = new Reported(Set.of(), Set.of());

    Set<UUID> ids() {
        var ids = new HashSet<>(unitIds);
        ids.addAll(personIds);
        return ids;
    }

    Reported with(Reported more) {
        var units = new HashSet<>(unitIds);
        units.addAll(more.unitIds);
        var persons = new HashSet<>(personIds);
        persons.addAll(more.personIds);
        return new Reported(units, persons);
    }

    /** What keeps them away, to lie among the ticket's participants. */
    Set<UUID> marks() {
        return Recusal.of(ids());
    }

    /** The participants of a new ticket: whoever accepted it, and the marks. */
    Set<UUID> keptFrom(UUID acceptedBy) {
        var participants = new HashSet<>(marks());
        participants.add(acceptedBy);
        return participants;
    }

    /** Only a report of wrongdoing names whom it is about. */
    void requireReport(Demand demand) {
        if (!demand.isReport() && !ids().isEmpty()) {
            throw Refusal.invalid("/reported", "只有举报类诉求才填写被举报人。", "Only a report of wrongdoing names whom it reports.");
        }
    }
}
