package io.duban.hotline.catalog;

import io.duban.platform.commands.Command;
import io.duban.platform.commands.Outcome;
import io.duban.platform.events.Priority;
import io.duban.platform.identity.Role;
import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.util.Collection;
import java.util.List;
import java.util.Map;
import java.util.UUID;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import tools.jackson.databind.json.JsonMapper;

/** Replaces the dispatch catalogue by a sheet: all of it as a new edition, or nothing. */
@Component
class CatalogImporting {

    private static final String FILE = "/file";
    private static final String DEPARTMENTS = "/departmentsFile";

    private final Catalogs catalogs;
    private final CatalogUnits units;
    private final JsonMapper json;

    CatalogImporting(Catalogs catalogs, CatalogUnits units, JsonMapper json) {
        this.catalogs = catalogs;
        this.units = units;
        this.json = json;
    }

    /**
     * What came in, read: so that the words of the sheet are looked through for marks of state secrets like those of any command.
     *
     * @param codes which unit a code of the sheet stands for
     */
    record Upload(String fileName, Sheet sheet, @Nullable Sheet departments, Map<String, UUID> codes) {}

    /** Refused with {@code E_GEN_SCOPE} for anybody but the hotline's manager, with {@code E_GEN_STALE_VERSION}, and with {@code E_GEN_VALIDATION} naming rows and columns. */
    Mono<Outcome<Catalog>> load(Upload upload, Command command) {
        requireManager(command);
        return catalogs.theOne()
                .doOnNext(catalog -> requireSeen(catalog, command))
                .zipWith(units.all(), (catalog, all) -> replaced(catalog, categories(upload, all), upload, command));
    }

    private Outcome<Catalog> replaced(Catalog before, List<Category> categories, Upload upload, Command command) {
        var after = before.replaced(upload.fileName(), categories.size(), command);
        return Outcome.changed(after)
                .inserting(CatalogEdition.of(
                        after.edition(), upload.fileName(), json.writeValueAsString(categories), command))
                .announcing("imported", Priority.INFO, command.now());
    }

    static List<Category> categories(Upload upload, Collection<UnitNames.CatalogUnit> units) {
        var lines = SheetLines.of(upload.sheet());
        var names = UnitNames.of(units, upload.codes(), departments(upload.departments()));
        var faults = new SheetFaults(FILE);
        var categories = categories(lines, names, faults);
        faults.throwIfAny();
        if (categories.isEmpty()) {
            throw Refusal.invalid(FILE, "表格里没有诉求类别。", "The sheet has no categories.");
        }
        return categories;
    }

    private static List<Category> categories(SheetLines lines, UnitNames names, SheetFaults faults) {
        if (TemplateSheet.fits(lines)) {
            return new TemplateSheet(lines, names, faults).categories();
        }
        if (HierarchySheet.fits(lines)) {
            return new HierarchySheet(lines, names, faults).categories();
        }
        throw Refusal.invalid(
                FILE,
                "第1行须为列名:类别编码、类别名称等,或 AUTHORITY_TYPE、MAIN_CATEGORY、SECTOR、SUB_TYPE、Department Name 等。",
                "The first row names the columns: 类别编码, 类别名称 and others, or AUTHORITY_TYPE to Department Name and others.");
    }

    private static Map<String, String> departments(@Nullable Sheet sheet) {
        if (sheet == null) {
            return Map.of();
        }
        var faults = new SheetFaults(DEPARTMENTS);
        var names = DepartmentsSheet.names(sheet, faults);
        faults.throwIfAny();
        return names;
    }

    /** The catalogue decides whose work demands are: it is not a dispatcher's to change. */
    private static void requireManager(Command command) {
        if (!command.officer().has(Role.HOTLINE_MANAGER)) {
            throw Refusal.of(
                    RefusalCode.E_GEN_SCOPE, "派单目录由热线办负责人载入。", "The catalogue is the hotline manager's to load.");
        }
    }

    private static void requireSeen(Catalog catalog, Command command) {
        if (command.seenVersion() != catalog.version()) {
            throw Refusal.stale(catalog.version());
        }
    }
}
