package io.duban.supervision.matters;

import io.duban.platform.calendar.Deadline;
import java.util.Collection;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** What a step makes of the parts of a matter, those that it leaves alone included. */
record Parts(List<SupervisionAssignment> all) {

    /** With these in the place of what they were, and with new ones. */
    List<SupervisionAssignment> with(Collection<SupervisionAssignment> changed) {
        var parts = new LinkedHashMap<UUID, SupervisionAssignment>();
        all.forEach(part -> parts.put(part.id(), part));
        changed.forEach(part -> parts.put(part.id(), part));
        return List.copyOf(parts.values());
    }

    /** With these in their next round, each until its own new date. */
    List<SupervisionAssignment> again(AssignmentMove step, Map<UUID, Deadline> due) {
        return all.stream()
                .map(part -> due.containsKey(part.id()) ? part.again(step, due.get(part.id())) : part)
                .toList();
    }

    Set<UUID> units(Collection<UUID> partIds) {
        return all.stream()
                .filter(part -> partIds.contains(part.id()))
                .map(SupervisionAssignment::unitId)
                .collect(Collectors.toSet());
    }
}
