package io.duban.platform.integration;

import io.duban.platform.jobs.Job;
import io.duban.platform.persistence.KeyFile;
import io.duban.platform.persistence.SealingKeys;
import io.netty.channel.ChannelOption;
import io.netty.channel.socket.nio.NioDatagramChannel;
import io.netty.channel.socket.nio.NioSocketChannel;
import io.netty.handler.ssl.SslContext;
import io.netty.handler.ssl.SslContextBuilder;
import io.netty.handler.ssl.SslProvider;
import io.netty.resolver.AddressResolverGroup;
import io.netty.resolver.dns.DnsAddressResolverGroup;
import io.netty.resolver.dns.DnsNameResolverBuilder;
import java.net.InetSocketAddress;
import java.nio.file.Path;
import java.time.Clock;
import java.time.Duration;
import java.util.Optional;
import javax.net.ssl.SSLException;
import org.springframework.beans.factory.annotation.Value;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.http.client.HttpClient;
import reactor.netty.resources.ConnectionProvider;
import reactor.netty.resources.LoopResources;

/** Threads and connections of their own: what partners' servers do to a client must not reach those who serve the office. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(WebhookProperties.class)
class WebhookConfiguration {

    private static final String FILE = "webhooks.key";
    private static final int THREADS = 2;
    private static final int IDLE_SECONDS = 30;
    private static final Duration LONGEST_CONNECT = Duration.ofSeconds(5);

    @Bean
    SealingKeys webhookKeys(WebhookProperties properties, @Value("${duban.home:.duban}") Path home) {
        var key = Optional.ofNullable(properties.key()).orElseGet(() -> KeyFile.kept(home, FILE, SealingKeys::fresh));
        return new SealingKeys("duban.webhooks", properties.keyId(), key, properties.earlierKeys());
    }

    @Bean
    ReachableNetworks reachableNetworks(WebhookProperties properties) {
        return new ReachableNetworks(properties.allowedNetworks());
    }

    @Bean
    WebhookAddresses webhookAddresses(WebhookProperties properties, ReachableNetworks networks) {
        return new WebhookAddresses(properties.ports(), networks);
    }

    @Bean
    DeliverySchedule deliverySchedule(WebhookProperties properties) {
        return new DeliverySchedule(properties.retries());
    }

    @Bean(destroyMethod = "dispose")
    LoopResources webhookLoops() {
        return LoopResources.create("webhooks", THREADS, true);
    }

    @Bean(destroyMethod = "dispose")
    ConnectionProvider webhookConnections(WebhookProperties properties) {
        return ConnectionProvider.builder("webhooks")
                .maxConnections(properties.perEndpoint())
                .pendingAcquireMaxCount(properties.atOnce())
                .pendingAcquireTimeout(properties.patience())
                .maxIdleTime(Duration.ofSeconds(IDLE_SECONDS))
                .build();
    }

    @Bean
    PartnerPost partnerPost(
            WebhookProperties properties,
            ReachableNetworks networks,
            LoopResources webhookLoops,
            ConnectionProvider webhookConnections,
            Clock clock)
            throws SSLException {
        var checked = new CheckedNames(names(), networks);
        return new PartnerPost(
                client(checked, properties.patience(), webhookLoops, webhookConnections), properties.patience(), clock);
    }

    /** Neither follows a redirect nor repeats a request: both would be sent to somebody we did not sign for, or twice. */
    static HttpClient client(
            AddressResolverGroup<InetSocketAddress> names,
            Duration patience,
            LoopResources loops,
            ConnectionProvider connections)
            throws SSLException {
        var tls = tls();
        var connect = patience.compareTo(LONGEST_CONNECT) < 0 ? patience : LONGEST_CONNECT;
        return HttpClient.create(connections)
                .runOn(loops, false)
                .resolver(names)
                .secure(secured -> secured.sslContext(tls).handshakeTimeout(connect))
                .option(ChannelOption.CONNECT_TIMEOUT_MILLIS, (int) connect.toMillis())
                .responseTimeout(patience)
                .followRedirect(false)
                .disableRetry(true)
                .headers(headers -> headers.set("User-Agent", "Duban-Webhooks/1"));
    }

    // Made at the start: reading the certificates of all authorities would hold an event loop up.
    private static SslContext tls() throws SSLException {
        return SslContextBuilder.forClient().sslProvider(SslProvider.JDK).build();
    }

    private static AddressResolverGroup<InetSocketAddress> names() {
        return new DnsAddressResolverGroup(new DnsNameResolverBuilder()
                .datagramChannelType(NioDatagramChannel.class)
                .socketChannelType(NioSocketChannel.class));
    }

    @Bean
    Job deliveryExpiryJob(DeliveryExpiry expiry) {
        return new Job("the end of delivery logs", Duration.ofMinutes(10), expiry::removeOld);
    }
}
