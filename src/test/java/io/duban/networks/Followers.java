package io.duban.networks;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.DemoDistrict;
import java.time.Duration;
import java.util.LinkedHashSet;
import java.util.List;
import java.util.concurrent.TimeUnit;
import okhttp3.Protocol;

/** Three clients of one proxy, each with its own way of coming back, and the office whose calls all of them must hear. */
final class Followers implements AutoCloseable {

    static final String RECEIVED = "cn.gov.demo.hotline.ticket.received.v1";

    /** What happens to the proxy meanwhile. */
    interface Disturbance {
        void happen() throws Exception;
    }

    private final Office office;
    private final OkHttpPhone android;
    private final NodePhone node;
    private final NodePhone page;

    Followers(Nginx nginx, Office office) {
        this.office = office;
        android = OkHttpPhone.over(
                TlsServer.Certificate.client(new LinkedHashSet<>(List.of(Protocol.HTTP_2, Protocol.HTTP_1_1)))
                        .newBuilder()
                        .readTimeout(2, TimeUnit.SECONDS)
                        .build(),
                nginx.origin(),
                office.start(),
                DemoDistrict.LEADER);
        node = NodePhone.eventsource(nginx.origin(), office.start(), RECEIVED);
        page = NodePhone.page(nginx.origin(), true, RECEIVED);
    }

    /** Calls come in while something happens; then each client must have heard each once and in order. */
    void hear(int calls, Disturbance disturbance) throws Exception {
        android.opened();
        node.heard.awaitWord("stream.opened", 1);
        page.heard.awaitWord("stream.opened", 1);
        var taken = office.takeCallsMeanwhile(calls, Duration.ofMillis(calls > 1 ? 200 : 0));
        disturbance.happen();
        taken.get(60, TimeUnit.SECONDS);
        android.heard.isExactly(office::log);
        node.heard.isExactly(() -> office.log(RECEIVED));
        page.heard.isExactly(() -> office.log(RECEIVED));
        assertThat(page.heard.words()).doesNotContain("missed");
    }

    @Override
    public String toString() {
        return "okhttp-eventsource %d events, %d connections; npm eventsource %d, %d; Chromium %d; 0 lost, 0 doubled"
                .formatted(
                        android.heard.events(),
                        android.heard.times("stream.opened"),
                        node.heard.events(),
                        node.heard.times("stream.opened"),
                        page.heard.events());
    }

    @Override
    public void close() throws Exception {
        android.close();
        node.close();
        page.close();
    }
}
