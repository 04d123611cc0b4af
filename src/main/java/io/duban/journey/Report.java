package io.duban.journey;

import io.duban.journey.Clerk.Refused;
import io.duban.journey.Ledger.Balance;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Locale;
import java.util.stream.Collectors;

/** What is told at the end: the table, what was refused and what is odd, on the screen in short and in a file in full. */
final class Report {

    private static final int ON_SCREEN = 20;

    private final Findings findings;
    private final Tally tally;
    private final Ledger ledger;
    private final List<Refused> refused;
    private final StreamLife stream;

    Report(Findings findings, Tally tally, Ledger ledger, List<Refused> refused, StreamLife stream) {
        this.findings = findings;
        this.tally = tally;
        this.ledger = ledger;
        this.refused = refused;
        this.stream = stream;
    }

    String screen() {
        return text(ON_SCREEN);
    }

    void write(Path file) throws IOException {
        Files.writeString(file, text(Integer.MAX_VALUE));
    }

    private String text(int most) {
        return String.join(
                "\n\n",
                "# The journey",
                numbers().toString(),
                "Stream: %s. Events of others: %s. Out of order: %d."
                        .formatted(stream, ledger.others(), ledger.outOfOrder()),
                refusals(most),
                list("Warnings", findings.warnings(), most),
                list("Steps", findings.steps(), Integer.MAX_VALUE),
                list("What went wrong", findings.failures(), most),
                findings.failures().isEmpty()
                        ? "**Everything arrived once, and everything ended as it should have.**"
                        : "**The journey failed.**",
                "");
    }

    private TextTable numbers() {
        TextTable table = new TextTable(
                "kind",
                "sent",
                "acknowledged",
                "replayed",
                "refused",
                "retried",
                "on the stream",
                "lost",
                "doubled",
                "p50 ms",
                "p99 ms",
                "seconds");
        for (Tally.Line line : tally.lines()) {
            String event = line.kind().event();
            Balance balance = event == null ? Balance.NONE : ledger.balance(event);
            table.add(
                    line.kind().label(),
                    line.sent(),
                    line.acknowledged(),
                    line.replayed(),
                    line.refused(),
                    line.retried(),
                    event == null ? "-" : balance.received(),
                    event == null ? "-" : balance.lost(),
                    event == null ? "-" : balance.doubled(),
                    decimal(line.p50()),
                    decimal(line.p99()),
                    decimal(line.seconds()));
        }
        return table;
    }

    private String refusals(int most) {
        if (refused.isEmpty()) {
            return "## Refusals: 0";
        }
        TextTable table = new TextTable("kind", "row", "key", "status", "code", "reason");
        refused.stream()
                .limit(most)
                .forEach(one ->
                        table.add(one.kind().label(), one.row(), one.key(), one.status(), one.code(), one.reason()));
        return "## Refusals: %d\n\n%s%s".formatted(refused.size(), table, more(refused.size(), most));
    }

    private static String list(String title, List<String> lines, int most) {
        String head = "## %s: %d".formatted(title, lines.size());
        return lines.isEmpty()
                ? head
                : head + "\n\n"
                        + lines.stream().limit(most).map(line -> "- " + line).collect(Collectors.joining("\n"))
                        + more(lines.size(), most);
    }

    private static String more(int size, int most) {
        return size > most ? "\n\n… and %d more in the report file".formatted(size - most) : "";
    }

    private static String decimal(double number) {
        return String.format(Locale.ROOT, "%.1f", number);
    }
}
