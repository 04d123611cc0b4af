package io.duban.bench.streams;

import java.util.List;
import java.util.stream.IntStream;

/** Something that carries events to event streams. */
interface Carrier extends AutoCloseable {

    /** Phones that share a channel of their own. */
    int CHANNEL = 5;

    String name();

    /** Of the process whose work and memory are measured. */
    long pid();

    int port();

    /**
     * Path and token of a phone's stream.
     *
     * @param own whether it is to hear its own channel; some carriers hear everybody's then too
     */
    String request(int phone, boolean own);

    /** Publishes events of everybody's channel, numbered from {@code first}. */
    void toAll(long first, int count);

    /** Publishes events in turn to each of so many channels; {@code first} counts from 0 over all of them. */
    void toSome(long first, int count, int channels);

    @Override
    void close();

    default List<String> requests(int phones, boolean own) {
        return IntStream.range(0, phones).mapToObj(phone -> request(phone, own)).toList();
    }

    static int channelOf(int phone) {
        return 1 + phone / CHANNEL;
    }
}
