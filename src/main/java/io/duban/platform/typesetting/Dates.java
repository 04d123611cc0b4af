package io.duban.platform.typesetting;

import java.time.LocalDate;

/** Dates as papers write them: Arabic numerals without leading zeros. */
final class Dates {

    private Dates() {}

    static String text(LocalDate date) {
        return "%d年%d月%d日".formatted(date.getYear(), date.getMonthValue(), date.getDayOfMonth());
    }
}
