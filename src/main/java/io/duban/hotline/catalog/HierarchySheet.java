package io.duban.hotline.catalog;

import io.duban.hotline.catalog.SheetLines.Line;
import java.util.ArrayList;
import java.util.LinkedHashMap;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.UUID;
import org.jspecify.annotations.Nullable;

/** A catalogue that names its levels in four columns, with a department's code, hours and search words in each row. Its codes are made of the names. */
final class HierarchySheet {

    static final List<String> LEVELS = List.of("AUTHORITY_TYPE", "MAIN_CATEGORY", "SECTOR", "SUB_TYPE");
    static final String DEPARTMENT = "Department Name";
    static final String HOURS = "Resolution Time (Hours)";
    static final String WORDS = "Search Words";

    private static final int LONGEST_CODE = 100;
    private static final int MOST_HOURS = 8784;

    private final SheetLines lines;
    private final UnitNames units;
    private final SheetFaults faults;
    private final Map<String, Category> categories = new LinkedHashMap<>();

    HierarchySheet(SheetLines lines, UnitNames units, SheetFaults faults) {
        this.lines = lines;
        this.units = units;
        this.faults = faults;
    }

    static boolean fits(SheetLines lines) {
        return LEVELS.stream().allMatch(lines::has) && lines.has(DEPARTMENT);
    }

    /** What is wrong is among the faults, and what is given back is of no use then. */
    List<Category> categories() {
        lines.lines().forEach(this::read);
        return new ArrayList<>(categories.values());
    }

    private void read(Line line) {
        var missing =
                LEVELS.stream().filter(level -> line.text(level).isEmpty()).toList();
        missing.forEach(level -> faults.add(line.row(), level, "不能为空", "is missing"));
        if (!missing.isEmpty()) {
            return;
        }
        String parent = null;
        for (var level : LEVELS.subList(0, LEVELS.size() - 1)) {
            parent = heading(line, level, parent);
        }
        leaf(line, parent);
    }

    private String heading(Line line, String level, @Nullable String parent) {
        var code = code(line, level, parent);
        var known = categories.putIfAbsent(code, category(code, parent, line.text(level), null, null, List.of()));
        if (known != null && !known.name().equals(line.text(level))) {
            faults.add(
                    line.row(),
                    level,
                    "与“" + known.name() + "”只有标点或大小写不同",
                    "differs from " + known.name() + " in signs or case only");
        }
        return code;
    }

    private void leaf(Line line, @Nullable String parent) {
        var level = LEVELS.get(LEVELS.size() - 1);
        var code = code(line, level, parent);
        if (line.text(DEPARTMENT).isEmpty()) {
            faults.add(line.row(), DEPARTMENT, "不能为空", "is missing");
        }
        var host = units.one(line, DEPARTMENT, faults).orElse(null);
        var leaf = category(code, parent, line.text(level), host, hours(line), line.texts(WORDS));
        if (categories.putIfAbsent(code, leaf) != null) {
            faults.add(line.row(), level, "该类别重复", "the category is there twice");
        }
    }

    private static Category category(
            String code,
            @Nullable String parent,
            String name,
            @Nullable UUID host,
            @Nullable Integer hours,
            List<String> words) {
        return new Category(code, parent, name, true, host, Set.of(), null, null, hours, false, false, Set.of(), words);
    }

    private @Nullable Integer hours(Line line) {
        var text = line.text(HOURS);
        if (text.matches("[1-9]\\d{0,3}") && Integer.parseInt(text) <= MOST_HOURS) {
            return Integer.valueOf(text);
        }
        faults.add(line.row(), HOURS, "须为 1 至 " + MOST_HOURS + " 的整数", "is a whole number from 1 to 8784");
        return null;
    }

    /** Such as {@code IGE.COMPLAINT.PUBLIC_SERVICES}: letters and digits of any script, the rest is an underscore. */
    private String code(Line line, String level, @Nullable String parent) {
        var own = line.text(level).toUpperCase(Locale.ROOT).replaceAll("[^\\p{L}\\p{N}]+", "_");
        var code = parent == null ? own : parent + "." + own;
        if (code.length() > LONGEST_CODE) {
            faults.add(line.row(), level, "各级名称合计过长", "the names of the levels are too long together");
        }
        return code;
    }
}
