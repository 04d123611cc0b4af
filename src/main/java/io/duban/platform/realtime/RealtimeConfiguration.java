package io.duban.platform.realtime;

import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.http.server.HttpServer;

/** Notices phones that went into a tunnel: heartbeats that nobody acknowledges for a minute break the connection. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamRules.class)
class RealtimeConfiguration {

    private static final int UNACKNOWLEDGED_MS = 60_000;

    @Bean
    NettyServerCustomizer mortalConnections() {
        return server -> {
            HttpServer kept = server.childOption(ChannelOption.SO_KEEPALIVE, true);
            return Epoll.isAvailable()
                    ? kept.childOption(EpollChannelOption.TCP_USER_TIMEOUT, UNACKNOWLEDGED_MS)
                    : kept;
        };
    }
}
