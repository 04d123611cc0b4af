package io.duban.platform.events;

import static org.assertj.core.api.Assertions.assertThat;

import io.duban.platform.persistence.DirectConnections;
import io.duban.support.Network;
import io.duban.support.TestDatabase;
import java.io.IOException;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.Test;

class PostgresDoorbellTests extends RemoteDoorbellContract {

    private final TestDatabase database = TestDatabase.create();
    private final Network toDatabase = Network.to(database.port());

    @Override
    RemoteDoorbell way(boolean near) {
        return new PostgresDoorbell(
                new DirectConnections(near ? database.connections() : database.connections(toDatabase.port())));
    }

    @AfterEach
    void end() throws IOException {
        toDatabase.close();
    }

    @Test
    void ringsAgainWhenItsConnectionsWereEnded() {
        startBoth();

        database.execute("""
                select pg_terminate_backend(pid) from pg_stat_activity
                where datname = current_database() and query like '%duban_doorbell%' and pid <> pg_backend_pid()""");

        eventually(() -> heardHere.get() > 0 && heardThere.get() > 0); // there may have been rings unheard
        arrives();
    }

    @Test
    void connectsAnewWhenTheNetworkLostItWithoutAWord() {
        startBoth();
        toDatabase.cut();
        silence();
        var before = afterTheLast(heardThere);
        here.ring();
        pause(300);
        assertThat(heardThere).hasValue(before);

        toDatabase.heal();

        arrives();
    }
}
