package io.duban.hotline.catalog;

import io.duban.hotline.catalog.SheetLines.Line;
import java.util.HashSet;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Set;
import java.util.regex.Pattern;
import org.jspecify.annotations.Nullable;

/** A catalogue in our own columns: a category each row, its parent by code. */
final class TemplateSheet {

    static final String CODE = "类别编码";
    static final String NAME = "类别名称";
    static final String PARENT = "上级编码";
    static final String ACTIVE = "启用";
    static final String HOST = "主办单位";
    static final String CO = "协办单位";
    static final String URGENCY = "紧急类别";
    static final String PERIOD = "法定期限";
    static final String LAW = "法律依据";
    static final String PLACE = "需要地点";
    static final String LOWER = "街镇可办";
    static final String WORDS = "检索词";

    private static final String ALL_LOWER = "全部";
    private static final Map<String, Boolean> ANSWERS = Map.of("是", true, "否", false, "true", true, "false", false);
    private static final Map<String, CategoryUrgency> URGENCIES = Map.of(
            "风险", CategoryUrgency.RISK,
            "公共服务停供", CategoryUrgency.UTILITY,
            "一般", CategoryUrgency.ORDINARY,
            "疑难", CategoryUrgency.COMPLEX);
    private static final Pattern LENGTH = Pattern.compile("(\\d{1,3})\\s*(个工作日|工作日|个月|月|日|天)");

    private final SheetLines lines;
    private final UnitNames units;
    private final SheetFaults faults;
    private final Set<String> codes = new HashSet<>();

    TemplateSheet(SheetLines lines, UnitNames units, SheetFaults faults) {
        this.lines = lines;
        this.units = units;
        this.faults = faults;
    }

    static boolean fits(SheetLines lines) {
        return lines.has(CODE) && lines.has(NAME);
    }

    /** What is wrong is among the faults, and what is given back is of no use then. */
    List<Category> categories() {
        var read = lines.lines().map(this::category).toList();
        new CategoryTree(read, faults).check(lines.lines().map(Line::row).toList(), PARENT);
        return read;
    }

    private Category category(Line line) {
        var code = required(line, CODE, 100);
        if (!code.isEmpty() && !codes.add(code)) {
            faults.add(line.row(), CODE, "编码“" + code + "”重复", "the code " + code + " is there twice");
        }
        var all = ALL_LOWER.equals(line.text(LOWER));
        return new Category(
                code,
                line.text(PARENT).isEmpty() ? null : line.text(PARENT),
                required(line, NAME, 100),
                answer(line, ACTIVE, true),
                units.one(line, HOST, faults).orElse(null),
                units.many(line, CO, faults),
                urgency(line),
                statutory(line),
                null,
                answer(line, PLACE, false),
                all,
                all ? Set.of() : units.lower(line, LOWER, faults),
                line.texts(WORDS));
    }

    private String required(Line line, String column, int longest) {
        var text = line.text(column);
        if (text.isEmpty()) {
            faults.add(line.row(), column, "不能为空", "is missing");
        } else if (text.length() > longest) {
            faults.add(line.row(), column, "超过 " + longest + " 字", "has more than " + longest + " letters");
        }
        return text;
    }

    private boolean answer(Line line, String column, boolean usual) {
        var text = line.text(column);
        var answer = ANSWERS.get(text.toLowerCase(Locale.ROOT));
        if (answer == null && !text.isEmpty()) {
            faults.add(line.row(), column, "只能填“是”或“否”", "takes 是 or 否");
        }
        return answer == null ? usual : answer;
    }

    private @Nullable CategoryUrgency urgency(Line line) {
        var text = line.text(URGENCY);
        if (!text.isEmpty() && !URGENCIES.containsKey(text)) {
            faults.add(line.row(), URGENCY, "只能填风险、公共服务停供、一般或疑难", "takes 风险, 公共服务停供, 一般 or 疑难");
        }
        return URGENCIES.get(text);
    }

    /** A period without its law would be nobody's to check, and a law without its period no deadline. */
    private @Nullable StatutoryPeriod statutory(Line line) {
        var text = line.text(PERIOD);
        var law = line.text(LAW);
        if (text.isEmpty() != law.isEmpty()) {
            var missing = text.isEmpty() ? PERIOD : LAW;
            faults.add(line.row(), missing, "法定期限和法律依据须同时填写", "the period and its law go together");
            return null;
        }
        return text.isEmpty() ? null : period(line, text, law);
    }

    private @Nullable StatutoryPeriod period(Line line, String text, String law) {
        var read = LENGTH.matcher(text);
        if (!read.matches()) {
            faults.add(line.row(), PERIOD, "请写成如 15个工作日、60日、3个月", "is written as 15个工作日, 60日 or 3个月");
            return null;
        }
        var period = new StatutoryPeriod(Integer.parseInt(read.group(1)), unit(read.group(2)), law);
        if (!period.hasRule()) {
            faults.add(
                    line.row(),
                    PERIOD,
                    "没有该期限的时限规则,可用:" + StatutoryPeriod.known(period.unit())
                            + period.unit().word(),
                    "no rule has that length; there are " + StatutoryPeriod.known(period.unit()));
        }
        return period;
    }

    private static StatutoryPeriod.Unit unit(String word) {
        return switch (word) {
            case "日", "天" -> StatutoryPeriod.Unit.NATURAL_DAY;
            case "个月", "月" -> StatutoryPeriod.Unit.NATURAL_MONTH;
            default -> StatutoryPeriod.Unit.WORKING_DAY;
        };
    }
}
