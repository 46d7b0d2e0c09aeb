package app.latchkey.nexudus;

/** What came in says too little, or nothing that can be understood; its message is for the operator. */
public class UnreadablePush extends Exception {

    private static final long serialVersionUID = 1L;

    UnreadablePush(String words) {
        super(words);
    }

    public String words() {
        return String.valueOf(getMessage());
    }
}
