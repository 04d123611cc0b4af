package io.duban.supervision.notices;

import io.duban.platform.identity.Access;
import io.duban.platform.identity.Role;
import java.time.Instant;
import java.util.ArrayList;
import java.util.Collection;
import java.util.List;
import java.util.Set;
import java.util.UUID;
import java.util.stream.Collectors;

/** A bulletin with what was said about it and who has read it. */
record BulletinFile(SupervisionBulletin bulletin, List<BulletinEntry> entries, List<BulletinReading> readings)
        implements SupervisionPaper {

    static BulletinFile of(SupervisionBulletin bulletin) {
        return new BulletinFile(bulletin, List.of(), List.of());
    }

    BulletinFile with(SupervisionBulletin changed) {
        return new BulletinFile(changed, entries, readings);
    }

    BulletinFile with(SupervisionBulletin changed, BulletinEntry said) {
        var all = new ArrayList<>(entries);
        all.add(said);
        return new BulletinFile(changed, List.copyOf(all), readings);
    }

    BulletinFile with(BulletinReading reading) {
        var all = new ArrayList<>(readings);
        all.add(reading);
        return new BulletinFile(bulletin, entries, List.copyOf(all));
    }

    /** Whether every named unit has commented on the text as it stands. */
    boolean isHeard() {
        return commented().containsAll(bulletin.body().namedUnitIds());
    }

    boolean hasCommented(UUID unitId) {
        return commented().contains(unitId);
    }

    boolean isReadBy(UUID unitId) {
        return readings.stream().anyMatch(reading -> reading.unitId().equals(unitId));
    }

    /** Whether he would not be refused a move that is in the hands of his posts. */
    boolean isOpenTo(BulletinMove move, Access access, Instant now) {
        return switch (move) {
            case HEAR -> !isAuthors(access);
            case SIGN -> !isAuthors(access) && bulletin.isHeard(isHeard(), now);
            case COMMENT ->
                bulletin.body().namedUnitIds().stream()
                        .anyMatch(
                                unit -> !hasCommented(unit) && access.officer().hasAt(unit, Role.UNIT_HEAD));
            default -> true;
        };
    }

    private boolean isAuthors(Access access) {
        var hands = bulletin.hands();
        return Duties.isOneOf(access.persons(), hands.draftedById(), hands.submittedById());
    }

    private Set<UUID> commented() {
        return entries.stream()
                .filter(entry -> entry.hearingRound() == bulletin.hearingRound())
                .map(BulletinEntry::unitId)
                .filter(unit -> unit != null)
                .collect(Collectors.toSet());
    }

    /** As units see it: their own comments and confirmations, nobody else's, and nothing the office said. */
    BulletinFile ofUnits(Collection<UUID> units) {
        return new BulletinFile(
                bulletin,
                entries.stream().filter(entry -> units.contains(entry.unitId())).toList(),
                readings.stream()
                        .filter(reading -> units.contains(reading.unitId()))
                        .toList());
    }

    @Override
    public UUID id() {
        return bulletin.id();
    }

    @Override
    public long version() {
        return bulletin.version();
    }

    @Override
    public PaperHead head() {
        return bulletin.head();
    }

    @Override
    public BulletinStatus status() {
        return bulletin.status();
    }

    @Override
    public String subjectType() {
        return bulletin.subjectType();
    }
}
