package io.duban.journey;

import java.net.URI;
import java.util.Arrays;
import java.util.List;

/**
 * Prints an access token of one of the demo's people, to be pasted into another command:
 * {@code curl -H "Authorization: Bearer $(java -cp target/classes io.duban.journey.Token leader)" …}. Runs on the JDK alone.
 */
public final class Token {

    private static final String USAGE = """
            Usage: token <username> [--issuer=http://localhost:9000] [--password=duban-demo] [--client=duban-phone]

            Prints an access token of that person. What the office does only at a desk needs --client=duban-desktop.""";

    private Token() {}

    public static void main(String[] arguments) {
        List<String> names =
                Arrays.stream(arguments).filter(word -> !word.startsWith("--")).toList();
        boolean known = Arrays.stream(arguments)
                .filter(word -> word.startsWith("--"))
                .allMatch(word -> word.matches("--(issuer|password|client)=.+"));
        if (names.size() != 1 || !known) {
            System.err.println(USAGE);
            System.exit(2);
        }
        try {
            System.out.println(of(names.get(0), arguments));
        } catch (IllegalStateException refused) {
            System.err.println(refused.getMessage());
            System.exit(1);
        }
    }

    private static String of(String username, String[] arguments) {
        return new SignIn(URI.create(option("issuer", "http://localhost:9000", arguments)))
                .person(
                        option("client", People.PHONE, arguments),
                        People.CALLBACK,
                        username,
                        option("password", "duban-demo", arguments))
                .accessToken();
    }

    private static String option(String name, String otherwise, String[] arguments) {
        String start = "--" + name + "=";
        return Arrays.stream(arguments)
                .filter(word -> word.startsWith(start))
                .map(word -> word.substring(start.length()))
                .findFirst()
                .orElse(otherwise);
    }
}
