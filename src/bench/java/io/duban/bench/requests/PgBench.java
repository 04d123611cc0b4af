package io.duban.bench.requests;

import io.duban.bench.Proc;
import java.io.IOException;
import java.nio.file.Files;
import java.nio.file.Path;
import java.time.Duration;
import java.util.ArrayList;
import java.util.List;
import java.util.Map;
import java.util.Optional;
import java.util.regex.Pattern;
import java.util.stream.Stream;

/** PostgreSQL's own load generator, on the product's own database. From Debian's package postgresql-contrib or postgresql-client. */
record PgBench(Path program, Path work, int port) {

    private static final Pattern PER_SECOND = Pattern.compile("tps = ([0-9.]+) \\(without");

    /** Empty where it is not installed. */
    static Optional<PgBench> on(int port, Path work) {
        var path =
                Stream.of(System.getenv().getOrDefault("PATH", "").split(":")).map(Path::of);
        return Stream.concat(path, Stream.of(Path.of("/usr/lib/postgresql/15/bin")))
                .map(directory -> directory.resolve("pgbench"))
                .filter(Files::isExecutable)
                .findFirst()
                .map(program -> new PgBench(program, work, port));
    }

    /** @param base what {@code :base} is in the script */
    Ran run(String script, int clients, Duration time, long base) throws IOException {
        var file = Files.writeString(work.resolve("script.sql"), script).toAbsolutePath();
        var log = work.resolve("pgbench-log-" + System.nanoTime()).toAbsolutePath();
        var output = work.resolve("pgbench.out");
        var command = new ArrayList<>(
                List.of(program.toString(), "-h", "127.0.0.1", "-p", String.valueOf(port), "-U", "postgres"));
        command.addAll(
                List.of("-n", "-M", "prepared", "-c", String.valueOf(clients), "-j", "2", "-f", file.toString()));
        command.addAll(List.of("-T", String.valueOf(time.toSeconds()), "-D", "i=0", "-D", "base=" + base));
        command.addAll(List.of("-D", "clients=" + clients, "--log", "--log-prefix=" + log, "postgres"));
        var process = new ProcessBuilder(command)
                .redirectErrorStream(true)
                .redirectOutput(output.toFile())
                .start();
        var cpu = cpuUntilItsEnd(process);
        var said = Files.readString(output);
        var rate = PER_SECOND.matcher(said);
        if (process.exitValue() != 0 || !rate.find()) {
            throw new IllegalStateException("pgbench failed: " + said);
        }
        var millis = logged(log);
        return new Ran(millis, millis.size() / Double.parseDouble(rate.group(1)), Map.of("pgbench", cpu));
    }

    private static double cpuUntilItsEnd(Process process) {
        var cpu = 0.0;
        while (process.isAlive()) {
            cpu = Math.max(cpu, Proc.cpuSeconds(process.pid()));
            io.duban.bench.Pause.millis(50);
        }
        return cpu;
    }

    /** The third word of each line is how long it took, in microseconds. */
    private static List<Double> logged(Path prefix) throws IOException {
        var millis = new ArrayList<Double>();
        try (var files = Files.list(prefix.getParent())) {
            for (var file : files.filter(one -> one.getFileName()
                            .toString()
                            .startsWith(prefix.getFileName().toString()))
                    .toList()) {
                try (var lines = Files.lines(file)) {
                    lines.forEach(line -> millis.add(Double.parseDouble(line.split(" ")[2]) / 1000));
                }
                Files.delete(file);
            }
        }
        return millis;
    }
}
