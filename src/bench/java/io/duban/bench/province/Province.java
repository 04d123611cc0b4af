package io.duban.bench.province;

import io.duban.bench.Bench;
import io.duban.bench.Table;
import java.util.ArrayList;
import java.util.Comparator;
import java.util.List;
import java.util.Map;
import java.util.SplittableRandom;

/**
 * The part {@code province}: a hundred districts with 5,000 commands a second between them, each district on a site of its own or all on one. Nothing is
 * started; the times of one command are those that were measured on one machine. First the model is held against the formula for queues.
 */
public final class Province {

    private static final long SEED = 20261128;
    private static final int DISTRICTS = 100;
    private static final double COMMANDS = 5_000;

    /** The largest district then has 12.3 % of all, the smallest 0.31 %. */
    private static final double SKEW = 0.8;

    private static final double SECONDS = 120;
    private static final double FROM = 30;
    private static final double UNTIL = 90;
    private static final int STORMY = 5;
    private static final double STORM = 5;

    /** As measured (ADR 0029): a step of a ticket's way on the embedded PostgreSQL; the commit is that of a disk which keeps its word in 2 ms. */
    private static final Costs MEASURED = new Costs(5, 2.5, 3);

    private static final Site DISTRICT = new Site(2, 8, 8, 16);
    private static final Site WHOLE = new Site(2 * DISTRICTS, 8, 800, 16);
    private static final Site WHOLE_WITH_CHAINS = new Site(2 * DISTRICTS, 8, 800, 16 * DISTRICTS);

    private final Table table;
    private final double[] shares = Arrivals.zipf(DISTRICTS, SKEW);

    private Province(Table table) {
        this.table = table;
    }

    /** Adds its rows to the table; the options are for what is started. */
    public static void measure(Bench.Options options, Table table) {
        var province = new Province(table);
        province.check(1, 0.7);
        province.check(4, 0.8);
        province.check(16, 0.9);
        province.districts("an ordinary day", 1, Station.Outage.NONE);
        province.districts("a storm in the five largest, five times for a minute", STORM, Station.Outage.NONE);
        province.districts(
                "one of two instances of every district lost for a minute", 1, new Station.Outage(8, FROM, UNTIL));
        province.districts("the storm, and one of two instances lost in it", STORM, new Station.Outage(8, FROM, UNTIL));
        province.together("all in one database, 16 audit chains", WHOLE);
        province.together("all in one database, 1,600 audit chains", WHOLE_WITH_CHAINS);
        for (var factor : List.of(0.5, 1.0, 2.0, 3.0, 4.0, 6.0, 8.0)) {
            province.largest(factor);
        }
    }

    private void check(int servers, double utilisation) {
        table.add(
                "province",
                "the model beside Erlang's formula, %d servers".formatted(servers),
                Map.of("utilisation", utilisation, "waitRatio", ErlangC.checked(servers, utilisation, SEED)));
    }

    private void districts(String name, double storm, Station.Outage lost) {
        var random = new SplittableRandom(SEED);
        var seen = new ArrayList<Site.Seen>();
        for (int i = 0; i < DISTRICTS; i++) {
            var stormy = i < STORMY ? storm : 1;
            seen.add(DISTRICT.run(
                    arrivals(shares[i] * COMMANDS, stormy, random), MEASURED, lost, SECONDS, random.split()));
        }
        row("%s: the largest district".formatted(name), seen.get(0));
        seen.sort(Comparator.comparingDouble(each -> each.millis(0.99)));
        row("%s: the median district".formatted(name), seen.get(DISTRICTS / 2));
        row("%s: the slowest district".formatted(name), seen.get(DISTRICTS - 1));
    }

    private void together(String name, Site site) {
        var random = new SplittableRandom(SEED);
        row(name, site.run(arrivals(COMMANDS, 1, random), MEASURED, Station.Outage.NONE, SECONDS, random.split()));
    }

    private void largest(double factor) {
        var random = new SplittableRandom(SEED);
        var rate = shares[0] * COMMANDS * factor;
        row(
                "the largest district at %.1f of its load, %.0f/s".formatted(factor, rate),
                DISTRICT.run(arrivals(rate, 1, random), MEASURED, Station.Outage.NONE, SECONDS, random.split()));
    }

    /** For a minute in the middle, so many times as many. */
    private static double[] arrivals(double perSecond, double storm, SplittableRandom random) {
        return Arrivals.poisson(
                perSecond * storm, at -> at >= FROM && at < UNTIL ? 1 : 1 / storm, SECONDS, random.split());
    }

    private void row(String name, Site.Seen seen) {
        table.add(
                "province",
                name,
                Map.of(
                        "p50ms", seen.millis(0.5),
                        "p99ms", seen.millis(0.99),
                        "instancesBusy", seen.instancesBusy(),
                        "databaseBusy", seen.databaseBusy(),
                        "busiestChain", seen.chainsBusy()));
    }
}
