package io.duban.bench.requests;

import io.duban.bench.Bench;
import io.duban.bench.Proc;
import io.duban.bench.Product;
import io.duban.bench.Table;
import java.io.IOException;
import java.nio.charset.StandardCharsets;
import java.time.Duration;
import java.util.Base64;
import java.util.Map;
import java.util.concurrent.atomic.AtomicLong;

/**
 * Goal P11: a photo of 5 MB through tus, by four callers, beside nginx's PUT of the same file. Apart: all of it but its last byte, which is what nginx does
 * too (and then its end, since few may be unfinished), and all of it, which the product then also hashes, looks into and compares with others.
 */
final class Uploads {

    private static final int CALLERS = 4;
    private static final Duration WARM_UP = Duration.ofSeconds(10);
    private static final byte[] NOTHING = {};

    private final Product product;
    private final int port;
    private final Usage usage;
    private final Bench.Options options;
    private final Photo photo = Photo.camera();
    private final AtomicLong next = new AtomicLong(1);

    Uploads(Product product, int port, Usage usage, Bench.Options options) {
        this.product = product;
        this.port = port;
        this.usage = usage;
        this.options = options;
    }

    void measure(Table table) throws IOException {
        Declared.by(product, photo);
        var nginx = Nginx.start(options.work(), port + 8);
        try {
            send(WARM_UP, photo.bytes().length - 1);
            var before = Proc.rssKib(product.pid());
            var without = Ran.NOTHING;
            var whole = Ran.NOTHING;
            var put = Ran.NOTHING;
            for (int round = 0; round < options.rounds(); round++) {
                without = without.and(usage.of(() -> send(options.slice(), photo.bytes().length - 1)));
                whole = whole.and(usage.of(() -> send(options.slice(), photo.bytes().length)));
                if (nginx.isPresent()) {
                    put = put.and(put(nginx.get()));
                }
            }
            table.add(Requests.PART, "photo of 5 MB, all but its last byte, product", without.figures());
            table.add(Requests.PART, "photo of 5 MB, and what is made of it, product", whole.figures());
            if (nginx.isPresent()) {
                table.add(Requests.PART, "photo of 5 MB, nginx", put.figures());
                table.add(
                        Requests.PART,
                        "photo of 5 MB",
                        Map.of(
                                "ratio",
                                without.perSecond() / put.perSecond(),
                                "ratioWhole",
                                whole.perSecond() / put.perSecond()));
            } else {
                table.add(Requests.PART, "nginx", Map.of("anchor", "missing: install nginx"));
            }
            table.add(
                    Requests.PART,
                    "photo of 5 MB, memory",
                    Map.of("rssBeforeMb", before / 1024.0, "rssAfterMb", Proc.rssKib(product.pid()) / 1024.0));
        } finally {
            nginx.ifPresent(Nginx::close);
        }
    }

    private Ran send(Duration time, int bytes) {
        Declared.more(product, next.get() + time.toSeconds() * 200);
        return new KeepAlive(port, CALLERS).run(time, next, number -> pieces(number, bytes));
    }

    private byte[][] pieces(long number, int bytes) {
        var id = Declared.id(number);
        var common = "Authorization: Bearer %s\r\nTus-Resumable: 1.0.0\r\n"
                .formatted(product.office().token(Declared.SENDER));
        var creation = common
                + "Upload-Length: %d\r\nUpload-Metadata: declaration %s\r\n"
                        .formatted(
                                photo.bytes().length,
                                Base64.getEncoder().encodeToString(id.getBytes(StandardCharsets.UTF_8)));
        var piece = common + "Content-Type: application/offset+octet-stream\r\nUpload-Offset: 0\r\n";
        var post = KeepAlive.message("POST", "/v1/uploads", creation, NOTHING);
        var patch = KeepAlive.message("PATCH", "/v1/uploads/" + id, piece, photo.first(bytes));
        // Only so many may be unfinished at the same time.
        return bytes == photo.bytes().length
                ? new byte[][] {post, patch}
                : new byte[][] {post, patch, KeepAlive.message("DELETE", "/v1/uploads/" + id, common, NOTHING)};
    }

    private Ran put(Nginx nginx) {
        var before = Proc.cpuSeconds(nginx.worker());
        var ran = new KeepAlive(nginx.port(), CALLERS).run(options.slice(), new AtomicLong(), number ->
                new byte[][] {KeepAlive.message("PUT", "/" + number % 100, "", photo.bytes())});
        return new Ran(ran.millis(), ran.seconds(), Map.of("nginx", Proc.cpuSeconds(nginx.worker()) - before));
    }
}
