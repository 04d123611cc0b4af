package io.duban.platform.identity.server;

import java.util.List;
import java.util.Optional;
import org.springframework.jdbc.core.simple.JdbcClient;
import org.springframework.security.core.userdetails.User;
import org.springframework.security.core.userdetails.UserDetails;
import org.springframework.security.core.userdetails.UsernameNotFoundException;

/** The people who may log in, as the product's own tables know them. */
class People {

    record Person(String name, String username) {}

    private static final String BY_USERNAME = """
            select id, password_hash from person
            where username = :username and enabled and password_hash is not null""";

    private static final String BY_ID = """
            select name, username from person where id = :id::uuid and enabled""";

    private final JdbcClient database;

    People(JdbcClient database) {
        this.database = database;
    }

    /**
     * Somebody to check a password against. The principal is named by the person's id, because that name becomes the subject of
     * the tokens. A disabled person is an unknown one: the answer must not tell that the name exists.
     */
    UserDetails logIn(String username) {
        return database.sql(BY_USERNAME)
                .param("username", username.strip())
                .query((row, number) -> new User(row.getString("id"), row.getString("password_hash"), List.of()))
                .optional()
                .orElseThrow(() -> UsernameNotFoundException.fromUsername(username));
    }

    Optional<Person> enabled(String id) {
        return database.sql(BY_ID).param("id", id).query(Person.class).optional();
    }
}
