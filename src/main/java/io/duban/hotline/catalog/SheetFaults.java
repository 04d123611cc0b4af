package io.duban.hotline.catalog;

import io.duban.platform.problem.Refusal;
import java.util.ArrayList;
import java.util.List;
import java.util.function.Function;
import java.util.stream.Collectors;

/** All that is wrong with a sheet, each with its row and column, so that it is put right in one go. */
final class SheetFaults {

    private static final int SHOWN = 10;

    private final String pointer;
    private final List<Fault> faults = new ArrayList<>();

    /** @param pointer of the member the file came in */
    SheetFaults(String pointer) {
        this.pointer = pointer;
    }

    private record Fault(int row, String column, String chinese, String english) {

        String inChinese() {
            return "第%d行“%s”:%s".formatted(row, column, chinese);
        }

        String inEnglish() {
            return "row %d \"%s\": %s".formatted(row, column, english);
        }
    }

    void add(int row, String column, String chinese, String english) {
        faults.add(new Fault(row, column, chinese, english));
    }

    /** @throws Refusal {@code E_GEN_VALIDATION} naming the first ten and how many there are */
    void throwIfAny() {
        if (!faults.isEmpty()) {
            throw Refusal.invalid(
                    pointer,
                    "表格有 %d 处错误:%s。".formatted(faults.size(), shown(Fault::inChinese, ";")),
                    "The sheet has %d faults: %s.".formatted(faults.size(), shown(Fault::inEnglish, "; ")));
        }
    }

    private String shown(Function<Fault, String> words, String between) {
        return faults.stream().limit(SHOWN).map(words).collect(Collectors.joining(between));
    }
}
