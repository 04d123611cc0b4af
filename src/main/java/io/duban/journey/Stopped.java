package io.duban.journey;

/** A way through the office ended before its end: the product refused a step that should have gone well. */
final class Stopped extends RuntimeException {

    private static final long serialVersionUID = 1;

    Stopped(Order order, Answer answer) {
        super("%s of %s was refused: %d %s %s"
                .formatted(order.kind().label(), order.about(), answer.status(), answer.code(), answer.reason()));
    }
}
