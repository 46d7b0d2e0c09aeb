package app.latchkey.salto;

/**
 * Who an invitation brought.
 *
 * @param made whether Salto made the user because we asked; whoever was known to it before is nobody's to take for ours
 */
public record Invited(SaltoUser user, boolean made) {

    static Invited made(SaltoUser user) {
        return new Invited(user, true);
    }

    static Invited found(SaltoUser user) {
        return new Invited(user, false);
    }
}
