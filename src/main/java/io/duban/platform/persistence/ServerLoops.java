package io.duban.platform.persistence;

import io.netty.channel.Channel;
import io.netty.channel.EventLoopGroup;
import java.util.function.Supplier;
import reactor.netty.http.HttpResources;
import reactor.netty.resources.LoopResources;

/**
 * The event loops of the web server, whichever they are now: they are shared by all that runs in this process, and whoever stops there replaces them. A
 * pool that held on to the first ones would never connect again. Every connection made here ends when the network to the database is dead.
 */
final class ServerLoops implements LoopResources {

    private final Supplier<? extends LoopResources> server;

    ServerLoops() {
        this(HttpResources::get);
    }

    ServerLoops(Supplier<? extends LoopResources> server) {
        this.server = server;
    }

    private LoopResources now() {
        return server.get();
    }

    @Override
    public EventLoopGroup onServer(boolean useNative) {
        return now().onServer(useNative);
    }

    @Override
    public EventLoopGroup onServerSelect(boolean useNative) {
        return now().onServerSelect(useNative);
    }

    @Override
    public EventLoopGroup onClient(boolean useNative) {
        return now().onClient(useNative);
    }

    @Override
    public <C extends Channel> C onChannel(Class<C> type, EventLoopGroup group) {
        return Silence.endsOn(now().onChannel(type, group));
    }

    @Override
    public <C extends Channel> Class<? extends C> onChannelClass(Class<C> type, EventLoopGroup group) {
        return now().onChannelClass(type, group);
    }
}
