package io.duban.platform.integration;

import static org.assertj.core.api.Assertions.assertThat;

import io.netty.resolver.AddressResolver;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.InetNameResolver;
import io.netty.util.concurrent.EventExecutor;
import io.netty.util.concurrent.Promise;
import java.io.IOException;
import java.net.InetAddress;
import java.net.InetSocketAddress;
import java.net.URI;
import java.net.UnknownHostException;
import java.time.Clock;
import java.time.Duration;
import java.util.List;
import java.util.Map;
import java.util.concurrent.atomic.AtomicInteger;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** The client itself, with a resolver that changes its mind: what is not public is never connected to. */
class PartnerPostTests {

    private static final Duration PATIENCE = Duration.ofSeconds(20);

    private final Receiver trap = new Receiver();
    private final LoopResources loops = LoopResources.create("test-webhooks", 1, true);
    private final ConnectionProvider connections = ConnectionProvider.create("test-webhooks", 2);
    private final AtomicInteger asked = new AtomicInteger();

    @AfterEach
    void close() {
        connections.dispose();
        loops.dispose();
        trap.close();
    }

    @Test
    void aNameThatFlipsToAPrivateAddressIsNotConnectedTo() throws Exception {
        var allowed = new ReachableNetworks(List.of("127.0.0.1/32"));
        var post = post(allowed, "127.0.0.1", "127.0.0.2", "10.0.0.7");
        var address = URI.create(trap.url("/first").replace("127.0.0.1", "partner.example.cn"));
        assertThat(send(post, address).code()).isEqualTo(200);
        connections.disposeWhen(InetSocketAddress.createUnresolved(address.getHost(), address.getPort()));
        var flipped = URI.create(trap.url("/trap").replace("127.0.0.1", "other.example.cn"));
        assertThat(send(post, flipped).fault()).isEqualTo(DeliveryFault.ADDRESS);
        assertThat(send(post, flipped).fault()).isEqualTo(DeliveryFault.ADDRESS);
        assertThat(asked).hasValue(3);
        assertThat(trap.at("/first")).hasSize(1);
        assertThat(trap.at("/trap")).isEmpty();
    }

    @Test
    void anAddressByNumberIsLookedAtToo() throws Exception {
        var post = post(new ReachableNetworks(List.of()));
        assertThat(send(post, URI.create(trap.url("/trap"))).fault()).isEqualTo(DeliveryFault.ADDRESS);
        assertThat(send(post, URI.create(trap.url("/trap").replace("127.0.0.1", "[::1]")))
                        .fault())
                .isEqualTo(DeliveryFault.ADDRESS);
        assertThat(trap.at("/trap")).isEmpty();
    }

    @Test
    void aNameThatIsNobodysIsSaidToBe() throws Exception {
        var post = post(new ReachableNetworks(List.of()));
        assertThat(send(post, URI.create("http://nobody.example.cn/")).fault()).isEqualTo(DeliveryFault.NAME);
    }

    private static PartnerPost.Answer send(PartnerPost post, URI address) {
        var message = "{\"id\":\"1\",\"type\":\"cn.gov.demo.test.v1\"}";
        return post.send(address, Map.of("webhook-id", "1"), message).block(PATIENCE);
    }

    private PartnerPost post(ReachableNetworks networks, String... answers) throws IOException {
        var names = new CheckedNames(new Names(answers), networks);
        return new PartnerPost(
                WebhookConfiguration.client(names, PATIENCE, loops, connections), PATIENCE, Clock.systemUTC());
    }

    /** Gives one answer after another, whatever is asked. */
    private final class Names extends AddressResolverGroup<InetSocketAddress> {

        private final String[] answers;

        Names(String... answers) {
            this.answers = answers;
        }

        @Override
        protected AddressResolver<InetSocketAddress> newResolver(EventExecutor executor) {
            return new InetNameResolver(executor) {
                @Override
                protected void doResolve(String name, Promise<InetAddress> promise) throws Exception {
                    if (name.equals("127.0.0.1") || name.contains(":")) {
                        promise.setSuccess(InetAddress.getByName(name));
                    } else if (asked.get() < answers.length) {
                        promise.setSuccess(InetAddress.getByName(answers[asked.getAndIncrement()]));
                    } else {
                        promise.setFailure(new UnknownHostException());
                    }
                }

                @Override
                protected void doResolveAll(String name, Promise<List<InetAddress>> promise) throws Exception {
                    var one = executor().<InetAddress>newPromise();
                    doResolve(name, one);
                    if (one.isSuccess()) {
                        promise.setSuccess(List.of(one.getNow()));
                    } else {
                        promise.setFailure(one.cause());
                    }
                }
            }.asAddressResolver();
        }
    }
}
