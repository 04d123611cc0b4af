package io.duban.journey;

import io.duban.journey.Clerk.Refused;
import io.duban.journey.RequestFile.Contents;
import io.duban.journey.Tickets.Loaded;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.util.List;
import java.util.Optional;
import java.util.stream.Stream;

/** Takes real input through the running product from outside, and tells at the end what was lost, doubled or refused on the way. */
public final class Journey {

    private static final int MISUSED = 2;

    private final Options options;
    private final Findings findings = new Findings();
    private final Ledger ledger = new Ledger();
    private final Tally tally = new Tally();
    private final Crew crew = new Crew(findings::fail);
    private final Office office;
    private final Clerk clerk;
    private final People people;
    private final Units units;

    private Journey(Options options) {
        this.options = options;
        this.office = new Office(options.address(Option.URL));
        this.clerk = new Clerk(office, tally, ledger);
        this.people = new People(new SignIn(options.address(Option.ISSUER)), options.text(Option.PASSWORD));
        this.units = new Units(office, people);
    }

    public static void main(String[] arguments) {
        System.exit(run(arguments));
    }

    /** The exit code: 0 when everything went as it should have. */
    static int run(String... arguments) {
        try {
            return new Journey(Options.of(arguments)).travel();
        } catch (IllegalArgumentException misused) {
            System.err.println(misused.getMessage() + "\n\n" + Option.usage());
            return MISUSED;
        } catch (IllegalStateException | IOException fault) {
            System.err.println("The journey broke off: " + fault.getMessage());
            return 1;
        }
    }

    private int travel() throws IOException {
        Contents requests = requests();
        Board board = new Board(
                options, ledger, people.phone("leader"), requests.rows().size());
        try (board) {
            board.open();
            tickets(requests.rows());
            supervision();
            paper();
            request();
            board.settle(findings);
        }
        long faults = clerk.refused().stream().filter(Refused::isFault).count();
        if (faults > 0) {
            findings.fail(faults + " commands met a fault or got no answer");
        }
        Report report = new Report(findings, tally, ledger, clerk.refused(), board.life());
        new AuditCheck(office, people, findings).verify();
        System.out.println(report.screen());
        report.write(Path.of(options.text(Option.REPORT)));
        return findings.failures().isEmpty() ? 0 : 1;
    }

    private Contents requests() {
        Contents contents = options.path(Option.REQUESTS)
                .map(file -> new RequestFile(new RequestMapping(options.text(Option.SOURCE)))
                        .read(file, options.number(Option.LIMIT)))
                .orElse(new Contents(List.of(), ""));
        if (!contents.brokenOff().isEmpty()) {
            findings.fail("the file of requests cannot be read to its end, " + contents.brokenOff());
        }
        contents.rows()
                .forEach(row -> row.warnings()
                        .forEach(warning -> findings.warn("row %d, key %s: %s"
                                .formatted(row.about().row(), row.about().key(), warning))));
        return contents;
    }

    private void tickets(List<RequestRow> rows) {
        Tickets tickets = new Tickets(clerk, people.partner(options.text(Option.CLIENT), options.text(Option.SECRET)));
        List<RequestRow> sent = Tickets.withTwins(rows, options.number(Option.TWICE));
        crew.each("受理", options.number(Option.LOAD_WORKERS), sent, tickets::accept);
        findings.note("%d tickets of %d rows; %d rows sent twice, %d of them gave the first one's ticket"
                .formatted(tickets.loaded().size(), rows.size(), sent.size() - rows.size(), tickets.twins()));
        List<Loaded> news = tickets.loaded().stream().filter(Loaded::isNew).toList();
        if (news.size() < tickets.loaded().size()) {
            findings.note("%d tickets were past the dispatcher's desk before"
                    .formatted(tickets.loaded().size() - news.size()));
        }
        Dispatching dispatching = new Dispatching(clerk, people, units, options.number(Option.SAMPLE));
        crew.each("派单", options.number(Option.DISPATCH_WORKERS), news, dispatching::handle);
    }

    private void supervision() throws IOException {
        Optional<Path> folder = options.path(Option.PHOTOS);
        if (folder.isPresent()) {
            try (Stream<Path> files = Files.list(folder.get())) {
                new Supervision(clerk, people, units, findings)
                        .run(files.filter(Files::isRegularFile).sorted().toList());
            }
        }
    }

    private void paper() throws IOException {
        Optional<Path> statute = options.path(Option.STATUTE);
        if (statute.isPresent()) {
            new Paper(clerk, office, people, units, findings).run(statute.get());
        }
    }

    private void request() throws IOException {
        Optional<Path> original = options.path(Option.INCOMING);
        if (original.isPresent()) {
            new UnitRequest(clerk, office, people, units, findings).run(original.get());
        }
    }
}
