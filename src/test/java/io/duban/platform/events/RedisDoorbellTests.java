package io.duban.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.support.Network;
import io.duban.support.RealRedis;
import java.io.IOException;
import java.util.ArrayList;
import java.util.List;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class RedisDoorbellTests extends RemoteDoorbellContract {

    private final RealRedis redis = RealRedis.started();
    private final Network toRedis = Network.to(redis.port());
    private final List<RedisDoorbell> ways = new ArrayList<>();

    @Override
    RemoteDoorbell way(boolean near) {
        var way = new RedisDoorbell("redis://127.0.0.1:" + (near ? redis.port() : toRedis.port()));
        ways.add(way);
        return way;
    }

    @AfterEach
    void end() throws IOException {
        ways.forEach(RedisDoorbell::close);
        toRedis.close();
        redis.close();
    }

    @Test
    void ringsAgainWhenRedisIsBack() {
        startBoth();
        redis.kill();
        var before = afterTheLast(heardHere);
        here.ring();
        pause(200);
        assertThat(heardHere).as("nobody here notices").hasValue(before + 1);

        redis.start();

        arrives();
    }

    @Test
    void startsBeforeRedisDoes() {
        redis.kill();
        start();
        here.ring();
        pause(200);

        redis.start();

        arrives();
    }

    @Test
    void ringsAgainWhenAFrozenRedisIsThawed() {
        startBoth();
        redis.freeze();
        var before = afterTheLast(heardThere);
        here.ring();
        pause(2_000);
        assertThat(heardThere).hasValue(before);

        redis.thaw();

        arrives();
    }

    @Test
    void connectsAnewWhenTheNetworkLostItWithoutAWord() {
        startBoth();
        toRedis.cut();
        silence();

        toRedis.heal();

        arrives();
    }
}
