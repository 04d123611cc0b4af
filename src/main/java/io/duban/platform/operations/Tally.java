package io.duban.platform.operations;

/**
 * How far an operation is, item by item.
 *
 * @param succeeded what it did
 * @param unchanged what had been done before
 * @param failed what was refused
 */
public record Tally(long succeeded, long unchanged, long failed) {

    static final Tally NOTHING = new Tally(0, 0, 0);

    long done() {
        return succeeded + unchanged + failed;
    }
}
