package io.duban.hotline.catalog;

import io.duban.platform.problem.Refusal;
import io.duban.platform.problem.RefusalCode;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.math.BigDecimal;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.concurrent.RejectedExecutionException;
import java.util.concurrent.TimeoutException;
import org.dhatim.fastexcel.reader.Cell;
import org.dhatim.fastexcel.reader.CellType;
import org.dhatim.fastexcel.reader.ReadableWorkbook;
import org.dhatim.fastexcel.reader.Row;
import org.jspecify.annotations.Nullable;
import org.springframework.stereotype.Component;
import reactor.core.publisher.Mono;
import reactor.core.scheduler.Scheduler;
import reactor.core.scheduler.Schedulers;

/** Reads .xlsx files one at a time, on a thread of its own, row by row and never more than fits. */
@Component
class Workbooks implements AutoCloseable {

    static final int MOST_ROWS = 5000;
    static final int MOST_COLUMNS = 40;
    static final int LONGEST_TEXT = 500;

    private static final int QUEUE = 16;
    private static final int MOST_DIGITS = 30;
    private static final Duration PATIENCE = Duration.ofSeconds(30);

    private final Scheduler thread = Schedulers.newBoundedElastic(1, QUEUE, "workbooks", 60, true);

    /**
     * The first sheet.
     *
     * @param pointer of the member the file came in
     * @return the sheet, or {@code E_GEN_VALIDATION} at the pointer for what is no such file or has more than 5000 rows, 40 columns or 500 letters in
     *     a cell; {@code E_WEB_UNAVAILABLE} when too many wait
     */
    Mono<Sheet> read(byte[] file, String pointer) {
        return Mono.fromCallable(() -> sheet(file, pointer))
                .subscribeOn(thread)
                .timeout(PATIENCE)
                .onErrorMap(RejectedExecutionException.class, Workbooks::tooBusy)
                .onErrorMap(TimeoutException.class, Workbooks::tooBusy);
    }

    private static Sheet sheet(byte[] file, String pointer) {
        try (var workbook = new ReadableWorkbook(new ByteArrayInputStream(Unzipped.counted(file)));
                var rows = workbook.getFirstSheet().openStream()) {
            var texts = new ArrayList<Sheet.Row>();
            rows.limit(MOST_ROWS + 2L)
                    .map(row -> texts(row, pointer))
                    .filter(row -> !row.isBlank())
                    .forEach(texts::add);
            if (texts.size() > MOST_ROWS + 1) {
                throw Refusal.invalid(
                        pointer,
                        "表格超过 %d 行,请分拆或精简。".formatted(MOST_ROWS),
                        "The sheet has more than %d rows.".formatted(MOST_ROWS));
            }
            return new Sheet(texts);
        } catch (Refusal refusal) {
            throw refusal;
        } catch (IOException | RuntimeException e) {
            // Whatever the reader throws at a broken file says that it is broken, and nothing else.
            throw Refusal.invalid(
                    pointer,
                    "文件不是可读取的 .xlsx 表格,或解开后过大,请另存为 .xlsx 后重试。",
                    "This is no readable .xlsx file, or it is too large when unpacked.");
        }
    }

    private static Sheet.Row texts(Row row, String pointer) {
        var texts = new ArrayList<String>();
        for (int column = 0; column < row.getCellCount(); column++) {
            var text = text(row.getCell(column));
            if (column >= MOST_COLUMNS && !text.isEmpty()) {
                throw tooMuch(pointer, row.getRowNum(), "列数超过 " + MOST_COLUMNS, "more than 40 columns");
            }
            if (text.length() > LONGEST_TEXT) {
                throw tooMuch(
                        pointer, row.getRowNum(), "单元格超过 " + LONGEST_TEXT + " 字", "a cell of more than 500 letters");
            }
            if (column < MOST_COLUMNS) {
                texts.add(text);
            }
        }
        return new Sheet.Row(row.getRowNum(), List.copyOf(texts));
    }

    private static String text(@Nullable Cell cell) {
        if (cell == null || cell.getType() == CellType.EMPTY) {
            return "";
        }
        return cell.getType() == CellType.NUMBER && cell.getValue() instanceof BigDecimal number
                ? plain(number)
                : cell.getText().strip();
    }

    /** 360 and not 3.6E+2; a number nobody writes out stays as it is. */
    private static String plain(BigDecimal number) {
        return Math.abs((long) number.scale()) > MOST_DIGITS
                ? number.toString()
                : number.signum() == 0 ? "0" : number.stripTrailingZeros().toPlainString();
    }

    private static Refusal tooMuch(String pointer, int row, String chinese, String english) {
        return Refusal.invalid(pointer, "第 %d 行:%s。".formatted(row, chinese), "Row %d: %s.".formatted(row, english));
    }

    private static Throwable tooBusy(Throwable late) {
        return Refusal.of(
                RefusalCode.E_WEB_UNAVAILABLE, "正在读取的表格过多,请稍后重试。", "Too many sheets are being read; try again later.");
    }

    @Override
    public void close() {
        thread.dispose();
    }
}
