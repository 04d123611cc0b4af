package io.duban.bench.province;

import java.util.Arrays;
import java.util.Comparator;
import java.util.SplittableRandom;
import java.util.stream.IntStream;

/**
 * Instances and a database through which commands go: worked on by a core of an instance, then by a core of the database, then committed. Whoever
 * writes to one of the audit chains waits for the commit before it in the same chain.
 *
 * @param instances how many there are
 * @param cores of each instance
 * @param databaseCores of its database
 * @param chains of its audit trail
 */
record Site(int instances, int cores, int databaseCores, int chains) {

    /** What came of it. */
    record Seen(double[] seconds, double instancesBusy, double databaseBusy, double chainsBusy) {

        double millis(double share) {
            return 1000 * seconds[(int) Math.min(seconds.length - 1L, (long) (share * seconds.length))];
        }
    }

    /** @param lost an instance that is away from one instant to another, or none */
    Seen run(double[] arrivals, Costs costs, Station.Outage lost, double seconds, SplittableRandom random) {
        var instance = new Station(instances * cores, costs.instanceSeconds(), random.split());
        var database = new Station(databaseCores, costs.databaseSeconds(), random.split());
        var worked = inOrder(arrivals, instance.serve(arrivals, lost));
        var written = inOrder(worked.begun, database.serve(worked.done));
        var committed = new double[arrivals.length];
        var chain = new int[arrivals.length];
        Arrays.setAll(chain, i -> random.nextInt(chains));
        double busy = 0;
        for (int each = 0; each < chains; each++) {
            var one = each;
            var mine = IntStream.range(0, arrivals.length)
                    .filter(i -> chain[i] == one)
                    .toArray();
            var commits = new Station(1, costs.commitSeconds(), random.split());
            var done = commits.serve(
                    Arrays.stream(mine).mapToDouble(i -> written.done[i]).toArray());
            for (int i = 0; i < mine.length; i++) {
                committed[mine[i]] = done[i] - written.begun[mine[i]];
            }
            busy = Math.max(busy, commits.busy());
        }
        Arrays.sort(committed);
        return new Seen(
                committed,
                instance.busy() / (instances * cores * seconds),
                database.busy() / (databaseCores * seconds),
                busy / seconds);
    }

    /** Pieces in the order in which they are done, each with when it came. */
    private record Done(double[] begun, double[] done) {}

    private static Done inOrder(double[] begun, double[] done) {
        var order = IntStream.range(0, done.length)
                .boxed()
                .sorted(Comparator.comparingDouble(i -> done[i]))
                .mapToInt(Integer::intValue)
                .toArray();
        return new Done(
                Arrays.stream(order).mapToDouble(i -> begun[i]).toArray(),
                Arrays.stream(order).mapToDouble(i -> done[i]).toArray());
    }
}
