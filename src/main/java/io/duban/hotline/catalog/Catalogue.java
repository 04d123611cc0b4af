package io.duban.hotline.catalog;

import io.duban.platform.problem.Refusal;
import java.util.Comparator;
import java.util.List;
import java.util.Locale;
import java.util.Map;
import java.util.Optional;
import java.util.function.Function;
import java.util.stream.Collectors;
import java.util.stream.Stream;
import org.jspecify.annotations.Nullable;

/** The categories in force, in the order of their sheet. */
public final class Catalogue {

    /** Before the first import: any code is taken, and nothing follows from it. */
    static final Catalogue EMPTY = new Catalogue(0, List.of());

    private static final int SUGGESTIONS = 5;

    private final int edition;
    private final List<Category> categories;
    private final Map<String, Category> byCode;

    Catalogue(int edition, List<Category> categories) {
        this.edition = edition;
        this.categories = List.copyOf(categories);
        this.byCode = categories.stream().collect(Collectors.toMap(Category::code, Function.identity()));
    }

    /**
     * The category a demand is sorted into; empty for any code while nothing is imported.
     *
     * @throws Refusal {@code E_GEN_VALIDATION} at {@code /categoryCode} for one that is unknown or out of use, with what it may be instead
     */
    public Optional<Category> require(String code) {
        if (categories.isEmpty()) {
            return Optional.empty();
        }
        return Optional.of(find(code).filter(Category::active).orElseThrow(() -> unknown(code)));
    }

    int edition() {
        return edition;
    }

    /** The category of this code, in use or not; empty when there is none. */
    public Optional<Category> find(String code) {
        return Optional.ofNullable(byCode.get(code));
    }

    /** What a demand can be sorted into: the categories in use that have none in use below them. */
    public Stream<Category> leaves() {
        var headings = categories.stream()
                .filter(Category::active)
                .map(category -> Optional.ofNullable(category.parentCode()))
                .collect(Collectors.toSet());
        return categories.stream()
                .filter(category -> category.active() && !headings.contains(Optional.of(category.code())));
    }

    /** What lies directly under this code, or at the top when it is null. */
    Stream<Category> under(@Nullable String parentCode) {
        return categories.stream()
                .filter(category ->
                        parentCode == null ? category.parentCode() == null : parentCode.equals(category.parentCode()));
    }

    /** Categories in use whose code, name or search words have to do with the text, the nearest first. */
    Stream<Category> search(String text) {
        var asked = text.strip().toLowerCase(Locale.ROOT);
        return categories.stream()
                .filter(Category::active)
                .map(category -> new Hit(category, nearness(category, asked)))
                .filter(hit -> hit.nearness() > 0)
                .sorted(Comparator.comparingInt(Hit::nearness).reversed())
                .map(Hit::category);
    }

    private record Hit(Category category, int nearness) {}

    /** A word of the sheet inside a whole sentence counts, too: dispatchers paste what the citizen said. */
    private static int nearness(Category category, String asked) {
        return Stream.concat(Stream.of(category.code(), category.name()), category.searchWords().stream())
                .map(word -> word.toLowerCase(Locale.ROOT))
                .mapToInt(word -> word.equals(asked) ? 3 : word.contains(asked) ? 2 : asked.contains(word) ? 1 : 0)
                .max()
                .orElse(0);
    }

    private Refusal unknown(String code) {
        var near = Stream.concat(search(code), under(null).filter(Category::active))
                .distinct()
                .limit(SUGGESTIONS)
                .map(category -> category.code() + " " + category.name())
                .collect(Collectors.joining("、"));
        return Refusal.invalid(
                "/categoryCode",
                "诉求类别不存在或已停用;可选:%s。".formatted(near),
                "No such category in use; there are %s.".formatted(near));
    }
}
