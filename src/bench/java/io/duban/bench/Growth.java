package io.duban.bench;

import java.net.http.HttpRequest;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import java.util.function.Function;

/** Goal P7: what costs the same with a million tickets as with a thousand. Both products take turns, so that a busy machine slows both. */
final class Growth {

    private final List<Product> products;
    private final Bench.Options options;
    private final AtomicInteger titles = new AtomicInteger();

    Growth(Product few, Product many, Bench.Options options) {
        this.products = List.of(few, many);
        this.options = options;
    }

    void measure(Table table) {
        compare("ticket create", table, office -> () -> require(office.accept(title()), 201));
        compare("ticket read", table, office -> {
            var id = office.dispatched(title());
            return () -> require(office.get("dispatcher", "/hotline-tickets/" + id), 200);
        });
        list("list, newest 50, whole district", "dispatcher", "", table);
        list("list, newest 50, a large unit", "urban.liaison", "", table);
        list("list, newest 50, a unit with hardly any", "water.liaison", "", table);
        list("list, one state", "dispatcher", "&status=DISPATCHED", table);
        list("list, one light", "dispatcher", "&light=RED", table);
        compare("board", table, office -> () -> require(office.get("leader", "/hotline-board"), 200));
        compare("to-dos", table, office -> () -> require(office.get("urban.liaison", "/me/todos"), 200));
        compare("full lifecycle, 8 commands", table, office -> () -> office.closed(title()));
        products.forEach(product -> table.add(
                "whole",
                "every bench ticket has one event for each version",
                Map.of("product", product.name(), "wrong", wrongHistories(product))));
    }

    private void list(String name, String person, String more, Table table) {
        compare(name, table, office -> () -> require(office.get(person, "/hotline-tickets?limit=50" + more), 200));
    }

    private void compare(String name, Table table, Function<Office, Runnable> work) {
        var pieces =
                products.stream().map(product -> work.apply(product.office())).toList();
        var warmUp = new Load(options.workers(), options.slice().dividedBy(2));
        pieces.forEach(warmUp::run);
        var ran = new Load.Ran[] {Load.Ran.NONE, Load.Ran.NONE};
        var cpu = new double[2];
        for (int round = 0; round < options.rounds(); round++) {
            for (int one = 0; one < 2; one++) {
                var before = products.get(one).cpuSeconds();
                ran[one] = ran[one].and(new Load(options.workers(), options.slice()).run(pieces.get(one)));
                cpu[one] += products.get(one).cpuSeconds() - before;
            }
        }
        for (int one = 0; one < 2; one++) {
            table.add(
                    "growth",
                    name,
                    Map.of(
                            "product", products.get(one).name(),
                            "perSecond", ran[one].perSecond(),
                            "p50ms", ran[one].percentile(0.5),
                            "p99ms", ran[one].percentile(0.99),
                            "cpuMsEach", cpu[one] * 1000 / ran[one].millis().size()));
        }
        table.add(
                "growth",
                name,
                Map.of(
                        "ratio", ran[1].perSecond() / ran[0].perSecond(),
                        "cpuRatio",
                                (cpu[0] / ran[0].millis().size())
                                        / (cpu[1] / ran[1].millis().size())));
    }

    private static long wrongHistories(Product product) {
        return product.database().count("""
                select count(*) from hotline_ticket t
                where title like 'bench %' and version <> (select count(distinct e.subject_version) from event_log e where e.subject_id = t.id)""");
    }

    private String title() {
        return "bench growth " + titles.incrementAndGet();
    }

    private static void require(HttpRequest request, int expected) {
        var answer = Wire.send(request);
        if (answer.statusCode() != expected) {
            throw new IllegalStateException(request.uri() + " answered " + answer.statusCode() + ": " + answer.body());
        }
    }
}
