package io.duban.platform.integration;

import io.duban.platform.events.Doorbell;
import io.duban.support.TestDatabase;
import org.junit.jupiter.api.AfterEach;
import org.junit.jupiter.api.BeforeEach;
import org.springframework.beans.factory.annotation.Autowired;
import org.springframework.boot.test.web.server.LocalServerPort;

/** A partner at his desk, and the receiver of his that is called back. */
abstract class AtPartnersDesk {

    final Receiver receiver = new Receiver();

    @LocalServerPort
    int port;

    @Autowired
    TestDatabase database;

    @Autowired
    Doorbell doorbell;

    PartnerDesk desk;

    @BeforeEach
    void openDesk() {
        desk = new PartnerDesk(port, database, doorbell);
    }

    @AfterEach
    void closeDesk() {
        desk.removeAll();
        receiver.close();
    }
}
