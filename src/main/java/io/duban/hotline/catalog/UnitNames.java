package io.duban.hotline.catalog;

import io.duban.hotline.catalog.SheetLines.Line;
import java.util.Collection;
import java.util.HashMap;
import java.util.HashSet;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.Set;
import java.util.UUID;

/** Which unit a sheet means: by a code that the import explains, by its name in full or in short. */
final class UnitNames {

    private final Map<String, Set<CatalogUnit>> byName;

    private UnitNames(Map<String, Set<CatalogUnit>> byName) {
        this.byName = byName;
    }

    /**
     * A unit as the catalogue needs it.
     *
     * @param signs somebody there can sign for what is dispatched to it
     */
    record CatalogUnit(UUID id, String kind, String name, String shortName, boolean signs) {}

    /**
     * @param codes which unit a code stands for, as the import says
     * @param departments what a code is called, as the departments' file says
     */
    static UnitNames of(Collection<CatalogUnit> units, Map<String, UUID> codes, Map<String, String> departments) {
        var byName = new HashMap<String, Set<CatalogUnit>>();
        for (var unit : units) {
            byName.computeIfAbsent(unit.name(), name -> new HashSet<>()).add(unit);
            byName.computeIfAbsent(unit.shortName(), name -> new HashSet<>()).add(unit);
        }
        departments.forEach(
                (code, name) -> Optional.ofNullable(byName.get(name)).ifPresent(found -> byName.put(code, found)));
        codes.forEach((code, id) -> byName.put(
                code,
                Set.copyOf(units.stream().filter(unit -> unit.id().equals(id)).toList())));
        return new UnitNames(byName);
    }

    /** The unit in a cell that names one; empty when the cell is blank, or wrong, which is a fault then. */
    Optional<UUID> one(Line line, String column, SheetFaults faults) {
        var text = line.text(column);
        return text.isEmpty()
                ? Optional.empty()
                : find(text, line.row(), column, faults).map(CatalogUnit::id);
    }

    /** The units in a cell that lists some. */
    Set<UUID> many(Line line, String column, SheetFaults faults) {
        return ids(line.texts(column).stream()
                .flatMap(text -> find(text, line.row(), column, faults).stream())
                .toList());
    }

    /** The subdistricts and townships in a cell that lists some; any other unit there is a fault. */
    Set<UUID> lower(Line line, String column, SheetFaults faults) {
        var found = line.texts(column).stream()
                .flatMap(text -> find(text, line.row(), column, faults).stream())
                .toList();
        found.stream()
                .filter(unit -> !LowerKinds.contain(unit.kind()))
                .forEach(unit -> faults.add(
                        line.row(), column, unit.name() + "不是街道或乡镇", unit.name() + " is no subdistrict or township"));
        return ids(found);
    }

    private Optional<CatalogUnit> find(String text, int row, String column, SheetFaults faults) {
        var found = byName.getOrDefault(text, Set.of());
        if (found.isEmpty()) {
            faults.add(
                    row,
                    column,
                    "没有单位“" + text + "”,也没有给出该代码对应的单位",
                    "no unit is called " + text + ", and the code is not explained");
            return Optional.empty();
        }
        if (found.size() > 1) {
            faults.add(row, column, "“" + text + "”不止一个单位,请写全称", "several units are called " + text);
            return Optional.empty();
        }
        var unit = found.iterator().next();
        if (!unit.signs()) {
            faults.add(row, column, unit.name() + "没有联络员,不能签收", unit.name() + " has no liaison");
        }
        return Optional.of(unit);
    }

    private static Set<UUID> ids(List<CatalogUnit> units) {
        return Set.copyOf(units.stream().map(CatalogUnit::id).distinct().toList());
    }
}
