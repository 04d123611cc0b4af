package io.duban.journey;

import java.net.URI;
import java.util.Map;
import java.util.concurrent.ConcurrentHashMap;

/** The demo's people and its partner, signed in when they are first needed. */
final class People {

    static final String PHONE = "duban-phone";
    static final String DESKTOP = "duban-desktop";

    /** Nobody listens there: the code is read off the redirect. */
    static final URI CALLBACK = URI.create("http://127.0.0.1:8085/callback");

    private final SignIn signIn;
    private final String password;
    private final Map<String, Bearer> signedIn = new ConcurrentHashMap<>();

    People(SignIn signIn, String password) {
        this.signIn = signIn;
        this.password = password;
    }

    /** The person at her phone. */
    Bearer phone(String username) {
        return at(PHONE, username);
    }

    /** The person at his desk, where numbers and seals are given. */
    Bearer desktop(String username) {
        return at(DESKTOP, username);
    }

    /** A third-party system. */
    Bearer partner(String clientId, String secret) {
        return signedIn.computeIfAbsent(
                clientId, id -> signIn.partner(id, secret, "ticket:create", "ticket:read", "ticket:list"));
    }

    private Bearer at(String client, String username) {
        return signedIn.computeIfAbsent(
                client + " " + username, found -> signIn.person(client, CALLBACK, username, password));
    }
}
