package io.duban.networks;

import com.launchdarkly.eventsource.ConnectStrategy;
import com.launchdarkly.eventsource.ErrorStrategy;
import com.launchdarkly.eventsource.EventSource;
import com.launchdarkly.eventsource.HttpConnectStrategy;
import com.launchdarkly.eventsource.MessageEvent;
import com.launchdarkly.eventsource.background.BackgroundEventHandler;
import com.launchdarkly.eventsource.background.BackgroundEventSource;
import io.duban.support.DemoDistrict;
import io.duban.support.TestTokens;
import java.net.URI;
import java.util.List;
import java.util.UUID;
import java.util.concurrent.CopyOnWriteArrayList;
import java.util.concurrent.TimeUnit;
import java.util.function.UnaryOperator;
import okhttp3.OkHttpClient;

/** An Android phone's stream: LaunchDarkly's okhttp-eventsource as it is, which remembers the last id and comes back by itself. */
final class OkHttpPhone implements AutoCloseable {

    /** So short that whoever does not listen to {@code retry} is there again at once. */
    private static final int OWN_DELAY_MS = 1;

    final Heard heard = new Heard();
    final List<String> comments = new CopyOnWriteArrayList<>();
    final List<Throwable> faults = new CopyOnWriteArrayList<>();
    private final BackgroundEventSource source;

    private OkHttpPhone(HttpConnectStrategy way) {
        source = new BackgroundEventSource.Builder(
                        new Ear(),
                        new EventSource.Builder(way)
                                .errorStrategy(ErrorStrategy.alwaysContinue())
                                .retryDelay(OWN_DELAY_MS, TimeUnit.MILLISECONDS)
                                // Else cuts that follow each other as they only do in tests make it wait ever longer.
                                .retryDelayResetThreshold(1, TimeUnit.MILLISECONDS))
                .build();
        source.start();
    }

    static OkHttpPhone of(int port, String since) {
        return of("http://127.0.0.1:" + port, since, DemoDistrict.LEADER, way -> way);
    }

    static OkHttpPhone of(String origin, String since, UUID person, UnaryOperator<HttpConnectStrategy> settings) {
        var uri = URI.create(origin + Office.STREAM + (since.isEmpty() ? "" : "&since=" + since));
        return new OkHttpPhone(settings.apply(ConnectStrategy.http(uri)
                .header("Authorization", "Bearer " + TestTokens.of(person))
                .readTimeout(2, TimeUnit.SECONDS)));
    }

    /** The same over somebody's connections. */
    static OkHttpPhone over(OkHttpClient client, String origin, String since, UUID person) {
        return of(origin, since, person, way -> way.httpClient(client));
    }

    /** Until the stream has said that it is open. */
    OkHttpPhone opened() {
        heard.awaitWord("stream.opened", 1);
        return this;
    }

    /** What it holds for the pause that {@code retry} asked for, before it takes something off at random. */
    long pauseMillis() {
        return source.getEventSource().getBaseRetryDelayMillis();
    }

    private final class Ear implements BackgroundEventHandler {

        @Override
        public void onOpen() {}

        @Override
        public void onClosed() {}

        @Override
        public void onMessage(String event, MessageEvent message) {
            heard.message(event, message.getLastEventId());
        }

        @Override
        public void onComment(String comment) {
            comments.add(comment);
        }

        @Override
        public void onError(Throwable fault) {
            faults.add(fault);
        }
    }

    @Override
    public void close() {
        source.close();
    }
}
