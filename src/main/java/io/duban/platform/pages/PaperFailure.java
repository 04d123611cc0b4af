package io.duban.platform.pages;

/** A file that cannot be shown as pages, with the reason. */
public final class PaperFailure extends Exception {

    private static final long serialVersionUID = 1L;

    private final PaperFault fault;

    public PaperFailure(PaperFault fault) {
        super(fault.name());
        this.fault = fault;
    }

    public PaperFailure(PaperFault fault, Throwable cause) {
        super(fault.name(), cause);
        this.fault = fault;
    }

    public PaperFault fault() {
        return fault;
    }
}
