package io.duban.platform.realtime;

import io.netty.channel.ChannelOption;
import io.netty.channel.epoll.Epoll;
import io.netty.channel.epoll.EpollChannelOption;
import org.springframework.boot.context.properties.EnableConfigurationProperties;
import org.springframework.boot.reactor.netty.NettyServerCustomizer;
import org.springframework.context.annotation.Bean;
import org.springframework.context.annotation.Configuration;
import reactor.netty.http.server.HttpServer;

/** Notices phones that went into a tunnel: heartbeats that nobody acknowledges break the connection after a while. */
@Configuration(proxyBeanMethods = false)
@EnableConfigurationProperties(StreamRules.class)
class RealtimeConfiguration {

    @Bean
    NettyServerCustomizer mortalConnections(StreamRules rules) {
        var unacknowledged = Math.toIntExact(rules.unacknowledged().toMillis());
        return server -> {
            HttpServer kept = server.childOption(ChannelOption.SO_KEEPALIVE, true);
            return Epoll.isAvailable() ? kept.childOption(EpollChannelOption.TCP_USER_TIMEOUT, unacknowledged) : kept;
        };
    }
}
