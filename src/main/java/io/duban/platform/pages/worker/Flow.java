package io.duban.platform.pages.worker;

import io.duban.platform.pages.PaperFailure;
import io.duban.platform.pages.PaperFault;
import java.awt.BasicStroke;
import java.awt.Graphics2D;
import java.awt.geom.Rectangle2D;
import java.io.ByteArrayInputStream;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import java.util.stream.Collectors;
import javax.imageio.ImageIO;

/** Puts blocks onto pages, one below the other. All lengths are millimetres. */
final class Flow {

    private static final double LEFT = 24;
    private static final double WIDTH = 162;
    private static final double TOP = 26;
    private static final double BOTTOM = 271;
    private static final double POINT = 25.4 / 72;
    private static final double LEADING = 1.65;
    private static final double CELL_POINTS = 11;
    private static final double PADDING = 1.6;

    private final List<Sheet> sheets = new ArrayList<>();
    private double y = TOP;

    /** One page: what is drawn on it, and its words. */
    record Sheet(List<Mark> marks, StringBuilder words) {
        String text() {
            return words.toString().strip();
        }
    }

    /** Something on a page. */
    @FunctionalInterface
    interface Mark {
        void draw(Graphics2D pen) throws IOException;
    }

    List<Sheet> pages(List<Block> blocks) throws IOException, PaperFailure {
        turn();
        for (var block : blocks) {
            if (block instanceof Block.Paragraph paragraph) {
                paragraph(paragraph);
            } else if (block instanceof Block.Table table) {
                table(table);
            } else if (block instanceof Block.Picture picture) {
                picture(picture);
            } else {
                turn();
            }
        }
        return List.copyOf(sheets);
    }

    private Sheet sheet() {
        return sheets.get(sheets.size() - 1);
    }

    private void turn() throws PaperFailure {
        if (sheets.size() == Paper.MOST_PAGES) {
            throw new PaperFailure(PaperFault.TOO_LARGE);
        }
        sheets.add(new Sheet(new ArrayList<>(), new StringBuilder()));
        y = TOP;
    }

    private void need(double height) throws PaperFailure {
        if (y + height > BOTTOM && y > TOP) {
            turn();
        }
    }

    private void paragraph(Block.Paragraph paragraph) throws IOException, PaperFailure {
        double size = paragraph.points() * POINT;
        for (var line : Lines.of(paragraph.runs(), WIDTH / size, paragraph.indent())) {
            need(size * LEADING);
            y += size * LEADING;
            double free = WIDTH - line.width() * size;
            double shift = switch (paragraph.alignment()) {
                case LEFT -> line.indent() * size;
                case CENTER -> free / 2;
                case RIGHT -> free;
            };
            write(line, LEFT + Math.max(0, shift), y - 0.3 * size, size);
        }
        sheet().words().append('\n');
    }

    private void write(Lines.Line line, double x, double foot, double size) {
        double at = x;
        for (var run : line.runs()) {
            double from = at;
            sheet().marks().add(pen -> Words.draw(pen, run.text(), from, foot, size, run.bold()));
            sheet().words().append(run.text());
            at += Lines.width(run) * size;
        }
    }

    private void table(Block.Table table) throws IOException, PaperFailure {
        int columns = table.rows().stream().mapToInt(List::size).max().orElse(0);
        if (columns == 0) {
            return;
        }
        double size = CELL_POINTS * POINT;
        double column = WIDTH / columns;
        for (var row : table.rows()) {
            var cells = new ArrayList<List<Lines.Line>>();
            for (var cell : row) {
                cells.add(Lines.of(List.of(new Block.Run(cell, false)), (column - 2 * PADDING) / size, 0));
            }
            row(cells, row.isEmpty() ? WIDTH : WIDTH / row.size(), size);
        }
        y += size;
    }

    // A row higher than what is left goes to the next page; one higher than a page goes on there.
    private void row(List<List<Lines.Line>> cells, double column, double size) throws PaperFailure {
        int lines = cells.stream().mapToInt(List::size).max().orElse(1);
        need(lines * size * LEADING + 2 * PADDING);
        for (int from = 0; from < Math.max(1, lines); ) {
            int fitting = (int) ((BOTTOM - y - 2 * PADDING) / (size * LEADING));
            int upTo = Math.min(lines, from + Math.max(1, fitting));
            double height = (upTo - from) * size * LEADING + 2 * PADDING;
            for (int i = 0; i < cells.size(); i++) {
                cell(cells.get(i), from, upTo, new Rectangle2D.Double(LEFT + i * column, y, column, height), size);
            }
            sheet().words().append('\n');
            y += height;
            from = Math.max(upTo, from + 1);
            if (from < lines) {
                turn();
            }
        }
    }

    private void cell(List<Lines.Line> lines, int from, int upTo, Rectangle2D frame, double size) {
        sheet().marks().add(pen -> {
            pen.setStroke(new BasicStroke(0.2f));
            pen.draw(frame);
        });
        double foot = frame.getY() + PADDING - 0.3 * size;
        for (var line : lines.subList(Math.min(from, lines.size()), Math.min(upTo, lines.size()))) {
            foot += size * LEADING;
            write(line, frame.getX() + PADDING, foot, size);
        }
        sheet().words().append('\t');
    }

    private void picture(Block.Picture block) throws PaperFailure {
        try (var in = ImageIO.createImageInputStream(new ByteArrayInputStream(block.bytes()))) {
            var picture = PicturePaper.decoded(in);
            double width = Math.min(WIDTH, picture.getWidth() * 25.4 / 96);
            double height = width * picture.getHeight() / picture.getWidth();
            double scale = Math.min(1, (BOTTOM - TOP) / height);
            need(height * scale);
            var place =
                    new Rectangle2D.Double(LEFT + (WIDTH - width * scale) / 2, y + 1, width * scale, height * scale);
            sheet().marks().add(pen -> Pictures.draw(pen, block.bytes(), place));
            y += height * scale + 2;
        } catch (IOException | RuntimeException | PaperFailure unreadable) {
            var words = List.of(new Block.Run("[图片无法显示，请看原文件]", false));
            try {
                paragraph(new Block.Paragraph(words, Block.Alignment.CENTER, 10, 0));
            } catch (IOException noFont) {
                throw new PaperFailure(PaperFault.DAMAGED, noFont);
            }
        }
    }

    /** For tests and logs. */
    @Override
    public String toString() {
        return sheets.stream().map(Sheet::text).collect(Collectors.joining("\n--\n"));
    }
}
