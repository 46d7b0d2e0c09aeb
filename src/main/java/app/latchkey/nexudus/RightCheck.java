package app.latchkey.nexudus;

/** Whether the connected account really has a right: found out by asking for the thing itself. */
public record RightCheck(Right right, boolean granted) {}
